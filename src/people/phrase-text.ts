import type { Prose } from '../article/prose';
import { DETERMINERS } from '../language/lexicon';

/** A name without a nickname in marks and a possessive ending, with single blanks. */
export const cleanName = (text: string): string =>
  isPlain(text)
    ? text
    : text
        .replace(/\s+/g, ' ')
        .replace(/\s*["“”‘][^"“”‘’]*["”’]\s*/g, ' ')
        .replace(/[’']s$/, '');

const singleSpaced = (text: string): string => (isPlain(text) ? text : text.replace(/\s+/g, ' '));

/** Whether there are but Latin letters, figures, points and hyphens in a text, and single spaces: nothing to clean away. */
function isPlain(text: string): boolean {
  let before = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const plain = code === 32 ? before !== 32 : (code >= 45 && code < 0x80) || (code >= 0xc0 && code < 0x250);
    if (!plain) return false;
    before = code;
  }
  return true;
}

/** The words of a title without determiner and name. */
export function roleText(prose: Prose, first: number, end: number): string {
  const { words } = prose;
  let from = first;
  while (from < end && (DETERMINERS.has(words[from].lower) || words[from].lower === 'own')) from++;
  return from < end ? singleSpaced(prose.text.slice(words[from].start, words[end - 1].end)) : '';
}
