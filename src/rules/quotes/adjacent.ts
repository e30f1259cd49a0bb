import type { Analysis } from '../../analysis';
import type { Quotation } from '../../quotations/quotation';
import { inCopy } from './words';

const known = new WeakMap<Analysis, readonly (readonly [Quotation, Quotation])[]>();

/**
 * Quotations side by side in a paragraph of which only the second says who speaks: `"A." "B," Tom Poe said.` The first
 * is a whole sentence, and nobody spoke before it in the paragraph.
 */
export function adjacentPairs(analysis: Analysis): readonly (readonly [Quotation, Quotation])[] {
  let pairs = known.get(analysis);
  if (!pairs) known.set(analysis, (pairs = find(analysis)));
  return pairs;
}

function find(analysis: Analysis): (readonly [Quotation, Quotation])[] {
  const { quotations, article } = analysis;
  const pairs: (readonly [Quotation, Quotation])[] = [];
  for (let i = 0; i + 1 < quotations.length; i++) {
    const [first, second] = [quotations[i], quotations[i + 1]];
    if (first.kind !== 'speech' || second.kind !== 'speech' || !first.closed || !inCopy(analysis, first)) continue;
    const home = first.paragraphs[first.paragraphs.length - 1];
    if (first.paragraphs[0] !== home || second.paragraphs[0] !== home) continue;
    const { start, end } = first.spans[first.spans.length - 1];
    if (article.text.slice(end, second.spans[0].start).trim() !== '') continue;
    if (!/[.!?…]["'”’»“]+$/.test(article.text.slice(start, end))) continue;
    if (!namedBehind(analysis, first, second) || follows(analysis, first, second)) continue;
    pairs.push([first, second]);
  }
  return pairs;
}

/** Whether the paragraph says who speaks behind the second quotation, and nowhere before the first. */
function namedBehind(analysis: Analysis, first: Quotation, second: Quotation): boolean {
  const home = analysis.article.paragraphs[second.paragraphs[0]];
  const [from, to] = [first.spans[0].start, second.spans[0].end];
  const named = [first, second]
    .map((quotation) => analysis.attributionOf(quotation))
    .flatMap((attribution) => (attribution ? [...attribution.cue, ...attribution.source] : []))
    .filter(({ start }) => home.start <= start && start < home.end);
  return named.some(({ start }) => start >= to) && !named.some(({ start }) => start < from);
}

/** Whether `first` goes on with somebody already heard in the paragraph, or is brought in by words right before it. */
function follows(analysis: Analysis, first: Quotation, second: Quotation): boolean {
  const { text, paragraphs } = analysis.article;
  const home = paragraphs[first.paragraphs[0]];
  const before = text.slice(home.start + home.bodyStart, first.spans[0].start).trim();
  if (/[:,–—-]$/.test(before)) return true;
  const speaker = analysis.attributionOf(second)?.speaker;
  return analysis.quotations.some(
    (other) =>
      other !== first &&
      other.paragraphs.includes(home.index) &&
      other.spans[0].start < first.spans[0].start &&
      (!speaker || analysis.attributionOf(other)?.speaker === speaker),
  );
}
