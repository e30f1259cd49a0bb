/**
 * The arithmetic of training in AssemblyScript, four numbers at a time; `makeKernel` compiles it when a run begins.
 * Addresses are bytes, numbers 32-bit floats, matrices row by row with `…Step` bytes from row to row.
 */

import { gate, squash } from '../../../../src/attribution/tagger/kernel/assembly/gates';

function madd(sum: v128, a: v128, b: v128): v128 {
  return f32x4.add(sum, f32x4.mul(a, b));
}

function total(v: v128): f32 {
  return f32x4.extract_lane(v, 0) + f32x4.extract_lane(v, 1) + (f32x4.extract_lane(v, 2) + f32x4.extract_lane(v, 3));
}

/** C (m × n) += A (m × k) · B (k × n); n is a multiple of 8. */
export function product(
  m: i32,
  k: i32,
  n: i32,
  A: usize,
  aStep: usize,
  B: usize,
  bStep: usize,
  C: usize,
  cStep: usize,
): void {
  let i = 0;
  for (; i + 4 <= m; i += 4, A += 4 * aStep, C += 4 * cStep)
    for (let j: usize = 0; j < <usize>(n << 2); j += 32) {
      let c = C + j;
      let p0 = v128.load(c);
      let p1 = v128.load(c, 16);
      c += cStep;
      let q0 = v128.load(c);
      let q1 = v128.load(c, 16);
      c += cStep;
      let r0 = v128.load(c);
      let r1 = v128.load(c, 16);
      c += cStep;
      let s0 = v128.load(c);
      let s1 = v128.load(c, 16);
      let a0 = A;
      let a1 = A + aStep;
      let a2 = a1 + aStep;
      let a3 = a2 + aStep;
      let b = B + j;
      for (let x = 0; x < k; x++) {
        const b0 = v128.load(b);
        const b1 = v128.load(b, 16);
        let v = v128.load32_splat(a0);
        p0 = madd(p0, b0, v);
        p1 = madd(p1, b1, v);
        v = v128.load32_splat(a1);
        q0 = madd(q0, b0, v);
        q1 = madd(q1, b1, v);
        v = v128.load32_splat(a2);
        r0 = madd(r0, b0, v);
        r1 = madd(r1, b1, v);
        v = v128.load32_splat(a3);
        s0 = madd(s0, b0, v);
        s1 = madd(s1, b1, v);
        a0 += 4;
        a1 += 4;
        a2 += 4;
        a3 += 4;
        b += bStep;
      }
      c = C + j;
      v128.store(c, p0);
      v128.store(c, p1, 16);
      c += cStep;
      v128.store(c, q0);
      v128.store(c, q1, 16);
      c += cStep;
      v128.store(c, r0);
      v128.store(c, r1, 16);
      c += cStep;
      v128.store(c, s0);
      v128.store(c, s1, 16);
    }
  for (; i < m; i++, A += aStep, C += cStep)
    for (let j: usize = 0; j < <usize>(n << 2); j += 32) {
      let p0 = v128.load(C + j);
      let p1 = v128.load(C + j, 16);
      let a = A;
      let b = B + j;
      for (let x = 0; x < k; x++, a += 4, b += bStep) {
        const v = v128.load32_splat(a);
        p0 = madd(p0, v128.load(b), v);
        p1 = madd(p1, v128.load(b, 16), v);
      }
      v128.store(C + j, p0);
      v128.store(C + j, p1, 16);
    }
}

/** C (m × n) += A (m × k) · Bᵀ, B being n × k; k and n are multiples of 4. */
export function productTransposed(
  m: i32,
  k: i32,
  n: i32,
  A: usize,
  aStep: usize,
  B: usize,
  bStep: usize,
  C: usize,
  cStep: usize,
): void {
  const end = <usize>(k << 2);
  for (let i = 0; i < m; i++, A += aStep, C += cStep) {
    let b = B;
    for (let j = 0; j < n; j += 4, b += 4 * bStep) {
      let p = f32x4.splat(0);
      let q = p;
      let r = p;
      let s = p;
      let b0 = b;
      let b1 = b0 + bStep;
      let b2 = b1 + bStep;
      let b3 = b2 + bStep;
      for (let x: usize = 0; x < end; x += 16) {
        const a = v128.load(A + x);
        p = madd(p, a, v128.load(b0 + x));
        q = madd(q, a, v128.load(b1 + x));
        r = madd(r, a, v128.load(b2 + x));
        s = madd(s, a, v128.load(b3 + x));
      }
      const c = C + <usize>(j << 2);
      store<f32>(c, load<f32>(c) + total(p));
      store<f32>(c, load<f32>(c, 4) + total(q), 4);
      store<f32>(c, load<f32>(c, 8) + total(r), 8);
      store<f32>(c, load<f32>(c, 12) + total(s), 12);
    }
  }
}

/** C (m × n) += Aᵀ · B, A being k × m and B k × n; m is a multiple of 4, n of 8. */
export function outer(
  m: i32,
  k: i32,
  n: i32,
  A: usize,
  aStep: usize,
  B: usize,
  bStep: usize,
  C: usize,
  cStep: usize,
): void {
  for (let i = 0; i < m; i += 4, A += 16, C += 4 * cStep)
    for (let j: usize = 0; j < <usize>(n << 2); j += 32) {
      let c = C + j;
      let p0 = v128.load(c);
      let p1 = v128.load(c, 16);
      c += cStep;
      let q0 = v128.load(c);
      let q1 = v128.load(c, 16);
      c += cStep;
      let r0 = v128.load(c);
      let r1 = v128.load(c, 16);
      c += cStep;
      let s0 = v128.load(c);
      let s1 = v128.load(c, 16);
      let a = A;
      let b = B + j;
      for (let x = 0; x < k; x++) {
        const b0 = v128.load(b);
        const b1 = v128.load(b, 16);
        let v = v128.load32_splat(a);
        p0 = madd(p0, b0, v);
        p1 = madd(p1, b1, v);
        v = v128.load32_splat(a, 4);
        q0 = madd(q0, b0, v);
        q1 = madd(q1, b1, v);
        v = v128.load32_splat(a, 8);
        r0 = madd(r0, b0, v);
        r1 = madd(r1, b1, v);
        v = v128.load32_splat(a, 12);
        s0 = madd(s0, b0, v);
        s1 = madd(s1, b1, v);
        a += aStep;
        b += bStep;
      }
      c = C + j;
      v128.store(c, p0);
      v128.store(c, p1, 16);
      c += cStep;
      v128.store(c, q0);
      v128.store(c, q1, 16);
      c += cStep;
      v128.store(c, r0);
      v128.store(c, r1, 16);
      c += cStep;
      v128.store(c, s0);
      v128.store(c, s1, 16);
    }
}

/** The derivative of `squash`: 0 beyond ±3 by the same formula. */
function slope(x: v128): v128 {
  const c = f32x4.pmin(f32x4.pmax(x, f32x4.splat(-3)), f32x4.splat(3));
  const s = f32x4.mul(c, c);
  const t = f32x4.div(f32x4.sub(f32x4.splat(9), s), f32x4.mul(f32x4.splat(3), f32x4.add(f32x4.splat(3), s)));
  return f32x4.mul(t, t);
}

/**
 * One direction of a recurrent layer. `pre` (n × 3H) holds the inputs' part of the gates and gets the whole, `states`
 * (n + 2 rows of H, the first and the last zero) the states, `fresh` (n × H) the recurrent part of the candidates.
 */
export function recur(
  n: i32,
  H: i32,
  back: i32,
  pre: usize,
  U: usize,
  states: usize,
  fresh: usize,
  gates: usize,
): void {
  const row = <usize>(H << 2);
  const step = row * 3;
  for (let s = 0; s < n; s++) {
    const i = <usize>(back ? n - 1 - s : s);
    const p = pre + i * step;
    const h = states + (i + 1) * row;
    const old = back ? h + row : h - row;
    const f = fresh + i * row;
    memory.fill(gates, 0, step);
    for (let j: usize = 0; j < step; j += 96) {
      let a = f32x4.splat(0);
      let b = a;
      let c = a;
      let d = a;
      let e = a;
      let g = a;
      let w = U + j;
      for (let k = 0, x = old; k < H; k++, x += 4, w += step) {
        const v = v128.load32_splat(x);
        a = madd(a, v128.load(w), v);
        b = madd(b, v128.load(w, 16), v);
        c = madd(c, v128.load(w, 32), v);
        d = madd(d, v128.load(w, 48), v);
        e = madd(e, v128.load(w, 64), v);
        g = madd(g, v128.load(w, 80), v);
      }
      v128.store(gates + j, a);
      v128.store(gates + j, b, 16);
      v128.store(gates + j, c, 32);
      v128.store(gates + j, d, 48);
      v128.store(gates + j, e, 64);
      v128.store(gates + j, g, 80);
    }
    for (let k: usize = 0; k < row; k += 16) {
      const pz = f32x4.add(v128.load(p + k), v128.load(gates + k));
      const pr = f32x4.add(v128.load(p + row + k), v128.load(gates + row + k));
      const u = v128.load(gates + 2 * row + k);
      const pn = madd(v128.load(p + 2 * row + k), gate(pr), u);
      v128.store(p + k, pz);
      v128.store(p + row + k, pr);
      v128.store(p + 2 * row + k, pn);
      v128.store(f + k, u);
      const fresh = squash(pn);
      v128.store(h + k, madd(fresh, gate(pz), f32x4.sub(v128.load(old + k), fresh)));
    }
  }
}

/**
 * The way back through `recur`: `dOut` (n rows, `dStep` apart) are the derivatives by the states; `pre` is overwritten by
 * those by the inputs' part of the gates, `dGates` (n × 3H) gets those by the recurrent part; `dh` is room for 2H.
 */
export function recurBack(
  n: i32,
  H: i32,
  back: i32,
  pre: usize,
  U: usize,
  states: usize,
  fresh: usize,
  dOut: usize,
  dStep: usize,
  dGates: usize,
  dh: usize,
): void {
  const row = <usize>(H << 2);
  const step = row * 3;
  const half = f32x4.splat(0.5);
  const quarter = f32x4.splat(0.25);
  const one = f32x4.splat(1);
  memory.fill(dh, 0, row);
  for (let s = n - 1; s >= 0; s--) {
    const i = <usize>(back ? n - 1 - s : s);
    const p = pre + i * step;
    const q = dGates + i * step;
    const h = states + (i + 1) * row;
    const old = back ? h + row : h - row;
    const f = fresh + i * row;
    const o = dOut + i * dStep;
    for (let k: usize = 0; k < row; k += 16) {
      const g = f32x4.add(v128.load(dh + k), v128.load(o + k));
      const pz = v128.load(p + k);
      const pr = v128.load(p + row + k);
      const pn = v128.load(p + 2 * row + k);
      const z = gate(pz);
      const r = gate(pr);
      const dz = f32x4.mul(
        f32x4.mul(g, f32x4.sub(v128.load(old + k), squash(pn))),
        f32x4.mul(slope(f32x4.mul(pz, half)), quarter),
      );
      const dn = f32x4.mul(f32x4.mul(g, f32x4.sub(one, z)), slope(pn));
      const dr = f32x4.mul(f32x4.mul(dn, v128.load(f + k)), f32x4.mul(slope(f32x4.mul(pr, half)), quarter));
      v128.store(p + k, dz);
      v128.store(p + row + k, dr);
      v128.store(p + 2 * row + k, dn);
      v128.store(q + k, dz);
      v128.store(q + row + k, dr);
      v128.store(q + 2 * row + k, f32x4.mul(dn, r));
      v128.store(dh + k, f32x4.mul(g, z));
    }
    productTransposed(1, 3 * H, H, q, 0, U, step, dh, 0);
  }
}

/** x *= y, `n` numbers, a multiple of 4. */
export function multiply(n: i32, x: usize, y: usize): void {
  for (let end = x + <usize>(n << 2); x < end; x += 16, y += 16) v128.store(x, f32x4.mul(v128.load(x), v128.load(y)));
}

/** One step of Adam over `n` weights (a multiple of 4), and the gradient set to zero. */
export function adam(
  n: i32,
  weights: usize,
  gradient: usize,
  mean: usize,
  square: usize,
  scale: f32,
  rate: f32,
  correction: f32,
  decay: f32,
): void {
  const v0 = f32x4.splat(0);
  for (let x: usize = 0; x < <usize>(n << 2); x += 16) {
    const g = f32x4.mul(v128.load(gradient + x), f32x4.splat(scale));
    const m = madd(f32x4.mul(v128.load(mean + x), f32x4.splat(0.9)), g, f32x4.splat(0.1));
    const v = madd(f32x4.mul(v128.load(square + x), f32x4.splat(0.999)), f32x4.mul(g, g), f32x4.splat(0.001));
    v128.store(mean + x, m);
    v128.store(square + x, v);
    const w = v128.load(weights + x);
    const by = f32x4.div(
      f32x4.mul(m, f32x4.splat(rate)),
      f32x4.add(f32x4.sqrt(f32x4.mul(v, f32x4.splat(correction))), f32x4.splat(1e-8)),
    );
    v128.store(weights + x, f32x4.sub(f32x4.sub(w, by), f32x4.mul(w, f32x4.splat(decay))));
    v128.store(gradient + x, v0);
  }
}

/** The sum of `n` squares, n a multiple of 4. */
export function squares(n: i32, x: usize): f32 {
  let s = f32x4.splat(0);
  for (let end = x + <usize>(n << 2); x < end; x += 16) {
    const v = v128.load(x);
    s = madd(s, v, v);
  }
  return total(s);
}
