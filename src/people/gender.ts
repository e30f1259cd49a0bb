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
  const lower = name.toLowerCase();
  return wordList('female').has(lower) || wordList('male').has(lower) || wordList('firstName').has(lower);
}

/** he, she and their forms. */
export function pronounGender(lower: string): Gender {
  if (/^(?:he|him|his|himself)$/.test(lower)) return 'male';
  if (/^(?:she|her|hers|herself)$/.test(lower)) return 'female';
  return 'unknown';
}
