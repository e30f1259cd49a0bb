/** The chain over labels: how likely each stretch of words is a source, a cue or a content, and the best set of them. */
import { LABELS as K } from './labels';

export type Role = 'source' | 'cue' | 'content';
export const ROLES: readonly Role[] = ['source', 'cue', 'content'];

/** A labelled stretch of words, `end` exclusive. */
export interface Piece {
  readonly role: Role;
  readonly first: number;
  readonly end: number;
  /** The probability of just this stretch, and the mean probability that its words have its role. */
  readonly probability: number;
  readonly certainty: number;
  /** The greatest probability that one of its words has its role. */
  readonly peak: number;
}

/** Whether a label may stand first and after any other; each that may not follows itself and the one before it. */
const canStart = (label: number): boolean => label === 0 || label % 2 === 1;

/** Stretches less likely than this are not looked at. */
const LEAST = 0.02;

/**
 * What it adds to a stretch's worth that its words have the role, beyond one half: a source or a cue whose ends are in
 * doubt is still one, and goes by its surest word; a content by the mean of its words. Found on the development part, as
 * are the other figures of this choice.
 */
const TOUCH = { source: 0.5, cue: 0.08, content: -0.1 };

/** Forward and backward sums over a paragraph, each word's scaled to one. */
interface Sums {
  readonly n: number;
  readonly forward: Float64Array;
  readonly backward: Float64Array;
  /** Exponential of each score over the word's scale. */
  readonly emission: Float64Array;
  readonly transition: Float64Array;
}

function sums(n: number, scores: Float64Array, transitions: Float64Array): Sums {
  const transition = transitions.map(Math.exp);
  const emission = new Float64Array(n * K);
  const forward = new Float64Array(n * K);
  const backward = new Float64Array(n * K);
  for (let i = 0; i < n; i++) {
    const o = i * K;
    let most = scores[o];
    for (let k = 1; k < K; k++) if (scores[o + k] > most) most = scores[o + k];
    for (let k = 0; k < K; k++) emission[o + k] = Math.exp(scores[o + k] - most);
    if (i === 0) for (let k = 0; k < K; k++) forward[k] = canStart(k) ? 1 : 0;
    else step(transition, forward, o);
    let z = 0;
    for (let k = 0; k < K; k++) z += forward[o + k] *= emission[o + k];
    for (let k = 0; k < K; k++) {
      forward[o + k] /= z;
      emission[o + k] /= z;
    }
  }
  for (let k = 0; k < K; k++) backward[(n - 1) * K + k] = 1;
  for (let i = n - 1; i > 0; i--) stepBack(transition, emission, backward, i * K);
  return { n, forward, backward, emission, transition };
}

// Written out, for these sums are a good part of the tagger's time.

/** What reaches each label of the word at `o` from the labels of the word before it. */
function step(t: Float64Array, forward: Float64Array, o: number): void {
  const p = o - K;
  for (let k = 0; k < K; k++)
    if (canStart(k))
      forward[o + k] =
        forward[p] * t[k] +
        forward[p + 1] * t[K + k] +
        forward[p + 2] * t[2 * K + k] +
        forward[p + 3] * t[3 * K + k] +
        forward[p + 4] * t[4 * K + k] +
        forward[p + 5] * t[5 * K + k] +
        forward[p + 6] * t[6 * K + k];
    else forward[o + k] = forward[p + k - 1] * t[(k - 1) * K + k] + forward[p + k] * t[k * K + k];
}

/** What the word at `o` passes back to each label of the word before it. */
function stepBack(t: Float64Array, emission: Float64Array, backward: Float64Array, o: number): void {
  const p = o - K;
  const v0 = emission[o] * backward[o];
  const v1 = emission[o + 1] * backward[o + 1];
  const v2 = emission[o + 2] * backward[o + 2];
  const v3 = emission[o + 3] * backward[o + 3];
  const v4 = emission[o + 4] * backward[o + 4];
  const v5 = emission[o + 5] * backward[o + 5];
  const v6 = emission[o + 6] * backward[o + 6];
  for (let k = 0, r = 0; k < K; k++, r += K) {
    let sum = t[r] * v0 + t[r + 1] * v1;
    if (k === 1 || k === 2) sum += t[r + 2] * v2;
    sum += t[r + 3] * v3;
    if (k === 3 || k === 4) sum += t[r + 4] * v4;
    sum += t[r + 5] * v5;
    if (k === 5 || k === 6) sum += t[r + 6] * v6;
    backward[p + k] = sum;
  }
}

/** Every stretch of a role that begins at `first` and is likely enough. */
function from(s: Sums, first: number, r: number, mass: Float64Array, into: Piece[]): void {
  const { n, forward, backward, emission, transition } = s;
  const begin = 2 * r + 1;
  const inside = begin + 1;
  let weight = forward[first * K + begin];
  let label = begin;
  let peak = 0;
  for (let i = first; i < n; i++) {
    peak = Math.max(peak, mass[i + 1] - mass[i]);
    const left = weight * backward[i * K + label];
    if (left < LEAST) return;
    // What goes on inside is not the end of the stretch.
    let on = 0;
    if (i + 1 < n) on = weight * transition[label * K + inside] * emission[(i + 1) * K + inside];
    const longer = i + 1 < n ? on * backward[(i + 1) * K + inside] : 0;
    const probability = left - longer;
    if (probability >= LEAST)
      into.push({
        role: ROLES[r],
        first,
        end: i + 1,
        probability,
        certainty: Math.min(1, (mass[i + 1] - mass[first]) / (i + 1 - first)),
        peak: Math.min(1, peak),
      });
    weight = on;
    label = inside;
  }
}

/** A cue, a source and a content in one sentence bear each other out: what that adds, and what standing alone takes. */
const PARTNER = { source: 0.15, cue: 0, content: 0.1 };
const PARTNER_OF = { source: 'cue', cue: 'content', content: 'cue' } as const;

/** Every stretch that is likely enough to be looked at, by its end, then by its beginning. */
export function likelyPieces(n: number, scores: Float64Array, transitions: Float64Array): Piece[] {
  if (n === 0) return [];
  const s = sums(n, scores, transitions);
  const candidates: Piece[] = [];
  const masses = ROLES.map((_, r) => {
    const sum = new Float64Array(n + 1);
    for (let i = 0, o = 2 * r + 1; i < n; i++, o += K)
      sum[i + 1] = sum[i] + s.forward[o] * s.backward[o] + s.forward[o + 1] * s.backward[o + 1];
    return sum;
  });
  for (let i = 0; i < n; i++)
    for (let r = 0; r < ROLES.length; r++) {
      const o = i * K + 2 * r + 1;
      if (s.forward[o] * s.backward[o] >= LEAST) from(s, i, r, masses[r], candidates);
    }
  return candidates.sort((a, b) => a.end - b.end || a.first - b.first);
}

/**
 * The set of stretches, none over another, whose expected worth is greatest: each is worth its probability less the
 * `price` of its role. A price of half the F1 that is reached makes the set that is best for F1. The set is chosen
 * twice: the second time stretches gain by a partner in their sentence that the first choice holds.
 */
export function bestPieces(
  n: number,
  candidates: readonly Piece[],
  price: Readonly<Record<Role, number>>,
  sentence: Int32Array,
): Piece[] {
  if (candidates.length === 0) return [];
  const worth = (piece: Piece): number =>
    piece.probability +
    TOUCH[piece.role] * ((piece.role === 'content' ? piece.certainty : piece.peak) - 0.5) -
    price[piece.role];
  const first = choose(n, candidates, worth);
  const has = { source: new Set<number>(), cue: new Set<number>(), content: new Set<number>() };
  for (const piece of first) for (let i = piece.first; i < piece.end; i++) has[piece.role].add(sentence[i]);
  return choose(n, candidates, (piece) => {
    const partners = has[PARTNER_OF[piece.role]];
    const borne = partners.has(sentence[piece.first]) || partners.has(sentence[piece.end - 1]);
    return worth(piece) + (borne ? PARTNER[piece.role] : -PARTNER[piece.role]);
  });
}

/** The best set of stretches, none over another; `candidates` are sorted by their ends. */
function choose(n: number, candidates: readonly Piece[], worthOf: (piece: Piece) => number): Piece[] {
  const worth = new Float64Array(n + 1);
  const chosen: (Piece | undefined)[] = new Array<Piece | undefined>(n + 1);
  let next = 0;
  for (let end = 1; end <= n; end++) {
    worth[end] = worth[end - 1];
    for (; next < candidates.length && candidates[next].end === end; next++) {
      const piece = candidates[next];
      const w = worth[piece.first] + worthOf(piece);
      if (w > worth[end]) {
        worth[end] = w;
        chosen[end] = piece;
      }
    }
  }
  const out: Piece[] = [];
  for (let end = n; end > 0;) {
    const piece = chosen[end];
    if (piece) {
      out.push(piece);
      end = piece.first;
    } else end--;
  }
  return out.reverse();
}

/** The stretches that labels spell out, in order. */
export function piecesOf(labels: Uint8Array): Piece[] {
  const out: Piece[] = [];
  for (let i = 0; i < labels.length;) {
    const label = labels[i];
    if (label === 0) {
      i++;
      continue;
    }
    const r = (label + 1) >> 1;
    let end = i + 1;
    while (end < labels.length && labels[end] === 2 * r) end++;
    out.push({ role: ROLES[r - 1], first: i, end, probability: 1, certainty: 1, peak: 1 });
    i = end;
  }
  return out;
}
