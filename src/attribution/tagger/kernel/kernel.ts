/**
 * The arithmetic of the network: in WebAssembly where there is any, else in TypeScript, with the same numbers in the same
 * places. Addresses are bytes (a quarter of an address is the index of a float), numbers 32-bit floats.
 */
import { plainKernel } from './plain';
import bytes from './kernel.wasm';
import { AT_LEAST, viewsOf, type Views } from './views';

export interface Kernel {
  /** Makes room for `size` bytes in all; what is there stays, `views` gives other arrays afterwards. */
  readonly reserve: (size: number) => void;
  /** The memory as it is now. */
  readonly views: () => Views;
  /**
   * Lays `cols` columns of a row-major matrix of `width` columns out for `product`: 16 rows together, column by column.
   * `W` is the address of the first of them; a column is four bytes wide, whatever they mean.
   */
  readonly pack: (W: number, rows: number, cols: number, width: number, out: number) => void;
  /** out = W · x, W `rows` × `cols` as `pack` lays it out, `rows` a multiple of 16. */
  readonly product: (W: number, rows: number, cols: number, x: number, out: number) => void;
  /**
   * Adds U · x times `scale` to the numbers at `out`: `rows` (a multiple of 16) × `cols` (of 4, at most 128) integers of
   * 16 bits, packed two columns to a cell, x such integers from -2^14 to 2^14. Almost twice as fast as `product`. Sums of
   * four products, which fit in 32 bits, are added up without their last five bits.
   */
  readonly dots: (U: number, rows: number, cols: number, x: number, scale: number, out: number) => void;
  /** Adds the `n` numbers at `a` to those at `out`; `n` is a multiple of four. */
  readonly add: (n: number, a: number, out: number) => void;
  /** `n` 16-bit integers times `scale`, as floats. */
  readonly floatsOf: (n: number, from: number, scale: number, out: number) => void;
  /**
   * Lays rows out for `linear`: those of the places of `checks` (`n` in all) that are not free stand together at `packed`,
   * six bytes each, and go to `weights`, eight bytes a place, the first one free. Two bytes behind the last row at `packed` are read.
   */
  readonly spread: (n: number, checks: number, packed: number, weights: number) => void;
  /**
   * Sums of `slots` rows of eight bytes for each of `n` words, times `scale`, and the word's eight floats at `scores`: to
   * `out`, in 64 bits. Up to three words more are written, of which nothing is to be expected. `columns` is the address of a reading's, `features` that of what each row
   * goes by (three integers; see `packed`); see `homeOf` and `checkOf` for the place that its hash stands for. `checks`
   * holds one byte a place, 0 where it is free, `mask` + 1 in all and the first sixteen once more; `weights` the rows,
   * zeros where a place is free. No sum of a word's may leave 16 bits.
   */
  readonly linear: (
    n: number,
    columns: number,
    features: number,
    slots: number,
    mask: number,
    checks: number,
    weights: number,
    scale: number,
    scores: number,
    out: number,
  ) => void;
  /**
   * One direction of a gated recurrent layer over `n` words: `U` (3H × H) recurs, `O` (H × 8) gives each word's eight
   * scores, added to `out`. A word's 3H projections are the sum of four rows: their addresses stand together at `rows`,
   * `half` bytes before the direction's part. `rows` and `out` are the first word's, the steps lead on to the next
   * word's. `state` (1.5 H) and `gates` (3H) are working space. H is a multiple of 16, at most 128.
   *
   * U is as `dots` has it, and meets the state in steps of 2^-14.
   */
  readonly recur: (
    n: number,
    hidden: number,
    U: number,
    scale: number,
    O: number,
    rows: number,
    rowStep: number,
    half: number,
    out: number,
    outStep: number,
    state: number,
    gates: number,
  ) => void;
  /**
   * The sums of the chain over labels. `scores` holds eight 64-bit numbers a word, the last one of them anything, and
   * comes to hold their exponentials, each word's scaled to one. `chain` is the exponentials of the transitions, eight
   * rows of eight with zeros where a label may not follow, a row with ones for the labels that may stand first, and the
   * transitions' columns as rows. `room` comes to hold the forward sums (eight a word), the backward sums (eight), the
   * words' probabilities of each role, summed up to each word (four, n + 1 times), and the places where a stretch begins
   * at least with probability `least`: four times the word and its role, as integers. Gives the number of these.
   */
  readonly sums: (n: number, scores: number, chain: number, least: number, room: number) => number;
  /**
   * The stretches that begin at one of these places and are as likely: at `out`, in 64 bits, the end, the probability,
   * the mean and the greatest probability that one of its words has the role. Gives their number.
   */
  readonly stretches: (
    n: number,
    begin: number,
    scores: number,
    chain: number,
    least: number,
    room: number,
    out: number,
  ) => number;
}

/** A kernel with a memory of its own. */
export function makeKernel(): Kernel {
  // Not every runtime has it: `node --jitless` takes it away.
  return typeof WebAssembly === 'object' ? wasmKernel() : plainKernel();
}

const PAGE = 65_536;

let compiled: WebAssembly.Module | undefined;

export function wasmKernel(): Kernel {
  compiled ??= new WebAssembly.Module(bytes());
  const { exports } = new WebAssembly.Instance(compiled);
  type Arithmetic = Omit<Kernel, 'reserve' | 'views'>;
  const { memory, ...arithmetic } = exports as unknown as Arithmetic & { readonly memory: WebAssembly.Memory };
  let views = viewsOf(memory.buffer);
  return {
    reserve: (size) => {
      const more = size - memory.buffer.byteLength;
      if (more <= 0) return;
      memory.grow(Math.ceil(Math.max(more, AT_LEAST) / PAGE));
      views = viewsOf(memory.buffer);
    },
    views: () => views,
    ...arithmetic,
  };
}
