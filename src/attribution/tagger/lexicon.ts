/** The tagger's vocabulary: what is known of a word, found by the hash of its normalised spelling. */

/** Classes of the vocabulary's entries, one place an entry in each array. */
export interface Classes {
  /** Part-of-speech class (low six bits); those below 8 are verbs. The high bits are the high ones of `fine`. */
  readonly pos: Uint8Array;
  /** How often the word stands in a cue (low four bits) and in a source (high four), each in steps 0–7. */
  readonly rates: Uint8Array;
  /** Word cluster among 64, and among 512; 0 where there is none. */
  readonly coarse: Uint8Array;
  readonly fine: Uint8Array;
}

export interface Lexicon extends Classes {
  /** Hash of each entry. */
  readonly hashes: Int32Array;
  /** Open-addressing table from hash to entry, -1 where free; its length is a power of two. */
  readonly slots: Int32Array;
}

/** Builds the hash table over `hashes`. */
export function makeLexicon(hashes: Int32Array, { pos, rates, coarse, fine }: Classes): Lexicon {
  let size = 1024;
  while (size < hashes.length * 2) size *= 2;
  const slots = new Int32Array(size).fill(-1);
  for (let i = 0; i < hashes.length; i++) {
    let at = hashes[i] & (size - 1);
    while (slots[at] !== -1) at = (at + 1) & (size - 1);
    slots[at] = i;
  }
  return { slots, hashes, pos, rates, coarse, fine };
}

export const posOf = ({ pos }: Classes, entry: number): number => pos[entry] & 63;
export const fineOf = ({ pos, fine }: Classes, entry: number): number => ((pos[entry] >> 6) << 8) | fine[entry];

/** The entry of the word with this hash, or -1. */
export function find({ slots, hashes }: Lexicon, hash: number): number {
  const mask = slots.length - 1;
  for (let at = hash & mask; ; at = (at + 1) & mask) {
    const i = slots[at];
    if (i === -1 || hashes[i] === hash) return i;
  }
}

const VERB_GUESS = 5;
const AUXILIARY_GUESS = 6;
/** Classes from here on, one a shape, are guesses from how an unknown word is written; the last is a plural's. */
const SHAPE_GUESS = 40;

/** A part-of-speech class for a word that is not in the vocabulary; `shape` 0 is lower case. */
export function guessPos(word: string, shape: number): number {
  if (shape === 0) {
    if (word.endsWith("n't")) return AUXILIARY_GUESS;
    if (word.endsWith('ed') || word.endsWith('ing')) return VERB_GUESS;
    if (word.endsWith('s')) return SHAPE_GUESS + 7;
  }
  return SHAPE_GUESS + shape;
}

/** Whether a part-of-speech class is a verb's. */
export const isVerb = (pos: number): boolean => pos < 8;
