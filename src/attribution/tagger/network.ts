/** The network as it runs: one gated recurrent layer in each direction over word and code vectors. */
import { CODES, type Encoded } from './features';
import { LABELS } from './labels';

/** Output rows of the network: the labels, padded to a multiple of four. */
export const OUTPUTS = 8;
/** Projections kept of each sort before the store is emptied. */
const MOST_ROWS = 6000;

export interface NetworkWeights {
  /** How many words the vocabulary has. */
  readonly words: number;
  readonly hidden: number;
  readonly fixed: number;
  readonly own: number;
  readonly code: number;
  /** Forward then backward, row-major: input projections 3H × (fixed + own + code), biases, recurrences 3H × H, outputs 8 × H. */
  readonly inputs: readonly [Float64Array, Float64Array];
  readonly biases: readonly [Float64Array, Float64Array];
  readonly recurrences: readonly [Float64Array, Float64Array];
  readonly outputs: readonly [Float64Array, Float64Array];
  /** One row a value of each code, in the codes' order. */
  readonly codes: Float64Array;
  /** The fixed and own parts of a word's vector, written to `into`; -1 is the unknown word. */
  readonly vector: (word: number, into: Float64Array) => void;
}

/** tanh by its Padé approximant, exact at ±3 and flat beyond: cheap, and the same in training and in the editor. */
export function squash(x: number): number {
  const c = Math.max(-3, Math.min(3, x));
  const s = c * c;
  return (c * (27 + s)) / (27 + 9 * s);
}

/** out[oo …] += W · x[xo …], W being `rows` × `cols` from `wo`, row-major, `rows` a multiple of four. */
export function addProduct(
  W: Float64Array,
  wo: number,
  rows: number,
  cols: number,
  x: Float64Array,
  xo: number,
  out: Float64Array,
  oo: number,
): void {
  for (let r = 0; r < rows; r += 4) {
    const a = wo + r * cols;
    const b = a + cols;
    const c = b + cols;
    const d = c + cols;
    let p = 0;
    let q = 0;
    let s = 0;
    let t = 0;
    for (let e = 0; e < cols; e++) {
      const v = x[xo + e];
      p += W[a + e] * v;
      q += W[b + e] * v;
      s += W[c + e] * v;
      t += W[d + e] * v;
    }
    out[oo + r] += p;
    out[oo + r + 1] += q;
    out[oo + r + 2] += s;
    out[oo + r + 3] += t;
  }
}

/**
 * Codes whose projections are kept together, summed. The first group depends on the word alone and goes with its
 * vector; the others are few in their combinations.
 */
const OF_WORD = [2, 3, 4, 5];
const OF_MARKS = [0, 1, 6, 7];
const OF_CUES = [8, 9];
const OF_PLACE = [10, 11];

type Row = Float64Array;

/** The same product with W packed six rows together, column by column; `rows` is a multiple of six. */
function packedProduct(W: Float64Array, rows: number, cols: number, x: Float64Array, out: Float64Array): void {
  let at = 0;
  for (let r = 0; r < rows; r += 6) {
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    let e = 0;
    let f = 0;
    for (let k = 0; k < cols; k++) {
      const v = x[k];
      a += W[at] * v;
      b += W[at + 1] * v;
      c += W[at + 2] * v;
      d += W[at + 3] * v;
      e += W[at + 4] * v;
      f += W[at + 5] * v;
      at += 6;
    }
    out[r] = a;
    out[r + 1] = b;
    out[r + 2] = c;
    out[r + 3] = d;
    out[r + 4] = e;
    out[r + 5] = f;
  }
}

function pack(W: Float64Array, rows: number, cols: number): Float64Array {
  const out = new Float64Array(W.length);
  let at = 0;
  for (let r = 0; r < rows; r += 6)
    for (let k = 0; k < cols; k++) for (let i = 0; i < 6; i++) out[at++] = W[(r + i) * cols + k];
  return out;
}

/** Scores paragraphs; keeps the projections of what it has met. */
export class Network {
  private readonly words: (Row | undefined)[];
  private readonly unknown = new Map<number, Row>();
  private readonly marks = new Map<number, Row>();
  private readonly cues: (Row | undefined)[] = new Array<Row | undefined>(CODES[8] * CODES[9]);
  private readonly places: (Row | undefined)[] = new Array<Row | undefined>(CODES[10] * CODES[11]);
  private kept = 0;
  private readonly wordInputs: readonly Float64Array[];
  private readonly codeInputs: readonly Float64Array[];
  private readonly recurrences: readonly Float64Array[];
  private readonly starts: readonly number[];
  private readonly x: Float64Array;
  private pre = new Float64Array(0);
  private readonly state: Float64Array;
  private readonly gates: Float64Array;
  private out = new Float64Array(0);

  constructor(private readonly weights: NetworkWeights) {
    const { hidden: H, fixed, own, code, inputs } = weights;
    const D = fixed + own + code;
    const columns = (from: number, to: number): Float64Array[] =>
      inputs.map((W) => {
        const part = new Float64Array(3 * H * (to - from));
        for (let r = 0; r < 3 * H; r++) part.set(W.subarray(r * D + from, r * D + to), r * (to - from));
        return part;
      });
    this.wordInputs = columns(0, fixed + own);
    this.codeInputs = columns(fixed + own, D);
    this.recurrences = weights.recurrences.map((U) => pack(U, 3 * H, H));
    let next = 0;
    this.starts = CODES.map((n) => (next += n) - n);
    this.words = new Array<Row | undefined>(weights.words).fill(undefined);
    this.cues.fill(undefined);
    this.places.fill(undefined);
    this.x = new Float64Array(Math.max(fixed + own, code));
    this.state = new Float64Array(H);
    this.gates = new Float64Array(3 * H);
  }

  private ofWord(encoded: Encoded, i: number): Row {
    const { word, codes } = encoded;
    const w = word[i];
    const at = i * CODES.length;
    // The codes of a word that is not in the vocabulary are guesses from its ending and shape.
    const key = w >= 0 ? w : codes[at + 3] * CODES[4] + codes[at + 4];
    const row = w >= 0 ? this.words[key] : this.unknown.get(key);
    if (row) return row;
    if (this.kept++ >= MOST_ROWS) {
      this.kept = 0;
      this.words.fill(undefined);
      this.unknown.clear();
    }
    const { hidden: H, fixed, own, biases } = this.weights;
    const fresh = this.sum(OF_WORD, codes, at);
    this.weights.vector(w, this.x);
    for (let dir = 0; dir < 2; dir++) {
      for (let g = 0; g < 3 * H; g++) fresh[dir * 3 * H + g] += biases[dir][g];
      addProduct(this.wordInputs[dir], 0, 3 * H, fixed + own, this.x, 0, fresh, dir * 3 * H);
    }
    if (w >= 0) this.words[key] = fresh;
    else this.unknown.set(key, fresh);
    return fresh;
  }

  private ofMarks(codes: Uint16Array, at: number): Row {
    const key = ((codes[at] * CODES[1] + codes[at + 1]) * CODES[6] + codes[at + 6]) * CODES[7] + codes[at + 7];
    let row = this.marks.get(key);
    if (row) return row;
    if (this.marks.size >= MOST_ROWS) this.marks.clear();
    row = this.sum(OF_MARKS, codes, at);
    this.marks.set(key, row);
    return row;
  }

  /** What codes add to the gates of both directions. */
  private sum(group: readonly number[], codes: Uint16Array, at: number): Row {
    const { hidden: H, code, codes: table } = this.weights;
    const { x } = this;
    const row = new Float64Array(6 * H);
    x.fill(0, 0, code);
    for (const c of group) {
      const from = (this.starts[c] + codes[at + c]) * code;
      for (let d = 0; d < code; d++) x[d] += table[from + d];
    }
    for (let dir = 0; dir < 2; dir++) addProduct(this.codeInputs[dir], 0, 3 * H, code, x, 0, row, dir * 3 * H);
    return row;
  }

  /** Adds the network's scores to `scores` (words × LABELS). */
  addScores(encoded: Encoded, scores: Float64Array): void {
    const { length: n, codes } = encoded;
    const { hidden: H, outputs } = this.weights;
    const G = 3 * H;
    if (this.pre.length < n * 2 * G) {
      this.pre = new Float64Array(n * 2 * G);
      this.out = new Float64Array(n * OUTPUTS);
    }
    const { pre, out, state, gates } = this;
    out.fill(0, 0, n * OUTPUTS);
    for (let i = 0; i < n; i++) {
      const at = i * CODES.length;
      const byCues = codes[at + 8] * CODES[9] + codes[at + 9];
      const byPlace = codes[at + 10] * CODES[11] + codes[at + 11];
      const a = this.ofWord(encoded, i);
      const b = this.ofMarks(codes, at);
      const c = (this.cues[byCues] ??= this.sum(OF_CUES, codes, at));
      const d = (this.places[byPlace] ??= this.sum(OF_PLACE, codes, at));
      const o = i * 2 * G;
      for (let g = 0; g < 2 * G; g++) pre[o + g] = a[g] + b[g] + c[g] + d[g];
    }
    for (let dir = 0; dir < 2; dir++) {
      const U = this.recurrences[dir];
      const O = outputs[dir];
      state.fill(0);
      for (let s = 0; s < n; s++) {
        const i = dir === 0 ? s : n - 1 - s;
        const at = (2 * i + dir) * G;
        packedProduct(U, G, H, state, gates);
        for (let k = 0; k < H; k++) {
          const z = 0.5 + 0.5 * squash((pre[at + k] + gates[k]) * 0.5);
          const r = 0.5 + 0.5 * squash((pre[at + H + k] + gates[H + k]) * 0.5);
          state[k] = z * state[k] + (1 - z) * squash(pre[at + 2 * H + k] + r * gates[2 * H + k]);
        }
        addProduct(O, 0, OUTPUTS, H, state, 0, out, i * OUTPUTS);
      }
    }
    for (let i = 0; i < n; i++) for (let l = 0; l < LABELS; l++) scores[i * LABELS + l] += out[i * OUTPUTS + l];
  }
}
