/** What the tagger sees of each word: hashed features for the linear part, small codes for the network. */
import type { Word } from '../../article/words';
import { stir } from './hashing';
import type { Lexicon } from './lexicon';
import { read, type Reading, type TagContext } from './reading';

/** Hashed features a word. */
export const SLOTS = 49;
/** Small codes a word, and how many values each has. */
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

// A feature is its number, from 1 in the order of the slots, and up to three values.
const hash1 = (slot: number, a: number): number => stir(slot, a);
const hash2 = (slot: number, a: number, b: number): number => stir(stir(slot, a), b);
const hash3 = (slot: number, a: number, b: number, c: number): number => stir(stir(stir(slot, a), b), c);

/** A distance in words, in eight steps. */
const near = (d: number): number => (d <= 3 ? d : d <= 5 ? 4 : d <= 8 ? 5 : d <= 14 ? 6 : 7);
const upTo = (n: number, most: number): number => (n < most ? n : most);
/** Stand-ins where there is no distance, no count of commas, no word on that side. */
const FAR = 15;
const NO_COMMAS = 9;
const NO_MARK = 9;

/** Everything the tagger is told about a paragraph. */
export function encode(words: readonly Word[], context: TagContext, lexicon: Lexicon): Encoded {
  const r = read(words, context, lexicon);
  const { n } = r;
  const wide = new Int32Array(n * SLOTS);
  const codes = new Uint16Array(n * CODES.length);
  for (let i = 0; i < n; i++) {
    addWord(r, i, wide);
    addPlace(r, i, wide);
    addCodes(r, i, codes);
  }
  const quoted = r.mark.map((m) => (m >= 1 && m <= 3 ? 1 : 0));
  const hashes = r.wordP.slice(2, n + 2);
  return { length: n, wide, word: r.index, codes, hashes, sentence: r.sentence, quoted };
}

/** Features of the word, those beside it, and how it is written. */
function addWord(r: Reading, i: number, wide: Int32Array): void {
  const o = i * SLOTS;
  const { wordP, posP, cueP, coarseP, shapeP, mark } = r;
  const j = i + 2;
  const w0 = wordP[j];
  const before = wordP[j - 1];
  const after = wordP[j + 1];
  const p0 = posP[j];
  const pa = posP[j - 1];
  const pb = posP[j + 1];
  const q0 = mark[i];
  const shape = shapeP[j] + (r.starts[i] ? 8 : 0);
  wide[o] = hash1(1, 0);
  wide[o + 1] = hash1(2, w0);
  wide[o + 2] = hash1(3, before);
  wide[o + 3] = hash1(4, wordP[j - 2]);
  wide[o + 4] = hash1(5, after);
  wide[o + 5] = hash1(6, wordP[j + 2]);
  wide[o + 6] = hash2(7, before, w0);
  wide[o + 7] = hash2(8, w0, after);
  wide[o + 8] = hash3(9, before, w0, after);
  wide[o + 9] = hash1(10, r.suffix[i]);
  wide[o + 10] = hash3(11, shapeP[j - 1], shape, shapeP[j + 1]);
  wide[o + 11] = hash2(12, shape, p0);
  wide[o + 12] = hash3(13, pa, p0, q0);
  wide[o + 13] = hash3(14, p0, pb, q0);
  wide[o + 14] = hash3(15, pa, p0, pb);
  wide[o + 15] = hash2(16, w0, pb);
  wide[o + 16] = hash2(17, pa, w0);
  wide[o + 17] = hash2(18, before, p0);
  wide[o + 18] = hash2(19, p0, after);
  wide[o + 19] = hash3(20, q0, i ? mark[i - 1] : NO_MARK, i + 1 < r.n ? mark[i + 1] : NO_MARK);
  wide[o + 20] = hash3(21, q0, p0, r.quotations);
  wide[o + 21] = hash3(22, cueP[j - 1], cueP[j], cueP[j + 1]);
  wide[o + 22] = hash3(23, (cueP[j - 2] << 4) | cueP[j + 2], cueP[j], q0);
  wide[o + 23] = hash2(24, coarseP[j], q0);
  wide[o + 24] = hash2(25, coarseP[j - 1], coarseP[j]);
  wide[o + 25] = hash2(26, coarseP[j], coarseP[j + 1]);
  wide[o + 26] = hash1(27, r.fine[i]);
}

/** Features of where the word stands: likely cues, verbs, commas, colons and brackets around it. */
function addPlace(r: Reading, i: number, wide: Int32Array): void {
  const o = i * SLOTS;
  const { n, norm, wordP, posP, sourceP, mark, commas, starts, flags } = r;
  const j = i + 2;
  const p0 = posP[j];
  const q0 = mark[i];
  const shape = r.shapeP[j] + (starts[i] ? 8 : 0);
  const left = r.left[i];
  const right = r.right[i];
  const leftBy = left < 0 ? FAR : near(i - left);
  const rightBy = right < 0 ? FAR : near(right - i);
  const leftCommas = left < 0 ? NO_COMMAS : upTo(commas[i] - commas[left], 3);
  const rightCommas = right < 0 ? NO_COMMAS : upTo(commas[right] - commas[i], 3);
  const leftWord = left < 0 ? 0 : wordP[left + 2];
  const rightWord = right < 0 ? 0 : wordP[right + 2];
  wide[o + 27] = hash3(28, leftBy, rightBy, q0);
  wide[o + 28] = hash2(29, leftWord, p0);
  wide[o + 29] = hash2(30, leftWord, left < 0 ? 0 : wordP[left + 3]);
  wide[o + 30] = hash3(31, leftWord, leftCommas, leftBy);
  let that = 0;
  if (left >= 0) for (let x = left + 1; x <= i && x < left + 4; x++) if (norm[x] === 'that') that = 1;
  wide[o + 31] = hash3(32, that, leftBy, p0);
  wide[o + 32] = hash2(33, rightWord, p0);
  wide[o + 33] = hash2(34, rightWord, right < 0 ? 0 : wordP[right + 1]);
  wide[o + 34] = hash3(35, rightWord, rightCommas, rightBy);
  wide[o + 35] = hash3(36, rightCommas, right >= 0 && right + 1 < n && norm[right + 1] === '.' ? 1 : 0, q0);
  wide[o + 36] = hash2(37, r.verbLeft[i], p0);
  wide[o + 37] = hash2(38, r.verbRight[i], p0);
  wide[o + 38] = hash3(39, starts[i], p0, q0);
  wide[o + 39] = hash3(40, i ? starts[i - 1] : 0, p0, posP[j - 1]);
  wide[o + 40] = hash3(41, upTo(r.sentence[i], 2), q0, r.quotations);
  wide[o + 41] = hash3(42, flags, shape, p0);
  const colon = r.colonLeft[i];
  wide[o + 42] = hash3(43, colon < 0 ? FAR : near(i - colon), flags & 1, shape);
  wide[o + 43] = hash3(44, colon < 0 ? FAR : near(colon + 1), q0, r.quotations);
  wide[o + 44] = hash3(45, r.brackets[i], p0, q0);
  wide[o + 45] = hash3(46, sourceP[j - 1], sourceP[j], sourceP[j + 1]);
  wide[o + 46] = hash3(47, sourceP[j], leftBy, rightBy);
  wide[o + 47] = hash3(48, near(n - 1 - i), q0, p0);
  wide[o + 48] = hash2(49, wordP[j], q0);
}

function addCodes(r: Reading, i: number, codes: Uint16Array): void {
  const { n, commas, flags } = r;
  const j = i + 2;
  const left = r.left[i];
  const right = r.right[i];
  const colon = r.colonLeft[i];
  const z = i * CODES.length;
  codes[z] = r.shapeP[j] + (r.starts[i] ? 8 : 0);
  codes[z + 1] = r.mark[i];
  codes[z + 2] = r.cueP[j] & 7;
  codes[z + 3] = r.suffix[i] & 511;
  codes[z + 4] = r.posP[j];
  codes[z + 5] = r.sourceP[j] & 7;
  codes[z + 6] = flags;
  codes[z + 7] = r.brackets[i];
  codes[z + 8] = left < 0 ? 32 : near(i - left) * 4 + upTo(commas[i] - commas[left], 3);
  codes[z + 9] = right < 0 ? 32 : near(right - i) * 4 + upTo(commas[right] - commas[i], 3);
  codes[z + 10] = (colon < 0 ? 8 : near(i - colon)) + (flags & 1) * 16;
  codes[z + 11] = near(n - 1 - i) * 3 + r.quotations;
}
