import type { Article } from '../article/article';
import type { Marks, Quotation } from './quotation';

/**
 * The article's quotations from its paragraphs' marks: joins what runs over paragraphs, takes in block quotes, says
 * what kind each is. Parts around a cue are joined later, where cues are known.
 */
export function findQuotations(article: Article, marks: readonly Marks[]): Quotation[] {
  return article.paragraphs.flatMap((paragraph) =>
    marks[paragraph.index].stretches.map((stretch): Quotation => {
      const inner = paragraph.prose.text.slice(stretch.inner.start, stretch.inner.end);
      const wordCount = inner.split(/\s+/).filter(Boolean).length;
      return {
        spans: [{ start: paragraph.start + stretch.start, end: paragraph.start + stretch.end }],
        kind: wordCount > 3 ? 'speech' : 'partial',
        paragraphs: [paragraph.index],
        wordCount,
        closed: stretch.closed,
        style: stretch.style,
        why: '',
      };
    }),
  );
}
