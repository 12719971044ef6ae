/** The shapes of what the API sends, as the server's `AnswerJson` writes them. */

export interface Source {
  readonly title: string;
  readonly publisher: string;
  readonly url: string | null;
  readonly date: string | null;
  readonly readFrom: 'primary' | 'secondary';
}

export interface Citation {
  readonly number: number;
  readonly document: string;
  readonly version: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly title: string;
  readonly heading: string;
  readonly condition: string | null;
  readonly asOf: string | null;
  readonly basis: string | null;
  readonly origins: number;
  /** What our sentence summarises; null when the page is its own source. */
  readonly source: Source | null;
}

export interface Sentence {
  /** `""`, `" "`, `"\n\n"` or `"\n- "`: how it joins what comes before. */
  readonly before: string;
  readonly text: string;
  readonly citations: readonly number[];
  readonly part: string;
  readonly basis: string;
}

export interface Cell {
  readonly technology: string;
  /** From 1 to 5 by the criterion's rubric; null where there is no evidence. */
  readonly rating: readonly [number, number] | null;
  readonly citations: readonly number[];
}

export interface Row {
  readonly criterion: string;
  readonly leader: string | null;
  readonly firmness: string;
  readonly cells: readonly Cell[];
}

export interface Comparison {
  readonly technologies: readonly string[];
  readonly leader: string | null;
  readonly firmness: string;
  readonly rows: readonly Row[];
}

/** What the corpus finds of one thing that was claimed. */
export interface Claim {
  readonly text: string;
  readonly finding: string;
  readonly citations: readonly number[];
}

/** How much a criterion counts, from nothing to everything. */
export type Importance = 'none' | 'low' | 'medium' | 'high' | 'must';

/** What is known of whoever asks. What the widget does not draw goes back as it came. */
export interface Profile {
  readonly needs: readonly { readonly criterion: string; readonly importance?: Importance }[];
  readonly constraints: readonly { readonly kind: string; readonly technology?: string; readonly value?: string }[];
}

export interface Recommendation {
  readonly profile: Profile;
}

/** What the advisor took a question for. */
export interface Understood {
  readonly technologies: readonly string[];
  readonly criteria: readonly string[];
  readonly carriedOver: readonly { readonly what: string; readonly value: string }[];
}

export interface Notice {
  readonly code: string;
  readonly text: string;
}

export interface Choice {
  readonly label: string;
  readonly message: string;
}

export interface Nearest {
  readonly document: string;
  readonly title: string;
  readonly heading: string;
}

export interface Answer {
  readonly id: string;
  readonly conversation: string;
  readonly kind: string;
  readonly understood: Understood;
  readonly sentences: readonly Sentence[];
  readonly citations: readonly Citation[];
  readonly recommendation: Recommendation | null;
  readonly comparison: Comparison | null;
  readonly claims: readonly Claim[] | null;
  readonly choices: readonly Choice[];
  readonly suggestions: readonly string[];
  readonly nearest: readonly Nearest[];
  readonly notices: readonly Notice[];
  readonly writer: { readonly kind: string; readonly name?: string };
}

/** The names are the server's; a name that is not here is of a later server and passed over. */
export interface AnswerEvents {
  understood: { readonly id: string; readonly conversation: string; readonly understood: Understood };
  recommendation: Recommendation;
  comparison: Comparison;
  citation: Citation;
  sentence: Sentence;
  notice: Notice;
  done: Answer;
  error: { readonly detail?: string; readonly status?: number };
}

export type AnswerEvent = {
  [Name in keyof AnswerEvents]: {
    readonly id: number;
    readonly name: Name;
    readonly data: AnswerEvents[Name];
  };
}[keyof AnswerEvents];

export interface Conversation {
  readonly turns: readonly { readonly question: string; readonly answer: Answer }[];
}

export interface SourceDocument {
  readonly title: string;
  readonly text: string;
  readonly sources: readonly Source[];
}

/** What technologies and criteria are called, by their ids. */
export interface Names {
  readonly technologies: ReadonlyMap<string, string>;
  readonly criteria: ReadonlyMap<string, string>;
}
