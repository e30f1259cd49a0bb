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

/** A word as it is compared. */
export function plainWord(word: string): string {
  const lower = word.toLowerCase();
  return lower.includes('’') ? lower.replace(/’/g, "'") : lower;
}

/**
 * Calls `visit` with start, end and hash of each word, in order; the hash is that of the plain word. Letter by letter, and
 * never past the text's end, for which V8 gives compiled code up: a pattern, which says the same, is asked only beyond ASCII.
 */
export function eachWord(text: string, visit: (start: number, end: number, hash: number) => void): void {
  const { length } = text;
  for (let end = 0; end < length;) {
    const start = end;
    let hash = SEED;
    for (; end < length; end++) {
      const code = text.charCodeAt(end);
      const plain = code < 128 ? PLAIN[code] : 0;
      if (plain > 0) {
        hash = Math.imul(hash ^ plain, PRIME);
        continue;
      }
      const isJoint = code === 0x27 || code === 0x2019 || code === 0x2e || code === 0x2c;
      if (!isJoint && (code < 128 || !isForeign(code))) break;
      // holds a word together where a letter follows
      const joined = isJoint && end > start && end + 1 < length ? text.charCodeAt(end + 1) : 0;
      if (!isJoint || isForeign(joined)) {
        end = matchEnd(text, start);
        hash = hashOf(plainWord(text.slice(start, end)));
        break;
      }
      if (!isPlain(joined)) break;
      hash = Math.imul(hash ^ (code === 0x2019 ? 0x27 : code), PRIME);
    }
    if (end > start) visit(start, end, hash ^ (hash >>> 15));
    if (end === length) break;
    const code = text.charCodeAt(end);
    // what of ASCII ends a word begins none; and not into the middle of a character of two code units, from which the
    // pattern would go back to its first
    if (end === start || code < 128) end += (code & 0xfc00) === 0xd800 && text.codePointAt(end)! > 0xffff ? 2 : 1;
  }
}

function matchEnd(text: string, at: number): number {
  WORD.lastIndex = at;
  return WORD.test(text) ? WORD.lastIndex : at;
}

/** Whether a code unit is an ASCII letter or figure. */
function isPlain(code: number): boolean {
  return code < 128 && PLAIN[code] > 0;
}

/** ASCII letters and figures in lower case; 0 for what is neither. */
const PLAIN = new Uint8Array(128);
for (const letter of 'abcdefghijklmnopqrstuvwxyz0123456789')
  for (const one of [letter, letter.toUpperCase()]) PLAIN[one.charCodeAt(0)] = letter.charCodeAt(0);

/** Whether a code unit beyond ASCII may be of a letter, a figure or an accent: not the dashes and marks of running copy. */
function isForeign(code: number): boolean {
  return code > 127 && !(code >= 0x2010 && code <= 0x2027) && code !== 0xa0 && code !== 0xfeff && code !== 0xfffc;
}

const SEED = 0x811c9dc5;
const PRIME = 0x01000193;

/** The hash of a plain word (FNV-1a), as `eachWord` gives it. */
export function hashOfPlain(word: string): number {
  const hash = hashOf(word);
  return hash ^ (hash >>> 15);
}

function hashOf(word: string): number {
  let hash = SEED;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), PRIME);
  return hash;
}
