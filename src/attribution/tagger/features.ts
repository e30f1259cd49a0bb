/** What the tagger sees of a paragraph: hashed features for the linear part, small codes for the network. */

import type { Word } from '../../article/words';
import { hashText, stir as mix } from './hashing';
import { classOf, type Lexicon } from './lexicon';

/** Flags about the place of a paragraph; all that the tagger knows of the rest of the article. */
export interface TagContext {
  /** The first paragraph of the article. */
  readonly isHeadline?: boolean;
  /** A quotation that an earlier paragraph opened is still open where this one begins. */
  readonly quotationOpen?: boolean;
  /** The paragraph before ends with a colon. */
  readonly afterColon?: boolean;
}

/** Hashed features a word. */
export const SLOTS = 64;
/** Small codes a word that feed the network, and how many values each has. */
export const CODES = [16, 8, 8, 512, 48, 8, 16, 8, 64, 64, 32, 32] as const;

export interface Encoded {
  readonly length: number;
  /** length × SLOTS feature hashes (32 bit). */
  readonly wide: Int32Array;
  /** Vocabulary index of each word, or -1. */
  readonly word: Int32Array;
  /** length × CODES.length codes. */
  readonly codes: Uint16Array;
  /** Hash and sentence number of each word, and 1 where it stands in double marks or is one. */
  readonly hashes: Int32Array;
  readonly sentence: Int32Array;
  readonly quoted: Uint8Array;
}

/** One spelling for one word: dashes alike, TeX-like marks as double marks. */
export function normalise(lower: string): string {
  if (lower.length > 2) return lower;
  return lower === '–' || lower === '--' ? '—' : lower === '``' || lower === "''" ? '"' : lower;
}

const enum Shape {
  Lower,
  Capital,
  Upper,
  Number,
  Mark,
  Mixed,
  Initial,
}
function shapeOf(word: string): number {
  const c = word.charCodeAt(0);
  if (c >= 48 && c <= 57) return Shape.Number;
  if (c === 64 || c === 35) return Shape.Mixed;
  const lower = word.toLowerCase();
  const upper = word.toUpperCase();
  if (lower === upper) return Shape.Mark;
  if (word === lower) return Shape.Lower;
  if (word === upper) return word.length <= 2 ? Shape.Initial : Shape.Upper;
  return word.charAt(0) !== lower.charAt(0) && word.slice(1) === lower.slice(1) ? Shape.Capital : Shape.Mixed;
}

const near = (d: number): number => (d <= 3 ? d : d <= 5 ? 4 : d <= 8 ? 5 : d <= 14 ? 6 : 7);
const upTo = (n: number, most: number): number => (n < most ? n : most);

const QUOTE = '"';
const OUT = 0;
const IN = 1;
const OPEN = 2;
const CLOSE = 3;

/** In or out of double marks: out, in, opening mark, closing mark. Single curly marks are told apart as 4 and up. */
function marks(words: readonly Word[], norm: readonly string[], openAtStart: boolean): Uint8Array {
  const n = words.length;
  const q = new Uint8Array(n);
  let inside = false;
  let single = false;
  for (let i = 0; i < n; i++) {
    const w = norm[i];
    if (w === QUOTE) {
      const raw = words[i].text;
      const opens: boolean =
        raw === '“' || raw === '``' || raw === '«'
          ? true
          : raw === '”' || raw === "''" || raw === '»'
            ? false
            : !inside;
      q[i] = opens ? OPEN : CLOSE;
      inside = opens;
      if (i === 0 && openAtStart && raw === '"') {
        inside = true;
        q[i] = OPEN;
      }
    } else if (w === "'" && !inside) {
      const raw = words[i].text;
      if (raw === '‘' && i + 1 < n) {
        single = true;
        q[i] = 5;
      } else if (single) {
        q[i] = 6;
        single = false;
      } else q[i] = OUT;
    } else q[i] = inside ? IN : single ? 4 : OUT;
  }
  return q;
}

const ABBREVIATION = /^[a-z]$/;

/** 1 where a sentence starts. */
function sentenceStarts(norm: readonly string[], shape: Uint8Array, q: Uint8Array): Uint8Array {
  const n = norm.length;
  const s = new Uint8Array(n);
  let ended = true;
  for (let i = 0; i < n; i++) {
    const w = norm[i];
    if (ended && !(q[i] === CLOSE || w === ')' || w === "'" || w === '.')) {
      s[i] = 1;
      ended = false;
    }
    if (w === '?' || w === '!' || w === '.' || w === '...' || w === '…') {
      if (w === '.' && i > 0 && ABBREVIATION.test(norm[i - 1])) continue;
      const next = i + 1 < n && (q[i + 1] === CLOSE || norm[i + 1] === ')') ? i + 2 : i + 1;
      if (next >= n || shape[next] !== Shape.Lower) ended = true;
    }
  }
  return s;
}

/** Everything the tagger is told about a paragraph. */
export function encode(words: readonly Word[], context: TagContext, lexicon: Lexicon): Encoded {
  const n = words.length;
  const wide = new Int32Array(n * SLOTS);
  const word = new Int32Array(n);
  const codes = new Uint16Array(n * CODES.length);
  const norm: string[] = new Array<string>(n);
  const w = new Int32Array(n + 4);
  const s3 = new Int32Array(n);
  const sh = new Uint8Array(n + 4);
  const p = new Uint8Array(n + 4);
  const cu = new Uint8Array(n + 4);
  const so = new Uint8Array(n + 4);
  const k1 = new Uint8Array(n + 4);
  const k2 = new Uint16Array(n + 4);
  // Two places of padding on each side: index i + 2.
  w[0] = w[1] = 11;
  w[n + 2] = w[n + 3] = 13;
  p[0] = p[1] = 60;
  p[n + 2] = p[n + 3] = 61;
  cu[0] = cu[1] = cu[n + 2] = cu[n + 3] = 9;
  sh[0] = sh[1] = 14;
  sh[n + 2] = sh[n + 3] = 15;
  for (let i = 0; i < n; i++) {
    const raw = words[i].text;
    const low = normalise(words[i].lower);
    norm[i] = low;
    const h = hashText(low);
    w[i + 2] = h;
    s3[i] = low.length > 3 ? hashText(low, low.length - 3) : h;
    sh[i + 2] = shapeOf(raw);
    const entry = classOf(lexicon, h, low, sh[i + 2]);
    word[i] = entry.index;
    p[i + 2] = entry.pos;
    cu[i + 2] = entry.cue;
    so[i + 2] = entry.source;
    k1[i + 2] = entry.coarse;
    k2[i + 2] = entry.fine;
  }
  const q = marks(words, norm, context.quotationOpen === true);
  const ss = sentenceStarts(norm, sh.subarray(2, n + 2), q);

  // Sentence by sentence: number, nearest likely cue on each side outside marks, nearest verb, commas and colons so far.
  const sid = new Int32Array(n);
  const commas = new Int32Array(n + 1);
  const left = new Int32Array(n).fill(-1);
  const right = new Int32Array(n).fill(-1);
  const verbLeft = new Int32Array(n);
  const verbRight = new Int32Array(n);
  const colonLeft = new Int32Array(n).fill(-1);
  const depth = new Uint8Array(n);
  let sentence = -1;
  let last = -1;
  let verb = 0;
  let colon = -1;
  let brackets = 0;
  for (let i = 0; i < n; i++) {
    const t = norm[i];
    if (ss[i]) {
      sentence++;
      last = -1;
      verb = 0;
    }
    sid[i] = sentence;
    commas[i + 1] = commas[i] + (t === ',' ? 1 : 0);
    left[i] = last;
    verbLeft[i] = verb;
    colonLeft[i] = colon;
    if (t === '(' || t === '[') brackets = upTo(brackets + 1, 2);
    depth[i] = brackets;
    if ((t === ')' || t === ']') && brackets) brackets--;
    if (cu[i + 2] >= 4 && q[i] !== IN) last = i;
    if (isVerb(p[i + 2])) verb = w[i + 2];
    if (t === ':') colon = i;
  }
  last = -1;
  verb = 0;
  for (let i = n - 1; i >= 0; i--) {
    right[i] = last;
    verbRight[i] = verb;
    if (cu[i + 2] >= 4 && q[i] !== IN) last = i;
    if (isVerb(p[i + 2])) verb = w[i + 2];
    if (ss[i]) {
      last = -1;
      verb = 0;
    }
  }
  let quotes = 0;
  for (let i = 0; i < n; i++) if (q[i] === OPEN) quotes++;
  const flags =
    (context.isHeadline ? 1 : 0) |
    (context.quotationOpen ? 2 : 0) |
    (context.afterColon ? 4 : 0) |
    (norm[n - 1] === ':' ? 8 : 0);
  const quoteClass = upTo(quotes, 2);

  for (let i = 0; i < n; i++) {
    const j = i + 2;
    let o = i * SLOTS;
    let slot = 1;
    const put = (a: number): void => {
      wide[o++] = mix(slot++, a);
    };
    const put2 = (a: number, b: number): void => {
      wide[o++] = mix(mix(slot++, a), b);
    };
    const put3 = (a: number, b: number, c: number): void => {
      wide[o++] = mix(mix(mix(slot++, a), b), c);
    };
    const w0 = w[j];
    const a1 = w[j - 1];
    const a2 = w[j - 2];
    const b1 = w[j + 1];
    const b2 = w[j + 2];
    const p0 = p[j];
    const pa = p[j - 1];
    const pb = p[j + 1];
    const q0 = q[i];
    const qa = i ? q[i - 1] : 9;
    const qb = i + 1 < n ? q[i + 1] : 9;
    const shape = sh[j] + (ss[i] ? 8 : 0);
    put(0);
    put(w0);
    put(a1);
    put(a2);
    put(b1);
    put(b2);
    put2(a1, w0);
    put2(w0, b1);
    put3(a1, w0, b1);
    put2(a2, a1);
    put2(b1, b2);
    put(s3[i]);
    put3(sh[j - 1], shape, sh[j + 1]);
    put2(shape, p0);
    put3(pa, p0, q0);
    put3(p0, pb, q0);
    put3(pa, p0, pb);
    put3((p[j - 2] << 6) | pa, p0, (pb << 6) | p[j + 2]);
    put3(p0, pb, p[j + 2]);
    put3(p[j - 2], pa, p0);
    put2(w0, pb);
    put2(pa, w0);
    put2(a1, p0);
    put2(p0, b1);
    put3(q0, qa, qb);
    put3(q0, p0, quoteClass);
    put3(cu[j - 1], cu[j], cu[j + 1]);
    put3((cu[j - 2] << 4) | cu[j + 2], cu[j], q0);
    put2(k1[j], q0);
    put2(k1[j - 1], k1[j]);
    put2(k1[j], k1[j + 1]);
    put(k2[j]);
    put(k2[j - 1]);
    put(k2[j + 1]);
    const l = left[i];
    const r = right[i];
    const ld = l < 0 ? 15 : near(i - l);
    const rd = r < 0 ? 15 : near(r - i);
    put3(ld, rd, q0);
    put3(ld, p0, pb);
    put3(rd, p0, pa);
    const lw = l < 0 ? 0 : w[l + 2];
    const lc = l < 0 ? 9 : upTo(commas[i] - commas[l], 3);
    put2(lw, p0);
    put2(lw, l < 0 ? 0 : w[l + 3]);
    put3(lw, lc, ld);
    put3(lc, ld, p0);
    let that = 0;
    if (l >= 0) for (let x = l + 1; x <= i && x < l + 4; x++) if (norm[x] === 'that') that = 1;
    put3(that, ld, p0);
    put3(l < 0 ? 0 : p[l + 2], l < 0 ? 0 : p[l + 3], p0);
    const rw = r < 0 ? 0 : w[r + 2];
    const rc = r < 0 ? 9 : upTo(commas[r] - commas[i], 3);
    put2(rw, p0);
    put2(rw, r < 0 ? 0 : w[r + 1]);
    put3(rw, rc, rd);
    put3(rc, rd, p0);
    put3(r < 0 ? 0 : p[r + 2], r < 0 ? 0 : p[r + 1], p0);
    put3(rc, r >= 0 && r + 1 < n && norm[r + 1] === '.' ? 1 : 0, q0);
    put2(verbLeft[i], p0);
    put2(verbRight[i], p0);
    put3(verbLeft[i], verbRight[i], q0);
    put3(ss[i], p0, q0);
    put3(i ? ss[i - 1] : 0, p0, pa);
    put3(upTo(sid[i], 2), q0, quoteClass);
    put3(flags, shape, p0);
    const c = colonLeft[i];
    put3(c < 0 ? 15 : near(i - c), flags & 1, shape);
    put3(c < 0 ? 15 : near(c + 1), q0, quoteClass);
    put3(depth[i], p0, q0);
    put3(so[j - 1], so[j], so[j + 1]);
    put3(so[j], ld, rd);
    put3(flags, near(i), q0);
    put3(near(n - 1 - i), q0, p0);
    put2(w0, q0);
    const z = i * CODES.length;
    codes[z] = shape;
    codes[z + 1] = q0;
    codes[z + 2] = cu[j] & 7;
    codes[z + 3] = s3[i] & 511;
    codes[z + 4] = p0;
    codes[z + 5] = so[j] & 7;
    codes[z + 6] = flags;
    codes[z + 7] = depth[i];
    codes[z + 8] = (l < 0 ? 32 : near(i - l) * 4) + (l < 0 ? 0 : lc);
    codes[z + 9] = (r < 0 ? 32 : near(r - i) * 4) + (r < 0 ? 0 : rc);
    codes[z + 10] = (c < 0 ? 8 : near(i - c)) + (flags & 1) * 16;
    codes[z + 11] = near(n - 1 - i) * 3 + quoteClass;
  }
  const quoted = q.map((v) => (v >= IN && v <= CLOSE ? 1 : 0));
  return { length: n, wide, word, codes, hashes: w.slice(2, n + 2), sentence: sid, quoted };
}

/** Codes of the lexicon's part-of-speech classes below this are verbs. */
export const VERB_CLASSES = 8;
const isVerb = (pos: number): boolean => pos < VERB_CLASSES;
