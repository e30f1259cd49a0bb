/** The hashed features of a word, by which the linear part sees it. */
import { Column, startOf } from './columns';
import { stir } from './hashing';
import type { Reading } from './reading';

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

/** The hashes of each word's features (n × SLOTS), as training counts them; the kernel makes them for itself. */
export function hashesOf({ n, columns }: Pick<Reading, 'n' | 'columns'>, features = FEATURES): Int32Array {
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
