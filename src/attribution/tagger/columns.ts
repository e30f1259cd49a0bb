/** The columns of a reading: what the features know of each word of a paragraph, one number a word in each. */

export const enum Column {
  /** Zeros. */
  Nothing,
  /** Hash of the word, and of its last three letters. */
  Word,
  Suffix,
  Shape,
  /** The shape, eight more where a sentence starts. */
  Form,
  /** Classes of the vocabulary, see `Classes`. */
  Pos,
  Cue,
  Source,
  Coarse,
  Fine,
  Mark,
  /** 1 where a sentence starts. */
  Starts,
  /** The number of the sentence, at most 2. */
  Sentence,
  /** Of the whole paragraph: how many quotations open in it, at most 2; flags of its place; whether it is a headline. */
  Quotations,
  Flags,
  Headline,
  /** How likely the words two before and two after are to stand in a cue. */
  Cues,
  /** The nearest likely cue of the sentence on each side, outside marks: how far away, the word, the one beyond, commas between. */
  LeftBy,
  LeftWord,
  LeftNext,
  LeftCommas,
  /** 1 where one of the three words after the left one, up to this one, is "that". */
  That,
  RightBy,
  RightWord,
  RightBefore,
  RightCommas,
  /** 1 where a full stop follows the right one. */
  StopAfter,
  /** Hash of the nearest verb of the sentence on each side, or 0. */
  VerbLeft,
  VerbRight,
  /** How far back the last colon is, and how far it is from the beginning. */
  ColonBy,
  ColonPlace,
  /** Depth of brackets, at most 2. */
  Brackets,
  /** How far away the end is. */
  EndBy,
  Count,
}

/** A column holds two places of padding on each side. */
const PADDING = 2;

export const makeColumns = (n: number): Int32Array => new Int32Array(Column.Count * (n + 2 * PADDING));

/** Where the first of `n` words stands in a column. */
export const startOf = (column: Column, n: number): number => column * (n + 2 * PADDING) + PADDING;

/** Where a word stands with regard to double marks; 4 to 6 are the same for single curly ones. */
export const OUT = 0;
export const IN = 1;
export const OPEN = 2;
export const CLOSE = 3;
export const SINGLE = 3;

/** Stand-ins where there is no distance, no count of commas, no word on that side. */
export const FAR = 15;
export const NO_COMMAS = 9;
export const NO_MARK = 9;

export const enum Shape {
  Lower,
  Capital,
  Upper,
  Number,
  Mark,
  Mixed,
  Initial,
}

/** Marks that sentences, commas and brackets go by, by their characters. */
export const enum Sign {
  Exclamation = 0x21,
  Double = 0x22,
  Single = 0x27,
  Open = 0x28,
  Close = 0x29,
  Comma = 0x2c,
  Stop = 0x2e,
  Colon = 0x3a,
  Question = 0x3f,
  OpenSquare = 0x5b,
  CloseSquare = 0x5d,
  Ellipsis = 0x2026,
}
