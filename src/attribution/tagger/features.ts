/** What the tagger sees of each word: hashed features for the linear part, small codes for the network. */
import type { Word } from '../../article/words';
import { CLOSE, Column, FAR, IN, startOf } from './columns';
import { stir } from './hashing';
import type { Lexicon } from './lexicon';
import { read, type Reading, type TagContext } from './reading';

/** Small codes a word, and how many values each has. */
export const CODES = [16, 8, 8, 512, 48, 8, 16, 8, 64, 64, 32, 32] as const;

export interface Encoded extends Reading {
  /** n × CODES.length codes. */
  readonly codes: Uint16Array;
  /** Hash of each word, and 1 where it stands in double marks or is one. */
  readonly hashes: Int32Array;
  readonly quoted: Uint8Array;
}

/** A value of a feature: a column, at the word itself or up to two places before or after it. */
const at = (column: Column, away = 0): number => column * 8 + away + 2;

const word = at(Column.Word);
const before = at(Column.Word, -1);
const after = at(Column.Word, 1);
const pos = at(Column.Pos);
const posBefore = at(Column.Pos, -1);
const posAfter = at(Column.Pos, 1);
const mark = at(Column.Mark);
const form = at(Column.Form);
const cue = at(Column.Cue);
const source = at(Column.Source);
const coarse = at(Column.Coarse);
const quotations = at(Column.Quotations);
const leftBy = at(Column.LeftBy);
const leftWord = at(Column.LeftWord);
const rightBy = at(Column.RightBy);
const rightWord = at(Column.RightWord);
const rightCommas = at(Column.RightCommas);

/** The features, in the order of their numbers: each is named by its number and the hash of up to three values. */
const FEATURES: readonly (readonly number[])[] = [
  // the word, those beside it, and how it is written
  [at(Column.Nothing)],
  [word],
  [before],
  [at(Column.Word, -2)],
  [after],
  [at(Column.Word, 2)],
  [before, word],
  [word, after],
  [before, word, after],
  [at(Column.Suffix)],
  [at(Column.Shape, -1), form, at(Column.Shape, 1)],
  [form, pos],
  [posBefore, pos, mark],
  [pos, posAfter, mark],
  [posBefore, pos, posAfter],
  [word, posAfter],
  [posBefore, word],
  [before, pos],
  [pos, after],
  [mark, at(Column.Mark, -1), at(Column.Mark, 1)],
  [mark, pos, quotations],
  [at(Column.Cue, -1), cue, at(Column.Cue, 1)],
  [at(Column.Cues), cue, mark],
  [coarse, mark],
  [at(Column.Coarse, -1), coarse],
  [coarse, at(Column.Coarse, 1)],
  [at(Column.Fine)],
  // where it stands: likely cues, verbs, commas, colons and brackets around it
  [leftBy, rightBy, mark],
  [leftWord, pos],
  [leftWord, at(Column.LeftNext)],
  [leftWord, at(Column.LeftCommas), leftBy],
  [at(Column.That), leftBy, pos],
  [rightWord, pos],
  [rightWord, at(Column.RightBefore)],
  [rightWord, rightCommas, rightBy],
  [rightCommas, at(Column.StopAfter), mark],
  [at(Column.VerbLeft), pos],
  [at(Column.VerbRight), pos],
  [at(Column.Starts), pos, mark],
  [at(Column.Starts, -1), pos, posBefore],
  [at(Column.Sentence), mark, quotations],
  [at(Column.Flags), form, pos],
  [at(Column.ColonBy), at(Column.Headline), form],
  [at(Column.ColonPlace), mark, quotations],
  [at(Column.Brackets), pos, mark],
  [at(Column.Source, -1), source, at(Column.Source, 1)],
  [source, leftBy, rightBy],
  [at(Column.EndBy), mark, pos],
  [word, mark],
];

/** Hashed features a word. */
export const SLOTS = FEATURES.length;

/** Features as the kernel reads them: three values each, -1 where there are fewer. */
export function packed(features = FEATURES): Int32Array {
  const out = new Int32Array(3 * features.length).fill(-1);
  features.forEach((values, slot) => out.set(values, 3 * slot));
  return out;
}

/** Everything the tagger is told about a paragraph. */
export function encode(words: readonly Word[], context: TagContext, lexicon: Lexicon): Encoded {
  const reading = read(words, context, lexicon);
  const { n, columns } = reading;
  const codes = new Uint16Array(n * CODES.length);
  addCodes(n, columns, codes);
  const quoted = new Uint8Array(n);
  const marks = startOf(Column.Mark, n);
  for (let i = 0; i < n; i++) if (columns[marks + i] >= IN && columns[marks + i] <= CLOSE) quoted[i] = 1;
  const from = startOf(Column.Word, n);
  return { ...reading, codes, hashes: columns.subarray(from, from + n), quoted };
}

/** The hashes of each word's features (n × SLOTS), as training counts them; the kernel makes them for itself. */
export function hashesOf(n: number, columns: Int32Array, features = FEATURES): Int32Array {
  const out = new Int32Array(n * features.length);
  features.forEach((values, slot) => {
    const starts = values.map((value) => startOf(value >> 3, n) + (value & 7) - 2);
    for (let i = 0; i < n; i++) {
      let h = slot + 1;
      for (const start of starts) h = stir(h, columns[start + i]);
      out[i * features.length + slot] = h;
    }
  });
  return out;
}

function addCodes(n: number, columns: Int32Array, codes: Uint16Array): void {
  const start = (column: Column): number => startOf(column, n);
  const forms = start(Column.Form);
  const marks = start(Column.Mark);
  const cues = start(Column.Cue);
  const suffix = start(Column.Suffix);
  const classes = start(Column.Pos);
  const sources = start(Column.Source);
  const flags = start(Column.Flags);
  const brackets = start(Column.Brackets);
  const left = start(Column.LeftBy);
  const leftCommas = start(Column.LeftCommas);
  const right = start(Column.RightBy);
  const commas = start(Column.RightCommas);
  const colon = start(Column.ColonBy);
  const headline = start(Column.Headline);
  const end = start(Column.EndBy);
  const opened = start(Column.Quotations);
  for (let i = 0, z = 0; i < n; i++, z += CODES.length) {
    codes[z] = columns[forms + i];
    codes[z + 1] = columns[marks + i];
    codes[z + 2] = columns[cues + i] & 7;
    codes[z + 3] = columns[suffix + i] & 511;
    codes[z + 4] = columns[classes + i];
    codes[z + 5] = columns[sources + i] & 7;
    codes[z + 6] = columns[flags + i];
    codes[z + 7] = columns[brackets + i];
    codes[z + 8] = columns[left + i] === FAR ? 32 : columns[left + i] * 4 + columns[leftCommas + i];
    codes[z + 9] = columns[right + i] === FAR ? 32 : columns[right + i] * 4 + columns[commas + i];
    codes[z + 10] = (columns[colon + i] === FAR ? 8 : columns[colon + i]) + columns[headline + i] * 16;
    codes[z + 11] = columns[end + i] * 3 + columns[opened + i];
  }
}
