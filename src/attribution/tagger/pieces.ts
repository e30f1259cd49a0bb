/** Stretches of words that may be a source, a cue or a content, and the best set of them. */

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

/**
 * What it adds to a stretch's worth that its words have the role, beyond one half: a source or a cue whose ends are in
 * doubt is still one, and goes by its surest word; a content by the mean of its words. Found on the development part, as
 * are the other figures of this choice.
 */
const TOUCH = { source: 0.5, cue: 0.08, content: -0.1 };

/** A cue, a source and a content in one sentence bear each other out: what that adds, and what standing alone takes. */
const PARTNER = { source: 0.15, cue: 0, content: 0.1 };
const PARTNER_OF = { source: 'cue', cue: 'content', content: 'cue' } as const;
const BIT = { source: 1, cue: 2, content: 4 };

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
  const worth = Float64Array.from(candidates, ({ role, probability, certainty, peak }) => {
    return probability + TOUCH[role] * ((role === 'content' ? certainty : peak) - 0.5) - price[role];
  });
  // which roles each sentence holds, one bit a role; words before the first sentence are a sentence, too
  const held = new Uint8Array(sentence[n - 1] + 2);
  for (const { role, first, end } of choose(n, candidates, worth))
    for (let s = sentence[first]; s <= sentence[end - 1]; s++) held[s + 1] |= BIT[role];
  candidates.forEach(({ role, first, end }, c) => {
    const borne = (held[sentence[first] + 1] | held[sentence[end - 1] + 1]) & BIT[PARTNER_OF[role]];
    worth[c] += borne ? PARTNER[role] : -PARTNER[role];
  });
  return choose(n, candidates, worth);
}

/** The best set of stretches, none over another; `candidates` are sorted by their ends. */
function choose(n: number, candidates: readonly Piece[], worths: Float64Array): Piece[] {
  // of the words before each place: what the best set is worth, and its last stretch
  const worth = new Float64Array(n + 1);
  const last = new Int32Array(n + 1).fill(-1);
  let place = 0;
  for (let c = 0; c < candidates.length; c++) {
    const piece = candidates[c];
    if (piece.end > place) {
      worth.fill(worth[place], place + 1, piece.end + 1);
      last.fill(last[place], place + 1, piece.end + 1);
      place = piece.end;
    }
    const w = worth[piece.first] + worths[c];
    if (w > worth[place]) {
      worth[place] = w;
      last[place] = c;
    }
  }
  const out: Piece[] = [];
  for (let c = last[place]; c >= 0; c = last[candidates[c].first]) out.push(candidates[c]);
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
