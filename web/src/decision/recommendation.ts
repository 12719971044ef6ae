/** The shapes of a decision, as the server's `RecommendationJson` and `ProfileJson` write them. */
import type { Citation, Importance, Profile, Recommendation, Source } from '../answer.ts';

/** Something that matters: by its importance, or by its exact share of everything that counts. */
export interface Need {
  readonly criterion: string;
  readonly importance?: Importance;
  readonly weight?: number;
  /** The words it was read from. */
  readonly from?: string;
}

/** A cell as the asker rates it. */
export interface Override {
  readonly technology: string;
  readonly criterion: string;
  readonly rating: readonly [number, number];
  readonly by?: string;
  readonly why?: string;
}

/** All that is known of whoever has to decide. */
export interface Stated extends Profile {
  readonly goal: 'build' | 'learn';
  readonly needs: readonly Need[];
  readonly technologies: readonly string[];
  readonly overrides: readonly Override[];
  readonly unknown: readonly string[];
}

export interface Rank {
  readonly technology: string;
  readonly score: number;
  readonly low: number;
  readonly high: number;
  /** The share of the weightings left open in which it comes first. */
  readonly wins: number;
}

/** What one cell counts for. */
export interface Contribution {
  readonly technology: string;
  readonly criterion: string;
  readonly weight: number;
  readonly rating: readonly [number, number];
  /** How many sources that do not rest on each other it has. */
  readonly origins: number;
  readonly citations: readonly number[];
}

/** From which share of a criterion on another technology is first. */
export interface Flip {
  readonly criterion: string;
  readonly weightNow: number;
  readonly weightThen: number;
  readonly winner: string;
}

export interface Place {
  readonly technology: string;
  readonly criterion: string;
}

export interface Decided extends Recommendation {
  readonly profile: Stated;
  readonly ranking: readonly Rank[];
  readonly firmness: 'firm' | 'leaning' | 'toss-up';
  readonly contributions: readonly Contribution[];
  readonly flips: readonly Flip[];
  /** Two technologies that would do better than one, each where it is the better. */
  readonly split: { readonly score: number; readonly parts: readonly { readonly technology: string; readonly criteria: readonly string[] }[] } | null;
  readonly excluded: readonly { readonly technology: string; readonly constraint: string; readonly owner?: string }[];
  readonly gaps: readonly Place[];
  readonly nextQuestion: {
    readonly text: string;
    readonly choices: readonly { readonly label: string; readonly message: string }[];
  } | null;
  readonly settled: boolean;
  readonly proven: boolean;
  readonly asOf: string;
  readonly citations: readonly Citation[];
}

/** One sentence that a cell rests on. */
export interface Evidence {
  readonly document: string;
  readonly version: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly rating: readonly [number, number] | null;
  readonly condition: string | null;
  readonly asOf: string;
  readonly basis: string;
  readonly source: string;
}

/** What `GET /api/matrix` says of one cell. */
export interface CellEvidence {
  readonly cells: readonly { readonly rating: readonly [number, number]; readonly evidence: readonly Evidence[] }[];
  readonly gaps: readonly { readonly reason: string }[];
  readonly sources: readonly (Source & { readonly id: string })[];
}

export interface Criterion {
  readonly id: string;
  readonly name: string;
  /** What the marks 1, 3 and 5 mean. */
  readonly rubric: Readonly<Record<string, string>>;
}
