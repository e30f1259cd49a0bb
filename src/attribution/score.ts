import type { Candidate } from './candidate';
import weights from './weights.json';

/**
 * Set by hand: labels of a transcript say it outright, and few articles hold one; what the tagger says cannot be weighed
 * on the articles that it learnt from, so its weights were chosen on others. Behind "Ruiz said, according to a transcript" stands
 * Ruiz: the relay is no rival.
 */
const learnt: Readonly<Record<string, number>> = {
  ...weights,
  label: 9,
  relay: -4,
  by: 4.5,
  'dash before': 5,
  'tagger agrees': 1,
  'tagger is sure': 0.5,
  'tagger passes a cue': -3,
};

/** The sum of a candidate's feature weights. */
export function scoreOf({ features }: Candidate, table: Readonly<Record<string, number>> = learnt): number {
  let sum = 0;
  for (const feature of features) sum += table[feature] ?? 0;
  return sum;
}

export interface Choice {
  readonly candidate: Candidate;
  /** Probability among the candidates, 0–1. */
  readonly probability: number;
}

/** Candidates by probability, the likeliest first: a log-linear choice over the features' weights. */
export function rank(candidates: readonly Candidate[], table: Readonly<Record<string, number>> = learnt): Choice[] {
  const scores = candidates.map((candidate) => scoreOf(candidate, table));
  const top = Math.max(...scores);
  const parts = scores.map((score) => Math.exp(score - top));
  const total = parts.reduce((sum, part) => sum + part, 0);
  return candidates
    .map((candidate, i) => ({ candidate, probability: parts[i] / total }))
    .sort((a, b) => b.probability - a.probability);
}

/** Nobody has to be likelier than whoever is next by this much: a speaker who is doubtful says so, a false alarm does not. */
const FIRM = 0.05;

/** The first of {@link likeliest}, and no list made. */
export function best(candidates: readonly Candidate[]): Choice | undefined {
  if (candidates.length === 0) return undefined;
  const scores = new Array<number>(candidates.length);
  let top = -Infinity;
  for (let i = 0; i < scores.length; i++) top = Math.max(top, (scores[i] = scoreOf(candidates[i])));
  let total = 0;
  for (let i = 0; i < scores.length; i++) total += scores[i] = Math.exp(scores[i] - top);
  let first = -1;
  let next = -1;
  for (let i = 0; i < scores.length; i++) {
    const probability = (scores[i] /= total);
    if (first < 0 || probability > scores[first]) {
      next = first;
      first = i;
    } else if (next < 0 || probability > scores[next]) next = i;
  }
  const close = next >= 0 && candidates[first].type === 'none' && scores[first] - scores[next] < FIRM;
  const chosen = close ? next : first;
  return { candidate: candidates[chosen], probability: scores[chosen] };
}

/** The same, but "nobody" comes behind the next candidate where the two are about as likely. */
export function likeliest(
  candidates: readonly Candidate[],
  table: Readonly<Record<string, number>> = learnt,
): Choice[] {
  const [first, next, ...rest] = rank(candidates, table);
  if (!next) return first ? [first] : [];
  const close = first.candidate.type === 'none' && first.probability - next.probability < FIRM;
  return close ? [next, first, ...rest] : [first, next, ...rest];
}
