/**
 * The network's arithmetic in AssemblyScript, four numbers at a time: `npm run kernel` compiles it to ../kernel.wasm.
 * It is what `plainKernel` says in TypeScript, and has its layout. Addresses are bytes, numbers 32-bit floats.
 */

import { gate, squash } from './gates';

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

/** Sums of four rows; see `Kernel.sums`. */
export function sums(n: i32, width: i32, rows: usize, out: usize): void {
  for (let i = 0; i < n; i++, rows += 16) {
    let a: usize = load<u32>(rows);
    let b: usize = load<u32>(rows, 4);
    let c: usize = load<u32>(rows, 8);
    let d: usize = load<u32>(rows, 12);
    for (let k = 0; k < width; k += 4, out += 16, a += 16, b += 16, c += 16, d += 16)
      v128.store(out, f32x4.add(f32x4.add(v128.load(a), v128.load(b)), f32x4.add(v128.load(c), v128.load(d))));
  }
}

/** One direction of the recurrent layer; see `Kernel.recur`. */
export function recur(
  n: i32,
  hidden: i32,
  U: usize,
  O: usize,
  inputs: usize,
  inputStep: i32,
  out: usize,
  outStep: i32,
  state: usize,
  gates: usize,
): void {
  const row = hidden << 2;
  for (let k = 0; k < row; k += 16) v128.store(state + k, f32x4.splat(0));
  for (let i = 0; i < n; i++) {
    product(U, 3 * hidden, hidden, state, gates);
    for (let k = 0; k < row; k += 16) {
      const z = gate(f32x4.add(v128.load(inputs + k), v128.load(gates + k)));
      const r = gate(f32x4.add(v128.load(inputs + row + k), v128.load(gates + row + k)));
      const fresh = squash(f32x4.add(v128.load(inputs + 2 * row + k), f32x4.mul(r, v128.load(gates + 2 * row + k))));
      const old = v128.load(state + k);
      v128.store(state + k, f32x4.add(fresh, f32x4.mul(z, f32x4.sub(old, fresh))));
    }
    let a = v128.load(out);
    let b = v128.load(out, 16);
    for (let k = 0, w = O; k < row; k += 4, w += 32) {
      const v = v128.load32_splat(state + k);
      a = f32x4.add(a, f32x4.mul(v128.load(w), v));
      b = f32x4.add(b, f32x4.mul(v128.load(w, 16), v));
    }
    v128.store(out, a);
    v128.store(out, b, 16);
    inputs += inputStep;
    out += outStep;
  }
}
