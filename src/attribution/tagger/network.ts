/** The network as it runs: one gated recurrent layer in each direction over word and code vectors. */
import { CODES, type Encoded } from './features';
import { LABELS } from './labels';

/** Output rows of the network: the labels, padded to a multiple of four. */
export const OUTPUTS = 8;
/** Word projections kept before the store is emptied. */
const MOST_ROWS = 6000;

export interface NetworkWeights {
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
  if (x >= 3) return 1;
  if (x <= -3) return -1;
  const s = x * x;
  return (x * (27 + s)) / (27 + 9 * s);
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

/** Scores paragraphs; keeps the projections of words it has met. */
export class Network {
  private rows = new Map<number, Float64Array>();
  private readonly wordInputs: readonly Float64Array[];
  private readonly codeInputs: readonly Float64Array[];
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
    let next = 0;
    this.starts = CODES.map((n) => (next += n) - n);
    this.x = new Float64Array(Math.max(fixed + own, code));
    this.state = new Float64Array(H);
    this.gates = new Float64Array(3 * H);
  }

  /** What a word adds to the gates of both directions. */
  private row(word: number): Float64Array {
    let row = this.rows.get(word);
    if (row) return row;
    const { hidden: H, fixed, own, biases } = this.weights;
    const G = 3 * H;
    if (this.rows.size >= MOST_ROWS) this.rows = new Map();
    row = new Float64Array(2 * G);
    this.weights.vector(word, this.x);
    for (let dir = 0; dir < 2; dir++) {
      row.set(biases[dir], dir * G);
      addProduct(this.wordInputs[dir], 0, G, fixed + own, this.x, 0, row, dir * G);
    }
    this.rows.set(word, row);
    return row;
  }

  /** Adds the network's scores to `scores` (words × LABELS). */
  addScores(encoded: Encoded, scores: Float64Array): void {
    const { length: n, word, codes } = encoded;
    const { hidden: H, code, codes: table, recurrences, outputs } = this.weights;
    const G = 3 * H;
    const C = CODES.length;
    if (this.pre.length < n * 2 * G) {
      this.pre = new Float64Array(n * 2 * G);
      this.out = new Float64Array(n * OUTPUTS);
    }
    const { pre, out, state, gates, starts, x } = this;
    out.fill(0, 0, n * OUTPUTS);
    for (let i = 0; i < n; i++) {
      pre.set(this.row(word[i]), i * 2 * G);
      x.fill(0, 0, code);
      for (let c = 0; c < C; c++) {
        const at = (starts[c] + codes[i * C + c]) * code;
        for (let d = 0; d < code; d++) x[d] += table[at + d];
      }
      addProduct(this.codeInputs[0], 0, G, code, x, 0, pre, i * 2 * G);
      addProduct(this.codeInputs[1], 0, G, code, x, 0, pre, i * 2 * G + G);
    }
    for (let dir = 0; dir < 2; dir++) {
      const U = recurrences[dir];
      state.fill(0);
      for (let s = 0; s < n; s++) {
        const i = dir === 0 ? s : n - 1 - s;
        const at = (2 * i + dir) * G;
        gates.fill(0);
        addProduct(U, 0, G, H, state, 0, gates, 0);
        for (let k = 0; k < H; k++) {
          const z = 0.5 + 0.5 * squash((pre[at + k] + gates[k]) * 0.5);
          const r = 0.5 + 0.5 * squash((pre[at + H + k] + gates[H + k]) * 0.5);
          state[k] = z * state[k] + (1 - z) * squash(pre[at + 2 * H + k] + r * gates[2 * H + k]);
        }
        addProduct(outputs[dir], 0, OUTPUTS, H, state, 0, out, i * OUTPUTS);
      }
    }
    for (let i = 0; i < n; i++) for (let l = 0; l < LABELS; l++) scores[i * LABELS + l] += out[i * OUTPUTS + l];
  }
}
