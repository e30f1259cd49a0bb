/** The kernel in TypeScript: what assembly/kernel.ts says, for a runtime without WebAssembly and as its measure in tests. */
import { startOf } from '../columns';
import { checkOf, homeOf, stir } from '../hashing';
import type { Kernel } from './kernel';
import { plainChain } from './plain-chain';
import { AT_LEAST, viewsOf } from './views';

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
  let views = viewsOf(new ArrayBuffer(0));

  const reserve = (size: number): void => {
    const { length } = views.bytes;
    if (size <= length) return;
    const before = views.bytes;
    views = viewsOf(new ArrayBuffer(Math.ceil(Math.max(size, length + AT_LEAST) / 8) * 8));
    views.bytes.set(before);
  };

  const pack: Kernel['pack'] = (W, rows, cols, width, out) => {
    const w = W >> 2;
    const { integers } = views;
    let at = out >> 2;
    for (let r = 0; r < rows; r += BLOCK)
      for (let k = 0; k < cols; k++) for (let i = 0; i < BLOCK; i++) integers[at++] = integers[w + (r + i) * width + k];
  };

  const product: Kernel['product'] = (W, rows, cols, x, out) => {
    const m = views.floats;
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

  const add: Kernel['add'] = (n, a, out) => {
    const { floats } = views;
    for (let i = 0; i < n; i++) floats[(out >> 2) + i] += floats[(a >> 2) + i];
  };

  const floatsOf: Kernel['floatsOf'] = (n, from, scale, out) => {
    const { floats, halves } = views;
    for (let i = 0; i < n; i++) floats[(out >> 2) + i] = halves[(from >> 1) + i] * scale;
  };

  const spread: Kernel['spread'] = (n, checks, packed, weights) => {
    const { bytes } = views;
    for (let at = 0, from = packed; at < n; at++)
      if (bytes[checks + at]) {
        for (let k = 0; k < 6; k++) bytes[weights + 8 * at + 1 + k] = bytes[from + k];
        from += 6;
      }
  };

  const linear: Kernel['linear'] = (n, columns, features, slots, mask, checks, weights, scale, scores, out) => {
    const { integers: m, bytes, floats, doubles } = views;
    for (let i = 0; i < n; i++) {
      const sums = new Int32Array(8);
      for (let s = 0; s < slots; s++) {
        let hash = s + 1;
        for (let v = (features >> 2) + 3 * s, end = v + 3; v < end && m[v] >= 0; v++)
          hash = stir(hash, m[(columns >> 2) + startOf(m[v] >> 3, n) + (m[v] & 7) - 2 + i]);
        const want = checkOf(hash);
        let at = homeOf(hash) & mask;
        for (let here; (here = bytes[checks + at] & 255) !== want && here !== 0;) at = (at + 1) & mask;
        for (let k = 0; k < 8; k++) sums[k] += bytes[weights + 8 * at + k];
      }
      for (let k = 0; k < 8; k++) doubles[(out >> 3) + 8 * i + k] = sums[k] * scale + floats[(scores >> 2) + 8 * i + k];
    }
  };

  const dots: Kernel['dots'] = (U, rows, cols, x, scale, out) => {
    const { floats, halves: m } = views;
    const pair = (u: number, k: number): number => m[u] * m[k] + m[u + 1] * m[k + 1];
    const sums = new Int32Array(BLOCK);
    let u = U >> 1;
    for (let r = 0; r < rows; r += BLOCK) {
      sums.fill(0);
      for (let k = x >> 1, end = k + cols; k < end; k += 4, u += 2 * BLOCK)
        for (let i = 0; i < BLOCK; i++, u += 2) sums[i] += (pair(u, k) + pair(u + 2 * BLOCK, k + 2)) >> 5;
      for (let i = 0; i < BLOCK; i++) floats[(out >> 2) + r + i] += sums[i] * 32 * scale;
    }
  };

  const recur: Kernel['recur'] = (n, H, U, scale, O, rows, rowStep, half, out, outStep, state, gates) => {
    const m = views.floats;
    const s = state >> 2;
    const g = gates >> 2;
    const rounded = new Int16Array(m.buffer, state + 4 * H, H);
    m.fill(0, s, s + 1.5 * H);
    for (let i = 0; i < n; i++) {
      const from = (rows + i * rowStep) >> 2;
      const [a, b, c, d] = views.integers.subarray(from, from + 4).map((address) => (address + half) >> 2);
      const input = (k: number): number => m[a + k] + m[b + k] + (m[c + k] + m[d + k]);
      const y = (out + i * outStep) >> 2;
      for (let k = 0; k < 2 * H; k++) m[g + k] = input(k);
      m.fill(0, g + 2 * H, g + 3 * H);
      dots(U, 3 * H, H, rounded.byteOffset, scale * STEP, gates);
      for (let k = 0; k < H; k++) {
        const z = gate(m[g + k]);
        const r = gate(m[g + H + k]);
        const fresh = squash(input(2 * H + k) + r * m[g + 2 * H + k]);
        m[s + k] = fresh + z * (m[s + k] - fresh);
        rounded[k] = (Math.fround(m[s + k] + MIDDLE) - MIDDLE) / STEP;
      }
      for (let k = 0; k < H; k++) for (let l = 0; l < 8; l++) m[y + l] += m[(O >> 2) + 8 * k + l] * m[s + k];
    }
  };

  return {
    reserve,
    views: () => views,
    pack,
    floatsOf,
    product,
    dots,
    add,
    spread,
    linear,
    recur,
    ...plainChain(() => views.doubles),
  };
}
