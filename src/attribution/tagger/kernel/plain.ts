/** The kernel in TypeScript: what assembly/kernel.ts says, for a runtime without WebAssembly and as its measure in tests. */
import { startOf } from '../columns';
import { checkOf, homeOf, stir } from '../hashing';
import type { Kernel } from './kernel';

/** Rows that stand together; see `Kernel.pack`. */
const BLOCK = 16;

/** tanh by its Padé approximant, exact at ±3 and flat beyond: cheap, and the same in training and in the editor. */
export function squash(x: number): number {
  const c = Math.max(-3, Math.min(3, x));
  const s = c * c;
  return (c * (27 + s)) / (27 + 9 * s);
}

const gate = (x: number): number => 0.5 + 0.5 * squash(x * 0.5);

/** What the state is rounded to before it recurs. */
const STEP = 2 ** -14;
/** Floats from two thirds to four thirds of this are STEP apart: what is added to it is rounded. */
const MIDDLE = 1.5 * 2 ** 23 * STEP;

export function plainKernel(): Kernel {
  let floats = new Float32Array(0);
  let integers = new Int32Array(0);
  let bytes = new Int8Array(0);

  const reserve = (size: number): void => {
    if (size <= floats.byteLength) return;
    const before = floats;
    floats = new Float32Array(Math.ceil(size / 4));
    floats.set(before);
    integers = new Int32Array(floats.buffer);
    bytes = new Int8Array(floats.buffer);
  };

  const pack: Kernel['pack'] = (W, rows, cols, width, out) => {
    const w = W >> 2;
    let at = out >> 2;
    for (let r = 0; r < rows; r += BLOCK)
      for (let k = 0; k < cols; k++) for (let i = 0; i < BLOCK; i++) integers[at++] = integers[w + (r + i) * width + k];
  };

  const product: Kernel['product'] = (W, rows, cols, x, out) => {
    const m = floats;
    let w = W >> 2;
    for (let r = 0; r < rows; r += BLOCK) {
      const to = (out >> 2) + r;
      m.fill(0, to, to + BLOCK);
      for (let k = 0; k < cols; k++) {
        const v = m[(x >> 2) + k];
        for (let i = 0; i < BLOCK; i++) m[to + i] += m[w++] * v;
      }
    }
  };

  const add: Kernel['add'] = (n, a, b, out) => {
    const doubles = new Float64Array(floats.buffer, b, n);
    for (let i = 0; i < n; i++) floats[(out >> 2) + i] += floats[(a >> 2) + i] + doubles[i];
  };

  const spread: Kernel['spread'] = (n, checks, packed, weights) => {
    for (let at = 0, from = packed; at < n; at++)
      if (bytes[checks + at]) {
        for (let k = 0; k < 6; k++) bytes[weights + 8 * at + k] = bytes[from + k];
        from += 6;
      }
  };

  const linear: Kernel['linear'] = (n, columns, features, slots, mask, checks, weights, out) => {
    const m = integers;
    m.fill(0, out >> 2, (out >> 2) + 8 * n);
    for (let i = 0; i < n; i++)
      for (let s = 0; s < slots; s++) {
        let hash = s + 1;
        for (let v = (features >> 2) + 3 * s, end = v + 3; v < end && m[v] >= 0; v++)
          hash = stir(hash, m[(columns >> 2) + startOf(m[v] >> 3, n) + (m[v] & 7) - 2 + i]);
        const want = checkOf(hash);
        let at = homeOf(hash) & mask;
        for (let here; (here = bytes[checks + at] & 255) !== want && here !== 0;) at = (at + 1) & mask;
        for (let k = 0; k < 8; k++) m[(out >> 2) + 8 * i + k] += bytes[weights + 8 * at + k];
      }
  };

  /** `product` for the state: U in 16-bit integers, two columns to a cell. */
  const dots = (U: number, rows: number, cols: number, x: number, scale: number, out: number): void => {
    const m = new Int16Array(floats.buffer);
    const pair = (u: number, k: number): number => m[u] * m[k] + m[u + 1] * m[k + 1];
    const sums = new Int32Array(BLOCK);
    let u = U >> 1;
    for (let r = 0; r < rows; r += BLOCK) {
      sums.fill(0);
      for (let k = x >> 1, end = k + cols; k < end; k += 4, u += 2 * BLOCK)
        for (let i = 0; i < BLOCK; i++, u += 2) sums[i] += (pair(u, k) + pair(u + 2 * BLOCK, k + 2)) >> 5;
      for (let i = 0; i < BLOCK; i++) floats[(out >> 2) + r + i] = sums[i] * 32 * scale;
    }
  };

  const recur: Kernel['recur'] = (n, H, U, scale, O, rows, rowStep, half, out, outStep, state, gates) => {
    const m = floats;
    const s = state >> 2;
    const g = gates >> 2;
    const rounded = new Int16Array(m.buffer, state + 4 * H, H);
    m.fill(0, s, s + 1.5 * H);
    for (let i = 0; i < n; i++) {
      const from = (rows + i * rowStep) >> 2;
      const [a, b, c, d] = integers.subarray(from, from + 4).map((address) => (address + half) >> 2);
      const input = (k: number): number => m[a + k] + m[b + k] + (m[c + k] + m[d + k]);
      const y = (out + i * outStep) >> 2;
      dots(U, 3 * H, H, rounded.byteOffset, scale * STEP, gates);
      for (let k = 0; k < H; k++) {
        const z = gate(input(k) + m[g + k]);
        const r = gate(input(H + k) + m[g + H + k]);
        const fresh = squash(input(2 * H + k) + r * m[g + 2 * H + k]);
        m[s + k] = fresh + z * (m[s + k] - fresh);
        rounded[k] = (Math.fround(m[s + k] + MIDDLE) - MIDDLE) / STEP;
      }
      for (let k = 0; k < H; k++) for (let l = 0; l < 8; l++) m[y + l] += m[(O >> 2) + 8 * k + l] * m[s + k];
    }
  };

  return {
    reserve,
    floats: () => floats,
    integers: () => integers,
    bytes: () => bytes,
    pack,
    product,
    add,
    spread,
    linear,
    recur,
  };
}
