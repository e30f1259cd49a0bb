/** A paragraph as the features need it: words by hash and class, marks, sentences, and what stands near each word. */
import type { Word } from '../../article/words';
import { hashText } from './hashing';
import { find, guessPos, isVerb, type Lexicon } from './lexicon';

/** Flags about the place of a paragraph; all that the tagger knows of the rest of the article. */
export interface TagContext {
  /** The first paragraph of the article. */
  readonly isHeadline?: boolean;
  /** A quotation that an earlier paragraph opened is still open where this one begins. */
  readonly quotationOpen?: boolean;
  /** The paragraph before ends with a colon. */
  readonly afterColon?: boolean;
}

/** Where a word stands with regard to double marks; 4 to 6 are the same for single curly ones. */
export const OUT = 0;
export const IN = 1;
export const OPEN = 2;
export const CLOSE = 3;
const SINGLE = 3;

/** Arrays named `…P` hold two places of padding on each side: word i stands at i + 2. */
export interface Reading {
  readonly n: number;
  readonly norm: readonly string[];
  readonly wordP: Int32Array;
  readonly suffix: Int32Array;
  readonly shapeP: Uint8Array;
  readonly posP: Uint8Array;
  readonly cueP: Uint8Array;
  readonly sourceP: Uint8Array;
  readonly coarseP: Uint8Array;
  readonly fine: Uint16Array;
  readonly index: Int32Array;
  readonly mark: Uint8Array;
  /** 1 where a sentence starts; the number of the sentence. */
  readonly starts: Uint8Array;
  readonly sentence: Int32Array;
  /** Commas before each word. */
  readonly commas: Int32Array;
  /** The nearest likely cue of the sentence on each side, outside marks; -1 where there is none. */
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** Hash of the nearest verb of the sentence on each side, or 0. */
  readonly verbLeft: Int32Array;
  readonly verbRight: Int32Array;
  readonly colonLeft: Int32Array;
  readonly brackets: Uint8Array;
  readonly flags: number;
  /** How many quotations open in the paragraph, at most 2. */
  readonly quotations: number;
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
function shapeOf({ text: word, lower: folded }: Word): number {
  const c = word.charCodeAt(0);
  // most words
  if (c >= 97 && c <= 122 && word === folded) return Shape.Lower;
  if (c >= 48 && c <= 57) return Shape.Number;
  if (c === 64 || c === 35) return Shape.Mixed;
  const lower = word.toLowerCase();
  const upper = word.toUpperCase();
  if (lower === upper) return Shape.Mark;
  if (word === lower) return Shape.Lower;
  if (word === upper) return word.length <= 2 ? Shape.Initial : Shape.Upper;
  return word.charAt(0) !== lower.charAt(0) && word.slice(1) === lower.slice(1) ? Shape.Capital : Shape.Mixed;
}

const OPENERS = new Set(['“', '``', '«']);
const CLOSERS = new Set(['”', "''", '»']);

function marks(words: readonly Word[], norm: readonly string[], openAtStart: boolean): Uint8Array {
  const n = words.length;
  const q = new Uint8Array(n);
  let inside = false;
  let single = false;
  for (let i = 0; i < n; i++) {
    const w = norm[i];
    if (w === '"') {
      const raw = words[i].text;
      inside = OPENERS.has(raw) || (!CLOSERS.has(raw) && (!inside || (i === 0 && openAtStart)));
      q[i] = inside ? OPEN : CLOSE;
    } else if (w === "'" && !inside) {
      if (words[i].text === '‘' && i + 1 < n) {
        single = true;
        q[i] = OPEN + SINGLE;
      } else if (single) {
        q[i] = CLOSE + SINGLE;
        single = false;
      }
    } else q[i] = inside ? IN : single ? IN + SINGLE : OUT;
  }
  return q;
}

const STOPS = new Set(['.', '?', '!', '...', '…']);

function sentenceStarts(norm: readonly string[], shapeP: Uint8Array, q: Uint8Array): Uint8Array {
  const n = norm.length;
  const s = new Uint8Array(n);
  let ended = true;
  for (let i = 0; i < n; i++) {
    const w = norm[i];
    if (ended && !(q[i] === CLOSE || w === ')' || w === "'" || w === '.')) {
      s[i] = 1;
      ended = false;
    }
    if (w.charCodeAt(0) > 0x3f && w !== '…') continue;
    if (!STOPS.has(w) || (w === '.' && i > 0 && /^[a-z]$/.test(norm[i - 1]))) continue;
    const next = i + 1 < n && (q[i + 1] === CLOSE || norm[i + 1] === ')') ? i + 2 : i + 1;
    if (next >= n || shapeP[next + 2] !== Shape.Lower) ended = true;
  }
  return s;
}

/** Reads a paragraph; linear in its words. */
export function read(words: readonly Word[], context: TagContext, lexicon: Lexicon): Reading {
  const n = words.length;
  const norm = words.map(({ lower }) => normalise(lower));
  const wordP = new Int32Array(n + 4);
  const suffix = new Int32Array(n);
  const shapeP = new Uint8Array(n + 4);
  const posP = new Uint8Array(n + 4);
  const cueP = new Uint8Array(n + 4);
  const sourceP = new Uint8Array(n + 4);
  const coarseP = new Uint8Array(n + 4);
  const fine = new Uint16Array(n);
  const index = new Int32Array(n);
  wordP.fill(11, 0, 2).fill(13, n + 2);
  posP.fill(60, 0, 2).fill(61, n + 2);
  cueP.fill(9, 0, 2).fill(9, n + 2);
  shapeP.fill(14, 0, 2).fill(15, n + 2);
  for (let i = 0; i < n; i++) {
    const low = norm[i];
    const h = hashText(low);
    const shape = shapeOf(words[i]);
    const entry = find(lexicon, h);
    wordP[i + 2] = h;
    suffix[i] = low.length > 3 ? hashText(low, low.length - 3) : h;
    shapeP[i + 2] = shape;
    index[i] = entry;
    if (entry < 0) {
      posP[i + 2] = guessPos(low, shape);
      continue;
    }
    posP[i + 2] = lexicon.pos[entry];
    cueP[i + 2] = lexicon.rates[entry] & 15;
    sourceP[i + 2] = lexicon.rates[entry] >> 4;
    coarseP[i + 2] = lexicon.coarse[entry];
    fine[i] = lexicon.fine[entry];
  }
  const mark = marks(words, norm, context.quotationOpen === true);
  let quotations = 0;
  for (let i = 0; i < n; i++) if (mark[i] === OPEN && quotations < 2) quotations++;
  const flags =
    (context.isHeadline ? 1 : 0) |
    (context.quotationOpen ? 2 : 0) |
    (context.afterColon ? 4 : 0) |
    (norm[n - 1] === ':' ? 8 : 0);
  const starts = sentenceStarts(norm, shapeP, mark);
  const near = surroundings(norm, wordP, posP, cueP, mark, starts);
  return {
    n,
    norm,
    wordP,
    suffix,
    shapeP,
    posP,
    cueP,
    sourceP,
    coarseP,
    fine,
    index,
    mark,
    starts,
    flags,
    quotations,
    sentence: near.sentence,
    commas: near.commas,
    left: near.left,
    right: near.right,
    verbLeft: near.verbLeft,
    verbRight: near.verbRight,
    colonLeft: near.colonLeft,
    brackets: near.brackets,
  };
}

/** How likely a word is to stand in a cue from which it counts as one that is near; see `Classes.rates`. */
const LIKELY_CUE = 4;

function surroundings(
  norm: readonly string[],
  wordP: Int32Array,
  posP: Uint8Array,
  cueP: Uint8Array,
  mark: Uint8Array,
  starts: Uint8Array,
): Pick<Reading, 'sentence' | 'commas' | 'left' | 'right' | 'verbLeft' | 'verbRight' | 'colonLeft' | 'brackets'> {
  const n = norm.length;
  const sentence = new Int32Array(n);
  const commas = new Int32Array(n + 1);
  const left = new Int32Array(n);
  const right = new Int32Array(n);
  const verbLeft = new Int32Array(n);
  const verbRight = new Int32Array(n);
  const colonLeft = new Int32Array(n);
  const brackets = new Uint8Array(n);
  let number = -1;
  let cue = -1;
  let verb = 0;
  let colon = -1;
  let depth = 0;
  for (let i = 0; i < n; i++) {
    const t = norm[i];
    if (starts[i]) {
      number++;
      cue = -1;
      verb = 0;
    }
    sentence[i] = number;
    commas[i + 1] = commas[i] + (t === ',' ? 1 : 0);
    left[i] = cue;
    verbLeft[i] = verb;
    colonLeft[i] = colon;
    if ((t === '(' || t === '[') && depth < 2) depth++;
    brackets[i] = depth;
    if ((t === ')' || t === ']') && depth) depth--;
    if (cueP[i + 2] >= LIKELY_CUE && mark[i] !== IN) cue = i;
    if (isVerb(posP[i + 2])) verb = wordP[i + 2];
    if (t === ':') colon = i;
  }
  cue = -1;
  verb = 0;
  for (let i = n - 1; i >= 0; i--) {
    right[i] = cue;
    verbRight[i] = verb;
    if (cueP[i + 2] >= LIKELY_CUE && mark[i] !== IN) cue = i;
    if (isVerb(posP[i + 2])) verb = wordP[i + 2];
    if (starts[i]) {
      cue = -1;
      verb = 0;
    }
  }
  return { sentence, commas, left, right, verbLeft, verbRight, colonLeft, brackets };
}
