/** Changes to what is known of whoever decides: a profile in, a profile out. Knows nothing of the page. */
import type { Need, Override, Place, Stated } from './recommendation.ts';

/** A share as sliders give it: whole percents. */
const STEP = 0.01;

/** The profile with a criterion counting for exactly this share, as far as other exact shares leave room. */
export function weighed(profile: Stated, criterion: string, share: number): Stated {
  const weight = Math.round(Math.min(share, room(profile, criterion)) / STEP) * STEP;
  return needed(profile, { ...need(profile, criterion), criterion, weight: Number(weight.toFixed(2)) });
}

/** How much a criterion can count for beside the exact shares of others. */
export function room(profile: Stated, criterion: string): number {
  const taken = profile.needs.filter((one) => one.criterion !== criterion).reduce((sum, { weight = 0 }) => sum + weight, 0);
  return Math.max(0, Math.floor((1 - taken) / STEP + 1e-6) * STEP);
}

/** The profile with a criterion counting for what it did before any share of it was set. */
export function unweighed(profile: Stated, criterion: string): Stated {
  const { weight: _, ...before } = need(profile, criterion) ?? { criterion };
  return before.importance ? needed(profile, before) : { ...profile, needs: others(profile, criterion) };
}

/** The profile without a need, which then counts as everything unmentioned does. */
export function withoutNeed(profile: Stated, criterion: string): Stated {
  return { ...profile, needs: others(profile, criterion) };
}

/** The profile without its constraint at a place of the list. */
export function withoutConstraint(profile: Stated, at: number): Stated {
  return { ...profile, constraints: profile.constraints.filter((_, place) => place !== at) };
}

/** The profile with a cell rated by the asker, instead of whatever they said of it before. */
export function rated(profile: Stated, override: Override): Stated {
  return { ...profile, overrides: [...unrated(profile, override).overrides, override] };
}

/** The profile with a cell as the evidence rates it. */
export function unrated(profile: Stated, { technology, criterion }: Place): Stated {
  return {
    ...profile,
    overrides: profile.overrides.filter((one) => one.technology !== technology || one.criterion !== criterion),
  };
}

function needed(profile: Stated, need: Need): Stated {
  return { ...profile, needs: [...others(profile, need.criterion), need] };
}

function need(profile: Stated, criterion: string): Need | undefined {
  return profile.needs.find((one) => one.criterion === criterion);
}

function others(profile: Stated, criterion: string): readonly Need[] {
  return profile.needs.filter((one) => one.criterion !== criterion);
}
