import { wordList } from '../language/lexicon';
import type { Gender } from './speaker';

/** What a first name suggests; unknown where lists disagree or do not know it. */
export function firstNameGender(name: string): Gender {
  const lower = name.toLowerCase();
  const female = wordList('female').has(lower);
  const male = wordList('male').has(lower);
  if (female === male) return 'unknown';
  return female ? 'female' : 'male';
}

export function isFirstName(name: string): boolean {
  return isFirstNameWord(name.toLowerCase());
}

/** The same of a word in lower case. */
export function isFirstNameWord(lower: string): boolean {
  return wordList('female').has(lower) || wordList('male').has(lower) || wordList('firstName').has(lower);
}

/** he and she. */
export function pronounGender(lower: string): Gender {
  return lower === 'he' ? 'male' : lower === 'she' ? 'female' : 'unknown';
}
