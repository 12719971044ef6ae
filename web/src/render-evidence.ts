import { html, nothing, type TemplateResult } from 'lit';
import type { Citation } from './answer.ts';
import { flags, sides } from './evidence.ts';
import { card, marker, whose, type Citing } from './render-citation.ts';
import * as strings from './strings.ts';
import type { Turn } from './transcript.ts';

const CLAIMS = 'claims';
const SIDES = 'sides';

/** Each thing that was claimed, with what the corpus finds of it. */
export function claims({ claims }: Turn, citing: Citing, heading: (text: string) => TemplateResult) {
  if (claims.length === 0) return nothing;
  return html`<section class="claims">
    ${heading(strings.claims)}
    <ul>
      ${claims.map(
        ({ text, finding, citations }, at) => html`<li>
          <span class="finding ${finding}">${strings.findings[finding] ?? finding}</span>
          <span>${text}${citations.map((number) => marker(citing, CLAIMS, at, number))}</span>
        </li>`,
      )}
    </ul>
    ${card(citing, CLAIMS)}
  </section>`;
}

/** What an answer rests on beside what speaks against it, where a source does. */
export function bothSides({ sentences, citations }: Turn, citing: Citing): TemplateResult | typeof nothing {
  const found = sides(sentences, citations);
  if (!found) return nothing;
  const { rests, lead, against, disagree } = found;
  const side = (heading: string, citations: readonly Citation[], at: number) => html`<div>
    <div class="lead">${heading}</div>
    ${citations.map(
      (citation) => html`<figure>
        <blockquote>“${citation.quote}”${marker(citing, SIDES, at, citation.number)}</blockquote>
        <figcaption class="whose">${whose(citation, false)}${flagged([citation])}</figcaption>
      </figure>`,
    )}
  </div>`;
  return html`<details class="sides" ?open=${disagree}>
    <summary>${disagree ? strings.sourcesDiffer : strings.bothSides}</summary>
    <div class="two">${side(strings.rests, rests, 0)}${side(lead, against, 1)}</div>
    ${card(citing, SIDES)}
  </details>`;
}

/** What weakens evidence, to be seen at a glance. */
export function flagged(citations: readonly Citation[]): TemplateResult | typeof nothing {
  const found = flags(citations);
  return found.length === 0 ? nothing : html` <span class="flag">${found.join(' · ')}</span>`;
}
