/**
 * The network's arithmetic in AssemblyScript, four numbers at a time: `npm run kernel` compiles it to ../kernel.wasm.
 * It is what `plainKernel` says in TypeScript, and has its layout. Addresses are bytes, numbers 32-bit floats.
 */

import { gate, squash } from './gates';

/** A matrix as `product` reads it; see `Kernel.pack`. */
export function pack(W: usize, rows: i32, cols: i32, width: i32, out: usize): void {
  const row = width << 2;
  for (let r = 0; r < rows; r += 24, W += 24 * row)
    for (let k = 0; k < cols; k++)
      for (let i = 0, from = W + (k << 2); i < 24; i++, from += row, out += 4) store<f32>(out, load<f32>(from));
}

/** out = W · x; see `Kernel.product`. */
export function product(W: usize, rows: i32, cols: i32, x: usize, out: usize): void {
  for (let r = 0; r < rows; r += 24) {
    let a = f32x4.splat(0);
    let b = a;
    let c = a;
    let d = a;
    let e = a;
    let f = a;
    for (let k = 0, from = x; k < cols; k++, from += 4, W += 96) {
      const v = v128.load32_splat(from);
      a = f32x4.add(a, f32x4.mul(v128.load(W), v));
      b = f32x4.add(b, f32x4.mul(v128.load(W, 16), v));
      c = f32x4.add(c, f32x4.mul(v128.load(W, 32), v));
      d = f32x4.add(d, f32x4.mul(v128.load(W, 48), v));
      e = f32x4.add(e, f32x4.mul(v128.load(W, 64), v));
      f = f32x4.add(f, f32x4.mul(v128.load(W, 80), v));
    }
    v128.store(out, a);
    v128.store(out, b, 16);
    v128.store(out, c, 32);
    v128.store(out, d, 48);
    v128.store(out, e, 64);
    v128.store(out, f, 80);
    out += 96;
  }
}

/** out += a + b; see `Kernel.add`. */
export function add(n: i32, a: usize, b: usize, out: usize): void {
  for (let i = 0; i < n; i++, a += 4, b += 8, out += 4)
    store<f32>(out, <f32>(<f64>load<f32>(out) + (<f64>load<f32>(a) + load<f64>(b))));
}

/** The linear part's rows, each at its place; see `Kernel.spread`. */
export function spread(n: i32, checks: usize, packed: usize, weights: usize): void {
  for (let at = 0; at < n; at++, weights += 8)
    if (load<u8>(checks + at)) {
      store<u64>(weights, load<u64>(packed) & 0xffff_ffff_ffff);
      packed += 6;
    }
}

/** Sums of the linear part's rows; see `Kernel.linear`. */
export function linear(n: i32, slots: i32, wide: usize, mask: i32, checks: usize, weights: usize, out: usize): void {
  const zero = i8x16.splat(0);
  for (let i = 0; i < n; i++, out += 32) {
    let sum = i16x8.splat(0);
    for (let s = 0; s < slots; s++, wide += 4) {
      const hash = load<u32>(wide);
      const top = hash >> 24;
      const want = i8x16.splat(<i8>(top == 255 ? 1 : top + 1));
      let at: i32 = (hash ^ (hash >> 15)) & mask;
      // Sixteen places at a time: the first that is the feature's own or free ends the search.
      for (;;) {
        const here = v128.load(checks + at);
        const ends = i8x16.bitmask(v128.or(i8x16.eq(here, want), i8x16.eq(here, zero)));
        if (ends) {
          at = (at + ctz(ends)) & mask;
          break;
        }
        at = (at + 16) & mask;
      }
      sum = i16x8.add(sum, v128.load_ext<i8>(weights + (at << 3)));
    }
    v128.store(out, i32x4.extend_low_i16x8_s(sum));
    v128.store(out, i32x4.extend_high_i16x8_s(sum), 16);
  }
}

function sum(a: usize, b: usize, c: usize, d: usize, at: i32): v128 {
  return f32x4.add(f32x4.add(v128.load(a + at), v128.load(b + at)), f32x4.add(v128.load(c + at), v128.load(d + at)));
}

/** One direction of the recurrent layer; see `Kernel.recur`. */
export function recur(
  n: i32,
  hidden: i32,
  U: usize,
  O: usize,
  rows: usize,
  rowStep: i32,
  half: i32,
  out: usize,
  outStep: i32,
  state: usize,
  gates: usize,
): void {
  const row = hidden << 2;
  for (let k = 0; k < row; k += 16) v128.store(state + k, f32x4.splat(0));
  for (let i = 0; i < n; i++) {
    product(U, 3 * hidden, hidden, state, gates);
    let a: usize = load<u32>(rows) + half;
    let b: usize = load<u32>(rows, 4) + half;
    let c: usize = load<u32>(rows, 8) + half;
    let d: usize = load<u32>(rows, 12) + half;
    for (let k = 0; k < row; k += 16) {
      const z = gate(f32x4.add(sum(a, b, c, d, k), v128.load(gates + k)));
      const r = gate(f32x4.add(sum(a, b, c, d, k + row), v128.load(gates + row + k)));
      const fresh = squash(f32x4.add(sum(a, b, c, d, k + 2 * row), f32x4.mul(r, v128.load(gates + 2 * row + k))));
      const old = v128.load(state + k);
      v128.store(state + k, f32x4.add(fresh, f32x4.mul(z, f32x4.sub(old, fresh))));
    }
    let low = v128.load(out);
    let high = v128.load(out, 16);
    for (let k = 0, w = O; k < row; k += 4, w += 32) {
      const v = v128.load32_splat(state + k);
      low = f32x4.add(low, f32x4.mul(v128.load(w), v));
      high = f32x4.add(high, f32x4.mul(v128.load(w, 16), v));
    }
    v128.store(out, low);
    v128.store(out, high, 16);
    rows += rowStep;
    out += outStep;
  }
}
