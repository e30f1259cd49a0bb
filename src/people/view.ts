import type { Word } from '../article/words';

/** Marks that open a quotation. */
const OPENS = /^(?:["“‘«„]|``)$/;
/** Words after which a clause begins. */
const CLAUSE = /^(?:because|that|but|and|for|so|[,;:.–—-])$/;
/** In "to Ada Roe, “it was a farce”" the name is this many words long at most. */
const LONGEST_NAME = 4;

/** "To Roe, “it was a farce.”": words that somebody is said to think, at the start of a clause. */
export function isViewOf(words: readonly Word[], to: number): boolean {
  if (to > 0 && !CLAUSE.test(words[to - 1].lower)) return false;
  for (let w = to + 1; w < words.length - 1 && w <= to + 1 + LONGEST_NAME; w++) {
    if (words[w].text === ',') return w > to + 1 && OPENS.test(words[w + 1].text);
    if (!/^(?:her|him|them)$/.test(words[w].lower) && !/^\p{Lu}/u.test(words[w].text)) return false;
  }
  return false;
}
