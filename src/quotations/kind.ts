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

interface Weight {
  /** For each choice. */
  readonly own: readonly number[];
  /** By how much each choice is ahead of the best of the others. */
  readonly leads: readonly number[];
}

const WEIGHTS = new Map(
  Object.entries<readonly number[]>(weights.weights).map(([name, own]): [string, Weight] => [
    name,
    { own, leads: own.map((weight, i) => weight - Math.max(...own.filter((_, other) => other !== i))) },
  ]),
);

/** The score of each choice, in the order of {@link CHOICES}: the sum of the weights of the evidence. */
export function scores(evidence: Evidence): number[] {
  const sums = [...weights.start];
  for (const name of evidence.keys()) {
    const own = WEIGHTS.get(name)?.own;
    if (own) for (let i = 0; i < sums.length; i++) sums[i] += own[i];
  }
  return sums;
}

/** The kinds of a paragraph's stretches, by zone and index. */
const known = new WeakMap<readonly Stretch[], Map<Zone, Kind[]>>();

/** More quoted stretches than this in a paragraph (20,000 code units at most) are no copy: a table, a dump, a slip. */
const MOST_STRETCHES = 500;

/** Whether a paragraph with these stretches cannot be copy, whatever it is. */
export const isNoCopy = (stretches: readonly Stretch[]): boolean => stretches.length > MOST_STRETCHES;

const NO_COPY: Kind = { kind: 'other', why: 'the paragraph has more marks than copy ever has' };

/**
 * What the quoted stretch at `index` is. One scored choice over the evidence of its form and of the narrator's words
 * around it; remembered with the stretches, since it depends on nothing but the paragraph's text and its zone.
 */
export function kindOf(prose: Prose, stretches: readonly Stretch[], index: number, zone: Zone): Kind {
  if (isNoCopy(stretches)) return NO_COPY;
  let zones = known.get(stretches);
  if (!zones) known.set(stretches, (zones = new Map()));
  let kinds = zones.get(zone);
  if (!kinds) zones.set(zone, (kinds = []));
  return (kinds[index] ??= judge(contextOf(prose, stretches, index), zone));
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
  const first = strongest(evidence, choice, '');
  const second = first && strongest(evidence, choice, first);
  return second ? `${first}, ${second}` : first;
}

/** The words of the evidence that speaks most for the choice, of all but `other`; none where none does. */
function strongest(evidence: Evidence, choice: number, other: string): string {
  let most = 0;
  let best = '';
  evidence.forEach((why, name) => {
    if (!why || why === other) return;
    const lead = WEIGHTS.get(name)?.leads[choice] ?? 0;
    if (lead > most || (lead === most && most > 0 && why < best)) {
      most = lead;
      best = why;
    }
  });
  return best;
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
