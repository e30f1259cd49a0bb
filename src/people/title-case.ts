import type { Word } from '../article/words';
import { FUNCTION_WORDS, isVerbForm, wordList } from '../language/lexicon';
import { isFirstNameWord as isFirstName } from './gender';

// Headlines With Capitals: these say nothing of what is a name.

/** Words of a headline at most. */
const LONGEST_TITLE = 30;

/** "Roe Calls For Talks With Union": whether the words that count have capitals, all of them, so that these say nothing. */
export function isTitleCase(words: readonly Word[]): boolean {
  if (words.length > LONGEST_TITLE) return false;
  let capitals = 0;
  for (const { kind, text, lower } of words)
    if (kind === 'word' && text.length > 3 && !FUNCTION_WORDS.has(lower)) {
      if (!/^\p{Lu}/u.test(text)) return false;
      capitals++;
    }
  return capitals > 2;
}

/** "Roe Calls", "Roe Finally", "To Sue": what follows a name with the capital of a headline. `first` is where the run begins. */
export function isPredicate(words: readonly Word[], i: number, first: number): boolean {
  const { lower } = words[i];
  if (isFirstName(lower) || wordList('place').has(lower) || lower === 'states') return false;
  if (isVerbForm(lower) || /(?:..ly|...ed|n['’]t)$/.test(lower)) return true;
  const before = words[i - 1].lower;
  if (before === 'to' && wordList('infinitive').has(lower)) return true;
  if (!/..[^s'’]s$/.test(lower)) return false;
  // "Ada Roe Wins", "Hits Ada Roe": a noun, too, but not beside a person
  const next = words[i + 1] as Word | undefined;
  const person = i - first > 1 && isFirstName(words[first].lower) && !isFirstName(before);
  return person || (next !== undefined && next.text !== next.lower && isFirstName(next.lower));
}
