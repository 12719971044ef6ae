import { html, nothing, type TemplateResult } from 'lit';
import type { Feedback, Said } from './feedback.ts';
import { copy, thumb as drawing } from './icons.ts';
import * as strings from './strings.ts';
import type { Turn } from './transcript.ts';

/** What can be done with an answer. */
export interface Tooling {
  readonly feedback: Feedback;
  /** Whether it is the last one, which can be said in another manner. */
  readonly isLast: boolean;
  /** Whether something is being answered, or nothing can be asked. */
  readonly busy: boolean;
  /** Whether it is someone else's, who alone can say whether it helped. */
  readonly shared: boolean;
  readonly ask: (message: string) => void;
  readonly copy: (turn: Turn) => void;
  readonly record: () => void;
}

/** Thumbs, copying, and other manners of saying it. */
export function tools(turn: Turn, tooling: Tooling): TemplateResult | typeof nothing {
  const { id, state, kind, recommendation } = turn;
  if (state !== 'done' || kind === 'smalltalk') return nothing;
  const { feedback, isLast, busy, shared, ask } = tooling;
  const said = feedback.of(id!);
  const thumb = (helpful: boolean, label: string) => html`<button
    type="button" class="icon ${helpful ? '' : 'down'}" aria-label=${label} title=${label} aria-pressed=${said?.helpful === helpful}
    @click=${() => void feedback.give(id!, helpful)}>${drawing}</button>`;
  const manner = (label: string, message: string) =>
    html`<button type="button" class="quiet" @click=${() => ask(message)}>${label}</button>`;
  const isSaid = kind === 'answer' || kind === 'recommendation';
  return html`<div class="tools" role="group" aria-label=${strings.answerTools}>
      ${shared ? nothing : [thumb(true, strings.helpful), thumb(false, strings.notHelpful)]}
      <button type="button" class="icon" aria-label=${strings.copy} title=${strings.copy} @click=${() => tooling.copy(turn)}>${copy}</button>
      ${
        isLast && !busy && isSaid
          ? html`<span class="manners">${manner(strings.shorter, strings.manners.shorter)}${manner(strings.simpler, strings.manners.simpler)}${manner(strings.tellMore, strings.manners.tellMore)}</span>`
          : nothing
      }
      ${recommendation && !shared ? html`<button type="button" class="quiet" @click=${tooling.record}>${strings.record}</button>` : nothing}
    </div>
    ${opinion(said, strings.reasons, (reason) => void feedback.give(id!, false, reason))}`;
}

/** A question for the reason, and what became of what was said. */
export function opinion(
  said: Said | undefined,
  reasons: readonly string[],
  give: (reason: string) => void,
): TemplateResult | typeof nothing {
  if (!said) return nothing;
  const texts = { kept: strings.thanks, lost: strings.notTaken, sending: strings.sending };
  if (said.state !== 'asking') return html`<p class="notice" role="status">${texts[said.state]}</p>`;
  const submit = (event: Event) => {
    event.preventDefault();
    const words = String(new FormData(event.currentTarget as HTMLFormElement).get('reason')).trim();
    if (words !== '') give(words);
  };
  return html`<form class="reasons" aria-label=${strings.whyNot} @submit=${submit}>
    <span class="lead" aria-hidden="true">${strings.whyNot}</span>
    ${reasons.map((reason) => html`<button type="button" class="choice" @click=${() => give(reason)}>${reason}</button>`)}
    <input name="reason" maxlength="500" autocomplete="off" aria-label=${strings.otherReason} placeholder=${strings.otherReason}>
    <button type="submit" class="quiet">${strings.send}</button>
  </form>`;
}
