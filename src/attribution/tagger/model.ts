/** Reads the model file: vocabulary, network, linear part, chain and linker. */
import { makeLexicon, type Lexicon } from './lexicon';
import { LABELS } from './labels';
import type { Role } from './pieces';
import { Chain } from './chain';
import { Linear } from './linear';
import { LINK_WEIGHTS } from './link';
import { Memory } from './memory';
import { Network, OUTPUTS, type Scaled } from './network';
import { Scorer } from './scorer';

/** First bytes of a model file; the last one is the version of its layout. */
export const MAGIC = 0x41545403;

export interface Model {
  readonly lexicon: Lexicon;
  readonly scorer: Scorer;
  /** What a stretch of each role must be worth, see `bestPieces`. */
  readonly price: Readonly<Record<Role, number>>;
  readonly link: Float32Array;
  /** What `fingerprint` gave for the probe when the model was trained: other features need another model. */
  readonly fingerprint: number;
}

class Reader {
  private at = 0;
  private readonly view: DataView;
  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }
  u32(): number {
    this.at += 4;
    return this.view.getUint32(this.at - 4, true);
  }
  f32(): number {
    this.at += 4;
    return this.view.getFloat32(this.at - 4, true);
  }
  take(n: number): Uint8Array {
    this.at += n;
    return this.bytes.subarray(this.at - n, this.at);
  }
  /** Bytes in a buffer of their own: typed arrays of longer elements want an even start. They are little-endian, as all hosts. */
  apart(n: number): ArrayBuffer {
    const copy = new Uint8Array(n);
    copy.set(this.take(n));
    return copy.buffer;
  }
  /** Bytes to keep: a view of the file's would keep all of them. */
  own(n: number): Uint8Array {
    return new Uint8Array(this.apart(n));
  }
  /** 16-bit integers and the scale that stands before them. */
  scaled(n: number): Scaled {
    return { scale: this.f32(), values: new Int16Array(this.apart(2 * n)) };
  }
  pair(n: number): [Scaled, Scaled] {
    return [this.scaled(n), this.scaled(n)];
  }
  /** What such integers stand for. */
  halves(n: number): Float64Array {
    const { scale, values } = this.scaled(n);
    const out = new Float64Array(n);
    for (let i = 0; i < n; i++) out[i] = values[i] * scale;
    return out;
  }
  /** Bytes that are left. */
  rest(): Uint8Array {
    return this.take(this.bytes.length - this.at);
  }
}

/** The model in `bytes`. Throws a RangeError when they are no model of this layout. */
export function readModel(bytes: Uint8Array): Model {
  const r = new Reader(bytes);
  if (bytes.length < 64 || r.u32() !== MAGIC) throw new RangeError('not a model of this layout');
  const fingerprint = r.u32() | 0;
  const words = r.u32();
  const known = r.u32();
  const [hidden, fixed, own, code, codeRows] = [r.u32(), r.u32(), r.u32(), r.u32(), r.u32()];
  const hashes = new Int32Array(r.apart(4 * words));
  const posAndFine = r.take(words);
  const rates = r.own(words);
  const coarse = r.own(words);
  const fineLow = r.take(words);
  const vectorScale = r.f32();
  const packed = r.own((words * fixed) / 2);
  const ownScale = r.f32();
  const owns = new Int8Array(r.apart((known + 1) * own));
  const G = 3 * hidden;
  const D = fixed + own + code;
  const inputs = r.pair(G * D);
  const biases = r.pair(G);
  const recurrences = r.pair(G * hidden);
  const outputs = r.pair(OUTPUTS * hidden);
  const codes = r.scaled(codeRows * code);
  // what it refers to stays; with the reader among that, the whole file would
  const vector = (word: number, into: Int16Array, at: number): void => {
    for (let d = 0; d < fixed; d += 2) {
      const b = word < 0 ? 0x88 : packed[(word * fixed + d) >> 1];
      into[at + d] = ((b & 15) - 8) << 11;
      into[at + d + 1] = ((b >> 4) - 8) << 11;
    }
    // Words seen too seldom to have a trained part share the last row.
    const row = word >= 0 && word < known ? word : known;
    for (let d = 0; d < own; d++) into[at + fixed + d] = owns[row * own + d] << 7;
  };
  const memory = new Memory();
  const network = new Network(memory, {
    ...{ words, hidden, fixed, own, code, inputs, biases, recurrences, outputs, codes, vector },
    fixedScale: vectorScale / 2 ** 11,
    ownScale: ownScale / 2 ** 7,
  });
  const chain = new Chain(memory, r.halves(LABELS * LABELS));
  const price = { source: r.f32(), cue: r.f32(), content: r.f32() };
  const link = Float32Array.from(r.halves(LINK_WEIGHTS));
  const slots = r.u32();
  const scale = r.f32();
  const checks = r.take(slots);
  const linear = new Linear(memory, checks, r.rest(), scale);
  return {
    lexicon: makeLexicon(hashes, { pos: posAndFine, rates, coarse, fine: fineLow }),
    scorer: new Scorer(memory, linear, network, chain),
    price,
    link,
    fingerprint,
  };
}
