/** The chain over labels: how likely each stretch of words is a source, a cue or a content. */
import { LABELS, legal } from './labels';
import type { Memory } from './memory';
import { ROLES, type Piece } from './pieces';

/** Stretches less likely than this are not looked at; so there are fifty at most that begin at one word with one role. */
const LEAST = 0.02;
const MOST = 1 / LEAST;
/** Numbers a word, of 64 bits: labels, padded. */
const WIDTH = 8;
const DOUBLE = 8;
/** Numbers of a stretch, see `Kernel.stretches`. */
const STRETCH = 4;

/** Bytes a word of what `likelyPieces` needs beside the scores, and how many more. */
export const CHAIN_ROOM = { word: DOUBLE * (2 * WIDTH + 4 + 2), more: DOUBLE * 4 };

export class Chain {
  private readonly chain: number;
  private readonly out: number;

  /** `transitions` are LABELS × LABELS scores of a label after another. */
  constructor(
    private readonly memory: Memory,
    transitions: Float64Array,
  ) {
    this.chain = memory.take(DOUBLE * WIDTH * (2 * WIDTH + 1));
    this.out = memory.take(DOUBLE * STRETCH * (MOST + 1));
    const doubles = memory.kernel.views().doubles;
    const at = this.chain / DOUBLE;
    const back = at + WIDTH * (WIDTH + 1);
    doubles.fill(0, at, back + WIDTH * WIDTH);
    for (let a = 0; a < LABELS; a++) {
      // what may follow O may stand first
      doubles[at + WIDTH * WIDTH + a] = legal(0, a) ? 1 : 0;
      for (let b = 0; b < LABELS; b++)
        if (legal(a, b))
          doubles[at + WIDTH * a + b] = doubles[back + WIDTH * b + a] = Math.exp(transitions[LABELS * a + b]);
    }
  }

  /**
   * Every stretch that is likely enough to be looked at, by its end, then by its beginning. The words' scores (eight
   * 64-bit numbers each, the last one anything) stand at `scores`, and are written over; `room` is working space.
   */
  likelyPieces(n: number, scores: number, room: number): Piece[] {
    const { chain, out } = this;
    const { kernel } = this.memory;
    const pieces: Piece[] = [];
    const count = kernel.sums(n, scores, chain, LEAST, room);
    const { doubles, integers: begins } = kernel.views();
    const first = (room + DOUBLE * (2 * WIDTH * n + 4 * (n + 1))) / 4;
    for (let b = first; b < first + count; b++) {
      const found = kernel.stretches(n, begins[b], scores, chain, LEAST, room, out);
      for (let at = out / DOUBLE, last = at + STRETCH * found; at < last; at += STRETCH)
        pieces.push({
          role: ROLES[begins[b] & 3],
          first: begins[b] >> 2,
          end: doubles[at],
          probability: doubles[at + 1],
          certainty: doubles[at + 2],
          peak: doubles[at + 3],
        });
    }
    return pieces.sort((a, b) => a.end - b.end || a.first - b.first);
  }
}
