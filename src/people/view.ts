import type { Word } from '../article/words';
import { wordSet } from '../language/lexicon';

/** Marks that open a quotation. */
const OPENS = wordSet('" “ ‘ « „ ``');
/** Words after which a clause begins. */
const CLAUSE = wordSet('because that but and for so , ; : . – — -');
/** In "to Ada Roe, “it was a farce”" the name is this many words long at most. */
const LONGEST_NAME = 4;

/** "To Roe, “it was a farce.”": words that somebody is said to think, at the start of a clause. */
export function isViewOf(words: readonly Word[], to: number): boolean {
  if (to > 0 && !CLAUSE.has(words[to - 1].lower)) return false;
  for (let w = to + 1; w < words.length - 1 && w <= to + 1 + LONGEST_NAME; w++) {
    const { text, lower } = words[w];
    if (text === ',') return w > to + 1 && OPENS.has(words[w + 1].text);
    if (lower !== 'her' && lower !== 'him' && lower !== 'them' && !/^\p{Lu}/u.test(text)) return false;
  }
  return false;
}
