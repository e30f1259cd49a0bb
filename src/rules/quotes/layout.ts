/** Places in which a quotation stands that nobody has to sign. */
import type { Analysis } from '../../analysis';
import type { Article, Paragraph } from '../../article/article';
import type { Quotation } from '../../quotations/quotation';

/** Fewer words are no line of copy; a sentence may be shorter. */
const FEWEST_BEFORE = 9;
const FEWEST_IN_SENTENCE = 5;
const MOST_IN_CROSSHEAD = 8;

/**
 * A crosshead in marks: a short paragraph of its own in which every longer word has a capital, or in single marks where
 * the article quotes in double ones.
 */
export function isCrosshead({ article, quotations }: Analysis, quotation: Quotation): boolean {
  const {
    spans,
    paragraphs: [index],
    wordCount,
    style,
  } = quotation;
  const { start, end } = article.paragraphs[index];
  if (wordCount > MOST_IN_CROSSHEAD || spans.length > 1) return false;
  if (article.text.slice(start, spans[0].start).trim() || /[\p{L}\p{N}]/u.test(article.text.slice(spans[0].end, end)))
    return false;
  if (style === 'single' && quotations.some((other) => other.kind === 'speech' && other.style === 'double'))
    return true;
  const words = article.text.slice(spans[0].start, spans[0].end).match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? [];
  const capitals = words.filter((word) => /^[\p{Lu}\p{N}]/u.test(word));
  return capitals.length > 1 && words.every((word, i) => /^[\p{Lu}\p{N}]/u.test(word) || (i > 0 && word.length < 5));
}

/** A paragraph of its own under a few words: a list's item, a heading or a name, which may say whose words they are. */
export function underShortLine({ article }: Analysis, { spans, paragraphs: [index] }: Quotation): boolean {
  const before = article.paragraphs.at(index - 1);
  if (index === 0 || !before || before.zone === 'headline') return false;
  if (article.text.slice(article.paragraphs[index].start, spans[0].start).trim()) return false;
  // of a list's lines the last may be a sentence
  const above = article.paragraphs.at(index - 2);
  if (index > 1 && above && isListLine(article, above) && endsLineBefore(article, above, before)) return true;
  const lines = article.text.slice(before.start, before.end).split(/\r?\n/);
  return lines.every(
    (line) => line.trim().split(/\s+/).length < (/[.!?]\s*$/.test(line) ? FEWEST_IN_SENTENCE : FEWEST_BEFORE),
  );
}

/** A few words without a stop. */
function isListLine({ text }: Article, { start, end }: Paragraph): boolean {
  const line = text.slice(start, end).trim();
  return !/[.!?:,;”"’'…–—-]$/.test(line) && line.split(/\s+/).length < FEWEST_BEFORE;
}

/** Whether a paragraph stands on the line above another. */
function endsLineBefore({ text }: Article, above: Paragraph, below: Paragraph): boolean {
  return /^[^\S\r\n]*\r?\n[^\S\r\n]*$/.test(text.slice(above.end, below.start));
}

/** A quotation above the copy, before anybody has been heard: a motto, or signed below. */
export function isEpigraph(analysis: Analysis, { paragraphs, spans }: Quotation): boolean {
  const body = analysis.article.paragraphs.find(({ zone }) => zone === 'body');
  if (!body || paragraphs[0] > body.index) return false;
  return spans[0].start <= body.start + body.bodyStart && spans[spans.length - 1].end >= body.end;
}
