/** Writes the model file; src/attribution/tagger/model.ts reads it. */
import type { Role } from '../../src/attribution/tagger/pieces';
import { checkOf, homeOf } from '../../src/attribution/tagger/hashing';
import { MAGIC } from '../../src/attribution/tagger/model';
import { CODE_ROWS } from './network';
import type { Model } from './trained';
import { LABELS } from '../../src/attribution/tagger/labels';

class Writer {
  private readonly parts: Uint8Array[] = [];
  u32(...values: number[]): void {
    for (const v of values) {
      const b = new Uint8Array(4);
      new DataView(b.buffer).setUint32(0, v >>> 0, true);
      this.parts.push(b);
    }
  }
  f32(v: number): void {
    const b = new Uint8Array(4);
    new DataView(b.buffer).setFloat32(0, v, true);
    this.parts.push(b);
  }
  bytes(b: Uint8Array | Int8Array): void {
    this.parts.push(new Uint8Array(b.buffer.slice(b.byteOffset, b.byteOffset + b.byteLength)));
  }
  halves(values: Float64Array | Float32Array): void {
    let most = 1e-9;
    for (const v of values) most = Math.max(most, Math.abs(v));
    const scale = Math.fround(most / 32767);
    this.f32(scale);
    const b = new Uint8Array(values.length * 2);
    const view = new DataView(b.buffer);
    for (let i = 0; i < values.length; i++)
      view.setInt16(2 * i, Math.max(-32767, Math.min(32767, Math.round(values[i] / scale))), true);
    this.parts.push(b);
  }
  done(): Uint8Array {
    const out = new Uint8Array(this.parts.reduce((n, p) => n + p.length, 0));
    let at = 0;
    for (const p of this.parts) {
      out.set(p, at);
      at += p.length;
    }
    return out;
  }
}

/** The columns of a matrix as rows. */
function transposed(values: Float32Array, rows: number, columns: number): Float32Array {
  const out = new Float32Array(values.length);
  for (let r = 0; r < rows; r++) for (let c = 0; c < columns; c++) out[c * rows + r] = values[r * columns + c];
  return out;
}

/** `most` is how many features of the linear part are kept; `price` see `bestPieces`. */
export function writeModel(
  model: Model,
  link: Float32Array,
  fingerprint: number,
  most: number,
  price: Readonly<Record<Role, number>>,
): Uint8Array {
  const { vocabulary, network } = model;
  if (!network) throw new Error('a model without a network cannot be written');
  const w = new Writer();
  const { lexicon, hashes, known, dims } = vocabulary;
  const { hidden, fixed, own, code } = network.shape;
  const n = hashes.length;
  w.u32(MAGIC, fingerprint, n, known, hidden, fixed, own, code, CODE_ROWS);
  for (const h of hashes) w.u32(h);
  w.bytes(lexicon.pos);
  w.bytes(lexicon.rates);
  w.bytes(lexicon.coarse);
  w.bytes(lexicon.fine);
  w.f32(vocabulary.quantised.scale);
  const packed = new Uint8Array((n * dims) / 2);
  for (let i = 0; i < packed.length; i++)
    packed[i] = (vocabulary.quantised.codes[2 * i] + 8) | ((vocabulary.quantised.codes[2 * i + 1] + 8) << 4);
  w.bytes(packed);
  let top = 0;
  const limit = [...network.own].map(Math.abs).sort((a, b) => a - b)[Math.floor(network.own.length * 0.9995)];
  top = Math.fround(limit / 127);
  w.f32(top);
  w.bytes(Int8Array.from(network.own, (v) => Math.max(-127, Math.min(127, Math.round(v / top)))));
  const G = 3 * hidden;
  const D = fixed + own + code;
  const { theta, places } = network;
  if (places.length !== 1) throw new Error('the model file holds one layer');
  const [pair] = places;
  for (const { wx } of pair) w.halves(transposed(theta.subarray(wx, wx + G * D), D, G));
  for (const { bx } of pair) w.halves(theta.subarray(bx, bx + G));
  for (const { wh } of pair) w.halves(transposed(theta.subarray(wh, wh + G * hidden), hidden, G));
  for (const dir of [0, 1]) {
    const from = network.output + dir * 8 * hidden;
    w.halves(transposed(theta.subarray(from, from + 8 * hidden), hidden, 8));
  }
  w.halves(theta.subarray(network.codes, network.codes + CODE_ROWS * code));
  w.halves(model.transitions);
  w.f32(price.source);
  w.f32(price.cue);
  w.f32(price.content);
  w.halves(link);
  writeLinear(w, model, most);
  return w.done();
}

function writeLinear(w: Writer, model: Model, most: number): void {
  const K = LABELS;
  const { wide, index } = model;
  const rows: { hash: number; weights: number[]; size: number }[] = [];
  for (const [hash, id] of index.hashes()) {
    const weights = [1, 2, 3, 4, 5, 6].map((k) => wide[id * K + k] - wide[id * K]);
    rows.push({ hash, weights, size: Math.max(...weights.map(Math.abs)) });
  }
  rows.sort((a, b) => b.size - a.size || a.hash - b.hash);
  const kept = rows.slice(0, most);
  const limit = kept.flatMap((r) => [r.size]).sort((a, b) => a - b)[Math.floor(kept.length * 0.999)] ?? 1;
  const scale = Math.fround(limit / 127);
  let slots = 1024;
  while (slots * 0.8 < kept.length) slots *= 2;
  const table: (number[] | undefined)[] = new Array<number[] | undefined>(slots);
  const checks = new Uint8Array(slots);
  for (const { hash, weights } of kept) {
    let at = homeOf(hash) & (slots - 1);
    // Two features that begin and look alike share a row: the weightier one keeps it.
    while (checks[at] && checks[at] !== checkOf(hash)) at = (at + 1) & (slots - 1);
    if (checks[at]) continue;
    checks[at] = checkOf(hash);
    table[at] = weights;
  }
  w.u32(slots);
  w.f32(scale);
  w.bytes(checks);
  w.bytes(
    Int8Array.from(
      table.flatMap((row) => row ?? []),
      (v) => Math.max(-127, Math.min(127, Math.round(v / scale))),
    ),
  );
}
