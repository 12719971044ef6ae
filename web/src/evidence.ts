/** What a reader should see of citations at a glance. Knows nothing of the page. */
import type { Citation, Sentence } from './answer.ts';
import * as strings from './strings.ts';

/** From so many years on, what was measured is told with its year, and what was written. */
const MEASURED_LONG_AGO = 2;
const WRITTEN_LONG_AGO = 5;

/** So many sources are enough to show what an answer rests on. */
const FEW = 2;

const MEASURING = ['measured', 'survey', 'vendor'];

/**
 * What weakens the evidence of a sentence: one source alone, the makers' own figure, an opinion,
 * a figure of long ago. Empty where at least one of its citations is free of it.
 */
export function flags(citations: readonly Citation[], now = new Date()): string[] {
  const [first] = citations;
  if (!first) return [];
  const found: string[] = [];
  if (citations.length === 1 && first.origins === 1) found.push(strings.oneSource);
  for (const basis of ['vendor', 'opinion'] as const) {
    if (citations.every((one) => one.basis === basis)) found.push(strings.weak[basis]);
  }
  const ages = citations.map(({ asOf, basis }) => {
    const limit = MEASURING.includes(basis ?? '') ? MEASURED_LONG_AGO : WRITTEN_LONG_AGO;
    return asOf !== null && now.getFullYear() - Number(asOf.slice(0, 4)) > limit;
  });
  if (ages.every(Boolean)) {
    const newest = citations.reduce((one, other) => (other.asOf! > one.asOf! ? other : one));
    found.push(strings.dated(newest.basis === 'measured', newest.asOf!.slice(0, 4)));
  }
  return found;
}

/** Those of an answer's citations that a sentence names. */
export function cited(all: readonly Citation[], numbers: readonly number[]): Citation[] {
  return all.filter(({ number }) => numbers.includes(number));
}

/** What an answer rests on, and what speaks against it. */
export interface Sides {
  readonly rests: readonly Citation[];
  /** How the answer introduces the other side, as in `Not every source agrees`. */
  readonly lead: string;
  readonly against: readonly Citation[];
  /** Whether sources disagree, rather than one more thing being weighed. */
  readonly disagree: boolean;
}

/** The two sides of an answer in which a source speaks against what it says. */
export function sides(sentences: readonly Sentence[], citations: readonly Citation[]): Sides | null {
  const against = sentences.filter(({ basis, text }) => basis === 'source' && strings.dissent.test(text));
  const [first] = against;
  const verdict = sentences.find(({ part, citations: named }) => part === 'verdict' && named.length > 0);
  if (!first || !verdict) return null;
  const others = against.flatMap((one) => one.citations);
  const rests = cited(citations, verdict.citations).filter(({ number }) => !others.includes(number));
  if (rests.length === 0) return null;
  const lead = first.text.split(':')[0]!;
  return { rests: rests.slice(0, FEW), lead, against: cited(citations, others), disagree: strings.disagreement.test(lead) };
}
