// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { rated, room, unrated, unweighed, weighed, withoutConstraint, withoutNeed } from '../src/decision/profile.ts';
import type { Stated } from '../src/decision/recommendation.ts';
import * as strings from '../src/strings.ts';
import { decided, deciding, PROFILE, profiles } from './decided.ts';
import { json, type FakeAdvisor } from './wire.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function reach(advisor: FakeAdvisor): void {
  vi.stubGlobal('fetch', advisor.fetch);
}

const answered = (profile: Stated) => json(decided({ profile }));

describe('a change', () => {
  it('is asked about once it rests, however often a slider moved', async () => {
    const { advisor, decision } = deciding(answered);
    reach(advisor);
    await decision.open();
    for (const share of [0.1, 0.2, 0.3]) decision.want(weighed(decision.profile, 'startup', share));
    expect(profiles(advisor)).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(100);
    expect(profiles(advisor)).toHaveLength(2);
    expect(decision.decided!.profile.needs).toContainEqual({ criterion: 'startup', weight: 0.3 });
    expect(decision.isChanged).toBe(true);
  });

  it('while another is asked about waits for it: never are two under way, and the last one is shown', async () => {
    let under = 0;
    let most = 0;
    const { advisor, decision } = deciding(async (profile) => {
      most = Math.max(most, ++under);
      await new Promise((resolve) => setTimeout(resolve, 300));
      under--;
      return answered(profile);
    });
    reach(advisor);
    void decision.open();
    await vi.advanceTimersByTimeAsync(310);
    for (let share = 10; share <= 60; share += 10) {
      decision.want(weighed(decision.profile, 'startup', share / 100));
      await vi.advanceTimersByTimeAsync(120);
    }
    await vi.advanceTimersByTimeAsync(1000);
    expect(most).toBe(1);
    expect(profiles(advisor).length).toBeLessThan(7);
    expect(decision.decided!.profile.needs).toContainEqual({ criterion: 'startup', weight: 0.6 });
  });

  it('that cannot be decided on says why, and is taken back', async () => {
    const { advisor, decision } = deciding((profile) =>
      profile.constraints.length === 0 ? json({ detail: 'Everything is ruled out.' }, 422) : answered(profile),
    );
    reach(advisor);
    await decision.open();
    decision.want(withoutConstraint(decision.profile, 0));
    await vi.advanceTimersByTimeAsync(100);
    expect(decision.problem).toBe('Everything is ruled out.');
    expect(decision.profile).toBe(PROFILE);
    expect(decision.decided!.profile.constraints).toHaveLength(1);
  });

  it('that could not be asked about stays wanted, and can be asked again', async () => {
    let isAway = false;
    const { advisor, decision } = deciding((profile) => {
      if (isAway) throw new TypeError('away');
      return answered(profile);
    });
    reach(advisor);
    await decision.open();
    isAway = true;
    decision.want(weighed(decision.profile, 'startup', 0.5));
    await vi.advanceTimersByTimeAsync(100);
    expect(decision.problem).toBe(strings.unreachable);
    expect(decision.decided!.profile).toEqual(PROFILE);
    isAway = false;
    await decision.follow();
    expect(decision.problem).toBeNull();
    expect(decision.decided!.profile.needs).toContainEqual({ criterion: 'startup', weight: 0.5 });
  });

  it('leaves rows and columns where they are', async () => {
    const { advisor, decision } = deciding((profile) => {
      const whole = decided({ profile });
      return json(profile === undefined || profile.needs.length === 1 ? whole : { ...whole, ranking: whole.ranking.toReversed(), contributions: whole.contributions.toReversed() });
    });
    reach(advisor);
    await decision.open();
    decision.want(weighed(decision.profile, 'startup', 0.9));
    await vi.advanceTimersByTimeAsync(100);
    expect(decision.decided!.ranking[0]!.technology).toBe('python');
    expect(decision.rows).toEqual(['realtime', 'startup']);
    expect(decision.columns).toEqual(['nodejs', 'python']);
  });
});

describe('the conversation', () => {
  it('is told of what was changed, once it is calm', async () => {
    const { advisor, decision } = deciding(answered);
    reach(advisor);
    await decision.open();
    await vi.advanceTimersByTimeAsync(1000);
    expect(advisor.log.filter((line) => line.startsWith('PUT'))).toEqual([]);
    decision.want(weighed(decision.profile, 'startup', 0.5));
    await vi.advanceTimersByTimeAsync(1000);
    expect(advisor.asked.at(-1)).toMatchObject({ method: 'PUT', path: '/api/conversations/c_1/profile', body: { needs: decision.profile.needs } });
    await decision.tell();
    expect(advisor.log.filter((line) => line.startsWith('PUT'))).toHaveLength(1);
  });

  it('is told again where it could not be told once', async () => {
    let isAway = true;
    const { advisor, decision } = deciding(answered, 'c_1', (profile) => (isAway ? json({ detail: 'Not now.' }, 503) : json(profile)));
    reach(advisor);
    await decision.open();
    decision.want(weighed(decision.profile, 'startup', 0.5));
    await vi.advanceTimersByTimeAsync(1000);
    await expect(decision.tell()).rejects.toThrow('Not now.');
    isAway = false;
    await decision.tell();
    await decision.tell();
    expect(advisor.log.filter((line) => line.startsWith('PUT'))).toHaveLength(3);
  });

  it('is told nothing by a decision that is no longer looked at', async () => {
    const { advisor, decision } = deciding(answered);
    reach(advisor);
    await decision.open();
    decision.want(weighed(decision.profile, 'startup', 0.5));
    await vi.advanceTimersByTimeAsync(100);
    decision.want(weighed(decision.profile, 'startup', 0.6));
    decision.leave();
    await vi.advanceTimersByTimeAsync(1000);
    expect(advisor.log.filter((line) => line.startsWith('PUT'))).toEqual([]);
    expect(profiles(advisor)).toHaveLength(2);
  });

  it('of someone else is not', async () => {
    const { advisor, decision } = deciding(answered, null);
    reach(advisor);
    await decision.open();
    decision.want(weighed(decision.profile, 'startup', 0.5));
    await vi.advanceTimersByTimeAsync(1000);
    expect(advisor.log.filter((line) => line.startsWith('PUT'))).toEqual([]);
  });
});

describe('a cell', () => {
  it('shows its evidence when it is asked for, and no more when it is asked for again', async () => {
    const { advisor, decision } = deciding(answered);
    reach(advisor);
    await decision.open();
    await decision.toggle({ technology: 'python', criterion: 'startup' });
    expect(advisor.log.at(-1)).toBe('GET /api/matrix?technology=python&criterion=startup');
    expect(decision.opened).toMatchObject({ technology: 'python', found: { gaps: [{ reason: 'Looked for it.' }] }, problem: null });
    await decision.toggle({ technology: 'python', criterion: 'startup' });
    expect(decision.opened).toBeNull();
  });
});

describe('a profile', () => {
  const both = weighed(weighed(PROFILE, 'startup', 0.7), 'hiring', 0.6);

  it('has shares that never add up to more than everything', () => {
    expect(both.needs).toContainEqual({ criterion: 'hiring', weight: 0.3 });
    expect(room(both, 'hiring')).toBeCloseTo(0.3);
    expect(room(PROFILE, 'hiring')).toBe(1);
  });

  it('forgets a share, and then counts as it was said before', () => {
    const set = weighed(PROFILE, 'realtime', 0.2);
    expect(set.needs).toEqual([{ criterion: 'realtime', importance: 'high', from: 'chat app', weight: 0.2 }]);
    expect(unweighed(set, 'realtime').needs).toEqual(PROFILE.needs);
    expect(unweighed(both, 'hiring').needs.map(({ criterion }) => criterion)).not.toContain('hiring');
  });

  it('has one own rating of a cell at most', () => {
    const place = { technology: 'python', criterion: 'startup' };
    const twice = rated(rated(PROFILE, { ...place, rating: [1, 1], why: 'slow' }), { ...place, rating: [5, 5], why: 'measured' });
    expect(twice.overrides).toEqual([{ ...place, rating: [5, 5], why: 'measured' }]);
    expect(unrated(twice, place).overrides).toEqual([]);
  });

  it('loses what is taken out, and nothing else', () => {
    expect(withoutNeed(both, 'startup').needs.map(({ criterion }) => criterion)).toEqual(['realtime', 'hiring']);
    expect(withoutConstraint(PROFILE, 0)).toEqual({ ...PROFILE, constraints: [] });
  });
});
