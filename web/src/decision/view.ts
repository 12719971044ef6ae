import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Citation } from '../answer.ts';
import * as strings from '../strings.ts';
import type { Decision } from './decision.ts';
import { matrixTable } from './matrix.ts';
import { rankingTable } from './ranking.ts';
import type { Place, Stated } from './recommendation.ts';
import { nextQuestion, whatYouSaid } from './said.ts';

/** What can be done with a decision. */
export interface Doing {
  /** Wants another profile. */
  readonly change: (profile: Stated) => void;
  readonly toggle: (place: Place) => void;
  readonly close: () => void;
  /** Asks the advisor, in the conversation. */
  readonly ask: (message: string) => void;
  readonly record: (type: 'text/markdown' | 'application/json') => void;
  readonly print: () => void;
  readonly sourcePage: (span: { document: string; version: string; start: number; end: number }) => string;
  /** What came of making a record. */
  readonly said: string | null;
}

/** A decision, from what comes first to what it rests on. */
export function decisionView(decision: Decision, doing: Doing): TemplateResult {
  const { decided, problem, origin } = decision;
  if (!decided || !decision.named) return html`<p class="note" role="status">${problem ?? strings.loading}</p>`;
  const { change, ask } = doing;
  const inConversation = origin.conversation !== null;
  return html`<header>
      <p class="kicker">${strings.decision}</p>
      <h2>${verdict(decision)}</h2>
      <p class="context print">“${origin.question}”</p>
      <p>${firmness(decision)}</p>
      <p class="unseen" role="status">${decision.isChanged ? strings.nowAhead(verdict(decision)) : ''}</p>
      ${problem === null ? nothing : html`<p class="problem" role="alert">${problem} <button type="button" class="quiet" @click=${() => void decision.follow()}>${strings.tryAgain}</button></p>`}
      <div class="tools screen">
        ${decision.isChanged ? html`<button type="button" class="quiet" @click=${() => change(origin.profile)}>${strings.startOver}</button>` : nothing}
        ${
          inConversation
            ? html`<button type="button" class="quiet" @click=${() => doing.record('text/markdown')}>${strings.recordAs.markdown}</button>
                <button type="button" class="quiet" @click=${() => doing.record('application/json')}>${strings.recordAs.json}</button>`
            : nothing
        }
        <button type="button" class="quiet" @click=${doing.print}>${strings.recordAs.print}</button>
      </div>
      ${doing.said === null ? nothing : html`<p class="note screen" role="status">${doing.said}</p>`}
    </header>
    <section><h3>${strings.ranking}</h3>${rankingTable(decision, ask)}</section>
    ${inConversation ? nextQuestion(decision, ask) : nothing}
    <section><h3>${strings.youSaid}</h3>${whatYouSaid(decision, doing)}</section>
    <section><h3>${strings.matrix}</h3>${matrixTable(decision, doing)}</section>
    <footer class="print">
      <p>${strings.decidedOn(decided.asOf)}</p>
      <ol>${sources(decided.citations).map((text) => html`<li>${text}</li>`)}</ol>
    </footer>`;
}

/** Which one, and how firmly, in words. */
export function verdict(decision: Decision): string {
  const { ranking, firmness } = decision.decided!;
  const [first, second] = ranking.map(({ technology }) => decision.called(technology));
  if (first === undefined) return strings.noDecision;
  return second === undefined ? strings.alone(first) : (strings.verdicts[firmness] ?? strings.verdicts['toss-up']!)(first, second);
}

function firmness(decision: Decision): string {
  const { ranking, settled, proven } = decision.decided!;
  const [first] = ranking;
  if (!first || ranking.length === 1) return '';
  const open = proven ? strings.settled.proven : settled ? strings.settled.settled : strings.settled.open;
  return `${strings.firstIn(decision.called(first.technology), first.wins)} ${open}`;
}

/** What the cells rest on, each source once. */
function sources(citations: readonly Citation[]): string[] {
  const named = citations.flatMap(({ source }) =>
    source ? [`${source.title}, ${source.publisher}, ${source.date ? strings.day(source.date) : strings.undated}`] : [],
  );
  return [...new Set(named)];
}
