import type { Zone } from '../article/article';
import type { Prose } from '../article/prose';
import { contextOf, type QuotedWords } from './context';
import { evidenceOf, type Evidence } from './kind-features';
import weights from './kind-weights.json';
import type { Quotation, QuotationKind, Stretch } from './quotation';

/** What the weights choose between: whether somebody said it, or what it is instead. */
export type Choice = 'said' | 'scare' | 'title' | 'nickname' | 'term' | 'other';

export const CHOICES: readonly Choice[] = ['said', 'scare', 'title', 'nickname', 'term', 'other'];

export interface Kind {
  readonly kind: QuotationKind;
  /** What decided, in a few plain words. */
  readonly why: string;
}

const WEIGHTS = new Map<string, readonly number[]>(Object.entries(weights.weights));

/** The score of each choice, in the order of {@link CHOICES}: the sum of the weights of the evidence. */
export function scores(evidence: Evidence): number[] {
  const sums = [...weights.start];
  for (const name of evidence.keys()) WEIGHTS.get(name)?.forEach((weight, i) => (sums[i] += weight));
  return sums;
}

const known = new WeakMap<Stretch, Map<Zone, Kind>>();

/** More quoted stretches than this in a paragraph (20,000 code units at most) are no copy: a table, a dump, a slip. */
const MOST_STRETCHES = 500;

/** Whether a paragraph with these stretches cannot be copy, whatever it is. */
export const isNoCopy = (stretches: readonly Stretch[]): boolean => stretches.length > MOST_STRETCHES;

const NO_COPY: Kind = { kind: 'other', why: 'the paragraph has more marks than copy ever has' };

/**
 * What the quoted stretch at `index` is. One scored choice over the evidence of its form and of the narrator's words
 * around it; remembered with the stretch, since it depends on nothing but the paragraph's text and its zone.
 */
export function kindOf(prose: Prose, stretches: readonly Stretch[], index: number, zone: Zone): Kind {
  if (isNoCopy(stretches)) return NO_COPY;
  const stretch = stretches[index];
  let answers = known.get(stretch);
  if (!answers) known.set(stretch, (answers = new Map()));
  let answer = answers.get(zone);
  if (!answer) answers.set(zone, (answer = judge(contextOf(prose, stretches, index), zone)));
  return answer;
}

/** The kind of some quoted words in their surroundings. */
export function judge(words: QuotedWords, zone: Zone): Kind {
  const evidence = evidenceOf(words, zone);
  const sums = scores(evidence);
  let best = 0;
  for (let i = 1; i < sums.length; i++) if (sums[i] > sums[best]) best = i;
  const choice = CHOICES[best];
  if (choice !== 'said') return { kind: choice, why: reason(evidence, best) };
  return { kind: standsByItself(evidence) ? 'speech' : 'partial', why: reason(evidence, best) };
}

/** An utterance of its own, or a fragment in the narrator's sentence. */
function standsByItself(evidence: Evidence): boolean {
  const has = (...names: string[]): boolean => names.some((name) => evidence.has(name));
  if (has('begins small')) return false;
  if (has('stands alone', 'a whole sentence', 'speech verb after', 'colon before', 'several sentences')) return true;
  if (has('speech verb and comma before') || (has('has a verb') && !has('one word'))) return true;
  return has('comma before') && has('begins with a capital') && has('stop before the closing mark');
}

/** The two pieces of evidence that speak most for the choice, in words. */
function reason(evidence: Evidence, choice: number): string {
  const told: { why: string; weight: number }[] = [];
  for (const [name, why] of evidence) {
    const own = WEIGHTS.get(name);
    if (!own || !why) continue;
    const weight = own[choice] - Math.max(...own.filter((_, i) => i !== choice));
    if (weight > 0) told.push({ why, weight });
  }
  told.sort((a, b) => b.weight - a.weight || (a.why < b.why ? -1 : 1));
  return [...new Set(told.map(({ why }) => why))].slice(0, 2).join(', ');
}

/**
 * The kind once it is known whether anybody in reach said it: a fragment with a source is a partial quotation, one
 * without is a mark of distance. Speech stays speech; titles, names, terms and slogans stay what they are.
 */
export function refineKind(quotation: Quotation, hasSource: () => boolean): Quotation {
  if (quotation.kind === 'partial' && !hasSource())
    return { ...quotation, kind: 'scare', why: 'a few words, and nobody said them' };
  if (quotation.kind === 'scare' && hasSource())
    return { ...quotation, kind: 'partial', why: 'a few words that the source named here said' };
  return quotation;
}
