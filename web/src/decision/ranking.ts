import { html, nothing, svg, type TemplateResult } from 'lit/html.js';
import * as strings from '../strings.ts';
import type { Decision } from './decision.ts';
import type { Rank } from './recommendation.ts';

const WIDTH = 240;
const EDGE = 6;

/** Which technology comes first, how far each score may be off, and how often each comes first. */
export function rankingTable(decision: Decision, ask: (message: string) => void): TemplateResult {
  const { ranking, split, excluded } = decision.decided!;
  const low = Math.min(...ranking.map((one) => one.low));
  const high = Math.max(...ranking.map((one) => one.high));
  const place = (score: number) => EDGE + ((score - low) / (high - low || 1)) * (WIDTH - 2 * EDGE);
  const { technology, score, wins } = strings.rankingColumns;
  return html`<table class="ranking">
      <thead>
        <tr><th scope="col">${technology}</th><th scope="col">${score}</th><th scope="col">${wins}</th></tr>
      </thead>
      <tbody>
        ${ranking.map((rank, at) => {
          const name = decision.called(rank.technology);
          return html`<tr class=${at === 0 ? 'first' : nothing}>
            <th scope="row">${name}${
              at === 0
                ? nothing
                : html`<button type="button" class="quiet screen" @click=${() => ask(strings.whyNotThis(name))} aria-label=${strings.whyNotThis(name)}>${strings.whyNotShort}</button>`
            }</th>
            <td>${interval(rank, place)}<span class="figures">${strings.scored(rank.score, rank.low, rank.high)}</span></td>
            <td class="figures">${strings.percent(rank.wins)}</td>
          </tr>`;
        })}
      </tbody>
    </table>
    ${split && html`<p class="note">${strings.split(split.parts.map((one) => strings.part(decision.called(one.technology), one.criteria.map((id) => decision.called(id)))), split.score)}</p>`}
    ${excluded.map((one) => html`<p class="note">${strings.leftOut(decision.called(one.technology), one.constraint, one.owner)}</p>`)}`;
}

function interval({ score, low, high }: Rank, place: (score: number) => number): TemplateResult {
  return html`<svg class="interval" viewBox="0 0 ${WIDTH} 16" preserveAspectRatio="none" aria-hidden="true">
    ${svg`<path class="track" d="M${EDGE} 8H${WIDTH - EDGE}"/><path class="range" d="M${place(low)} 8H${place(high)}"/>
    <path class="score" d="M${place(score)} 2V14"/>`}
  </svg>`;
}
