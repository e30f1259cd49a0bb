import { keepsStop } from './abbreviations';
import { BLANK_FILLER, Kind, kindAt } from './characters';
import type { Span } from './span';

/**
 * A word, a number, or one punctuation mark. Offsets are relative to the paragraph. `text` is what a reader sees:
 * soft hyphens inside are left out. `lower` is lower case with curly marks straightened (“”„«»→", ‘’→'), which is what
 * lists and features are matched against.
 */
export interface Word extends Span {
  readonly text: string;
  readonly lower: string;
  readonly kind: WordKind;
}

export type WordKind = 'word' | 'number' | 'punctuation';

const FEFF = BLANK_FILLER.charCodeAt(0);

/**
 * Splits a paragraph into words. Possessive 's is a word of its own ("Ruiz" + "'s"), n't and other contractions stay
 * whole, and so do hyphenated words, figures (4,112; 9.07am; 6:05; 24/7), abbreviations with their full stop, initials,
 * e-mail addresses, URLs, #tags and @names. Each punctuation mark stands alone but for runs of one mark ("...", "--",
 * "``"). Every character that is not blank is in exactly one word. Linear in the text.
 */
export function splitWords(text: string): Word[] {
  const words: Word[] = [];
  let at = 0;
  while (at < text.length) {
    const kind = kindAt(text, at);
    if (kind === Kind.Letter || kind === Kind.Digit) at = pushRun(words, text, at, runEnd(text, at));
    else if (kind === Kind.Soft || (kind === Kind.Blank && text.charCodeAt(at) !== FEFF)) at++;
    else at = pushMark(words, text, at, kind);
  }
  return words;
}

function isPlain(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

/** Where the run of letters and figures that begins at `at` ends. */
function runEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && isPlain(text.charCodeAt(end))) end++;
  // most words are plain letters and a space; V8 gives compiled code up that looks past a text's end
  if (end === text.length || (end > at && text.charCodeAt(end) === 32)) return end;
  if (isUrl(text, at)) return urlEnd(text, at);
  for (;;) {
    const kind = kindAt(text, end);
    if (kind === Kind.Letter || kind === Kind.Digit || kind === Kind.Soft) end++;
    else if (kind === Kind.Mark && joins(text, at, end)) end++;
    else return end;
  }
}

/** Whether the mark at `at`, inside the run from `start`, holds one word together. */
function joins(text: string, start: number, at: number): boolean {
  let after = at + 1;
  // "U.S.-led"
  if (text[at] === '.' && text[after] === '-' && text[at - 2] === '.') after++;
  let right = kindAt(text, after);
  while (right === Kind.Soft) right = kindAt(text, ++after);
  if (right !== Kind.Letter && right !== Kind.Digit) return false;
  switch (text[at]) {
    case "'":
    case '’':
    case '-':
    case '‐':
    case '‑':
    case '_':
    case '&':
    case '@':
      return true;
    case '.':
      return joinsAtStop(text, start, at, after);
    case ',':
    case ':':
    case '/':
      return isDigit(text, at - 1) && isDigit(text, after);
    default:
      return false;
  }
}

function isDigit(text: string, at: number): boolean {
  return kindAt(text, at) === Kind.Digit;
}

/** "3.5", "U.S", "example.com" and "Ph.D" are one word; "the end.The next" is a slip of the keyboard. */
function joinsAtStop(text: string, start: number, at: number, after: number): boolean {
  if (isDigit(text, after) || !/\p{Lu}/u.test(text[after])) return !isUrl(text, after);
  if (at - start === 1 || !isPlain(text.charCodeAt(at - 2))) return isPlain(text.charCodeAt(at - 1));
  return text.slice(start, at) === 'Ph' && text[after] === 'D';
}

function isUrl(text: string, at: number): boolean {
  const first = text.charCodeAt(at) | 32;
  if (first !== 104 && first !== 119) return false;
  return /^(?:https?:\/\/|www\.)[^\s]/i.test(text.slice(at, at + 9));
}

function urlEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && kindAt(text, end) !== Kind.Blank && !'"<>“”«»|'.includes(text[end])) end++;
  while (/[.,;:!?'’)\]*_]/.test(text[end - 1])) end--;
  return end;
}

/** Adds the run, without a possessive ending if it has one, and says where to go on. */
function pushRun(words: Word[], text: string, start: number, end: number): number {
  const last = text.charCodeAt(end - 1);
  if (last === 115 || last === 83) {
    const split = possessiveAt(text, start, end);
    if (split > start) {
      words.push(word(text, start, split), word(text, split, end));
      return end;
    }
  }
  if (end === text.length || text.charCodeAt(end) !== 46 || !keepsStop(text, text.slice(start, end), end)) {
    words.push(word(text, start, end));
    return end;
  }
  words.push(word(text, start, end + 1));
  if (!isPossessive(text, end + 1)) return end + 1;
  words.push(word(text, end + 1, end + 3));
  return end + 3;
}

/** Whether a possessive ending stands at `at`: "the U.S.'s". */
function isPossessive(text: string, at: number): boolean {
  const mark = text.charCodeAt(at);
  if ((mark !== 39 && mark !== 0x2019) || (text.charCodeAt(at + 1) | 32) !== 115) return false;
  return !/^[\p{L}\p{N}]/u.test(text.slice(at + 2, at + 4));
}

/** Where the apostrophe of a final 's stands, or -1. */
function possessiveAt(text: string, start: number, end: number): number {
  let at = end - 2;
  while (at > start && kindAt(text, at) === Kind.Soft) at--;
  const mark = text.charCodeAt(at);
  return mark === 39 || mark === 0x2019 ? at : -1;
}

const SOFT = /\u00ad|\u200c|\u200d|\u2060/g;

function word(text: string, start: number, end: number): Word {
  const source = text.slice(start, end);
  let plain = true;
  let visible = source;
  for (let i = 0; i < source.length; i++) {
    const code = source.charCodeAt(i);
    if (code >= 97 && code <= 122) continue;
    plain = false;
    if (code > 127) {
      visible = source.replace(SOFT, '');
      break;
    }
  }
  const kind: WordKind = kindAt(text, start) === Kind.Digit ? 'number' : 'word';
  return { start, end, text: visible, lower: plain ? visible : fold(visible), kind };
}

/** Marks that come in runs: dots, dashes, rules of a line, TeX-like marks. */
const RUNS = ".-=*_~`'";

function pushMark(words: Word[], text: string, start: number, kind: Kind): number {
  let at = start;
  while (at < text.length && text.charCodeAt(at) === FEFF) at++;
  if (at > start) {
    kind = kindAt(text, at);
    if (kind !== Kind.Mark) return at;
  }
  const mark = text[at];
  let end = at + 1;
  const code = text.charCodeAt(at);
  if (code >= 0xd800 && code < 0xdc00 && isLowSurrogate(text, end)) end++;
  if ((mark === '#' || mark === '@') && kindAt(text, end) <= Kind.Digit && kindAt(text, end) >= Kind.Letter) {
    end = runEnd(text, end);
    words.push(word(text, start, end));
    return end;
  }
  if (RUNS.includes(mark)) {
    const most = mark === "'" || mark === '`' ? at + 2 : text.length;
    while (end < most && text[end] === mark) end++;
  }
  const visible = text.slice(at, end);
  // an emoji's variation and joined parts belong to it; so does what is left of a decoded character reference
  while (end < text.length && (kindAt(text, end) === Kind.Soft || isVariation(text, end))) end++;
  while (end < text.length && text.charCodeAt(end) === FEFF) end++;
  words.push({ start, end, text: visible, lower: fold(visible), kind: 'punctuation' });
  return end;
}

function isLowSurrogate(text: string, at: number): boolean {
  return text.charCodeAt(at) >= 0xdc00 && text.charCodeAt(at) < 0xe000;
}

function isVariation(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xfe00 && code <= 0xfe0f;
}

/** Lower case, curly marks straightened. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  for (let i = 0; i < lower.length; i++)
    if (lower.charCodeAt(i) > 127) return lower.replace(/[‘’ʼ]/g, "'").replace(/[“”„«»]/g, '"');
  return lower;
}
