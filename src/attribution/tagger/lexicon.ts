/** The tagger's vocabulary: what is known of a word, found by the hash of its normalised spelling. */

export interface Entry {
  /** Row in the vector table, or -1 for a word that is not in the vocabulary. */
  readonly index: number;
  /** Part-of-speech class; those below 8 are verbs. */
  readonly pos: number;
  /** 0–7: how often the word stands in a cue. */
  readonly cue: number;
  /** 0–7: how often the word stands in a source. */
  readonly source: number;
  /** Word cluster among 64, and among 512; 0 where there is none. */
  readonly coarse: number;
  readonly fine: number;
}

export interface Lexicon {
  /** Open-addressing table from hash to entry, -1 where free; its length is a power of two. */
  readonly slots: Int32Array;
  /** Hash of each entry. */
  readonly hashes: Int32Array;
  readonly entries: readonly Entry[];
}

/** Builds the hash table over `entries`. */
export function makeLexicon(hashes: Int32Array, entries: readonly Entry[]): Lexicon {
  let size = 1024;
  while (size < hashes.length * 2) size *= 2;
  const slots = new Int32Array(size).fill(-1);
  for (let i = 0; i < hashes.length; i++) {
    let at = hashes[i] & (size - 1);
    while (slots[at] !== -1) at = (at + 1) & (size - 1);
    slots[at] = i;
  }
  return { slots, hashes, entries };
}

const unknown = (pos: number): Entry => ({ index: -1, pos, cue: 0, source: 0, coarse: 0, fine: 0 });
/** Classes 40–47 are guesses from the shape of an unknown word. */
const UNKNOWN = Array.from({ length: 8 }, (_, i) => unknown(40 + i));
const UNKNOWN_VERB = unknown(5);
const UNKNOWN_AUXILIARY = unknown(6);

/** The entry of a word; a guess from its shape and ending where the vocabulary has none. */
export function classOf(lexicon: Lexicon, hash: number, word: string, shape: number): Entry {
  const { slots, hashes, entries } = lexicon;
  const mask = slots.length - 1;
  for (let at = hash & mask; ; at = (at + 1) & mask) {
    const i = slots[at];
    if (i === -1) break;
    if (hashes[i] === hash) return entries[i];
  }
  if (shape === 0) {
    if (word.endsWith("n't")) return UNKNOWN_AUXILIARY;
    if (word.endsWith('ed') || word.endsWith('ing')) return UNKNOWN_VERB;
    if (word.endsWith('s')) return UNKNOWN[7];
  }
  return UNKNOWN[shape];
}
