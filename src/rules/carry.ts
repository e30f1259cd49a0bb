import type { Analysis } from '../analysis';
import type { Paragraph } from '../article/article';
import { lowerBound } from '../article/span';
import type { Changed } from '../attribution/read-again';
import type { Quotation } from '../quotations/quotation';

/** What a rule keeps from one check of an article to the next. */
export interface Carry<T = unknown> {
  /** What it kept at the check before, and what has changed since; both undefined where nothing is known. */
  readonly before?: T;
  readonly since?: Changed;
  keep(value: T): void;
}

/** One value a paragraph; `before` is taken over where nothing has changed. */
export function perParagraph<T, New = T>(
  analysis: Analysis,
  before: readonly T[] | undefined,
  since: Changed | undefined,
  of: (paragraph: Paragraph) => New,
): (T | New)[] {
  const { paragraphs } = analysis.article;
  if (!before || !since) return paragraphs.map(of);
  return [
    ...before.slice(0, since.first),
    ...paragraphs.slice(since.first, since.end).map(of),
    ...before.slice(since.end - since.paragraphs),
  ];
}

/** One value a quotation; `before` is taken over where nothing has changed. */
export function perQuotation<T>(
  { quotations }: Analysis,
  before: readonly T[] | undefined,
  since: Changed | undefined,
  of: (quotation: Quotation) => T,
): T[] {
  if (!before || !since) return quotations.map(of);
  // the quotations that begin in the paragraphs that have changed
  const start = lowerBound(quotations, ({ paragraphs }) => paragraphs[0] < since.first);
  const end = lowerBound(quotations, ({ paragraphs }) => paragraphs[0] < since.end);
  return [
    ...before.slice(0, start),
    ...quotations.slice(start, end).map(of),
    ...before.slice(before.length - (quotations.length - end)),
  ];
}
