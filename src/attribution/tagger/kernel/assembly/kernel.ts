/**
 * The network's arithmetic in AssemblyScript, four numbers at a time: `npm run kernel` compiles it to ../kernel.wasm.
 * It is what `plainKernel` says in TypeScript, and has its layout. Addresses are bytes, numbers 32-bit floats.
 */

import { gate, squash } from './gates';

export { stretches, sums } from './chain';

/** A matrix as `product` reads it; see `Kernel.pack`. */
export function pack(W: usize, rows: i32, cols: i32, width: i32, out: usize): void {
  const row = width << 2;
  for (let r = 0; r < rows; r += 16, W += 16 * row)
    for (let k = 0; k < cols; k++)
      for (let i = 0, from = W + (k << 2); i < 16; i++, from += row, out += 4) store<u32>(out, load<u32>(from));
}

/** out = W · x; see `Kernel.product`. */
export function product(W: usize, rows: i32, cols: i32, x: usize, out: usize): void {
  for (let r = 0; r < rows; r += 16) {
    let a = f32x4.splat(0);
    let b = a;
    let c = a;
    let d = a;
    for (let k = 0, from = x; k < cols; k++, from += 4, W += 64) {
      const v = v128.load32_splat(from);
      a = f32x4.add(a, f32x4.mul(v128.load(W), v));
      b = f32x4.add(b, f32x4.mul(v128.load(W, 16), v));
      c = f32x4.add(c, f32x4.mul(v128.load(W, 32), v));
      d = f32x4.add(d, f32x4.mul(v128.load(W, 48), v));
    }
    v128.store(out, a);
    v128.store(out, b, 16);
    v128.store(out, c, 32);
    v128.store(out, d, 48);
    out += 64;
  }
}

/** out += a; see `Kernel.add`. */
export function add(n: i32, a: usize, out: usize): void {
  for (let i = 0; i < n; i += 4, a += 16, out += 16) v128.store(out, f32x4.add(v128.load(out), v128.load(a)));
}

/** Floats of 16-bit integers; see `Kernel.floatsOf`. */
export function floatsOf(n: i32, from: usize, scale: f64, out: usize): void {
  for (let i = 0; i < n; i++, from += 2, out += 4) store<f32>(out, <f32>(<f64>load<i16>(from) * scale));
}

/** The linear part's rows, each at its place; see `Kernel.spread`. */
export function spread(n: i32, checks: usize, packed: usize, weights: usize): void {
  for (let at = 0; at < n; at++, weights += 8) {
    // no branch: nothing tells which places are free
    const taken = load<u8>(checks + at) != 0;
    store<u64>(weights, ((load<u64>(packed) << 16) >> 8) & -(<u64>taken));
    packed += 6 * <usize>taken;
  }
}

/** The place of a feature in the table of checks, or the free one that says that it has none. */
function find(home: i32, check: i32, mask: i32, checks: usize): usize {
  const want = i8x16.splat(<i8>check);
  // Sixteen places at a time: the first that is the feature's own or free ends the search.
  let at = home;
  let ends: i32;
  while (!(ends = ended(v128.load(checks + at), want))) at = (at + 16) & mask;
  return (at + ctz(ends)) & mask;
}

function ended(here: v128, want: v128): i32 {
  return i8x16.bitmask(v128.or(i8x16.eq(here, want), i8x16.eq(here, i8x16.splat(0))));
}

/** See `stir` in ../../hashing.ts. */
function stir(h: v128, v: v128): v128 {
  let x = i32x4.mul(v128.xor(h, v), i32x4.splat(0x9e3779b1));
  x = v128.xor(x, i32x4.shr_u(x, 15));
  return v128.xor(i32x4.mul(x, i32x4.splat(0x85ebca6b)), i32x4.shr_u(x, 13));
}

/** Sums of the linear part's rows, for four words at a time; see `Kernel.linear`. */
export function linear(
  n: i32,
  columns: usize,
  features: usize,
  slots: i32,
  mask: i32,
  checks: usize,
  weights: usize,
  scale: f64,
  scores: usize,
  out: usize,
): void {
  const factor = f64x2.splat(scale);
  const column = (n + 4) << 2;
  const masks = i32x4.splat(mask);
  for (let i = 0; i < n; i += 4, columns += 16, scores += 128, out += 256) {
    let a = i16x8.splat(0);
    let b = a;
    let c = a;
    let d = a;
    for (let s = 1, values = features; s <= slots; s++, values += 12) {
      let hash = i32x4.splat(s);
      for (let v: usize = 0; v < 12; v += 4) {
        const value = load<i32>(values + v);
        if (value < 0) break;
        hash = stir(hash, v128.load(columns + (value >> 3) * column + ((value & 7) << 2)));
      }
      const home = v128.and(v128.xor(hash, i32x4.shr_u(hash, 15)), masks);
      const top = i32x4.shr_u(hash, 24);
      const check = i32x4.add(v128.andnot(top, i32x4.eq(top, i32x4.splat(255))), i32x4.splat(1));
      a = i16x8.add(a, row(find(i32x4.extract_lane(home, 0), i32x4.extract_lane(check, 0), mask, checks), weights));
      b = i16x8.add(b, row(find(i32x4.extract_lane(home, 1), i32x4.extract_lane(check, 1), mask, checks), weights));
      c = i16x8.add(c, row(find(i32x4.extract_lane(home, 2), i32x4.extract_lane(check, 2), mask, checks), weights));
      d = i16x8.add(d, row(find(i32x4.extract_lane(home, 3), i32x4.extract_lane(check, 3), mask, checks), weights));
    }
    finish(a, factor, scores, out);
    finish(b, factor, scores + 32, out + 64);
    finish(c, factor, scores + 64, out + 128);
    finish(d, factor, scores + 96, out + 192);
  }
}

function row(place: usize, weights: usize): v128 {
  return v128.load_ext<i8>(weights + (place << 3));
}

/** Sums of eight labels times the scale, and the network's scores. */
function finish(sums: v128, factor: v128, scores: usize, out: usize): void {
  finishFour(i32x4.extend_low_i16x8_s(sums), factor, scores, out);
  finishFour(i32x4.extend_high_i16x8_s(sums), factor, scores + 16, out + 32);
}

function finishFour(sums: v128, factor: v128, scores: usize, out: usize): void {
  const low = f64x2.mul(f64x2.convert_low_i32x4_s(sums), factor);
  const high = f64x2.mul(f64x2.convert_low_i32x4_s(v128.shuffle<i64>(sums, sums, 1, 1)), factor);
  v128.store(out, f64x2.add(low, f64x2.promote_low_f32x4(v128.load64_zero(scores))));
  v128.store(out, f64x2.add(high, f64x2.promote_low_f32x4(v128.load64_zero(scores, 8))), 16);
}

function sum(a: usize, b: usize, c: usize, d: usize, at: i32): v128 {
  return f32x4.add(f32x4.add(v128.load(a + at), v128.load(b + at)), f32x4.add(v128.load(c + at), v128.load(d + at)));
}

/** Sums of four products each that are added to others are halved so often: 128 columns never leave 32 bits. */
const LESS = 5;

/** See `Kernel.dots`. */
export function dots(U: usize, rows: i32, cols: i32, x: usize, scale: f32, out: usize): void {
  const factor = f32x4.splat(scale * <f32>(1 << LESS));
  const end = x + (cols << 1);
  for (let r = 0; r < rows; r += 16, out += 64) {
    let a = i32x4.splat(0);
    let b = a;
    let c = a;
    let d = a;
    for (let from = x; from < end; from += 8, U += 128) {
      const v = v128.load32_splat(from);
      const w = v128.load32_splat(from, 4);
      a = i32x4.add(a, four(v128.load(U), v, v128.load(U, 64), w));
      b = i32x4.add(b, four(v128.load(U, 16), v, v128.load(U, 80), w));
      c = i32x4.add(c, four(v128.load(U, 32), v, v128.load(U, 96), w));
      d = i32x4.add(d, four(v128.load(U, 48), v, v128.load(U, 112), w));
    }
    more(a, factor, out);
    more(b, factor, out + 16);
    more(c, factor, out + 32);
    more(d, factor, out + 48);
  }
}

function more(sum: v128, factor: v128, out: usize): void {
  v128.store(out, f32x4.add(v128.load(out), f32x4.mul(f32x4.convert_i32x4_s(sum), factor)));
}

function four(a: v128, v: v128, b: v128, w: v128): v128 {
  return i32x4.shr_s(i32x4.add(i32x4.dot_i16x8_s(a, v), i32x4.dot_i16x8_s(b, w)), LESS);
}

/** How many steps of 2^-14 each number makes: floats from 512 to 1024 are that far apart, so that their bits count them. */
function steps(x: v128): v128 {
  const middle = f32x4.splat(768);
  return i32x4.sub(f32x4.add(x, middle), middle);
}

/** One direction of the recurrent layer; see `Kernel.recur`. */
export function recur(
  n: i32,
  hidden: i32,
  U: usize,
  scale: f32,
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
  const rounded = state + row;
  for (let k = 0; k < row + (row >> 1); k += 16) v128.store(state + k, f32x4.splat(0));
  for (let i = 0; i < n; i++) {
    let a: usize = load<u32>(rows) + half;
    let b: usize = load<u32>(rows, 4) + half;
    let c: usize = load<u32>(rows, 8) + half;
    let d: usize = load<u32>(rows, 12) + half;
    for (let k = 0; k < 2 * row; k += 16) v128.store(gates + k, sum(a, b, c, d, k));
    memory.fill(gates + 2 * row, 0, row);
    dots(U, 3 * hidden, hidden, rounded, scale / 16384, gates);
    for (let k = 0; k < row; k += 16) {
      const z = gate(v128.load(gates + k));
      const r = gate(v128.load(gates + row + k));
      const fresh = squash(f32x4.add(sum(a, b, c, d, k + 2 * row), f32x4.mul(r, v128.load(gates + 2 * row + k))));
      const old = v128.load(state + k);
      v128.store(state + k, f32x4.add(fresh, f32x4.mul(z, f32x4.sub(old, fresh))));
    }
    for (let k = 0; k < row; k += 32) {
      const low = steps(v128.load(state + k));
      const high = steps(v128.load(state + k, 16));
      v128.store(rounded + (k >> 1), i16x8.narrow_i32x4_s(low, high));
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
