import { html, nothing, type TemplateResult } from 'lit';
import type { Remark } from './chat.ts';
import { strings } from './strings.ts';

/** What is there before the first question. */
export function welcome(
  starters: readonly string[],
  level: number,
  ask: (message: string) => void,
): TemplateResult {
  return html`<section class="welcome">
    <div class="headline" role="heading" aria-level=${level}>${strings.welcome}</div>
    <p>${strings.introduction}</p>
    <ul class="starters">
      ${starters.map(
        (text) => html`<li><button type="button" @click=${() => ask(text)}>${text}</button></li>`,
      )}
    </ul>
  </section>`;
}

/** What is said outside the turns. */
export function remarkNote(remark: Remark | null): TemplateResult | typeof nothing {
  if (remark === null) return nothing;
  const { text, again } = remark;
  return html`<div class="problem" role="status">
    <p>${text}</p>
    ${again && html`<button type="button" class="quiet" @click=${again}>${strings.tryAgain}</button>`}
  </div>`;
}

/** What the question's field does. */
export interface Asking {
  readonly busy: boolean;
  readonly submit: (event: Event) => void;
  readonly stop: () => void;
  readonly typed: () => void;
  readonly pressed: (event: KeyboardEvent) => void;
}

/** The question's field, with its button. */
export function questionForm({ busy, submit, stop, typed, pressed }: Asking): TemplateResult {
  return html`<form @submit=${submit}>
    <div class="column">
      <label class="unseen" for="words">${strings.question}</label>
      <div class="entry">
        <textarea
          id="words" rows="1" maxlength="4000" placeholder=${strings.placeholder}
          autocomplete="off" enterkeyhint="send" @input=${typed} @keydown=${pressed}
        ></textarea>
        ${
          busy
            ? html`<button type="button" class="send stop" @click=${stop}>${strings.stop}</button>`
            : html`<button type="submit" class="send">${strings.ask}</button>`
        }
      </div>
    </div>
  </form>`;
}
