/**
 * The sums of the chain over labels; see `Kernel.sums`. Numbers are 64-bit floats, eight a word: the last one is nobody's.
 */

const WORD: usize = 64;
const LABELS: usize = 56;

/** One more term of a polynomial. */
function term(sum: v128, x: v128, constant: f64): v128 {
  return f64x2.add(f64x2.mul(sum, x), f64x2.splat(constant));
}

/** The exponentials of two numbers from -700 to 0, what lies beyond taken for the nearer of these. */
function exponential(x: v128): v128 {
  const c = f64x2.pmax(f64x2.pmin(x, f64x2.splat(0)), f64x2.splat(-700));
  // powers of two, and what is left: its series
  const twos = f64x2.nearest(f64x2.mul(c, f64x2.splat(1.4426950408889634)));
  const high = f64x2.sub(c, f64x2.mul(twos, f64x2.splat(0.6931471803691238)));
  const r = f64x2.sub(high, f64x2.mul(twos, f64x2.splat(1.9082149292705877e-10)));
  let sum = f64x2.splat(1.0 / 479001600);
  sum = term(sum, r, 1.0 / 39916800);
  sum = term(sum, r, 1.0 / 3628800);
  sum = term(sum, r, 1.0 / 362880);
  sum = term(sum, r, 1.0 / 40320);
  sum = term(sum, r, 1.0 / 5040);
  sum = term(sum, r, 1.0 / 720);
  sum = term(sum, r, 1.0 / 120);
  sum = term(sum, r, 1.0 / 24);
  sum = term(sum, r, 1.0 / 6);
  sum = term(sum, r, 0.5);
  sum = term(sum, r, 1);
  sum = term(sum, r, 1);
  // floats about 1.5 * 2^52 count in ones: the low bits are the exponent
  const exponent = i64x2.shl(f64x2.add(twos, f64x2.splat(6755399441055744 + 1023)), 52);
  return f64x2.mul(sum, exponent);
}

/** What each label passes on (numbers at `from`) times its row of `matrix`, summed up to `out`. */
function spreadOut(from: usize, matrix: usize, out: usize): void {
  let a = f64x2.splat(0);
  let b = a;
  let c = a;
  let d = a;
  for (let l: usize = 0; l < LABELS; l += 8, matrix += WORD) {
    const v = v128.load64_splat(from + l);
    a = f64x2.add(a, f64x2.mul(v, v128.load(matrix)));
    b = f64x2.add(b, f64x2.mul(v, v128.load(matrix, 16)));
    c = f64x2.add(c, f64x2.mul(v, v128.load(matrix, 32)));
    d = f64x2.add(d, f64x2.mul(v, v128.load(matrix, 48)));
  }
  v128.store(out, a);
  v128.store(out, b, 16);
  v128.store(out, c, 32);
  v128.store(out, d, 48);
}

/** See `Kernel.sums`. */
export function sums(n: i32, scores: usize, chain: usize, least: f64, room: usize): i32 {
  const size = WORD * n;
  const back = chain + 9 * WORD;
  const forward = room;
  const backward = room + size;
  for (let o: usize = 0; o < size; o += WORD) {
    const emission = scores + o;
    const here = forward + o;
    let most = load<f64>(emission);
    for (let l: usize = 8; l < LABELS; l += 8) most = max(most, load<f64>(emission + l));
    if (o) spreadOut(here - WORD, chain, here);
    else memory.copy(here, chain + 8 * WORD, WORD);
    for (let l: usize = 0; l < WORD; l += 16) {
      const e = exponential(f64x2.sub(v128.load(emission + l), f64x2.splat(most)));
      v128.store(emission + l, e);
      v128.store(here + l, f64x2.mul(v128.load(here + l), e));
    }
    let sum: f64 = 0;
    for (let l: usize = 0; l < LABELS; l += 8) sum += load<f64>(here + l);
    for (let l: usize = 0; l < WORD; l += 16) {
      v128.store(emission + l, f64x2.div(v128.load(emission + l), f64x2.splat(sum)));
      v128.store(here + l, f64x2.div(v128.load(here + l), f64x2.splat(sum)));
    }
  }
  // the numbers that a word passes back stand for a moment where the next masses will
  let masses = room + 2 * size;
  for (let l: usize = 0; l < WORD; l += 16) v128.store(backward + size - WORD + l, f64x2.splat(1));
  for (let o = size - WORD; o > 0; o -= WORD) {
    for (let l: usize = 0; l < WORD; l += 16)
      v128.store(masses + l, f64x2.mul(v128.load(scores + o + l), v128.load(backward + o + l)));
    spreadOut(masses, back, backward + o - WORD);
  }
  for (let r: usize = 0; r < 32; r += 8) store<f64>(masses + r, 0);
  let begins = masses + 32 * (n + 1);
  const first = begins;
  for (let i = 0, o: usize = 0; i < n; i++, o += WORD, masses += 32)
    for (let r = 0; r < 3; r++) {
      const at = o + 8 + (r << 4);
      const begin = load<f64>(forward + at) * load<f64>(backward + at);
      const inside = load<f64>(forward + at, 8) * load<f64>(backward + at, 8);
      const mass = masses + (r << 3);
      store<f64>(mass, load<f64>(mass) + begin + inside, 32);
      if (begin >= least) {
        store<i32>(begins, 4 * i + r);
        begins += 4;
      }
    }
  return <i32>((begins - first) >> 2);
}

/** See `Kernel.stretches`. */
export function stretches(n: i32, begin: i32, scores: usize, chain: usize, least: f64, room: usize, out: usize): i32 {
  const first = begin >> 2;
  const role = begin & 3;
  const size = WORD * n;
  const inside = 16 * (role + 1);
  const stay = load<f64>(chain + inside * 8 + inside);
  const masses = room + 2 * size + (role << 3);
  const before = load<f64>(masses + 32 * first);
  let label = inside - 8;
  let onward = load<f64>(chain + label * 8 + inside);
  let at: usize = WORD * first;
  let weight = load<f64>(room + at + label);
  let peak: f64 = 0;
  let count = 0;
  for (let i = first; i < n; i++, at += WORD) {
    const mass = load<f64>(masses + 32 * i, 32);
    peak = max(peak, mass - load<f64>(masses + 32 * i));
    const left = weight * load<f64>(room + size + at + label);
    if (left < least) break;
    let on: f64 = 0;
    let longer: f64 = 0;
    if (i + 1 < n) {
      on = weight * onward * load<f64>(scores + at + inside, 64);
      longer = on * load<f64>(room + size + at + inside, 64);
    }
    if (left - longer >= least) {
      store<f64>(out, <f64>(i + 1));
      store<f64>(out, left - longer, 8);
      store<f64>(out, min<f64>(1, (mass - before) / <f64>(i + 1 - first)), 16);
      store<f64>(out, min<f64>(1, peak), 24);
      out += 32;
      count++;
    }
    weight = on;
    label = inside;
    onward = stay;
  }
  return count;
}
