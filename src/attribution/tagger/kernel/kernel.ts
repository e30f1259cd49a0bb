/**
 * The arithmetic of the network: in WebAssembly where there is any, else in TypeScript, with the same numbers in the same
 * places. Addresses are bytes into `floats` (a quarter of an address is its index), numbers 32-bit floats.
 */
import { fromBase64 } from '../base64';
import { plainKernel } from './plain';
import base64 from './kernel.wasm';

export interface Kernel {
  /** Makes room for `size` bytes in all; what is there stays, `floats`, `integers` and `bytes` may be other arrays afterwards. */
  readonly reserve: (size: number) => void;
  readonly floats: () => Float32Array;
  /** The same memory as integers: addresses of rows, hashes, sums. */
  readonly integers: () => Int32Array;
  /** The same memory as bytes. */
  readonly bytes: () => Int8Array;
  /**
   * Lays `cols` columns of a row-major matrix of `width` columns out for `product`: 16 rows together, column by column.
   * `W` is the address of the first of them; a column is four bytes wide, whatever they mean.
   */
  readonly pack: (W: number, rows: number, cols: number, width: number, out: number) => void;
  /** out = W · x, W `rows` × `cols` as `pack` lays it out, `rows` a multiple of 16. */
  readonly product: (W: number, rows: number, cols: number, x: number, out: number) => void;
  /** Adds to `n` numbers at `out` those at `a` and, in 64 bits, those at `b`; rounded once. */
  readonly add: (n: number, a: number, b: number, out: number) => void;
  /**
   * Lays rows out for `linear`: those of the places of `checks` (`n` in all) that are not free stand together at `packed`,
   * six bytes each, and go to `weights`, eight bytes a place. Two bytes behind the last row at `packed` are read.
   */
  readonly spread: (n: number, checks: number, packed: number, weights: number) => void;
  /**
   * Sums of `slots` rows of eight bytes for each of `n` words, to `out` as integers; with the place of up to three words
   * more, of which nothing is to be expected. `columns` is the address of a reading's, `features` that of what each row
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
    out: number,
  ) => void;
  /**
   * One direction of a gated recurrent layer over `n` words: `U` (3H × H) recurs, `O` (H × 8) gives each word's eight
   * scores, added to `out`. A word's 3H projections are the sum of four rows: their addresses stand together at `rows`,
   * `half` bytes before the direction's part. `rows` and `out` are the first word's, the steps lead on to the next
   * word's. `state` (1.5 H) and `gates` (3H) are working space. H is a multiple of 16, at most 128.
   *
   * U holds 16-bit integers to be multiplied with `scale`, packed two columns to a cell, and meets the state in steps of
   * 2^-14: integers multiply almost twice as fast as floats. Sums of four products, which fit in 32 bits, are added up
   * without their last five bits.
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
}

/** A kernel with a memory of its own. */
export function makeKernel(): Kernel {
  // Not every runtime has it: `node --jitless` takes it away.
  return typeof WebAssembly === 'object' ? wasmKernel() : plainKernel();
}

const PAGE = 65_536;

let compiled: WebAssembly.Module | undefined;

export function wasmKernel(): Kernel {
  compiled ??= new WebAssembly.Module(fromBase64(base64));
  const { exports } = new WebAssembly.Instance(compiled);
  type Arithmetic = Pick<Kernel, 'pack' | 'product' | 'add' | 'spread' | 'linear' | 'recur'>;
  const { memory, ...arithmetic } = exports as unknown as Arithmetic & { readonly memory: WebAssembly.Memory };
  let floats = new Float32Array(memory.buffer);
  let integers = new Int32Array(memory.buffer);
  let bytes = new Int8Array(memory.buffer);
  return {
    reserve: (size) => {
      const more = Math.ceil((size - memory.buffer.byteLength) / PAGE);
      if (more <= 0) return;
      memory.grow(more);
      floats = new Float32Array(memory.buffer);
      integers = new Int32Array(memory.buffer);
      bytes = new Int8Array(memory.buffer);
    },
    floats: () => floats,
    integers: () => integers,
    bytes: () => bytes,
    ...arithmetic,
  };
}
