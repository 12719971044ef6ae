import { html, nothing, type TemplateResult } from 'lit';
import type { Names, Profile, Sentence } from './answer.ts';
import { cited } from './evidence.ts';
import { card, link, marker, sources, type Citing } from './render-citation.ts';
import { comparisonTable } from './render-comparison.ts';
import { bothSides, claims, flagged } from './render-evidence.ts';
import { tools, type Tooling } from './render-tools.ts';
import { showsCarried, understood } from './render-understood.ts';
import * as strings from './strings.ts';
import type { Turn } from './transcript.ts';

/** What a turn needs beside itself to be drawn. */
export interface Setting extends Tooling {
  readonly citing: Citing;
  readonly names: Names;
  /** The question's level among the page's headings. */
  readonly level: number;
  readonly ask: (message: string, profile?: Profile) => void;
  readonly askAgain: () => void;
  /** The address of a document's page. */
  readonly documentPage: (id: string) => string;
}

/** A question and its answer. */
export function turnArticle(turn: Turn, at: number, setting: Setting): TemplateResult {
  const { citing, isLast, level, names, ask, busy } = setting;
  const waiting = turn.state === 'waiting';
  const notices = turn.notices.filter(({ code }) => !(code === 'carried-over' && showsCarried(turn)));
  return html`<article class="turn" aria-labelledby="question-${at}" aria-busy=${waiting}>
    <div class="asked" part="question" id="question-${at}" role="heading" aria-level=${level} tabindex="-1"
      ><span class="unseen">${strings.asked}: </span>${turn.question}</div>
    ${understood(turn, { names, ask, open: isLast && !busy && turn.state === 'done' })}
    <div class="prose" part="answer">${prose(turn.sentences, citing)}${
      waiting && turn.sentences.length === 0 ? html`<p class="looking">${strings.looking}</p>` : nothing
    }</div>
    ${isLast && !busy ? choices(turn, setting) : nothing}
    ${claims(turn, citing, (text) => heading(text, level + 1))}
    ${bothSides(turn, citing)}
    ${waiting ? nothing : turn.comparison && comparisonTable(turn.comparison, names, citing)}
    ${nearest(turn, setting)}
    ${turn.state === 'done' ? sources(citing) : nothing}
    ${notices.map(({ text }) => html`<p class="notice">${text}</p>`)}
    ${turn.model === null ? nothing : html`<p class="notice">${strings.writtenBy(turn.model)}</p>`}
    ${turn.problem === null ? nothing : problem(turn.problem, isLast ? setting.askAgain : null)}
    ${tools(turn, setting)}
    ${isLast && !busy ? next(turn, setting) : nothing}
  </article>`;
}

const LONGEST_WORD = 30;

/** Paragraphs and lists, as the sentences' `before` says. */
function prose(sentences: readonly Sentence[], citing: Citing): TemplateResult[] {
  const parts: TemplateResult[] = [];
  const blocks = blocksOf(sentences);
  for (let at = 0; at < blocks.length; ) {
    if (!isItem(blocks[at])) {
      parts.push(html`<p>${said(blocks[at]!, citing, at)}</p>${card(citing, String(at))}`);
      at++;
      continue;
    }
    const items: TemplateResult[] = [];
    for (; isItem(blocks[at]); at++) {
      items.push(html`<li>${said(blocks[at]!, citing, at)}${card(citing, String(at))}</li>`);
    }
    parts.push(html`<ul>${items}</ul>`);
  }
  return parts;
}

type Block = readonly Sentence[];

function blocksOf(sentences: readonly Sentence[]): Block[] {
  const blocks: Sentence[][] = [];
  for (const sentence of sentences) {
    const block = blocks.at(-1);
    if (block && !sentence.before.includes('\n')) block.push(sentence);
    else blocks.push([sentence]);
  }
  return blocks;
}

function isItem(block: Block | undefined): boolean {
  return block?.[0]?.before.includes('- ') ?? false;
}

function said(block: Block, citing: Citing, at: number) {
  return block.map(
    (sentence, place) =>
      html`${place > 0 ? ' ' : ''}<span class="part-${sentence.part}">${claim(sentence, citing, at, place)}</span>`,
  );
}

/** A sentence and its markers; the first marker stays on the line of the last word. */
function claim({ text, citations, basis }: Sentence, citing: Citing, block: number, place: number) {
  const weak = basis === 'source' ? flagged(cited(citing.citations, citations)) : nothing;
  const markers = citations.map((number) => marker(citing, String(block), place, number));
  const cut = text.lastIndexOf(' ') + 1;
  // a word that is longer than any word may break
  const isWord = text.length - cut < LONGEST_WORD && text.indexOf('`') < 0;
  const breaks = isWord && markers.length > 0 ? cut : text.length;
  const [first, ...more] = markers;
  return html`${coded(text.slice(0, breaks))}<span class="keep">${text.slice(breaks)}${first}</span>${more}${weak}`;
}

/** Text with `code` in its own element. */
function coded(text: string) {
  return text.split('`').map((part, at) => (at % 2 === 1 ? html`<code>${part}</code>` : part));
}

function nearest(turn: Turn, { documentPage, level }: Setting) {
  if (turn.nearest.length === 0) return nothing;
  return html`<section class="nearest">
    ${heading(strings.nearest, level + 1)}
    <ul>
      ${turn.nearest.map(
        ({ document, title, heading }) =>
          html`<li>${link(documentPage(document), title)}${heading && html`<span>${heading}</span>`}</li>`,
      )}
    </ul>
  </section>`;
}

function problem(text: string, again: (() => void) | null): TemplateResult {
  return html`<div class="problem" role="alert">
    <p>${text}</p>
    ${again && html`<button type="button" class="quiet" @click=${again}>${strings.askAgain}</button>`}
  </div>`;
}

function choices({ choices }: Turn, { ask }: Setting) {
  if (choices.length === 0) return nothing;
  return html`<div class="choices" role="group" aria-label=${strings.choices}>
    ${choices.map(
      ({ label, message }) =>
        html`<button type="button" class="choice" @click=${() => ask(message)}>${label}</button>`,
    )}
  </div>`;
}

function next({ suggestions }: Turn, { ask, level }: Setting) {
  if (suggestions.length === 0) return nothing;
  return html`<section class="next">
    ${heading(strings.next, level + 1)}
    <ul>
      ${suggestions.map(
        (text) =>
          html`<li><button type="button" class="suggestion" @click=${() => ask(text)}>${text}</button></li>`,
      )}
    </ul>
  </section>`;
}

function heading(text: string, level: number): TemplateResult {
  return html`<div class="heading" role="heading" aria-level=${level}>${text}</div>`;
}
