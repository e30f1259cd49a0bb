import type { Span } from '../../article/span';

/** A word as quotations are compared: lower case, marks straightened, without punctuation. */
export interface PlainWord extends Span {
  readonly plain: string;
}

const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|['’.,](?=[\p{L}\p{N}]))*/uy;

/** The words of a text, offsets moved on by `by`. */
export function plainWords(text: string, by = 0): PlainWord[] {
  const words: PlainWord[] = [];
  eachWord(text, (start, end) => {
    words.push({ start: by + start, end: by + end, plain: plainWord(text.slice(start, end)) });
  });
  return words;
}

function plainWord(word: string): string {
  const lower = word.toLowerCase();
  return lower.includes('’') ? lower.replace(/’/g, "'") : lower;
}

/** Calls `visit` with start and end of each word, in order. */
export function eachWord(text: string, visit: (start: number, end: number) => void): void {
  for (let at = 0; at < text.length;) {
    const end = wordEnd(text, at);
    if (end > at) visit(at, end);
    // not into the middle of a character of two code units: the pattern would go back to its first
    at = end > at ? end : at + (text.codePointAt(at)! > 0xffff ? 2 : 1);
  }
}

/** Where the word that begins at `at` ends; `at` where none does. As the pattern says, which is asked beyond ASCII alone. */
function wordEnd(text: string, at: number): number {
  for (let end = at; ;) {
    const code = text.charCodeAt(end);
    if (isPlain(code)) end++;
    else if (end === at) return isForeign(code) ? matchEnd(text, at) : at;
    else if (code === 0x27 || code === 0x2019 || code === 0x2e || code === 0x2c) {
      const next = text.charCodeAt(end + 1);
      if (isForeign(next)) return matchEnd(text, at);
      if (!isPlain(next)) return end;
      end += 2;
    } else return isForeign(code) ? matchEnd(text, at) : end;
  }
}

function matchEnd(text: string, at: number): number {
  WORD.lastIndex = at;
  return WORD.test(text) ? WORD.lastIndex : at;
}

/** Whether a code unit is an ASCII letter or figure; NaN, past a text's end, is none. */
function isPlain(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
}

/** Whether a code unit beyond ASCII may be of a letter, a figure or an accent: not the dashes and marks of running copy. */
function isForeign(code: number): boolean {
  return code > 127 && !(code >= 0x2010 && code <= 0x2027) && code !== 0xa0 && code !== 0xfeff && code !== 0xfffc;
}

/** A hash of a word of a text: equal for words that are equal when plain. */
export function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) {
    let code = text.charCodeAt(i);
    if (code >= 65 && code <= 90) code |= 32;
    else if (code === 0x2019) code = 0x27;
    else if (code > 127) return hashOfPlain(plainWord(text.slice(start, end)));
    hash = Math.imul(hash ^ code, 0x01000193);
  }
  return hash ^ (hash >>> 15);
}

/** The same of a plain word. */
export function hashOfPlain(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash ^ (hash >>> 15);
}
