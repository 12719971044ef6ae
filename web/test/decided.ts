/** Decisions as they come over the wire, for tests. */
import { Api } from '../src/api.ts';
import { DecisionApi } from '../src/decision/api.ts';
import { Decision, type Origin } from '../src/decision/decision.ts';
import type { Contribution, Decided, Stated } from '../src/decision/recommendation.ts';
import { citation, FakeAdvisor, json, type Asked } from './wire.ts';

export const PROFILE: Stated = {
  goal: 'build',
  needs: [{ criterion: 'realtime', importance: 'high', from: 'chat app' }],
  constraints: [{ kind: 'team-knows', technology: 'nodejs' }],
  technologies: [],
  overrides: [],
  unknown: [],
};

export function contribution(technology: string, criterion: string, weight: number, more: Partial<Contribution> = {}): Contribution {
  return { technology, criterion, weight, rating: [2, 4], origins: 2, citations: [], ...more };
}

export function decided(more: Partial<Decided> = {}): Decided {
  return {
    profile: PROFILE,
    ranking: [
      { technology: 'nodejs', score: 0.81, low: 0.69, high: 0.91, wins: 0.97 },
      { technology: 'python', score: 0.5, low: 0.3, high: 0.7, wins: 0.03 },
    ],
    firmness: 'firm',
    contributions: [
      contribution('nodejs', 'realtime', 0.6, { rating: [3.06, 5] }),
      contribution('python', 'realtime', 0.6, { origins: 1 }),
      contribution('nodejs', 'startup', 0.4),
      contribution('python', 'startup', 0.4, { rating: [1, 5], origins: 0 }),
    ],
    flips: [{ criterion: 'startup', weightNow: 0.4, weightThen: 0.71, winner: 'python' }],
    split: null,
    excluded: [],
    gaps: [{ technology: 'python', criterion: 'startup' }],
    nextQuestion: null,
    settled: true,
    proven: false,
    asOf: '2026-12-01',
    citations: [citation(1)],
    ...more,
  };
}

const CRITERIA = { criteria: [{ id: 'realtime', name: 'real-time traffic', rubric: { 1: 'Poorly.', 3: 'So so.', 5: 'Well.' } }] };

/** An advisor that recommends by hand, and a decision that asks it. */
export function deciding(recommend: (profile: Stated) => Response | Promise<Response>, conversation: string | null = 'c_1', give = (profile: Stated): Response => json(profile)) {
  const advisor = new FakeAdvisor(({ path, body }: Asked) => {
    if (path === '/api/recommendations') return recommend(body as unknown as Stated);
    if (path === '/api/criteria') return json(CRITERIA);
    if (path.startsWith('/api/matrix')) return json({ cells: [], gaps: [{ reason: 'Looked for it.' }], sources: [] });
    return give(body as unknown as Stated);
  });
  const origin: Origin = { conversation, question: 'Which?', profile: PROFILE };
  let changes = 0;
  const decision = new Decision(new DecisionApi(new Api(new URL('/', location.href).href)), origin, () => changes++);
  return { advisor, decision, changes: () => changes };
}

export function profiles({ asked }: FakeAdvisor): Stated[] {
  return asked.filter(({ path }) => path === '/api/recommendations').map(({ body }) => body as unknown as Stated);
}
