import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Source } from '../answer.ts';
import * as strings from '../strings.ts';
import type { Decision, Opened } from './decision.ts';
import { short } from './matrix.ts';
import { rated, unrated } from './profile.ts';
import type { Criterion, Evidence } from './recommendation.ts';
import type { Doing } from './view.ts';

/** All that a cell rests on, and the asker's own rating of it. */
export function evidence(decision: Decision, opened: Opened, doing: Doing): TemplateResult {
  const { technology, criterion, found, problem } = opened;
  const heading = `${decision.called(technology)}: ${decision.called(criterion)}`;
  const [cell] = found?.cells ?? [];
  const records = cell?.evidence ?? [];
  return html`<section class="evidence" id="evidence" tabindex="-1" aria-label=${heading}>
    <div class="head">
      <h4>${heading}</h4>
      <button type="button" class="quiet" @click=${doing.close}>${strings.close}</button>
    </div>
    ${problem === null ? nothing : html`<p role="alert">${problem}</p>`}
    ${found === null && problem === null ? html`<p class="note">${strings.loading}</p>` : nothing}
    ${records.length > 0 ? html`<ul>${records.map((record) => sentence(record, found!.sources, doing))}</ul>` : nothing}
    ${
      found && records.length === 0
        ? html`<p>${found.gaps.length > 0 ? found.gaps.map(({ reason }) => strings.lookedFor(reason)).join(' ') : strings.noneRecorded}</p>`
        : nothing
    }
    ${rubric(decision.criteria.get(criterion))}
    ${ownRating(decision, opened, doing)}
  </section>`;
}

function sentence(record: Evidence, sources: readonly (Source & { id: string })[], { sourcePage }: Doing): TemplateResult {
  const source = sources.find(({ id }) => id === record.source);
  const { quote, rating, condition, basis, asOf } = record;
  const facts = [
    strings.bases[basis] ?? basis,
    `${strings.asOf.toLowerCase()} ${strings.day(asOf)}`,
    ...(rating ? [strings.rates(short(rating[0]), short(rating[1]))] : []),
    ...(condition ? [`${strings.holds.toLowerCase()}: ${condition}`] : []),
  ];
  return html`<li>
    <blockquote>“${quote}”</blockquote>
    <p class="note">${
      source
        ? html`${strings.summaryOf}<cite>${source.title}</cite>, ${source.publisher}, ${source.date ? strings.day(source.date) : strings.undated}. `
        : nothing
    }${capital(facts.join('; '))}. <a href=${sourcePage(record)}>${strings.inContext}</a></p>
  </li>`;
}

function rubric(criterion: Criterion | undefined): TemplateResult | typeof nothing {
  if (!criterion) return nothing;
  return html`<details class="rubric">
    <summary>${strings.marks}</summary>
    <dl>${Object.entries(criterion.rubric).map(([mark, text]) => html`<div><dt>${mark}</dt><dd>${text}</dd></div>`)}</dl>
  </details>`;
}

/** The asker's own rating, which takes the place of what the evidence says, and is shown as theirs. */
function ownRating(decision: Decision, { technology, criterion }: Opened, { change }: Doing): TemplateResult {
  const { profile } = decision;
  const own = profile.overrides.find((one) => one.technology === technology && one.criterion === criterion);
  const submit = (event: Event) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget as HTMLFormElement);
    const rating = Number(given.get('rating'));
    const why = String(given.get('why')).trim();
    if (why !== '') change(rated(profile, { technology, criterion, rating: [rating, rating], by: strings.you, why }));
  };
  return html`<form class="rate" aria-label=${strings.rateYourself} @submit=${submit}>
    <span aria-hidden="true">${strings.rateYourself}</span>
    ${own ? html`<p class="note">${strings.ratedByYou(short(own.rating[0]), short(own.rating[1]), own.why ?? '')}</p>` : nothing}
    <label>${strings.ownRating}
      <select name="rating">${[1, 2, 3, 4, 5].map((mark) => html`<option value=${mark} ?selected=${mark === (own?.rating[0] ?? 3)}>${mark}</option>`)}</select>
    </label>
    <label class="why">${strings.ownReason}
      <input name="why" required maxlength="300" autocomplete="off" .value=${own?.why ?? ''}>
    </label>
    <button type="submit" class="choice">${strings.useRating}</button>
    ${own ? html`<button type="button" class="quiet" @click=${() => change(unrated(profile, own))}>${strings.dropRating}</button>` : nothing}
  </form>`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
