/** The linear part: rows of weights, found by the hashes of features. */
import { packed, SLOTS } from './features';
import { makeKernel, type Kernel } from './kernel/kernel';
import { LABELS } from './labels';
import type { Reading } from './reading';

/** Bytes of a row: the weights of labels 1 … 6 (O weighs nothing), padded. */
const ROW = 8;
const WEIGHTS = LABELS - 1;
/** Places that the kernel looks at together, and words that it scores together. */
const TOGETHER = 16;
const WORDS = 4;

/** Scores words by their features. */
export class Linear {
  private readonly mask: number;
  private readonly checks = TOGETHER;
  private readonly features: number;
  private readonly weights: number;
  /** What grows with the longest paragraph. */
  private readonly room: number;

  /**
   * `checks` is an open-addressing table, one byte a place, 0 where free; its length is a power of two. `rows` holds the
   * weights of those that are not free, in order, to be multiplied with `scale`.
   */
  constructor(
    checks: Uint8Array,
    rows: Uint8Array,
    private readonly scale: number,
    private readonly kernel: Kernel = makeKernel(),
  ) {
    this.mask = checks.length - 1;
    this.features = this.checks + checks.length + TOGETHER;
    this.weights = this.features + 4 * 3 * SLOTS;
    this.room = this.weights + checks.length * ROW;
    kernel.reserve(this.room + rows.length + ROW);
    const bytes = kernel.bytes();
    bytes.set(checks, this.checks);
    bytes.set(checks.subarray(0, TOGETHER), this.checks + checks.length);
    kernel.integers().set(packed(), this.features / 4);
    bytes.set(rows, this.room);
    kernel.spread(checks.length, this.checks, this.room, this.weights);
  }

  /** Adds the scores of the words' features to `scores` (words × LABELS). */
  addScores({ n, columns }: Reading, scores: Float64Array): void {
    const { kernel, scale } = this;
    const out = this.room + 4 * columns.length;
    kernel.reserve(out + 4 * ROW * (n + WORDS));
    const memory = kernel.integers();
    memory.set(columns, this.room / 4);
    kernel.linear(n, this.room, this.features, SLOTS, this.mask, this.checks, this.weights, out);
    for (let i = 0, from = out / 4, to = 1; i < n; i++, from += ROW, to += LABELS)
      for (let k = 0; k < WEIGHTS; k++) scores[to + k] += memory[from + k] * scale;
  }
}
