import { BLANK_FILLER, Kind, kindAt, SOFT_FILLER } from './characters';
import type { Span } from './span';

/** A stretch of a paragraph that is not copy; or, with `shows`, a character reference (&rsquo;) and what it means. */
export interface Markup extends Span {
  readonly shows?: string;
}

/** Line ends, tabs and every kind of space: copy reads them as one space. Not the byte order mark. */
const BLANK = /[\t-\r\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/g;

/**
 * A text of the same length as `source` in which markup is blanked, every kind of blank is a space, and each character
 * reference is the character that it means with filler in the rest of its room: inside a word filler that the word
 * splitter passes over, beside a mark filler that is blank to expressions.
 */
export function copyOf(source: string, markup: readonly Markup[]): string {
  const text = source.replace(BLANK, ' ');
  if (markup.length === 0) return text;
  let copy = '';
  let at = 0;
  for (const { start, end, shows } of markup) {
    copy += text.slice(at, start);
    copy += shows ? fill(shows, end - start, copy, text.slice(end, end + 1)) : ' '.repeat(end - start);
    at = end;
  }
  return copy + text.slice(at);
}

function fill(shows: string, length: number, before: string, after: string): string {
  const shown = shows.replace(BLANK, ' ').slice(0, length);
  const room = length - shown.length;
  const kind = kindAt(shown, 0);
  if (kind === Kind.Blank) return ' '.repeat(length);
  const inside = isLetter(after) && isLetter(before.replace(/[\u00ad]+$/, '').slice(-1));
  if (kind !== Kind.Mark || (inside && /['’‐‑&.]/.test(shown))) return shown + SOFT_FILLER.repeat(room);
  const opens = !/[\s\ufeff]/.test(after || ' ') && /^[\s([{\u2014\u2013\ufeff"'“‘]?$/.test(before.slice(-1));
  return opens ? BLANK_FILLER.repeat(room) + shown : shown + BLANK_FILLER.repeat(room);
}

function isLetter(character: string): boolean {
  const kind = kindAt(character, 0);
  return kind === Kind.Letter || kind === Kind.Digit;
}
