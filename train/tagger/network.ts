/** The network under training: a gated recurrent layer in each direction over word and code vectors. */
import { CODES } from '../../src/attribution/tagger/features';
import { LABELS } from '../../src/attribution/tagger/labels';
import { squash } from '../../src/attribution/tagger/kernel/plain';
import { addOuter, addProduct, addTransposed } from './kernels';
import { normal, seeded } from './random';

export const CODE_OFFSETS = CODES.reduce<number[]>((o, n) => [...o, o[o.length - 1] + n], [0]);
export const CODE_ROWS = CODE_OFFSETS[CODES.length];
const C = CODES.length;
/** Labels padded to a multiple of four. */
const L = 8;

const slope = (x: number): number => {
  if (x >= 3 || x <= -3) return 0;
  const s = x * x;
  return ((9 - s) * (9 - s)) / (9 * (3 + s) * (3 + s));
};

export interface Shape {
  readonly hidden: number;
  /** Fixed vector, trained vector and code vector of a word. */
  readonly fixed: number;
  readonly own: number;
  readonly code: number;
}

export class Network {
  readonly D: number;
  readonly G: number;
  /** One block: projections 2×(3H × D) + bias, recurrences 2×(3H × H), output 2 × (8 × H), codes CODE_ROWS × code. */
  readonly theta: Float64Array;
  readonly grad: Float64Array;
  private readonly m: Float64Array;
  private readonly v: Float64Array;
  readonly own: Float64Array;
  private readonly ownSquares: Float64Array;
  readonly at: { wx: number; bx: number; wh: number; wo: number; codes: number };
  private steps = 0;
  // Working space, grown to the longest paragraph.
  private cap = 0;
  private x = new Float64Array(0);
  private pre = new Float64Array(0);
  private h = new Float64Array(0);
  private hm = new Float64Array(0);
  private un = new Float64Array(0);
  private out = new Float64Array(0);
  private readonly mask: Float64Array;
  private dh = new Float64Array(0);
  private dpx = new Float64Array(0);
  private dph = new Float64Array(0);
  private dx = new Float64Array(0);
  private used = new Int32Array(0);

  constructor(
    readonly shape: Shape,
    readonly vectors: Float32Array,
    /** Words below this index have a trained vector; all others share the last row. */
    readonly known: number,
    seed: number,
  ) {
    const { hidden: H, fixed, own, code } = shape;
    const D = (this.D = fixed + own + code);
    const G = (this.G = 3 * H);
    const at = (this.at = { wx: 0, bx: 2 * G * D, wh: 2 * G * D + 2 * G, wo: 0, codes: 0 });
    at.wo = at.wh + 2 * G * H;
    at.codes = at.wo + 2 * L * H;
    const size = at.codes + CODE_ROWS * code;
    this.theta = new Float64Array(size);
    this.grad = new Float64Array(size);
    this.m = new Float64Array(size);
    this.v = new Float64Array(size);
    this.mask = new Float64Array(2 * H);
    // The last row is the unknown word's.
    this.own = new Float64Array((known + 1) * own);
    this.ownSquares = new Float64Array(known + 1);
    const random = seeded(seed);
    const fill = (from: number, n: number, sd: number): void => {
      for (let i = 0; i < n; i++) this.theta[from + i] = normal(random) * sd;
    };
    fill(at.wx, 2 * G * D, 1 / Math.sqrt(D));
    fill(at.wh, 2 * G * H, 1 / Math.sqrt(H));
    fill(at.wo, 2 * L * H, 1 / Math.sqrt(2 * H));
    fill(at.codes, CODE_ROWS * code, 0.25);
    for (let i = 0; i < this.own.length; i++) this.own[i] = normal(random) * 0.1;
  }

  private grow(n: number): void {
    if (n <= this.cap) return;
    this.cap = n;
    const H = this.shape.hidden;
    this.x = new Float64Array(n * this.D);
    this.dx = new Float64Array(n * this.D);
    this.pre = new Float64Array(2 * n * this.G);
    this.h = new Float64Array(2 * (n + 1) * H);
    this.hm = new Float64Array(2 * n * H);
    this.un = new Float64Array(2 * n * H);
    this.out = new Float64Array(n * L);
    this.dh = new Float64Array((n + 1) * H);
    this.dpx = new Float64Array(n * this.G);
    this.dph = new Float64Array(n * this.G);
    this.used = new Int32Array(n);
  }

  /** Adds the network's scores to `out` (n × 7). `drop` is the share of hidden units, `wordDrop` of words, left out. */
  forward(
    n: number,
    word: Int32Array,
    codes: Uint16Array,
    scores: Float32Array,
    random?: () => number,
    drop = 0,
    wordDrop = 0,
  ): void {
    this.grow(n);
    const { fixed, own, code, hidden: H } = this.shape;
    const { D, G, theta, x, pre, h, hm, un, at, mask, out } = this;
    const { known } = this;
    for (let i = 0; i < n; i++) {
      let w = word[i];
      if (w < 0 || (random && random() < wordDrop)) w = -1;
      this.used[i] = w;
      const o = i * D;
      if (w < 0) x.fill(0, o, o + fixed);
      else for (let d = 0; d < fixed; d++) x[o + d] = this.vectors[w * fixed + d];
      const u = w >= 0 && w < known ? w : known;
      for (let d = 0; d < own; d++) x[o + fixed + d] = this.own[u * own + d];
      x.fill(0, o + fixed + own, o + D);
      for (let c = 0; c < C; c++) {
        const row = at.codes + (CODE_OFFSETS[c] + codes[i * C + c]) * code;
        for (let d = 0; d < code; d++) x[o + fixed + own + d] += theta[row + d];
      }
    }
    for (let j = 0; j < 2 * H; j++) mask[j] = random && drop ? (random() < drop ? 0 : 1 / (1 - drop)) : 1;
    out.fill(0, 0, n * L);
    for (let dir = 0; dir < 2; dir++) {
      const wh = at.wh + dir * G * H;
      const hb = dir * (n + 1) * H;
      h.fill(0, hb, hb + H);
      for (let s = 0; s < n; s++) {
        const i = dir ? n - 1 - s : s;
        const po = (dir * n + s) * G;
        const ho = hb + s * H;
        const uo = (dir * n + s) * H;
        for (let g = 0; g < G; g++) pre[po + g] = theta[at.bx + dir * G + g];
        addProduct(theta, at.wx + dir * G * D, G, D, x, i * D, pre, po);
        addProduct(theta, wh, 2 * H, H, h, ho, pre, po);
        un.fill(0, uo, uo + H);
        addProduct(theta, wh + 2 * H * H, H, H, h, ho, un, uo);
        for (let k = 0; k < H; k++) {
          const z = 0.5 + 0.5 * squash(pre[po + k] * 0.5);
          const r = 0.5 + 0.5 * squash(pre[po + H + k] * 0.5);
          pre[po + 2 * H + k] += r * un[uo + k];
          const v = z * h[ho + k] + (1 - z) * squash(pre[po + 2 * H + k]);
          h[ho + H + k] = v;
          hm[uo + k] = v * mask[dir * H + k];
        }
        addProduct(theta, at.wo + dir * L * H, L, H, hm, uo, out, i * L);
      }
    }
    for (let i = 0; i < n; i++) for (let l = 0; l < LABELS; l++) scores[i * LABELS + l] += out[i * L + l];
  }

  /** Adds to the gradient, given the derivative of the loss by each score. */
  backward(n: number, codes: Uint16Array, d: Float32Array, rate: number): void {
    const { fixed, own, code, hidden: H } = this.shape;
    const { D, G, theta, grad, x, pre, h, hm, un, at, dh, dpx, dph, dx, mask, out } = this;
    dx.fill(0, 0, n * D);
    for (let dir = 0; dir < 2; dir++) {
      const wh = at.wh + dir * G * H;
      const hb = dir * (n + 1) * H;
      const wo = at.wo + dir * L * H;
      dh.fill(0, 0, (n + 1) * H);
      // `out` holds the scores' derivatives in the order of the steps.
      for (let s = 0; s < n; s++) {
        const i = dir ? n - 1 - s : s;
        for (let l = 0; l < LABELS; l++) out[s * L + l] = d[i * LABELS + l];
        out[s * L + 7] = 0;
      }
      addOuter(grad, wo, L, H, out, hm, dir * n * H, H, n);
      for (let s = n - 1; s >= 0; s--) {
        const i = dir ? n - 1 - s : s;
        const po = (dir * n + s) * G;
        const ho = hb + s * H;
        const uo = (dir * n + s) * H;
        const dn = (s + 1) * H;
        const dl = s * H;
        const go = s * G;
        for (let k = 0; k < H; k++) {
          let a = 0;
          for (let l = 0; l < LABELS; l++) a += out[s * L + l] * theta[wo + l * H + k];
          const g = dh[dn + k] + a * mask[dir * H + k];
          const z = 0.5 + 0.5 * squash(pre[po + k] * 0.5);
          const r = 0.5 + 0.5 * squash(pre[po + H + k] * 0.5);
          const pn = pre[po + 2 * H + k];
          const dz = g * (h[ho + k] - squash(pn)) * slope(pre[po + k] * 0.5) * 0.25;
          const dnn = g * (1 - z) * slope(pn);
          const dr = dnn * un[uo + k] * slope(pre[po + H + k] * 0.5) * 0.25;
          dpx[go + k] = dz;
          dpx[go + H + k] = dr;
          dpx[go + 2 * H + k] = dnn;
          dph[go + k] = dz;
          dph[go + H + k] = dr;
          // The candidate's recurrence goes through the reset gate.
          dph[go + 2 * H + k] = dnn * r;
          dh[dl + k] += g * z;
        }
        addTransposed(theta, wh, G, H, dph, go, dh, dl);
        addTransposed(theta, at.wx + dir * G * D, G, D, dpx, go, dx, i * D);
        for (let g = 0; g < G; g++) grad[at.bx + dir * G + g] += dpx[go + g];
      }
      addOuter(grad, wh, G, H, dph, h, hb, H, n);
      addOuter(grad, at.wx + dir * G * D, G, D, dpx, x, dir ? (n - 1) * D : 0, dir ? -D : D, n);
    }
    const { known } = this;
    for (let i = 0; i < n; i++) {
      const o = i * D;
      const w = this.used[i];
      const u = w >= 0 && w < known ? w : known;
      let s = 0;
      for (let e = 0; e < own; e++) s += dx[o + fixed + e] ** 2;
      this.ownSquares[u] += s / own;
      const step = (rate * 10) / (Math.sqrt(this.ownSquares[u]) + 1e-3);
      for (let e = 0; e < own; e++) this.own[u * own + e] -= step * dx[o + fixed + e];
      for (let c = 0; c < C; c++) {
        const row = at.codes + (CODE_OFFSETS[c] + codes[i * C + c]) * code;
        for (let e = 0; e < code; e++) grad[row + e] += dx[o + fixed + own + e];
      }
    }
  }

  /** One step of Adam over the batch's gradient, clipped. */
  step(rate: number, decay: number): void {
    const { theta, grad, m, v } = this;
    let norm = 0;
    for (const g of grad) norm += g * g;
    norm = Math.sqrt(norm);
    const clip = norm > 5 ? 5 / norm : 1;
    this.steps++;
    const a = rate / (1 - 0.9 ** this.steps);
    const b = 1 - 0.999 ** this.steps;
    for (let i = 0; i < theta.length; i++) {
      const g = grad[i] * clip;
      m[i] = 0.9 * m[i] + 0.1 * g;
      v[i] = 0.999 * v[i] + 0.001 * g * g;
      theta[i] -= (a * m[i]) / (Math.sqrt(v[i] / b) + 1e-8) + rate * decay * theta[i];
    }
    grad.fill(0);
  }
}
