import type { Article, Paragraph, Zone } from '../../src/article/article';
import { readProse } from '../../src/article/prose';
import { findQuotations } from '../../src/quotations/find';
import { markHabits, readMarks } from '../../src/quotations/marks';
import type { Quotation } from '../../src/quotations/quotation';
import { toEnd } from '../../src/steps';

/** A paragraph of a made-up article: body copy unless it says otherwise. */
export type Piece = string | { readonly text: string; readonly zone?: Zone; readonly depth?: number };

/** An article of these paragraphs, an empty line between each two. */
export function articleOf(...pieces: readonly Piece[]): Article {
  let text = '';
  const paragraphs = pieces.map((piece, index): Paragraph => {
    const { text: own, zone = 'body', depth = 0 } = typeof piece === 'string' ? { text: piece } : piece;
    if (text) text += '\n\n';
    const start = text.length;
    text += own;
    return { index, start, end: text.length, zone, prose: readProse(own), bodyStart: 0, quoteDepth: depth };
  });
  return { text, languageId: 'plaintext', paragraphs };
}

export function quotationsOf(article: Article): Quotation[] {
  const habits = markHabits(article.paragraphs);
  const marks = article.paragraphs.map(({ prose }) => readMarks(prose, habits));
  return toEnd(findQuotations(article, marks)).quotations;
}

/** The text of each quotation's spans. */
export function texts(article: Article): string[][] {
  return quotationsOf(article).map(({ spans }) => spans.map(({ start, end }) => article.text.slice(start, end)));
}
