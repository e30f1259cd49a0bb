/** The linear part: rows of weights, found by the hashes of features. */
import { packed, SLOTS } from './features';
import type { Memory } from './memory';

/** Bytes of a row: the weights of labels 1 … 6 behind that of O, which is 0, padded. */
const ROW = 8;
/** Places that the kernel looks at together. */
const TOGETHER = 16;

/** Scores words by their features. */
export class Linear {
  private readonly mask: number;
  private readonly checks: number;
  private readonly features: number;
  private readonly weights: number;

  /**
   * `checks` is an open-addressing table, one byte a place, 0 where free; its length is a power of two. `rows` holds the
   * weights of those that are not free, in order, to be multiplied with `scale`.
   */
  constructor(
    private readonly memory: Memory,
    checks: Uint8Array,
    rows: Uint8Array,
    private readonly scale: number,
  ) {
    const { kernel } = memory;
    this.mask = checks.length - 1;
    this.checks = memory.take(checks.length + TOGETHER);
    this.features = memory.take(3 * 4 * SLOTS);
    this.weights = memory.take(checks.length * ROW);
    kernel.reserve(memory.end + rows.length + ROW);
    const bytes = kernel.views().bytes;
    bytes.set(checks, this.checks);
    bytes.set(checks.subarray(0, TOGETHER), this.checks + checks.length);
    kernel.views().integers.set(packed(), this.features / 4);
    bytes.set(rows, memory.end);
    kernel.spread(checks.length, this.checks, memory.end, this.weights);
  }

  /** Writes the scores of `n` words to `out`: those of the features in the columns at `columns`, and those at `others`. */
  score(n: number, columns: number, others: number, out: number): void {
    const { checks, features, mask, scale, weights } = this;
    this.memory.kernel.linear(n, columns, features, SLOTS, mask, checks, weights, scale, others, out);
  }
}
