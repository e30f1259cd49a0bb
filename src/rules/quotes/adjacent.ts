import type { Analysis } from '../../analysis';
import type { Quotation } from '../../quotations/quotation';
import { copyAt, inCopy } from './words';

/**
 * The quotation right behind `first` in its paragraph, where only that one says who speaks: `"A." "B," Tom Poe said.`
 * The first is a whole sentence, and nobody spoke before it in the paragraph.
 */
export function namedBeside(analysis: Analysis, first: Quotation): Quotation | undefined {
  const { article } = analysis;
  if (first.kind !== 'speech' || !first.closed || !inCopy(analysis, first)) return undefined;
  const home = first.paragraphs[first.paragraphs.length - 1];
  if (first.paragraphs[0] !== home) return undefined;
  const beside = analysis.quotationsIn(article.paragraphs[home]);
  const second = beside.at(beside.indexOf(first) + 1);
  if (second?.kind !== 'speech' || second.paragraphs[0] !== home) return undefined;
  const { start, end } = first.spans[first.spans.length - 1];
  if (article.text.slice(end, second.spans[0].start).trim() !== '') return undefined;
  if (!/[.!?…]\s*["'”’»“]+$/.test(copyAt(analysis, home, { start, end }))) return undefined;
  return namedBehind(analysis, first, second) && !follows(analysis, first, second) ? second : undefined;
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
  return analysis
    .quotationsIn(home)
    .some(
      (other) =>
        other !== first &&
        other.spans[0].start < first.spans[0].start &&
        (!speaker || analysis.attributionOf(other)?.speaker === speaker),
    );
}
