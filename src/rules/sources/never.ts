import type { RuleOptions } from '../rule';

/** Tells whether a finding's words hold, whole, some of the words that the house never takes for a source. */
export function neverSourceIn({ neverSources }: RuleOptions): (words: string) => boolean {
  const entries = neverSources.map(plainWords).filter((words) => words.trim() !== '');
  return (words) => entries.length > 0 && entries.some((entry) => plainWords(words).includes(entry));
}

/** Lower-case words between single blanks, a blank at either end, without an article before. */
const plainWords = (text: string): string =>
  ` ${(text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? []).join(' ').replace(/^(?:the|an?) (?=.)/, '')} `;
