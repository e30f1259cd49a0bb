/** The columns of a reading that say what stands around each word: sentences, likely cues, verbs, commas, colons, brackets. */
import { CLOSE, Column, FAR, IN, NO_COMMAS, Shape, Sign, startOf } from './columns';
import { hashText } from './hashing';
import { isVerb } from './lexicon';

const THAT = hashText('that');

/** A distance in words, in eight steps. */
const near = (d: number): number => (d <= 3 ? d : d <= 5 ? 4 : d <= 8 ? 5 : d <= 14 ? 6 : 7);

const isStop = (sign: number): boolean =>
  sign === Sign.Stop || sign === Sign.Question || sign === Sign.Exclamation || sign === Sign.Ellipsis;
const isSmallLetter = (sign: number): boolean => sign >= 97 && sign <= 122;

/** How likely a word is to stand in a cue from which it counts as one that is near; see `Classes.rates`. */
const LIKELY_CUE = 4;

/** Sentences, whose numbers go to `sentence`, and what stands before each word. */
export function readForwards(signs: Uint16Array, columns: Int32Array, sentence: Int32Array): void {
  const n = signs.length;
  const word = startOf(Column.Word, n);
  const shapes = startOf(Column.Shape, n);
  const pos = startOf(Column.Pos, n);
  const cues = startOf(Column.Cue, n);
  const mark = startOf(Column.Mark, n);
  const starts = startOf(Column.Starts, n);
  const form = startOf(Column.Form, n);
  const sentences = startOf(Column.Sentence, n);
  const by = startOf(Column.LeftBy, n);
  const left = startOf(Column.LeftWord, n);
  const next = startOf(Column.LeftNext, n);
  const leftCommas = startOf(Column.LeftCommas, n);
  const thats = startOf(Column.That, n);
  const verbs = startOf(Column.VerbLeft, n);
  const colonBy = startOf(Column.ColonBy, n);
  const colonPlace = startOf(Column.ColonPlace, n);
  const brackets = startOf(Column.Brackets, n);
  let ended = true;
  let number = -1;
  let cue = -1;
  let commas = 0;
  let that = 0;
  let verb = 0;
  let colon = -1;
  let depth = 0;
  for (let i = 0; i < n; i++) {
    const sign = signs[i];
    const where = columns[mark + i];
    let first = 0;
    if (ended && !(where === CLOSE || sign === Sign.Close || sign === Sign.Single || sign === Sign.Stop)) {
      first = 1;
      ended = false;
      number++;
      cue = -1;
      verb = 0;
    }
    if (isStop(sign) && !(sign === Sign.Stop && i > 0 && isSmallLetter(signs[i - 1]))) {
      const closed = i + 1 < n && (columns[mark + i + 1] === CLOSE || signs[i + 1] === Sign.Close);
      const after = closed ? i + 2 : i + 1;
      if (after >= n || columns[shapes + after] !== Shape.Lower) ended = true;
    }
    columns[starts + i] = first;
    columns[form + i] = columns[shapes + i] + 8 * first;
    sentence[i] = number;
    columns[sentences + i] = number < 2 ? number : 2;
    if (cue < 0) {
      columns[by + i] = FAR;
      columns[leftCommas + i] = NO_COMMAS;
    } else {
      if (columns[word + i] === THAT && i < cue + 4) that = 1;
      columns[by + i] = near(i - cue);
      columns[left + i] = columns[word + cue];
      columns[next + i] = columns[word + cue + 1];
      columns[leftCommas + i] = commas < 3 ? commas : 3;
      columns[thats + i] = that;
    }
    columns[verbs + i] = verb;
    columns[colonBy + i] = colon < 0 ? FAR : near(i - colon);
    columns[colonPlace + i] = colon < 0 ? FAR : near(colon + 1);
    if ((sign === Sign.Open || sign === Sign.OpenSquare) && depth < 2) depth++;
    columns[brackets + i] = depth;
    if ((sign === Sign.Close || sign === Sign.CloseSquare) && depth) depth--;
    if (columns[cues + i] >= LIKELY_CUE && where !== IN) {
      cue = i;
      commas = 0;
      that = 0;
    }
    if (sign === Sign.Comma) commas++;
    else if (sign === Sign.Colon) colon = i;
    if (isVerb(columns[pos + i])) verb = columns[word + i];
  }
}

/** What stands after each word, and about it. */
export function readBackwards(signs: Uint16Array, columns: Int32Array): void {
  const n = signs.length;
  const word = startOf(Column.Word, n);
  const pos = startOf(Column.Pos, n);
  const cues = startOf(Column.Cue, n);
  const mark = startOf(Column.Mark, n);
  const starts = startOf(Column.Starts, n);
  const about = startOf(Column.Cues, n);
  const by = startOf(Column.RightBy, n);
  const right = startOf(Column.RightWord, n);
  const before = startOf(Column.RightBefore, n);
  const rightCommas = startOf(Column.RightCommas, n);
  const stopAfter = startOf(Column.StopAfter, n);
  const verbs = startOf(Column.VerbRight, n);
  const endBy = startOf(Column.EndBy, n);
  let cue = -1;
  let commas = 0;
  let verb = 0;
  for (let i = n - 1; i >= 0; i--) {
    if (signs[i] === Sign.Comma) commas++;
    if (cue < 0) {
      columns[by + i] = FAR;
      columns[rightCommas + i] = NO_COMMAS;
    } else {
      columns[by + i] = near(cue - i);
      columns[right + i] = columns[word + cue];
      columns[before + i] = columns[word + cue - 1];
      columns[rightCommas + i] = commas < 3 ? commas : 3;
      columns[stopAfter + i] = cue + 1 < n && signs[cue + 1] === Sign.Stop ? 1 : 0;
    }
    columns[verbs + i] = verb;
    columns[endBy + i] = near(n - 1 - i);
    columns[about + i] = (columns[cues + i - 2] << 4) | columns[cues + i + 2];
    if (columns[cues + i] >= LIKELY_CUE && columns[mark + i] !== IN) {
      cue = i;
      commas = 0;
    }
    if (isVerb(columns[pos + i])) verb = columns[word + i];
    if (columns[starts + i]) {
      cue = -1;
      verb = 0;
    }
  }
}
