import { html, nothing, type TemplateResult } from 'lit';
import type { Citation, Source } from './answer.ts';
import type { Feedback } from './feedback.ts';
import { close } from './icons.ts';
import { opinion } from './render-tools.ts';
import * as strings from './strings.ts';

/** Where an open citation was opened: in which turn, at which of its markers. */
export interface Opened {
  readonly turn: number;
  /** The marker's place in the turn, and where its card is drawn. */
  readonly place: string;
  readonly block: string;
  readonly number: number;
}

/** What a turn's citations need to be drawn and opened. */
export interface Citing {
  readonly turn: number;
  readonly citations: readonly Citation[];
  readonly opened: Opened | null;
  /** Where a citation is looked at in passing. */
  readonly glimpsed: Opened | null;
  readonly glimpse: (opened: Opened, event: Event) => void;
  readonly leave: () => void;
  /** The answer they belong to, and what is said of them. */
  readonly answer: string | null;
  readonly feedback: Feedback;
  /** Opens a citation, or closes the one that is open. */
  readonly toggle: (opened: Opened) => void;
  readonly close: () => void;
  /** The address of a span's page. */
  readonly sourcePage: (citation: Citation) => string;
}

/** The button after a claim that opens its source. */
export function marker(citing: Citing, block: string, at: number, number: number): TemplateResult {
  const place = `${block}-${at}-${number}`;
  const { opened, glimpsed, turn } = citing;
  const here = { turn, place, block, number };
  const is = (one: Opened | null) => one?.turn === turn && one.place === place;
  const isOpen = is(opened);
  const glimpse = (event: Event) => citing.glimpse(here, event);
  return html`<button
    type="button"
    class="marker"
    id="marker-${turn}-${place}"
    aria-label=${strings.source(number)}
    aria-expanded=${isOpen}
    aria-controls=${isOpen ? 'card' : nothing}
    aria-describedby=${is(glimpsed) ? 'glimpse' : nothing}
    @click=${() => citing.toggle(here)}
    @pointerenter=${glimpse} @pointerleave=${citing.leave} @focus=${glimpse} @blur=${citing.leave}
  >${number}</button>`;
}

/** The card of the citation that is open in this block, if one is. */
export function card(citing: Citing, block: string): TemplateResult | typeof nothing {
  const { opened, turn } = citing;
  if (opened === null || opened.turn !== turn || opened.block !== block) return nothing;
  const citation = citing.citations.find(({ number }) => number === opened.number);
  if (!citation) return nothing;
  const { answer, feedback } = citing;
  const { number } = citation;
  return html`<div class="card" part="card" id="card" role="group" tabindex="-1" aria-label=${strings.source(number)}>
    <button type="button" class="icon close" aria-label=${strings.close} @click=${citing.close}>${close}</button>
    ${told(citation, true)}
    <p class="context">${link(citing.sourcePage(citation), strings.inContext)}${
      answer === null
        ? nothing
        : html`<button type="button" class="doubt" @click=${() => feedback.open(answer, number)}>${strings.doubt}</button>`
    }</p>
    ${answer === null ? nothing : opinion(feedback.of(answer, number), strings.doubts, (reason) => void feedback.give(answer, false, reason, number))}
  </div>`;
}

/** What a citation says, whose that is, and how far it reaches. */
export function told(citation: Citation, linked: boolean): TemplateResult {
  return html`<blockquote>“${citation.quote}”</blockquote>
    <p class="whose">${whose(citation, linked)}</p>
    ${facts(citation)}`;
}

/** The sources of a whole answer, closed until they are asked for. */
export function sources(citing: Citing): TemplateResult | typeof nothing {
  const { citations } = citing;
  if (citations.length === 0) return nothing;
  return html`<details class="sources">
    <summary>${strings.sources(citations.length)}</summary>
    <ol>
      ${citations.map(
        (citation) => html`<li value=${citation.number}>
          ${citation.source ? from(citation.source, true) : html`<cite>${citation.title}</cite>`}
        </li>`,
      )}
    </ol>
  </details>`;
}

/** Whose words a citation sums up. */
export function whose({ source, title }: Citation, linked: boolean): TemplateResult {
  return source === null
    ? html`${strings.fromOurPage}<cite>${title}</cite>.`
    : html`${strings.summaryOf}${from(source, linked)}.`;
}

function from({ title, publisher, url, date }: Source, linked: boolean): TemplateResult {
  const isWeb = linked && url !== null && /^https?:\/\//i.test(url);
  const named = isWeb ? link(url!, title) : html`<cite>${title}</cite>`;
  return html`${named}, ${publisher}, ${date ? strings.day(date) : strings.undated}`;
}

function facts({ condition, basis, asOf, origins, source }: Citation) {
  const known: (readonly [string, string])[] = [];
  if (condition) known.push([strings.holds, condition]);
  if (basis) known.push([strings.basis, strings.bases[basis] ?? basis]);
  if (asOf) known.push([strings.asOf, strings.day(asOf)]);
  if (origins > 0) known.push([strings.agreement, strings.agreeing(origins)]);
  if (source?.readFrom === 'secondary') known.push([strings.read, strings.readSecondHand]);
  if (known.length === 0) return nothing;
  return html`<dl>
    ${known.map(([name, value]) => html`<div><dt>${name}:</dt> <dd>${value}</dd></div>`)}
  </dl>`;
}

/** A link out of the conversation, which must not end with it. */
export function link(address: string, text: string): TemplateResult {
  return html`<a href=${address} target="_blank" rel="noreferrer">${text}<span class="unseen"> ${strings.newTab}</span></a>`;
}
