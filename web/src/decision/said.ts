import { html, nothing, type TemplateResult } from 'lit/html.js';
import { close } from '../icons.ts';
import * as strings from '../strings.ts';
import type { Decision } from './decision.ts';
import { short } from './matrix.ts';
import { unrated, withoutConstraint, withoutNeed } from './profile.ts';
import type { Need, Stated } from './recommendation.ts';
import type { Doing } from './view.ts';

/** What the advisor understood of whoever asks; each of it can be taken out. */
export function whatYouSaid(decision: Decision, { change }: Doing): TemplateResult {
  const { profile } = decision;
  const item = (text: string, detail: string, without: Stated) => html`<li>
    <span>${text}${detail && html` <small>${detail}</small>`}</span>
    <button type="button" class="icon screen" aria-label=${strings.drop(text)} title=${strings.drop(text)} @click=${() => change(without)}>${close}</button>
  </li>`;
  const items = [
    ...profile.needs.map((need) => item(`${decision.called(need.criterion)}: ${counts(need)}`, words(need.from), withoutNeed(profile, need.criterion))),
    ...profile.constraints.map((one, at) => {
      const name = decision.called(one.technology ?? one.value ?? '');
      return item(strings.constraints[one.kind]?.(name) ?? `${one.kind} ${name}`, '', withoutConstraint(profile, at));
    }),
    ...profile.overrides.map((one) => {
      const place = `${decision.called(one.technology)}, ${decision.called(one.criterion)}`;
      return item(`${place}: ${strings.rating(short(one.rating[0]), short(one.rating[1]))}, ${strings.yours}`, one.why ?? '', unrated(profile, one));
    }),
  ];
  return items.length === 0 ? html`<p class="note">${strings.nothingSaid}</p>` : html`<ul class="stated">${items}</ul>`;
}

function counts({ weight, importance = 'low' }: Need): string {
  return weight === undefined ? strings.importances[importance] : strings.setByYou(weight);
}

function words(from: string | undefined): string {
  const said = from?.replace(/^[\s,;.]+/, '');
  return said ? strings.fromWords(said) : '';
}

/** What would be asked next, with its answers. */
export function nextQuestion({ decided }: Decision, ask: (message: string) => void): TemplateResult | typeof nothing {
  const question = decided!.nextQuestion;
  if (!question) return nothing;
  return html`<section class="next screen">
    <h3>${strings.nextAsked}</h3>
    <p>${question.text}</p>
    <div class="choices">
      ${question.choices.map(({ label, message }) => html`<button type="button" class="choice" @click=${() => ask(message)}>${label}</button>`)}
    </div>
  </section>`;
}
