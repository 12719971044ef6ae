import { html, nothing, svg, type TemplateResult } from 'lit/html.js';
import * as strings from '../strings.ts';
import { evidence } from './cell.ts';
import { same, type Decision } from './decision.ts';
import { room, unweighed, weighed } from './profile.ts';
import type { Contribution, Flip } from './recommendation.ts';
import type { Doing } from './view.ts';

/** More columns than this are drawn closer together. */
const FEW = 4;

/** Criteria with what they count for, and what the evidence says of each technology on them. */
export function matrixTable(decision: Decision, doing: Doing): TemplateResult {
  const { columns, rows } = decision;
  const winner = decision.decided!.ranking[0]?.technology;
  // the style sheet lays the rows out anew on phones, where a browser forgets that this is a table
  return html`<p class="note">${strings.legend} <span class="screen">${strings.matrixHelp}</span></p>
    <table class="matrix ${columns.length > FEW ? 'many' : ''}" role="table" data-columns=${columns.length}>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col"><span class="unseen">${strings.matrix}</span></th>
          ${columns.map((id) => html`<th role="columnheader" scope="col" class=${id === winner ? 'first' : nothing}>${decision.called(id)}</th>`)}
        </tr>
      </thead>
      <tbody role="rowgroup">${rows.map((criterion) => row(decision, criterion, doing))}</tbody>
    </table>`;
}

function row(decision: Decision, criterion: string, doing: Doing): TemplateResult {
  const { columns, opened } = decision;
  const { contributions } = decision.decided!;
  const own = contributions.filter((one) => one.criterion === criterion);
  const shown = opened?.criterion === criterion ? opened : null;
  return html`<tr role="row" class=${own.length === 0 ? 'silent' : nothing}>
      <th role="rowheader" scope="row">${weight(decision, criterion, own[0]?.weight ?? 0, doing)}</th>
      ${columns.map((technology) => cell(decision, own.find((one) => one.technology === technology), { technology, criterion }, doing))}
    </tr>
    ${shown ? html`<tr role="row" class="opened"><td role="cell" colspan=${columns.length + 1}>${evidence(decision, shown, doing)}</td></tr>` : nothing}`;
}

/** A slider for what a criterion counts for; where another technology would come first is marked on its track. */
function weight(decision: Decision, criterion: string, share: number, { change }: Doing): TemplateResult {
  const { profile } = decision;
  const name = decision.called(criterion);
  const need = profile.needs.find((one) => one.criterion === criterion);
  const isSet = need?.weight !== undefined;
  const value = Math.round((need?.weight ?? share) * 100);
  const flips = decision.decided!.flips.filter((flip) => flip.criterion === criterion);
  const told = flips.map((flip) => strings.takesOver(decision.called(flip.winner), flip.weightThen, flip.weightThen > flip.weightNow));
  const moved = (event: Event) => {
    const slider = event.target as HTMLInputElement;
    // never further than the other shares leave room
    slider.value = String(Math.min(Number(slider.value), Math.round(room(profile, criterion) * 100)));
    change(weighed(profile, criterion, Number(slider.value) / 100));
  };
  return html`<span class="criterion">${name}</span>
    <span class="weight">
      <span class="slide screen">
        ${marks(flips)}
        <input
          type="range" min="0" max="100" step="1" .value=${String(value)} data-criterion=${criterion}
          aria-label=${strings.countsFor(name)} aria-valuetext=${[strings.percent(value / 100), ...told].join('. ')}
          @input=${moved}
        >
      </span>
      <output>${strings.percent(value / 100)}</output>
      ${isSet ? html`<button type="button" class="quiet screen" @click=${() => change(unweighed(profile, criterion))}>${strings.asBefore}<span class="unseen">: ${name}</span></button>` : nothing}
    </span>
    ${told.length > 0 ? html`<span class="flips">${told.join('; ')}</span>` : nothing}`;
}

/** Where on the track of a slider another technology takes over. */
function marks(flips: readonly Flip[]): TemplateResult | typeof nothing {
  if (flips.length === 0) return nothing;
  return html`<svg class="marks" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
    ${flips.map(({ weightThen }) => svg`<path d="M${100 * weightThen} 0V10"/>`)}
  </svg>`;
}

type Kind = 'evident' | 'thin' | 'gap' | 'own' | 'said';

function cell(decision: Decision, found: Contribution | undefined, place: { technology: string; criterion: string }, { toggle }: Doing) {
  if (!found) return html`<td role="cell" class="none"><span class="unseen">${strings.notCounting}</span></td>`;
  const { rating: [low, high], origins } = found;
  const kind = kindOf(decision, found);
  const what = { evident: strings.origins(origins), thin: strings.origins(1), gap: strings.gap, own: strings.yours, said: strings.bySaying }[kind];
  const figures = strings.rating(short(low), short(high));
  const isOpen = decision.opened !== null && same(decision.opened, place);
  const label = strings.cell(decision.called(place.technology), decision.called(place.criterion), kind === 'gap' ? what : `${figures}, ${what}`);
  return html`<td role="cell" class=${kind}>
    <button type="button" class="cell" aria-label=${label} aria-expanded=${isOpen} data-cell="${place.technology} ${place.criterion}" @click=${() => toggle(place)}>
      <span class="who">${decision.called(place.technology)}</span>
      ${drawn(low, high, kind)}
      <span class="figures">${kind === 'gap' ? strings.gap : figures}</span>
      ${kind === 'evident' || kind === 'gap' ? nothing : html`<small>${what}</small>`}
    </button>
  </td>`;
}

function kindOf(decision: Decision, { technology, criterion, origins }: Contribution): Kind {
  const is = (one: { technology: string; criterion: string }) => one.technology === technology && one.criterion === criterion;
  if (decision.decided!.profile.overrides.some(is)) return 'own';
  if (decision.decided!.gaps.some(is)) return 'gap';
  return origins === 0 ? 'said' : origins === 1 ? 'thin' : 'evident';
}

/** A rating's interval on the scale from 1 to 5; where nothing is known, all of it hatched. */
function drawn(low: number, high: number, kind: Kind): TemplateResult {
  const at = (rating: number) => 4 + ((rating - 1) / 4) * 72;
  const hatch = Array.from({ length: 12 }, (_, stroke) => `M${2 + stroke * 6.4} 11L${8 + stroke * 6.4} 1`).join('');
  return html`<svg class="rating" viewBox="0 0 80 12" aria-hidden="true">
    ${kind === 'gap' ? svg`<path class="hatch" d=${hatch}/>` : svg`<path class="track" d="M4 6H76"/><path class="range" d="M${at(low)} 6H${Math.max(at(high), at(low) + 0.01)}"/>`}
  </svg>`;
}

export function short(rating: number): string {
  return String(Math.round(rating * 10) / 10);
}
