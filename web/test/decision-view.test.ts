// @vitest-environment happy-dom
import { render } from 'lit/html.js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Decision } from '../src/decision/decision.ts';
import { rated } from '../src/decision/profile.ts';
import type { Decided, Stated } from '../src/decision/recommendation.ts';
import { decisionView, type Doing } from '../src/decision/view.ts';
import * as strings from '../src/strings.ts';
import { contribution, decided, deciding } from './decided.ts';
import { words } from './visit.ts';
import { json } from './wire.ts';

const HOSTILE = '<img src=x onerror="globalThis.broken = 1">';

let place: HTMLElement;
let wanted: Stated[];
let asked: string[];
const decisions: Decision[] = [];

beforeEach(() => {
  place = document.createElement('div');
  document.body.append(place);
  wanted = [];
  asked = [];
});
afterEach(() => {
  for (const decision of decisions.splice(0)) decision.leave();
  place.remove();
  vi.unstubAllGlobals();
});

async function shown(more: Partial<Decided> = {}, conversation: string | null = 'c_1'): Promise<Decision> {
  const { advisor, decision } = deciding((profile) => json(decided({ profile, ...more })), conversation);
  vi.stubGlobal('fetch', advisor.fetch);
  decisions.push(decision);
  await decision.open();
  draw(decision);
  return decision;
}

function draw(decision: Decision): void {
  const doing: Doing = {
    change: (profile) => wanted.push(profile),
    toggle: () => undefined,
    close: () => decision.close(),
    ask: (message) => asked.push(message),
    record: () => undefined,
    print: () => undefined,
    sourcePage: ({ document }) => `/sources/${document}`,
    said: null,
  };
  render(decisionView(decision, doing), place);
}

const one = <E extends HTMLElement>(selector: string): E => place.querySelector<E>(selector)!;
const cell = (technology: string, criterion: string): HTMLElement => one(`[data-cell="${technology} ${criterion}"]`);

describe('a decision', () => {
  it('is told in words, as firm as it is', async () => {
    await shown();
    expect(words(one('h2'))).toBe('Node.js, firmly ahead');
    expect(words(one('header'))).toContain('Node.js comes first in 97 %. No single answer that is still open would change that.');
    await shown({ firmness: 'toss-up', settled: false });
    expect(words(one('h2'))).toBe('Too close to call: Node.js or Python');
    expect(words(one('header'))).toContain('What is still open could change that.');
    await shown({ firmness: 'leaning', proven: true });
    expect(words(one('h2'))).toBe('Node.js, somewhat ahead of Python');
    expect(words(one('header'))).toContain('Nothing that is still open would change that.');
  });

  it('ranks in a table that says all that is drawn', async () => {
    const split = { score: 0.9, parts: [{ technology: 'nodejs', criteria: ['realtime'] }, { technology: 'python', criteria: ['startup'] }] };
    await shown({ split, excluded: [{ technology: 'python', constraint: 'not' }, { technology: 'php', constraint: 'policy', owner: 'Platform team' }] });
    const rows = [...place.querySelectorAll('.ranking tbody tr')].map(words);
    expect(rows).toEqual(['Node.js 0.81, from 0.69 to 0.91 97 %', 'PythonWhy not? 0.50, from 0.30 to 0.70 3 %']);
    expect([...place.querySelectorAll('svg')].every((drawing) => drawing.getAttribute('aria-hidden') === 'true')).toBe(true);
    expect(words(place)).toContain('Python is left out: you ruled it out.');
    expect(words(place)).toContain('php is left out: by policy of Platform team.');
    expect(words(place)).toContain('Two parts would do better (0.90): Node.js for real-time traffic; Python for startup.');
    one('.ranking button').click();
    expect(asked).toEqual(['Why not Python?']);
  });

  it('shows in each cell how much is known: one source thin, none hatched, what was said as said', async () => {
    const { contributions } = decided();
    await shown({ contributions: [...contributions, contribution('nodejs', 'team-fit', 0.1, { rating: [5, 5], origins: 0 })] });
    expect(cell('nodejs', 'realtime').getAttribute('aria-label')).toBe('Node.js on real-time traffic: 3.1–5, 2 sources');
    expect(cell('python', 'realtime').parentElement!.className).toBe('thin');
    expect(words(cell('python', 'realtime'))).toContain('one source');
    expect(cell('python', 'startup').parentElement!.className).toBe('gap');
    expect(cell('python', 'startup').querySelector('.hatch')).not.toBeNull();
    expect(cell('python', 'startup').getAttribute('aria-label')).toBe('Python on startup: no evidence');
    expect(words(cell('nodejs', 'team-fit'))).toBe('Node.js 5 by what you said');
  });

  it('marks on a slider where another takes over, and says so to who cannot see it', async () => {
    await shown({ flips: [{ criterion: 'startup', weightNow: 0.4, weightThen: 0.71, winner: 'python' }, { criterion: 'startup', weightNow: 0.4, weightThen: 0.004, winner: 'python' }] });
    const slider = one<HTMLInputElement>('[data-criterion=startup]');
    expect(slider.value).toBe('40');
    expect(slider.getAttribute('aria-valuetext')).toBe('40 %. Python takes over at 71 %. Python takes over below 0.4 %');
    expect([...place.querySelectorAll('.marks path')].map((mark) => mark.getAttribute('d'))).toEqual(['M71 0V10', 'M0.4 0V10']);
  });

  it('wants a share as a slider has it, as far as there is room', async () => {
    const decision = await shown();
    const slider = one<HTMLInputElement>('[data-criterion=startup]');
    slider.value = '55';
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    expect(wanted.at(-1)!.needs).toContainEqual({ criterion: 'startup', weight: 0.55 });
    decision.profile = { ...wanted.at(-1)!, needs: [{ criterion: 'realtime', weight: 0.8 }] };
    draw(decision);
    slider.value = '90';
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    expect(slider.value).toBe('20');
    expect(wanted.at(-1)!.needs).toContainEqual({ criterion: 'startup', weight: 0.2 });
  });

  it('lets what was understood be taken out', async () => {
    await shown();
    const said = [...place.querySelectorAll('.stated li')];
    expect(said.map(words)).toEqual(['real-time traffic: matters a lot from “chat app”', 'your team knows Node.js']);
    said[0]!.querySelector('button')!.click();
    expect(wanted.at(-1)!.needs).toEqual([]);
    said[1]!.querySelector('button')!.click();
    expect(wanted.at(-1)!.constraints).toEqual([]);
  });

  it('asks the next question in the conversation, of whose it is', async () => {
    const nextQuestion = { text: 'What does your team know best?', choices: [{ label: 'Java', message: 'Our team knows Java best.' }] };
    await shown({ nextQuestion });
    one('.next .choice').click();
    expect(asked).toEqual(['Our team knows Java best.']);
    await shown({ nextQuestion }, null);
    expect(place.querySelector('.next')).toBeNull();
    expect(words(place)).not.toContain(strings.recordAs.markdown);
  });

  it('takes an own rating with its reason, and shows it as theirs', async () => {
    const decision = await shown();
    await decision.toggle({ technology: 'python', criterion: 'startup' });
    draw(decision);
    expect(words(one('.evidence'))).toContain('No evidence. Looked for it.');
    one<HTMLSelectElement>('[name=rating]').value = '5';
    one<HTMLInputElement>('[name=why]').value = ' We measured it. ';
    one('.rate').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    const override = { technology: 'python', criterion: 'startup', rating: [5, 5] as const, by: strings.you, why: 'We measured it.' };
    expect(wanted.at(-1)!.overrides).toEqual([override]);

    const profile = rated(decision.profile, override);
    decision.profile = profile;
    decision.decided = decided({ profile });
    draw(decision);
    expect(cell('python', 'startup').parentElement!.className).toBe('own');
    expect(words(cell('python', 'startup'))).toContain('yours');
    expect(words(one('.stated'))).toContain('Python, startup: 5, yours We measured it.');
    expect(words(one('.evidence'))).toContain('Rated 5 by you: We measured it.');
    one('.rate .quiet').click();
    expect(wanted.at(-1)!.overrides).toEqual([]);
  });

  it('gives an own rating no effect without a reason', async () => {
    const decision = await shown();
    await decision.toggle({ technology: 'python', criterion: 'startup' });
    draw(decision);
    one<HTMLInputElement>('[name=why]').value = '  ';
    one('.rate').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    expect(wanted).toEqual([]);
  });

  it('writes whatever comes as text', async () => {
    const decision = await shown({
      ranking: [{ technology: HOSTILE, score: 1, low: 1, high: 1, wins: 1 }],
      contributions: [contribution(HOSTILE, HOSTILE, 1)],
      nextQuestion: { text: HOSTILE, choices: [{ label: HOSTILE, message: HOSTILE }] },
      excluded: [{ technology: HOSTILE, constraint: HOSTILE }],
      split: { score: 1, parts: [{ technology: HOSTILE, criteria: [HOSTILE] }] },
    });
    decision.opened = {
      technology: HOSTILE,
      criterion: HOSTILE,
      problem: HOSTILE,
      found: {
        cells: [{ rating: [1, 1], evidence: [{ document: HOSTILE, version: '', start: 0, end: 1, quote: HOSTILE, rating: null, condition: HOSTILE, asOf: HOSTILE, basis: HOSTILE, source: 's' }] }],
        gaps: [],
        sources: [{ id: 's', title: HOSTILE, publisher: HOSTILE, url: 'javascript:alert(1)', date: HOSTILE, readFrom: 'primary' }],
      },
    };
    draw(decision);
    expect(place.querySelectorAll('img, script')).toHaveLength(0);
    expect(words(one('h2'))).toContain('<img src=x');
    expect([...place.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual([`/sources/${HOSTILE}`]);
  });
});
