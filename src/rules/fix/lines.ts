import type { Span } from '../../article/span';

/**
 * What to delete so that `span` leaves no trace: the whole line with its end (and the blank line after it, where one
 * stands before it too) when nothing else stands on it; otherwise the span and the space before it.
 */
export function expandToLine(text: string, { start, end }: Span): Span {
  let from = start;
  while (from > 0 && /[^\S\r\n]/.test(text[from - 1])) from--;
  let to = end;
  while (to < text.length && /[^\S\r\n]/.test(text[to])) to++;
  const opens = from === 0 || /[\r\n]/.test(text[from - 1]);
  const closes = to === text.length || /[\r\n]/.test(text[to]);
  if (!opens) return { start: closes || to > end ? from : start, end: closes ? to : end };
  if (!closes) return { start: from, end: to };
  to = afterLineEnd(text, to);
  const blankBefore = from === 0 || /(?:\n|\r)[^\S\r\n]*\r?\n$|^\s*$/.test(text.slice(Math.max(0, from - 80), from));
  const next = afterLineEnd(text, to);
  if (blankBefore && next > to && text.slice(to, next).trim() === '') to = next;
  return { start: from, end: to };
}

function afterLineEnd(text: string, at: number): number {
  let to = at;
  if (text[to] === '\r') to++;
  if (text[to] === '\n') to++;
  return to;
}
