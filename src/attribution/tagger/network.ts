/** The network as it runs: one gated recurrent layer in each direction over word and code vectors. */
import { CODES, type Encoded } from './features';
import { lay, type Layout } from './layout';
import type { Memory } from './memory';

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
  /** Lengths of the parts of a word's input, multiples of four. */
  readonly fixed: number;
  readonly own: number;
  readonly code: number;
  /** Forward then backward, row-major: input projections 3H × (fixed + own + code), biases, recurrences 3H × H, outputs 8 × H. */
  readonly inputs: readonly [Scaled, Scaled];
  readonly biases: readonly [Scaled, Scaled];
  readonly recurrences: readonly [Scaled, Scaled];
  readonly outputs: readonly [Scaled, Scaled];
  /** One row a value of each code, in the codes' order. */
  readonly codes: Scaled;
  /** Writes the fixed and own parts of a word's vector to `into`, from -2^14 to 2^14; -1 is the unknown word. */
  readonly vector: (word: number, into: Int16Array, at: number) => void;
  /** What the numbers of each part are to be multiplied with. */
  readonly fixedScale: number;
  readonly ownScale: number;
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
/** Bytes a word that `score` needs: the addresses of these rows, and the scores. */
export const NETWORK_ROOM = FLOAT * (PARTS + OUTPUTS);

/** Scores paragraphs; keeps the projections of what it has met. */
export class Network {
  private readonly layout: Layout;
  private readonly starts: readonly number[];
  private readonly words: Int32Array;
  private readonly cues = new Int32Array(CODES[8] * CODES[9]);
  private readonly places = new Int32Array(CODES[10] * CODES[11]);
  private readonly unknown = new Map<number, number>();
  private readonly marks = new Map<number, number>();
  /** The first address and the number of the rows that are kept. */
  private store = 0;
  private kept = 0;

  constructor(
    private readonly memory: Memory,
    private readonly weights: NetworkWeights,
  ) {
    const { hidden: H, words } = weights;
    if (H % 16 || H > 128) throw new RangeError('hidden units come in sixteens, up to 128');
    let next = 0;
    this.starts = CODES.map((n) => (next += n) - n);
    this.words = new Int32Array(words);
    this.layout = lay(weights, memory);
  }

  /** Keeps projections from this address on; drops those that there are. */
  keepFrom(store: number): void {
    this.store = store;
    this.kept = 0;
    this.words.fill(0);
    this.cues.fill(0);
    this.places.fill(0);
    this.unknown.clear();
    this.marks.clear();
  }

  /** The address of a new row, which holds the sum of these codes' projections for both directions. */
  private row(group: readonly number[], codes: Uint16Array, at: number): number {
    const { layout } = this;
    const { kernel } = this.memory;
    const { hidden: H, code, codes: table } = this.weights;
    const bytes = 6 * H * FLOAT;
    const address = this.store + this.kept++ * bytes;
    kernel.reserve(address + bytes);
    const memory = kernel.views().floats;
    const x = layout.vector / FLOAT;
    memory.fill(0, x, x + code);
    for (const c of group) {
      const from = (this.starts[c] + codes[at + c]) * code;
      for (let d = 0; d < code; d++) memory[x + d] += table.values[from + d] * table.scale;
    }
    kernel.product(layout.codeInputs, 6 * H, code, layout.vector, address);
    return address;
  }

  private ofWord(encoded: Encoded, i: number): number {
    const { index, codes } = encoded;
    const w = index[i];
    const at = i * CODES.length;
    // The codes of a word that is not in the vocabulary are guesses from its ending and shape.
    const key = w >= 0 ? w : codes[at + 3] * CODES[4] + codes[at + 4];
    const known = w >= 0 ? this.words[key] : this.unknown.get(key);
    if (known) return known;
    const { layout, weights } = this;
    const { kernel } = this.memory;
    const { hidden: H, fixed, own, fixedScale, ownScale, inputs } = weights;
    const address = this.row(OF_WORD, codes, at);
    const x = layout.vector;
    weights.vector(w, kernel.views().halves, x / 2);
    kernel.add(6 * H, layout.biases, address);
    inputs.forEach(({ scale }, d) => {
      const out = address + d * 3 * H * FLOAT;
      kernel.dots(layout.fixedInputs[d], 3 * H, fixed, x, scale * fixedScale, out);
      kernel.dots(layout.ownInputs[d], 3 * H, own, x + 2 * fixed, scale * ownScale, out);
    });
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

  /** Gives the address of the words' scores, OUTPUTS floats each; they stand in the room (NETWORK_ROOM a word) at `rows`. */
  score(encoded: Encoded, rows: number): number {
    const { n, codes } = encoded;
    const { layout } = this;
    const { kernel } = this.memory;
    const { hidden: H } = this.weights;
    if (this.kept + PARTS * n > Math.max(MOST_ROWS, PARTS * n)) this.keepFrom(this.store);
    kernel.reserve(this.store);
    const out = rows + n * PARTS * FLOAT;
    for (let i = 0; i < n; i++) {
      const at = i * CODES.length;
      const byCues = codes[at + 8] * CODES[9] + codes[at + 9];
      const byPlace = codes[at + 10] * CODES[11] + codes[at + 11];
      const a = this.ofWord(encoded, i);
      const b = this.ofMarks(codes, at);
      const c = (this.cues[byCues] ||= this.row(OF_CUES, codes, at));
      const d = (this.places[byPlace] ||= this.row(OF_PLACE, codes, at));
      const addresses = kernel.views().integers;
      const o = rows / FLOAT + i * PARTS;
      addresses[o] = a;
      addresses[o + 1] = b;
      addresses[o + 2] = c;
      addresses[o + 3] = d;
    }
    kernel.views().floats.fill(0, out / FLOAT, out / FLOAT + n * OUTPUTS);
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
    return out;
  }
}
