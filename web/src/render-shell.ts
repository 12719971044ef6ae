import { html, nothing, type TemplateResult } from 'lit';
import type { Remark } from './chat.ts';
import type { Glimpse } from './glimpse.ts';
import { close, forget, save, share } from './icons.ts';
import { link, told } from './render-citation.ts';
import * as strings from './strings.ts';
import type { Turn } from './transcript.ts';

/** What stands at the top. */
export interface Bar {
  readonly heading: string;
  readonly level: number;
  readonly isEmpty: boolean;
  readonly isShared: boolean;
  /** Null where there is nothing that could be shared. */
  readonly share: (() => void) | null;
  readonly save: () => void;
  readonly forget: () => void;
  readonly close: (() => void) | null;
}

/** The name, and what can be done with the conversation. */
export function bar({ heading, level, isEmpty, isShared, ...does }: Bar): TemplateResult {
  const button = (label: string, icon: TemplateResult, pressed: () => void, isFirst = false) =>
    html`<button type="button" class="icon" aria-label=${label} title=${label} ?autofocus=${isFirst} @click=${pressed}>${icon}</button>`;
  return html`<header class="bar" part="bar">
    <div class="name" role="heading" aria-level=${level}>${heading}</div>
    ${does.share ? button(strings.share, share, does.share) : nothing}
    ${isEmpty ? nothing : button(strings.save, save, does.save)}
    ${isEmpty || isShared ? nothing : button(strings.forget, forget, does.forget)}
    ${does.close ? button(strings.close, close, does.close, true) : nothing}
  </header>`;
}

/** What is there before the first question. */
export function welcome(
  greeting: string,
  starters: readonly string[],
  level: number,
  ask: (message: string) => void,
): TemplateResult {
  return html`<section class="welcome">
    <slot name="greeting">
      <div class="headline" role="heading" aria-level=${level}>${greeting}</div>
      <p>${strings.introduction}</p>
    </slot>
    <ul class="starters">
      ${starters.map(
        (text) => html`<li><button type="button" @click=${() => ask(text)}>${text}</button></li>`,
      )}
    </ul>
  </section>`;
}

/** What is said outside the turns. */
export function remarkNote(remark: Remark | null, address?: string): TemplateResult | typeof nothing {
  if (remark === null) return nothing;
  const { text, again } = remark;
  return html`<div class="problem" role="status">
    <p>${text}${address && html` ${link(address, address)}`}</p>
    ${again && html`<button type="button" class="quiet" @click=${again}>${strings.tryAgain}</button>`}
  </div>`;
}

/** A citation looked at in passing. */
export function glimpsed({ opened, stay, leave }: Glimpse, turns: readonly Turn[]): TemplateResult | typeof nothing {
  const citation = opened && turns[opened.turn]?.citations.find(({ number }) => number === opened.number);
  if (!citation) return nothing;
  return html`<div class="card glimpse" id="glimpse" part="card" role="tooltip" popover="manual" @pointerenter=${stay} @pointerleave=${leave}>
    ${told(citation, false)}
  </div>`;
}

/** What the question's field does. */
export interface Asking {
  readonly busy: boolean;
  readonly submit: (event: Event) => void;
  readonly stop: () => void;
  readonly typed: () => void;
  readonly pressed: (event: KeyboardEvent) => void;
  readonly below: TemplateResult;
}

/** The question's field, with its button. */
export function questionForm({ busy, submit, stop, typed, pressed, below }: Asking): TemplateResult {
  return html`<form class="asking" @submit=${submit}>
    <div class="column">
      <label class="unseen" for="words">${strings.question}</label>
      <div class="entry" part="field">
        <textarea
          id="words" rows="1" maxlength="4000" placeholder=${strings.placeholder}
          autocomplete="off" enterkeyhint="send" @input=${typed} @keydown=${pressed}
        ></textarea>
        ${
          busy
            ? html`<button type="button" class="send stop" part="send" @click=${stop}>${strings.stop}</button>`
            : html`<button type="submit" class="send" part="send">${strings.ask}</button>`
        }
      </div>
    </div>
    ${below}
  </form>`;
}

/** What always stands at the bottom. */
export function footer(privacy: string | null, contact: string | null): TemplateResult {
  return html`<footer class="foot" part="footer"><slot name="footer">${strings.automated}${away(privacy, strings.privacy)}${away(contact, strings.contact)}</slot></footer>`;
}

function away(address: string | null, text: string): TemplateResult | typeof nothing {
  const leads = address && /^(https?|mailto):/.test(new URL(address, location.href).protocol);
  return leads ? html` ${link(address, text)}` : nothing;
}
