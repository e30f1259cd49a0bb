/** Reads a paragraph as the features need it: words by hash and class, marks, sentences, what stands near each word. */
import type { Word } from '../../article/words';
import { CLOSE, Column, IN, makeColumns, NO_MARK, OPEN, OUT, Shape, Sign, SINGLE, startOf } from './columns';
import { hashText } from './hashing';
import { find, fineOf, guessPos, posOf, type Lexicon } from './lexicon';
import { readBackwards, readForwards } from './surroundings';

/** Flags about the place of a paragraph; all that the tagger knows of the rest of the article. */
export interface TagContext {
  /** The first paragraph of the article. */
  readonly isHeadline?: boolean;
  /** A quotation that an earlier paragraph opened is still open where this one begins. */
  readonly quotationOpen?: boolean;
  /** The paragraph before ends with a colon. */
  readonly afterColon?: boolean;
}

export interface Reading {
  readonly n: number;
  /** n + 4 numbers a `Column`. */
  readonly columns: Int32Array;
  /** Vocabulary index of each word, or -1. */
  readonly index: Int32Array;
  /** Of each word: its hash, the number of its sentence, and 1 where it stands in double marks or is one. */
  readonly hashes: Int32Array;
  readonly sentence: Int32Array;
  readonly quoted: Uint8Array;
}

/** One spelling for one word: dashes alike, TeX-like marks as double marks. */
export function normalise(lower: string): string {
  if (lower.length > 2) return lower;
  return lower === '–' || lower === '--' ? '—' : lower === '``' || lower === "''" ? '"' : lower;
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

/** Of a word of one character, the character; of an ellipsis in three stops, the one in one; 0 for all others. */
function signOf(word: string): number {
  return word.length === 1 ? word.charCodeAt(0) : word === '...' ? Sign.Ellipsis : 0;
}

/** Reads a paragraph; linear in its words. */
export function read(words: readonly Word[], context: TagContext, lexicon: Lexicon): Reading {
  const n = words.length;
  const columns = makeColumns(n);
  const pad = (column: Column, before: number, after = before): void => {
    const start = startOf(column, n);
    columns[start - 2] = columns[start - 1] = before;
    columns[start + n] = columns[start + n + 1] = after;
  };
  const fill = (column: Column, value: number): void => {
    if (value) columns.fill(value, startOf(column, n), startOf(column, n) + n);
  };
  pad(Column.Word, 11, 13);
  pad(Column.Pos, 60, 61);
  pad(Column.Cue, 9);
  pad(Column.Shape, 14, 15);
  pad(Column.Mark, NO_MARK);
  const index = new Int32Array(n);
  const signs = new Uint16Array(n);
  readWords(words, lexicon, columns, index, signs);
  const quoted = new Uint8Array(n);
  fill(Column.Quotations, readMarks(words, signs, columns, quoted, context.quotationOpen === true));
  const headline = context.isHeadline ? 1 : 0;
  const ends = signs[n - 1] === Sign.Colon ? 8 : 0;
  fill(Column.Headline, headline);
  fill(Column.Flags, headline | (context.quotationOpen ? 2 : 0) | (context.afterColon ? 4 : 0) | ends);
  const sentence = new Int32Array(n);
  readForwards(signs, columns, sentence);
  readBackwards(signs, columns);
  const from = startOf(Column.Word, n);
  return { n, columns, index, hashes: columns.subarray(from, from + n), sentence, quoted };
}

function readWords(
  words: readonly Word[],
  lexicon: Lexicon,
  columns: Int32Array,
  index: Int32Array,
  signs: Uint16Array,
): void {
  const n = words.length;
  const word = startOf(Column.Word, n);
  const suffix = startOf(Column.Suffix, n);
  const shapes = startOf(Column.Shape, n);
  const pos = startOf(Column.Pos, n);
  const cue = startOf(Column.Cue, n);
  const source = startOf(Column.Source, n);
  const coarse = startOf(Column.Coarse, n);
  const fine = startOf(Column.Fine, n);
  for (let i = 0; i < n; i++) {
    const low = normalise(words[i].lower);
    const hash = hashText(low);
    const shape = shapeOf(words[i]);
    const entry = find(lexicon, hash);
    signs[i] = signOf(low);
    columns[word + i] = hash;
    columns[suffix + i] = low.length > 3 ? hashText(low, low.length - 3) : hash;
    columns[shapes + i] = shape;
    index[i] = entry;
    if (entry < 0) {
      columns[pos + i] = guessPos(low, shape);
      continue;
    }
    const rates = lexicon.rates[entry];
    columns[pos + i] = posOf(lexicon, entry);
    columns[cue + i] = rates & 15;
    columns[source + i] = rates >> 4;
    columns[coarse + i] = lexicon.coarse[entry];
    columns[fine + i] = fineOf(lexicon, entry);
  }
}

const OPENERS = new Set(['“', '``', '«']);
const CLOSERS = new Set(['”', "''", '»']);

/** Says where each word stands with regard to marks; gives how many quotations open, at most 2. */
function readMarks(
  words: readonly Word[],
  signs: Uint16Array,
  columns: Int32Array,
  quoted: Uint8Array,
  openAtStart: boolean,
): number {
  const n = words.length;
  const mark = startOf(Column.Mark, n);
  let inside = false;
  let single = false;
  let quotations = 0;
  for (let i = 0; i < n; i++) {
    const sign = signs[i];
    if (sign === Sign.Double) {
      const raw = words[i].text;
      inside = OPENERS.has(raw) || (!CLOSERS.has(raw) && (!inside || (i === 0 && openAtStart)));
      columns[mark + i] = inside ? OPEN : CLOSE;
      quoted[i] = 1;
      if (inside && quotations < 2) quotations++;
    } else if (sign === Sign.Single && !inside) {
      if (words[i].text === '‘' && i + 1 < n) {
        single = true;
        columns[mark + i] = OPEN + SINGLE;
      } else if (single) {
        columns[mark + i] = CLOSE + SINGLE;
        single = false;
      }
    } else if (inside) {
      columns[mark + i] = IN;
      quoted[i] = 1;
    } else columns[mark + i] = single ? IN + SINGLE : OUT;
  }
  return quotations;
}
