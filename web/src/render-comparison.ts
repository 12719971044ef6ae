import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Cell, Comparison, Names, Row } from './answer.ts';
import { card, marker, type Citing } from './render-citation.ts';
import * as strings from './strings.ts';

const BLOCK = 'table';

/** More rows than this are not all shown at once. */
const FEW = 6;

/** Technologies side by side: each cell a rating's interval, in figures and drawn. */
export function comparisonTable(
  { technologies, rows }: Comparison,
  names: Names,
  citing: Citing,
): TemplateResult {
  const drawn = rows.map((row, at) => tableRow(row, at, names, citing));
  const tells = (row: Row) => row.leader !== null || row.cells.some(({ citations }) => citations.length > 0);
  const first = rows.length > FEW && rows.some(tells) ? drawn.filter((_, at) => tells(rows[at]!)) : drawn;
  const rest = drawn.filter((row) => !first.includes(row));
  const table = (shown: TemplateResult[], kind: string) => html`<table class="${kind} ${technologies.length > 3 ? 'many' : ''}">
    <thead>
      <tr>
        <th scope="col">${strings.sideBySide}</th>
        ${technologies.map((id) => html`<th scope="col">${names.technologies.get(id) ?? id}</th>`)}
      </tr>
    </thead>
    <tbody>${shown}</tbody>
  </table>`;
  return html`<div class="comparison">
    <div class="wide" role="region" tabindex="0" aria-label=${strings.sideBySide}>
      ${table(first, 'first')}
      ${
        rest.length > 0
          ? html`<details><summary>${strings.more(rest.length)}</summary>${table(rest, 'rest')}</details>`
          : nothing
      }
    </div>
    ${card(citing, BLOCK)}
    <p class="legend">${strings.ratings}</p>
  </div>`;
}

function tableRow(row: Row, at: number, names: Names, citing: Citing): TemplateResult {
  const { criterion, leader, firmness, cells } = row;
  const leading = leader && strings.ahead(names.technologies.get(leader) ?? leader, firmness);
  return html`<tr>
    <th scope="row">
      ${capital(names.criteria.get(criterion) ?? criterion)}
      <small>${leading ?? strings.noLeader}</small>
    </th>
    ${cells.map((cell, column) =>
      tableCell(cell, cell.technology === leader, citing, at * cells.length + column),
    )}
  </tr>`;
}

function tableCell({ rating, citations }: Cell, leads: boolean, citing: Citing, at: number) {
  if (rating === null) return html`<td class="gap">${strings.noEvidence}</td>`;
  const [low, high] = rating;
  return html`<td class=${leads ? 'leads' : nothing}>
    ${bar(low, high)}<span class="figures">${strings.rating(short(low), short(high))}</span
    >${citations.map((number) => marker(citing, BLOCK, at, number))}
  </td>`;
}

/** A rating's interval on the scale from 1 to 5. */
function bar(low: number, high: number): TemplateResult {
  const at = (rating: number) => 4 + ((rating - 1) / 4) * 72;
  return html`<svg class="bar-drawn" viewBox="0 0 80 8" width="80" height="8" aria-hidden="true">
    ${svg`<path class="track" d="M4 4H76"/>`}
    ${svg`<path class="range" d="M${at(low)} 4H${Math.max(at(high), at(low) + 0.01)}"/>`}
  </svg>`;
}

function short(rating: number): string {
  return String(Math.round(rating * 10) / 10);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
