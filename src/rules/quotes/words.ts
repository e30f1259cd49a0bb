import type { Analysis } from '../../analysis';
import { COPY_ZONES } from '../../article/article';
import type { Span } from '../../article/span';
import type { Quotation } from '../../quotations/quotation';
import { plainWords, type PlainWord } from './plain';

const MARKS_BEFORE = /^["'“”„‘’«»‚`\s]+/u;
const MARKS_AFTER = /["'“”‘’«»`\s]+$/u;

/** A quotation's words between its marks, over all its spans. */
export function wordsOfQuotation(analysis: Analysis, quotation: Quotation): PlainWord[] {
  return quotation.spans.flatMap(({ start, end }) => plainWords(analysis.article.text.slice(start, end), start));
}

/** What stands between the marks of one span. */
export function innerOf(analysis: Analysis, { start, end }: Span): Span {
  const text = analysis.article.text.slice(start, end);
  const before = MARKS_BEFORE.exec(text)?.[0].length ?? 0;
  const after = before < text.length ? (MARKS_AFTER.exec(text)?.[0].length ?? 0) : 0;
  return { start: start + before, end: Math.max(start + before, end - after) };
}

/** What a reader sees of a stretch of a paragraph: character references read, markup blanked, no blanks around. */
export function copyAt({ article }: Analysis, paragraph: number, { start, end }: Span): string {
  const { start: origin, prose } = article.paragraphs[paragraph];
  return prose.text.slice(start - origin, end - origin).trim();
}

/** A quotation's first and last mark as the source has them: “ and ”, &ldquo; and &rdquo;. */
export function marksOf({ article: { text } }: Analysis, { spans }: Quotation): readonly [string, string] {
  const first = text.slice(spans[0].start, spans[0].end);
  const last = text.slice(spans[spans.length - 1].start, spans[spans.length - 1].end);
  return [OPENS.exec(first)?.[0] ?? '"', CLOSES.exec(last)?.[0] ?? '"'];
}

const OPENS = /^(?:&#?\w+;|``|''|["'“‘„‚«»])/u;
const CLOSES = /(?:&#?\w+;|''|["'”’“‘»«])$/u;

/** Whether somebody's words: an utterance, or a fragment with a source. */
export function isSaid({ kind }: Quotation): boolean {
  return kind === 'speech' || kind === 'partial';
}

/** Whether all of a quotation stands in the article's copy, outside headlines, block quotes and transcripts. */
export function inCopy(analysis: Analysis, { paragraphs }: Quotation): boolean {
  return paragraphs.every((index) => {
    const { zone, quoteDepth } = analysis.article.paragraphs[index];
    return COPY_ZONES.has(zone) && zone !== 'caption' && zone !== 'table' && quoteDepth === 0;
  });
}

/** Whether a quotation's paragraphs hold nothing else. */
export function isWhole({ article: { text, paragraphs: all } }: Analysis, { spans, paragraphs }: Quotation): boolean {
  const [first, last] = [all[paragraphs[0]], all[paragraphs[paragraphs.length - 1]]];
  return !text.slice(first.start, spans[0].start).trim() && !text.slice(spans[spans.length - 1].end, last.end).trim();
}

/** A piece of copy for a message: one line, shortened to `most` characters. */
export function short(text: string, most = 40): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= most ? line : `${line.slice(0, most - 1).replace(/\s+\S*$/, '')}…`;
}
