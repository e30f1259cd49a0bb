/** Ties tagged stretches together: each content to its cue, each cue to its source. */
import type { Piece } from './pieces';
import { stir } from './hashing';

/** Weights of the linker are found by hash in a table of this size. */
export const LINK_WEIGHTS = 4096;

/** What the linker knows of the words: the hash of each, its sentence, and whether it stands in marks. */
export interface Surroundings {
  readonly hashes: Int32Array;
  readonly sentence: Int32Array;
  readonly quoted: Uint8Array;
}

export interface Link {
  readonly cue: Piece | undefined;
  readonly source: Piece | undefined;
  readonly content: readonly Piece[];
}

const near = (d: number): number => (d <= 2 ? d : d <= 4 ? 3 : d <= 8 ? 4 : d <= 16 ? 5 : d <= 32 ? 6 : 7);
const LETTER = { source: 1, cue: 2, content: 3 } as const;

/** Where in the weights the features of tying piece `a` to piece `b` (or to none, -1) are. */
export function linkFeatures(pieces: readonly Piece[], a: number, b: number, words: Surroundings): number[] {
  const from = pieces[a];
  const kind = LETTER[from.role];
  const weight = (slot: number, x: number, y = 0): number => stir(stir(stir(slot, kind), x), y) & (LINK_WEIGHTS - 1);
  const quoted = words.quoted[from.first] ? 1 : 0;
  const starts = from.first === 0 || words.sentence[from.first - 1] !== words.sentence[from.first] ? 1 : 0;
  if (b < 0) {
    const partner = kind === 3 ? 'cue' : 'source';
    const sentence = words.sentence[from.first];
    const isHere = (i: number): boolean => i >= 0 && i < pieces.length && words.sentence[pieces[i].first] === sentence;
    let before = 0;
    for (let i = 0; i < a && !before; i++) if (pieces[i].role === partner) before = 1;
    let here = 0;
    for (let i = a - 1; isHere(i) && !here; i--) if (pieces[i].role === partner) here = 1;
    for (let i = a + 1; isHere(i) && !here; i++) if (pieces[i].role === partner) here = 1;
    const about = quoted * 8 + before * 4 + here * 2 + starts;
    return [weight(1, about, a === 0 ? 1 : 0), weight(2, words.hashes[from.first])];
  }
  const to = pieces[b];
  const right = b > a ? 1 : 0;
  const [low, high] = right ? [from, to] : [to, from];
  let sequence = right;
  const step = right ? 1 : -1;
  for (let i = a + step, left = 5; i !== b && left > 0; i += step, left--)
    sequence = sequence * 4 + LETTER[pieces[i].role];
  const sentences = Math.min(3, words.sentence[high.first] - words.sentence[low.first]);
  const gap = near(high.first - low.end);
  return [
    weight(3, sequence),
    weight(4, sequence, sentences),
    weight(5, gap * 2 + right, sentences),
    weight(6, sequence, quoted * 2 + starts),
    weight(7, words.hashes[to.first], right),
    weight(8, words.hashes[from.first], right),
    weight(9, sequence, gap),
    weight(10, words.hashes[kind === 2 ? from.first : to.first], sequence),
    weight(11, words.hashes[high.first - 1], sequence),
  ];
}

/** The likeliest partner of piece `a` among pieces of `role`, or -1. */
function choose(
  pieces: readonly Piece[],
  a: number,
  role: Piece['role'],
  words: Surroundings,
  weights: Float32Array,
): number {
  const score = (b: number): number => {
    let s = 0;
    for (const at of linkFeatures(pieces, a, b, words)) s += weights[at];
    return s;
  };
  let best = -1;
  let most = score(-1);
  for (let b = Math.max(0, a - 8); b < pieces.length && b <= a + 8; b++) {
    if (pieces[b].role !== role) continue;
    const s = score(b);
    if (s > most) {
      most = s;
      best = b;
    }
  }
  return best;
}

/**
 * Attributions from tagged pieces: contents that chose the same cue are one content in parts; a content that chose
 * none stands alone; cues without content keep their source.
 */
export function linkPieces(pieces: readonly Piece[], words: Surroundings, weights: Float32Array): Link[] {
  const contents = new Map<number, Piece[]>();
  const alone: Piece[] = [];
  pieces.forEach((piece, a) => {
    if (piece.role !== 'content') return;
    const cue = choose(pieces, a, 'cue', words, weights);
    if (cue < 0) alone.push(piece);
    else if (contents.has(cue)) contents.get(cue)?.push(piece);
    else contents.set(cue, [piece]);
  });
  const links: Link[] = [];
  pieces.forEach((piece, a) => {
    if (piece.role !== 'cue') return;
    const source = choose(pieces, a, 'source', words, weights);
    links.push({ cue: piece, source: source < 0 ? undefined : pieces[source], content: contents.get(a) ?? [] });
  });
  for (const content of alone) links.push({ cue: undefined, source: undefined, content: [content] });
  return links.sort((a, b) => startOf(a) - startOf(b));
}

const startOf = (link: Link): number => Math.min(link.cue?.first ?? Infinity, link.content[0]?.first ?? Infinity);
