import type { Article, Paragraph } from '../article/article';
import { lowerBound } from '../article/span';
import { joinParts as joinNeighbours } from '../quotations/find';
import type { Quotation } from '../quotations/quotation';
import type { Cue } from './clauses';

/**
 * Joins the two parts of one sentence that a cue interrupts ("A," he said, "b.") into one quotation. `cues` are each
 * paragraph's, relative. A cue that ends with a full stop leaves two quotations.
 */
export function joinParts(
  article: Article,
  quotations: readonly Quotation[],
  cues: readonly (readonly Cue[])[],
): Quotation[] {
  return joinNeighbours(quotations, (a, b) => areParts(article, a, b, cues));
}

function areParts(article: Article, a: Quotation, b: Quotation, cues: readonly (readonly Cue[])[]): boolean {
  const p = a.paragraphs[a.paragraphs.length - 1];
  if (p !== b.paragraphs[0] || !a.closed || a.style === 'none' || b.style === 'none' || !isUttered(a) || !isUttered(b))
    return false;
  const paragraph = article.paragraphs[p];
  const [from, to] = [a.spans[a.spans.length - 1].end, b.spans[0].start];
  const between = article.text.slice(from, to);
  if (between.length < 4 || between.length > 240 || hasStop(paragraph, from, to)) return false;
  const firstPart = article.text.slice(a.spans[a.spans.length - 1].start, from);
  const secondPart = article.text.slice(to, b.spans[0].end);
  const interrupted = /[,–—-]["”’'»“]*$/.test(firstPart) || /^["”’'»]*,/.test(between);
  const asks = /[?!]["”’'»“]*$/.test(firstPart);
  if (!interrupted && !asks) return false;
  if (/[.:;]\s*$/.test(between)) return false;
  const resumes = /[,–—-]\s*$/.test(between) || /^["“‘'„«]*\p{Ll}/u.test(secondPart);
  if (!resumes || (asks && !/^["“‘'„«]*\p{Ll}/u.test(secondPart))) return false;
  if (
    /\b(?:and|but|then)\b[^,]*[,:]?\s*$/.test(between) &&
    /\b(?:and|but|then)\b/.test(between) &&
    countCues(cues[p], paragraph.start, from, to) > 1
  )
    return false;
  return countCues(cues[p], paragraph.start, from, to) === 1;
}

/** Whether the narrator's words from `from` to `to` end a sentence: the stop of "Mr." does not. */
function hasStop({ start, prose: { words } }: Paragraph, from: number, to: number): boolean {
  for (
    let w = lowerBound(words, (word) => start + word.start < from);
    w < words.length && start + words[w].end < to;
    w++
  )
    if (words[w].kind === 'punctuation' && /^[.!?…]/.test(words[w].text)) return true;
  return false;
}

const isUttered = ({ kind }: Quotation): boolean => kind === 'speech' || kind === 'partial' || kind === 'scare';

function countCues(cues: readonly Cue[], start: number, from: number, to: number): number {
  let count = 0;
  for (const { span } of cues) if (start + span.start >= from && start + span.end <= to) count++;
  return count;
}
