import type { Zone } from './article';
import type { Markup } from './markup';
import type { Span } from './span';
import type { Draft } from './zones';

/** A stretch of the article that holds no copy at all: code, a comment, front matter. */
export function silent(start: number, end: number, zone: Zone, quoteDepth = 0): Draft {
  return { start, end, zone, markup: [{ start: 0, end: end - start }], quoteDepth };
}

/**
 * A paragraph between `start` and `end` without the blanks and markup at its edges; undefined where it holds no copy.
 * `markup` are offsets into the article, in any order, and may overlap.
 */
export function draft(
  text: string,
  { start, end }: Span,
  markup: readonly Markup[],
  rest: { readonly zone?: Zone; readonly quoteDepth: number },
): Draft | undefined {
  const spans = inOrder(markup, start, end);
  let first = 0;
  for (; start < end; start++) {
    while (first < spans.length && !spans[first].shows && spans[first].end <= start) first++;
    const span = spans[first];
    if (span && span.start <= start) {
      if (span.shows) break;
      start = span.end - 1;
    } else if (!isBlank(text, start)) break;
  }
  let last = spans.length - 1;
  for (; end > start; end--) {
    while (last >= 0 && spans[last].start >= end) last--;
    const span = spans[last];
    if (span && span.end >= end) {
      if (span.shows) break;
      end = span.start + 1;
    } else if (!isBlank(text, end - 1)) break;
  }
  if (start >= end) return undefined;
  const inside = spans.slice(first, last + 1);
  return {
    start,
    end,
    ...rest,
    markup: inside.map((span) => ({ ...span, start: span.start - start, end: span.end - start })),
  };
}

function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code <= 32 || (code >= 0x85 && /\s/.test(text[at]));
}

/** The spans between `start` and `end`, in order and disjoint; one that touches another is joined to it. */
function inOrder(markup: readonly Markup[], start: number, end: number): Markup[] {
  const spans: Markup[] = [];
  for (const span of [...markup].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (span.end <= start || span.start >= end || span.end <= span.start) continue;
    const before = spans.at(-1);
    if (before && span.start < before.end) {
      if (span.end > before.end) spans[spans.length - 1] = { start: before.start, end: span.end };
    } else if (before && !before.shows && !span.shows && span.start === before.end) {
      spans[spans.length - 1] = { start: before.start, end: span.end };
    } else spans.push(span);
  }
  return spans;
}

/** Spans of the article within a paragraph, relative to its start, in order and disjoint. */
export function merged(markup: readonly Markup[], { start, end }: Span): Markup[] {
  return inOrder(markup, start, end).map((span) => ({
    ...span,
    start: Math.max(0, span.start - start),
    end: Math.min(end, span.end) - start,
  }));
}
