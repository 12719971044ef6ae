import type { Names } from '../answer.ts';
import { explain } from '../chat.ts';
import { Problem } from '../stream.ts';
import type { DecisionApi } from './api.ts';
import type { CellEvidence, Criterion, Decided, Place, Stated } from './recommendation.ts';

/** How long a slider rests before it is asked what follows, in milliseconds. */
const REST = 60;

/** How long nothing has changed before the conversation is told. */
const CALM = 500;

/** Where a decision comes from: what the conversation decided last. */
export interface Origin {
  /** The conversation, where it can be added to; null where it is someone else's. */
  readonly conversation: string | null;
  readonly question: string;
  readonly profile: Stated;
}

/** What is shown of a cell whose evidence is asked for. */
export interface Opened extends Place {
  /** Null until it has come. */
  readonly found: CellEvidence | null;
  readonly problem: string | null;
}

/**
 * One decision as it is looked at and played with: a profile, and what the advisor recommends for
 * it. Every change asks the advisor anew; never are two such questions under way at once, and what
 * is shown is always one answer as it came. Knows nothing of the page.
 */
export class Decision {
  decided: Decided | null = null;
  /** The profile that is wanted; `decided` follows it. */
  profile: Stated;
  problem: string | null = null;
  opened: Opened | null = null;
  /** Whether it is known what things are called, or that this cannot be known: then it can be drawn for good. */
  named = false;
  names: Names = { technologies: new Map(), criteria: new Map() };
  criteria: ReadonlyMap<string, Criterion> = new Map();
  /** Criteria and technologies in the order in which they were first shown, so that nothing jumps under a hand. */
  rows: readonly string[] = [];
  columns: readonly string[] = [];

  private asking = false;
  private left = false;
  /** The profile of what is shown, and the one that the conversation knows. */
  private shown: Stated | null = null;
  private told: Stated;
  private resting: ReturnType<typeof setTimeout> | undefined;
  private calming: ReturnType<typeof setTimeout> | undefined;
  private telling: Promise<void> = Promise.resolve();

  /** @param changed called after every change */
  constructor(
    private readonly api: DecisionApi,
    readonly origin: Origin,
    private readonly changed: () => void,
  ) {
    this.profile = this.told = origin.profile;
  }

  /** Whether it is no longer what the conversation decided. */
  get isChanged(): boolean {
    return this.profile !== this.origin.profile;
  }

  async open(): Promise<void> {
    await Promise.all([this.follow(), this.learnNames()]);
  }

  /** Wants another profile, and asks what follows once it rests. */
  want(profile: Stated): void {
    this.profile = profile;
    clearTimeout(this.resting);
    this.resting = setTimeout(() => void this.follow(), REST);
    this.changed();
  }

  /** Does nothing more: another decision is looked at. */
  leave(): void {
    clearTimeout(this.resting);
    clearTimeout(this.calming);
    this.left = true;
  }

  /** Asks what follows of the profile, unless that is being asked; then it asks again after it. */
  async follow(): Promise<void> {
    if (this.asking) return;
    this.asking = true;
    this.problem = null;
    try {
      while (this.shown !== this.profile) {
        const asked = this.profile;
        this.take(await this.api.recommend(asked), asked);
      }
      this.tellLater();
    } catch (failure) {
      this.problem = explain(failure);
      // what cannot be decided on is taken back; what could not be asked can be asked again
      if (failure instanceof Problem && failure.status >= 400 && failure.status < 500 && this.shown) this.profile = this.shown;
    } finally {
      this.asking = false;
      this.changed();
    }
  }

  /** Opens the evidence of a cell, or closes the one that is open. */
  async toggle(place: Place): Promise<void> {
    const { technology, criterion } = place;
    if (this.opened && same(this.opened, place)) {
      this.close();
      return;
    }
    const show = (found: CellEvidence | null, problem: string | null) => {
      this.opened = { technology, criterion, found, problem };
      this.changed();
    };
    show(null, null);
    try {
      const found = await this.api.cell(place);
      if (this.opened && same(this.opened, place)) show(found, null);
    } catch (failure) {
      if (this.opened && same(this.opened, place)) show(null, explain(failure));
    }
  }

  close(): void {
    this.opened = null;
    this.changed();
  }

  /** Has the conversation know the profile, at once: what is asked next is answered by it. */
  async tell(): Promise<void> {
    clearTimeout(this.calming);
    // one after the other, whatever became of the one before
    this.telling = this.telling.catch(() => undefined).then(() => this.tellNow());
    await this.telling;
  }

  private tellLater(): void {
    clearTimeout(this.calming);
    if (this.left) return;
    this.calming = setTimeout(() => void this.tell().catch(() => undefined), CALM);
  }

  private async tellNow(): Promise<void> {
    const { conversation } = this.origin;
    const { profile } = this;
    if (conversation === null || profile === this.told) return;
    await this.api.give(conversation, profile);
    this.told = profile;
  }

  private take(decided: Decided, profile: Stated): void {
    this.decided = decided;
    this.shown = profile;
    this.rows = joined(this.rows, byWeight(decided));
    this.columns = joined(this.columns, decided.ranking.map(({ technology }) => technology));
    this.changed();
  }

  private async learnNames(): Promise<void> {
    try {
      [this.names, this.criteria] = await Promise.all([this.api.names(), this.api.criteria()]);
    } catch {
      // without them the ids stand there
    }
    this.named = true;
    this.changed();
  }

  /** What a technology or a criterion is called. */
  called(id: string): string {
    return this.names.technologies.get(id) ?? this.names.criteria.get(id) ?? id;
  }
}

export function same(one: Place, other: Place): boolean {
  return one.technology === other.technology && one.criterion === other.criterion;
}

/** What is there stays where it is; what is new comes after it. */
function joined(before: readonly string[], now: readonly string[]): readonly string[] {
  return [...before, ...now.filter((one) => !before.includes(one))];
}

function byWeight({ contributions }: Decided): string[] {
  const weights = new Map(contributions.map(({ criterion, weight }) => [criterion, weight]));
  return [...weights].sort(([, one], [, other]) => other - one).map(([criterion]) => criterion);
}
