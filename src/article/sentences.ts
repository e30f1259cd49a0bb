import { isTitle, STARTERS } from './abbreviations';
import type { Span } from './span';
import type { Word } from './words';

/** A sentence of a paragraph: offsets relative to the paragraph; `firstWord` and `endWord` (exclusive) index its words. */
export interface Sentence extends Span {
  readonly firstWord: number;
  readonly endWord: number;
}

const ENDERS = new Set(['.', '!', '?', '…', '。', '！', '？']);
const CLOSERS = new Set(['"', '”', '’', "'", ')', ']', '»', '“', "''", '」', '』', '*']);
const QUOTES = new Set(['"', "'", '“', '”', '‘', '’', '«', '»', '„', '``', "''", '(', ')']);
const OPENERS = new Set(['"', "'", '“', '‘', '«', '„', '(', '[', '—', '–', '``', '`', '「', '*', '•', '-', '--', '»']);

/**
 * Sentences end at . ! ? … and at the marks that close after them, where the next word can begin one: a capital, a
 * figure, an opening mark. What is asked or shouted goes on with who asked it ('"Why?" Ruiz asked.'). Linear in the words.
 */
export function splitSentences(_text: string, words: readonly Word[]): Sentence[] {
  const sentences: Sentence[] = [];
  let first = 0;
  for (let i = 0; i < words.length; i++) {
    const ender = words[i];
    if (ender.kind === 'punctuation' ? !isEnder(words, i, first) : !endsInAbbreviation(words, i)) continue;
    let end = i + 1;
    while (end < words.length && isCloser(words, end)) end++;
    if (end < words.length && !begins(words, end, i)) continue;
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

function isCloser(words: readonly Word[], i: number): boolean {
  const touches = words[i].start === words[i - 1].end;
  return (touches && CLOSERS.has(words[i].text)) || (touches && ENDERS.has(words[i].text));
}

function isEnder(words: readonly Word[], i: number, first: number): boolean {
  const { text } = words[i];
  if (!ENDERS.has(text) && !text.startsWith('..')) return false;
  // "1. The harbour": a number in a list, not a sentence
  return !(text === '.' && i === first + 1 && words[first].kind === 'number');
}

/** "… in the U.S. He left": an abbreviation ends the sentence only before a word that seldom follows one inside it. */
function endsInAbbreviation(words: readonly Word[], i: number): boolean {
  const { text, lower } = words[i];
  if (text.charCodeAt(text.length - 1) !== 46) return false;
  if (i + 1 >= words.length) return true;
  // "Mr. He", "Gorse v. The Crown", "Ana B. Most"
  if (isTitle(lower) || lower === 'v.' || lower === 'vs.') return false;
  if (text.length === 2 && i > 0 && /^\p{Lu}\p{Ll}/u.test(words[i - 1].text)) return false;
  let next = i + 1;
  while (next < words.length && QUOTES.has(words[next].text)) next++;
  if (next === words.length) return true;
  return /^\p{Lu}/u.test(words[next].text) && STARTERS.has(words[next].lower);
}

/** Whether the word at `i`, after the end at `ender`, can begin a sentence. */
function begins(words: readonly Word[], i: number, ender: number): boolean {
  const before = words[i - 1];
  const touches = words[i].start === before.end;
  const closed = i > ender + 1 && before.text !== ')';
  const end = words[ender].text;
  if (touches && before.text !== '。' && !(closed || /^\p{Lu}\p{L}/u.test(words[i].text))) return false;
  for (let at = i; at < words.length && at < i + 4; at++) {
    const word = words[at];
    if (word.kind === 'punctuation') {
      if (OPENERS.has(word.text)) continue;
      return /^[\p{So}\p{Lo}$£€¥]/u.test(word.text);
    }
    if (word.kind === 'number') return end !== '...' && end !== '…';
    if (!opens(word.text)) return false;
    if (word.text === 'I' && (end.startsWith('..') || end === '…')) return false;
    return !(closed && at === i && end !== '.' && goesOn(words, i));
  }
  return i === words.length - 1;
}

/** Whether a word begins as sentences do: with a capital, a letter without case, @ or #. */
function opens(text: string): boolean {
  const code = text.charCodeAt(0);
  if (code < 128) return (code >= 65 && code <= 90) || code === 64 || code === 35;
  return /^[\p{Lu}\p{Lo}]/u.test(text);
}

const ASKED = new Set(
  (
    'said says asked asks told added adds wrote writes tweeted posted replied replies answered answers cried cries shouted ' +
    'shouts exclaimed yelled screamed chanted wondered responded joked quipped called calls continued recalled'
  ).split(' '),
);

/** How far a name and its titles may run before their verb. */
const LONGEST_NAME = 6;

/** Whether a name and then a verb of asking follow: the sentence is not over. */
function goesOn(words: readonly Word[], i: number): boolean {
  if (STARTERS.has(words[i].lower)) return false;
  for (let at = i; at < words.length && at < i + LONGEST_NAME; at++) {
    const { lower, text, kind } = words[at];
    if (at > i && ASKED.has(lower)) return true;
    if (kind !== 'word') return false;
    if (!/^\p{Lu}/u.test(text) && lower !== "'s" && lower !== 'of') return false;
  }
  return false;
}
