import type { Span } from './span';
import type { Word } from './words';

/** A sentence of a paragraph: offsets relative to the paragraph; `firstWord` and `endWord` (exclusive) index its words. */
export interface Sentence extends Span {
  readonly firstWord: number;
  readonly endWord: number;
}

const CLOSERS = new Set(['"', '”', '’', "'", ')', ']', '»', '“', "''"]);

/** Sentences end at . ! ? … and what closes after them, where the next word can begin one. Linear in the words. */
export function splitSentences(text: string, words: readonly Word[]): Sentence[] {
  const sentences: Sentence[] = [];
  let first = 0;
  for (let i = 0; i < words.length; i++) {
    if (!endsSentence(words, i)) continue;
    let end = i + 1;
    while (end < words.length && CLOSERS.has(words[end].text) && words[end].start === words[end - 1].end) end++;
    if (end < words.length && !begins(text, words, end)) continue;
    sentences.push({ start: words[first].start, end: words[end - 1].end, firstWord: first, endWord: end });
    first = end;
    i = end - 1;
  }
  if (first < words.length)
    sentences.push({
      start: words[first].start,
      end: words[words.length - 1].end,
      firstWord: first,
      endWord: words.length,
    });
  return sentences;
}

const STARTERS = new Set(
  'the a an he she it they we i but and in on at this that his her its their for as if when there'.split(' '),
);

function endsSentence(words: readonly Word[], i: number): boolean {
  const word = words[i];
  if (word.kind === 'punctuation') return /^(?:[.!?…]|\.{2,})$/.test(word.text);
  // "… in the U.S. He left": an abbreviation ends the sentence only before a word that seldom follows a name
  if (!word.text.endsWith('.') || i + 1 >= words.length) return false;
  const next = words[i + 1];
  if (!/^\p{Lu}/u.test(next.text) || !STARTERS.has(next.lower)) return false;
  return /^(?:\p{L}\.){2,}$|^(?:inc|corp|co|ltd|jr|sr|etc)\.$/iu.test(word.text);
}

/** Whether the word at `i` can begin a sentence: a capital, a figure, or an opening mark before one; after a space. */
function begins(text: string, words: readonly Word[], i: number): boolean {
  const spaced = words[i].start > words[i - 1].end;
  const before = words[i - 1].text;
  if (!spaced && !CLOSERS.has(before)) return false;
  for (let at = i; at < words.length && at < i + 3; at++) {
    const word = words[at];
    if (word.kind !== 'punctuation')
      return word.kind === 'number' || /^[\p{Lu}@#]/u.test(word.text) || /^\p{Lo}/u.test(word.text);
    if (!/^["'“‘«„(\[—–]|^``$/.test(word.text)) return /^\p{So}/u.test(word.text);
  }
  return false;
}
