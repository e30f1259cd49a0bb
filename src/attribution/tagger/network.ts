/** The network as it runs: one gated recurrent layer in each direction over word and code vectors. */
import { CODES, type Encoded } from './features';
import { makeKernel, type Kernel } from './kernel/kernel';
import { LABELS } from './labels';

/** Output rows of the network: the labels, padded to a multiple of four. */
export const OUTPUTS = 8;
/** Projections kept before the store is emptied; they depend on a word or on a few codes alone. */
const MOST_ROWS = 6000;

/** 16-bit integers to be multiplied with `scale`. */
export interface Scaled {
  readonly values: Int16Array;
  readonly scale: number;
}

export interface NetworkWeights {
  /** How many words the vocabulary has. */
  readonly words: number;
  /** Units of each direction, a multiple of 16, at most 128. */
  readonly hidden: number;
  readonly fixed: number;
  readonly own: number;
  readonly code: number;
  /** Forward then backward, row-major: input projections 3H × (fixed + own + code), biases, recurrences 3H × H, outputs 8 × H. */
  readonly inputs: readonly [Float64Array, Float64Array];
  readonly biases: readonly [Float64Array, Float64Array];
  readonly recurrences: readonly [Scaled, Scaled];
  readonly outputs: readonly [Float64Array, Float64Array];
  /** One row a value of each code, in the codes' order. */
  readonly codes: Float64Array;
  /** The fixed and own parts of a word's vector, written to `into`; -1 is the unknown word. */
  readonly vector: (word: number, into: Float64Array) => void;
}

/**
 * Codes whose projections are kept together, summed. The first group depends on the word alone and goes with its
 * vector; the others are few in their combinations.
 */
const OF_WORD = [2, 3, 4, 5];
const OF_MARKS = [0, 1, 6, 7];
const OF_CUES = [8, 9];
const OF_PLACE = [10, 11];

const FLOAT = 4;
/** Rows that are added up for a word: one of each group. */
const PARTS = 4;

/** Where things lie in the kernel's memory, in bytes. */
interface Layout {
  readonly recurrences: readonly number[];
  readonly outputs: readonly number[];
  readonly wordInputs: number;
  /** Of both directions, in 64 bits. */
  readonly biases: number;
  readonly codeInputs: number;
  readonly vector: number;
  readonly state: number;
  readonly gates: number;
  /** What grows with the longest paragraph, and the rows that are kept, come last. */
  readonly end: number;
}

/** Scores paragraphs; keeps the projections of what it has met. */
export class Network {
  private readonly layout: Layout;
  private readonly starts: readonly number[];
  private readonly vector: Float64Array;
  private readonly words: Int32Array;
  private readonly cues = new Int32Array(CODES[8] * CODES[9]);
  private readonly places = new Int32Array(CODES[10] * CODES[11]);
  private readonly unknown = new Map<number, number>();
  private readonly marks = new Map<number, number>();
  /** Words of a paragraph that there is room for, and the first address and the number of the rows that are kept. */
  private room = 0;
  private store = 0;
  private kept = 0;

  constructor(
    private readonly weights: NetworkWeights,
    private readonly kernel: Kernel = makeKernel(),
  ) {
    const { hidden: H, fixed, own, words } = weights;
    if (H % 16 || H > 128) throw new RangeError('hidden units come in sixteens, up to 128');
    let next = 0;
    this.starts = CODES.map((n) => (next += n) - n);
    this.vector = new Float64Array(fixed + own);
    this.words = new Int32Array(words);
    this.layout = lay(weights, kernel);
  }

  private empty(room: number): void {
    this.room = room;
    this.store = this.layout.end + room * FLOAT * (PARTS + OUTPUTS);
    this.kept = 0;
    this.words.fill(0);
    this.cues.fill(0);
    this.places.fill(0);
    this.unknown.clear();
    this.marks.clear();
  }

  /** The address of a new row, which holds the sum of these codes' projections for both directions. */
  private row(group: readonly number[], codes: Uint16Array, at: number): number {
    const { kernel, layout } = this;
    const { hidden: H, code, codes: table } = this.weights;
    const bytes = 6 * H * FLOAT;
    const address = this.store + this.kept++ * bytes;
    kernel.reserve(address + bytes);
    const memory = kernel.floats();
    const x = layout.vector / FLOAT;
    memory.fill(0, x, x + code);
    for (const c of group) {
      const from = (this.starts[c] + codes[at + c]) * code;
      for (let d = 0; d < code; d++) memory[x + d] += table[from + d];
    }
    kernel.product(layout.codeInputs, 6 * H, code, layout.vector, address);
    return address;
  }

  private ofWord(encoded: Encoded, i: number): number {
    const { index: word, codes } = encoded;
    const w = word[i];
    const at = i * CODES.length;
    // The codes of a word that is not in the vocabulary are guesses from its ending and shape.
    const key = w >= 0 ? w : codes[at + 3] * CODES[4] + codes[at + 4];
    const known = w >= 0 ? this.words[key] : this.unknown.get(key);
    if (known) return known;
    const { kernel, layout, vector } = this;
    const { hidden: H, fixed, own } = this.weights;
    const address = this.row(OF_WORD, codes, at);
    this.weights.vector(w, vector);
    kernel.floats().set(vector, layout.vector / FLOAT);
    kernel.product(layout.wordInputs, 6 * H, fixed + own, layout.vector, layout.gates);
    kernel.add(6 * H, layout.gates, layout.biases, address);
    if (w >= 0) this.words[key] = address;
    else this.unknown.set(key, address);
    return address;
  }

  private ofMarks(codes: Uint16Array, at: number): number {
    const key = ((codes[at] * CODES[1] + codes[at + 1]) * CODES[6] + codes[at + 6]) * CODES[7] + codes[at + 7];
    let address = this.marks.get(key);
    if (address === undefined) this.marks.set(key, (address = this.row(OF_MARKS, codes, at)));
    return address;
  }

  /** Adds the network's scores to `scores` (words × LABELS). */
  addScores(encoded: Encoded, scores: Float64Array): void {
    const { n, codes } = encoded;
    const { kernel, layout } = this;
    const { hidden: H } = this.weights;
    if (n > this.room) this.empty(Math.max(256, 2 * n));
    else if (this.kept + PARTS * n > Math.max(MOST_ROWS, PARTS * n)) this.empty(this.room);
    kernel.reserve(this.store);
    const rows = layout.end;
    const out = rows + n * PARTS * FLOAT;
    for (let i = 0; i < n; i++) {
      const at = i * CODES.length;
      const byCues = codes[at + 8] * CODES[9] + codes[at + 9];
      const byPlace = codes[at + 10] * CODES[11] + codes[at + 11];
      const a = this.ofWord(encoded, i);
      const b = this.ofMarks(codes, at);
      const c = (this.cues[byCues] ||= this.row(OF_CUES, codes, at));
      const d = (this.places[byPlace] ||= this.row(OF_PLACE, codes, at));
      const addresses = kernel.integers();
      const o = rows / FLOAT + i * PARTS;
      addresses[o] = a;
      addresses[o + 1] = b;
      addresses[o + 2] = c;
      addresses[o + 3] = d;
    }
    const memory = kernel.floats();
    memory.fill(0, out / FLOAT, out / FLOAT + n * OUTPUTS);
    const word = PARTS * FLOAT;
    const scored = OUTPUTS * FLOAT;
    const [U, V] = layout.recurrences;
    const [u, v] = this.weights.recurrences;
    const [O, P] = layout.outputs;
    const { state, gates } = layout;
    kernel.recur(n, H, U, u.scale, O, rows, word, 0, out, scored, state, gates);
    const last = n - 1;
    const half = 3 * H * FLOAT;
    kernel.recur(n, H, V, v.scale, P, rows + last * word, -word, half, out + last * scored, -scored, state, gates);
    for (let i = 0, o = out / FLOAT; i < n; i++, o += OUTPUTS)
      for (let l = 0; l < LABELS; l++) scores[i * LABELS + l] += memory[o + l];
  }
}

/** Puts the weights into the kernel's memory. Address 0 stays free: it means that there is no row yet. */
function lay(weights: NetworkWeights, kernel: Kernel): Layout {
  const { hidden: H, fixed, own, code, inputs, biases, recurrences, outputs } = weights;
  const D = fixed + own + code;
  let next = 16;
  const take = (floats: number): number => {
    const at = next;
    next += Math.ceil(floats / 4) * 4 * FLOAT;
    kernel.reserve(next);
    return at;
  };
  /** Some columns of matrices of `width` columns, one over the other; each stands behind all else for a moment. */
  const put = (matrices: readonly Float64Array[], width: number, from = 0, to = width): number => {
    const rows = 3 * H;
    const floats = rows * (to - from);
    const at = take(matrices.length * floats);
    matrices.forEach((W, i) => {
      kernel.reserve(next + W.length * FLOAT);
      kernel.floats().set(W, next / FLOAT);
      kernel.pack(next + from * FLOAT, rows, to - from, width, at + i * floats * FLOAT);
    });
    return at;
  };
  /** A matrix for `recur`. */
  const putScaled = ({ values }: Scaled): number => {
    const at = take(values.length / 2);
    kernel.reserve(next + 2 * values.length);
    new Int16Array(kernel.floats().buffer, next, values.length).set(values);
    kernel.pack(next, 3 * H, H / 2, H / 2, at);
    return at;
  };
  const putDoubles = (parts: readonly Float64Array[]): number => {
    const at = take(2 * parts.length * parts[0].length);
    const doubles = new Float64Array(kernel.floats().buffer, at, parts.length * parts[0].length);
    parts.forEach((part, i) => doubles.set(part, i * part.length));
    return at;
  };
  const putByUnit = (O: Float64Array): number => {
    const at = take(O.length);
    const out = kernel.floats().subarray(at / FLOAT);
    for (let k = 0; k < H; k++) for (let l = 0; l < OUTPUTS; l++) out[k * OUTPUTS + l] = O[l * H + k];
    return at;
  };
  return {
    recurrences: recurrences.map(putScaled),
    outputs: outputs.map(putByUnit),
    wordInputs: put(inputs, D, 0, fixed + own),
    codeInputs: put(inputs, D, fixed + own),
    biases: putDoubles(biases),
    vector: take(D),
    state: take(1.5 * H),
    gates: take(6 * H),
    end: take(0),
  };
}
