/** The network under training: gated recurrent layers in each direction over word and code vectors. */
import { CODES } from '../../src/attribution/tagger/codes';
import { LABELS } from '../../src/attribution/tagger/labels';
import { makeKernel, type Kernel } from './kernel/kernel';
import { normal, seeded } from './random';

export const CODE_OFFSETS = CODES.reduce<number[]>((o, n) => [...o, o[o.length - 1] + n], [0]);
export const CODE_ROWS = CODE_OFFSETS[CODES.length];
const C = CODES.length;
/** Labels padded to a multiple of eight. */
const L = 8;
/** Bytes of a number. */
const F = 4;

export interface Shape {
  /** Numbers of each direction's state, a multiple of 8, and how many layers there are. */
  readonly hidden: number;
  readonly layers: number;
  /** Fixed vector, trained vector and code vector of a word. */
  readonly fixed: number;
  readonly own: number;
  readonly code: number;
}

/** Where the weights of one direction of one layer stand, in numbers: inputs × 3H, 3H, H × 3H. */
interface Place {
  readonly inputs: number;
  readonly wx: number;
  readonly bx: number;
  readonly wh: number;
}

/** How the network is disturbed in training: shares of hidden units, inputs and words left out. */
export interface Noise {
  readonly random: () => number;
  readonly drop: number;
  readonly inputDrop: number;
  readonly wordDrop: number;
}

export class Network {
  readonly inputs: number;
  /** All weights but the words' trained vectors, and their gradient. */
  readonly theta: Float32Array;
  readonly own: Float32Array;
  readonly places: readonly (readonly [Place, Place])[];
  /** Where the output (2H × 8) and the codes' vectors (CODE_ROWS × code) stand. */
  readonly output: number;
  readonly codes: number;
  private readonly size: number;
  private readonly grad: Float32Array;
  private readonly ownSquares: Float32Array;
  private readonly kernel: Kernel;
  private readonly all: Float32Array;
  private readonly at: Readonly<
    Record<'grad' | 'mean' | 'square' | 'x' | 'dx' | 'room' | 'dGates' | 'out' | 'gates', number>
  >;
  private readonly layers: readonly {
    pre: readonly number[];
    states: readonly number[];
    fresh: readonly number[];
    hm: number;
    dhm: number;
  }[];
  private readonly inputMask: Float32Array;
  private readonly masks: readonly Float32Array[];
  private readonly used: Int32Array;
  private steps = 0;

  constructor(
    readonly shape: Shape,
    readonly vectors: Float32Array,
    /** Words below this index have a trained vector; all others share the last row. */
    readonly known: number,
    seed: number,
    /** Words of the longest paragraph. */
    longest: number,
  ) {
    const { hidden: H, layers, fixed, own, code } = shape;
    const G = 3 * H;
    this.inputs = fixed + own + code;
    let size = 0;
    const weights = (n: number): number => (size += n) - n;
    this.places = Array.from({ length: layers }, (_, layer) => {
      const inputs = layer ? 2 * H : this.inputs;
      const place = (): Place => ({ inputs, wx: weights(inputs * G), bx: weights(G), wh: weights(H * G) });
      return [place(), place()] as const;
    });
    this.output = weights(2 * H * L);
    this.codes = weights(CODE_ROWS * code);
    this.size = size = Math.ceil(size / 4) * 4;
    let top = 64;
    const room = (n: number): number => (top += Math.ceil(n / 4) * 4) - Math.ceil(n / 4) * 4;
    const n = longest;
    const theta = room(size);
    this.at = {
      grad: room(size),
      mean: room(size),
      square: room(size),
      x: room(n * this.inputs),
      dx: room(n * this.inputs),
      room: room(2 * H),
      dGates: room(n * G),
      out: room(n * L),
      gates: room(G),
    };
    this.layers = Array.from({ length: layers }, () => ({
      pre: [room(n * G), room(n * G)],
      states: [room((n + 2) * H), room((n + 2) * H)],
      fresh: [room(n * H), room(n * H)],
      hm: room(n * 2 * H),
      dhm: room(n * 2 * H),
    }));
    const { kernel, buffer } = makeKernel(top * F);
    this.kernel = kernel;
    this.all = new Float32Array(buffer, 0, top);
    this.theta = this.all.subarray(theta, theta + size);
    this.grad = this.all.subarray(this.at.grad, this.at.grad + size);
    this.inputMask = new Float32Array(this.inputs);
    this.masks = this.layers.map(() => new Float32Array(2 * H));
    this.used = new Int32Array(n);
    // The last row is the unknown word's.
    this.own = new Float32Array((known + 1) * own);
    this.ownSquares = new Float32Array(known + 1);
    const random = seeded(seed);
    const fill = (from: number, count: number, sd: number): void => {
      for (let i = 0; i < count; i++) this.theta[from + i] = normal(random) * sd;
    };
    for (const pair of this.places)
      for (const { inputs, wx, wh } of pair) {
        fill(wx, inputs * G, 1 / Math.sqrt(inputs));
        fill(wh, H * G, 1 / Math.sqrt(H));
      }
    fill(this.output, 2 * H * L, 1 / Math.sqrt(2 * H));
    fill(this.codes, CODE_ROWS * code, 0.25);
    for (let i = 0; i < this.own.length; i++) this.own[i] = normal(random) * 0.1;
  }

  private get start(): number {
    return this.theta.byteOffset;
  }

  /** Adds the network's scores to `scores` (n × 7). */
  forward(n: number, word: Int32Array, codes: Uint16Array, scores: Float32Array, noise?: Noise): void {
    const { fixed, own, code, hidden: H } = this.shape;
    const { all, at, kernel, theta, known, inputs: D, inputMask } = this;
    const G = 3 * H;
    for (let i = 0; i < n; i++) {
      let w = word[i];
      if (w < 0 || (noise && noise.random() < noise.wordDrop)) w = -1;
      this.used[i] = w;
      const o = at.x + i * D;
      if (w < 0) all.fill(0, o, o + fixed);
      else for (let d = 0; d < fixed; d++) all[o + d] = this.vectors[w * fixed + d];
      const u = w >= 0 && w < known ? w : known;
      for (let d = 0; d < own; d++) all[o + fixed + d] = this.own[u * own + d];
      all.fill(0, o + fixed + own, o + D);
      for (let c = 0; c < C; c++) {
        const row = this.codes + (CODE_OFFSETS[c] + codes[i * C + c]) * code;
        for (let d = 0; d < code; d++) all[o + fixed + own + d] += theta[row + d];
      }
    }
    if (noise && noise.inputDrop > 0) {
      const keep = 1 / (1 - noise.inputDrop);
      for (let d = 0; d < D; d++) inputMask[d] = noise.random() < noise.inputDrop ? 0 : keep;
      for (let i = 0, o = at.x; i < n; i++) for (let d = 0; d < D; d++, o++) all[o] *= inputMask[d];
    }
    let input = at.x;
    this.places.forEach((pair, l) => {
      const { pre, states, fresh, hm } = this.layers[l];
      const mask = this.masks[l];
      if (noise) {
        const keep = 1 / (1 - noise.drop);
        for (let k = 0; k < 2 * H; k++) mask[k] = noise.random() < noise.drop ? 0 : keep;
      } else mask.fill(1);
      pair.forEach(({ inputs, wx, bx, wh }, dir) => {
        for (let i = 0; i < n; i++) all.copyWithin(pre[dir] + i * G, this.start / F + bx, this.start / F + bx + G);
        kernel.product(n, inputs, G, input * F, inputs * F, this.start + wx * F, G * F, pre[dir] * F, G * F);
        all.fill(0, states[dir], states[dir] + H);
        all.fill(0, states[dir] + (n + 1) * H, states[dir] + (n + 2) * H);
        kernel.recur(n, H, dir, pre[dir] * F, this.start + wh * F, states[dir] * F, fresh[dir] * F, at.gates * F);
        for (let i = 0; i < n; i++) {
          const from = states[dir] + (i + 1) * H;
          const to = hm + i * 2 * H + dir * H;
          for (let k = 0; k < H; k++) all[to + k] = all[from + k] * mask[dir * H + k];
        }
      });
      input = hm;
    });
    all.fill(0, at.out, at.out + n * L);
    kernel.product(n, 2 * H, L, input * F, 2 * H * F, this.start + this.output * F, L * F, at.out * F, L * F);
    for (let i = 0; i < n; i++) for (let l = 0; l < LABELS; l++) scores[i * LABELS + l] += all[at.out + i * L + l];
  }

  /** Adds to the gradient, given the derivative of the loss by each score; the trained vectors learn at once. */
  backward(n: number, codes: Uint16Array, d: Float32Array, rate: number, noise?: Noise): void {
    const { fixed, own, code, hidden: H } = this.shape;
    const { all, at, kernel, grad, inputs: D, known } = this;
    const G = 3 * H;
    for (let i = 0; i < n; i++) {
      for (let l = 0; l < LABELS; l++) all[at.out + i * L + l] = d[i * LABELS + l];
      all[at.out + i * L + 7] = 0;
    }
    const last = this.layers[this.layers.length - 1];
    const g = (x: number): number => (at.grad + x) * F;
    const t = (x: number): number => this.start + x * F;
    kernel.outer(2 * H, n, L, last.hm * F, 2 * H * F, at.out * F, L * F, g(this.output), L * F);
    all.fill(0, last.dhm, last.dhm + n * 2 * H);
    kernel.productTransposed(n, L, 2 * H, at.out * F, L * F, t(this.output), L * F, last.dhm * F, 2 * H * F);
    for (let l = this.layers.length - 1; l >= 0; l--) {
      const { pre, states, fresh, dhm } = this.layers[l];
      const mask = this.masks[l];
      for (let i = 0, o = dhm; i < n; i++) for (let k = 0; k < 2 * H; k++, o++) all[o] *= mask[k];
      const input = l ? this.layers[l - 1].hm : at.x;
      const dInput = l ? this.layers[l - 1].dhm : at.dx;
      this.places[l].forEach(({ inputs, wx, bx, wh }, dir) => {
        if (dir === 0) all.fill(0, dInput, dInput + n * inputs);
        kernel.recurBack(
          n,
          H,
          dir,
          pre[dir] * F,
          t(wh),
          states[dir] * F,
          fresh[dir] * F,
          (dhm + dir * H) * F,
          2 * H * F,
          at.dGates * F,
          at.room * F,
        );
        const before = states[dir] + (dir ? 2 * H : 0);
        kernel.outer(H, n, G, before * F, H * F, at.dGates * F, G * F, g(wh), G * F);
        kernel.outer(inputs, n, G, input * F, inputs * F, pre[dir] * F, G * F, g(wx), G * F);
        for (let i = 0, o = pre[dir]; i < n; i++) for (let k = 0; k < G; k++, o++) grad[bx + k] += all[o];
        kernel.productTransposed(n, G, inputs, pre[dir] * F, G * F, t(wx), G * F, dInput * F, inputs * F);
      });
    }
    if (noise && noise.inputDrop > 0)
      for (let i = 0, o = at.dx; i < n; i++) for (let k = 0; k < D; k++, o++) all[o] *= this.inputMask[k];
    for (let i = 0; i < n; i++) {
      const o = at.dx + i * D;
      const w = this.used[i];
      const u = w >= 0 && w < known ? w : known;
      let s = 0;
      for (let e = 0; e < own; e++) s += all[o + fixed + e] ** 2;
      this.ownSquares[u] += s / own;
      const step = (rate * 10) / (Math.sqrt(this.ownSquares[u]) + 1e-3);
      for (let e = 0; e < own; e++) this.own[u * own + e] -= step * all[o + fixed + e];
      for (let c = 0; c < C; c++) {
        const row = this.codes + (CODE_OFFSETS[c] + codes[i * C + c]) * code;
        for (let e = 0; e < code; e++) grad[row + e] += all[o + fixed + own + e];
      }
    }
  }

  /** The gradient as it stands. */
  slope(): Float32Array {
    return this.grad.slice();
  }

  /** One step of Adam over the gradient of `batch` paragraphs, clipped. */
  step(batch: number, rate: number, decay: number): void {
    const { kernel, at, size } = this;
    const norm = Math.sqrt(kernel.squares(size, at.grad * F)) / batch;
    const scale = (norm > 5 ? 5 / norm : 1) / batch;
    this.steps++;
    const a = rate / (1 - 0.9 ** this.steps);
    const correction = 1 / (1 - 0.999 ** this.steps);
    kernel.adam(size, this.start, at.grad * F, at.mean * F, at.square * F, scale, a, correction, rate * decay);
  }
}
