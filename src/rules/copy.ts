import type { Analysis } from '../analysis';
import { COPY_ZONES, type Paragraph } from '../article/article';
import { remember, type Prose } from '../article/prose';
import type { Sentence } from '../article/sentences';
import { lowerBound, overlaps, shift, type Span } from '../article/span';
import { DOUBTFUL, type Attribution } from '../attribution/attribution';
import type { QuotationKind } from '../quotations/quotation';

/** Stands for each code unit of somebody else's words: no space, no letter, so that no pattern runs across it. */
export const OTHERS = '\uFFFC';

/** The paragraphs in which the narrator speaks running copy: no headline, block quote, code, front matter, footer. */
export function copyParagraphs(analysis: Analysis): Paragraph[] {
  return analysis.article.paragraphs.filter(isCopy);
}

/** Whether the narrator speaks running copy in a paragraph. */
export function isCopy({ zone, quoteDepth, prose }: Paragraph): boolean {
  return COPY_ZONES.has(zone) && quoteDepth === 0 && !isEmbedded(prose.text);
}

/** A line of plain text that is an element of some markup, as an archive keeps a post that the copy shows. */
function isEmbedded(text: string): boolean {
  return text.startsWith('<') && (/^<\w[\w-]*\s[^<>]*=/.test(text) || /^<(\w+)>[^]*<\/\1>\P{L}*$/u.test(text));
}

/** A paragraph's own words by what is hidden of its text: start and end of each stretch, one after the other. */
interface OwnWords {
  hidden: readonly number[];
  text: string;
}

const ownWordsOf = new WeakMap<Analysis, string[]>();
const newOwnWords = ({ text }: { readonly text: string }): OwnWords => ({ hidden: [], text });

/**
 * A paragraph's text as the narrator's own words, as long as the paragraph: whatever stands in marks, speech or not,
 * is replaced by `OTHERS`, marks included; so is the dateline. The same string as before an edit where it is equal.
 */
export function ownWords(analysis: Analysis, paragraph: Paragraph): string {
  let known = ownWordsOf.get(analysis);
  if (!known) ownWordsOf.set(analysis, (known = []));
  return (known[paragraph.index] ??= withoutOthers(analysis, paragraph));
}

function withoutOthers(analysis: Analysis, paragraph: Paragraph): string {
  const { prose, start: origin, bodyStart, index } = paragraph;
  const hidden: number[] = bodyStart > 0 ? [0, bodyStart] : [];
  for (const { start, end } of analysis.marks[index].stretches) hidden.push(start, end);
  for (const { spans, paragraphs } of analysis.quotationsIn(paragraph))
    for (let i = 0; i < spans.length; i++)
      if (paragraphs[i] === index) hidden.push(spans[i].start - origin, spans[i].end - origin);
  const last = remember(prose, newOwnWords, newOwnWords);
  if (!sameNumbers(last.hidden, hidden)) {
    last.text = blanked(prose.text, hidden);
    last.hidden = hidden;
  }
  return last.text;
}

function sameNumbers(a: readonly number[], b: readonly number[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

function blanked(text: string, hidden: readonly number[]): string {
  const spans: Span[] = [];
  for (let i = 0; i < hidden.length; i += 2) spans.push({ start: hidden[i], end: hidden[i + 1] });
  let own = '';
  let at = 0;
  for (const { start, end } of spans.sort((a, b) => a.start - b.start)) {
    if (end <= at) continue;
    own += text.slice(at, Math.max(at, start)) + OTHERS.repeat(end - Math.max(at, start));
    at = end;
  }
  return own + text.slice(at);
}

/**
 * What `compute` makes of a paragraph's own words, kept until they change: an edit re-does its paragraph alone. `key`
 * names the question (a module-level function or symbol); `compute` may depend on that text and the prose alone.
 */
export function scanned<T>(
  analysis: Analysis,
  paragraph: Paragraph,
  key: unknown,
  compute: (text: string, prose: Prose) => T,
): { readonly text: string; readonly value: T } {
  const text = ownWords(analysis, paragraph);
  const { prose } = paragraph;
  const cell = remember<{ text: string; value: T }>(prose, key, () => ({ text, value: compute(text, prose) }));
  if (cell.text !== text) {
    cell.text = text;
    cell.value = compute(text, prose);
  }
  return cell;
}

/** A part of a quotation in a paragraph, relative to it. */
export interface QuotedPart extends Span {
  readonly kind: QuotationKind;
}

/**
 * What `compute` makes of a paragraph's text and the quotations in it, kept until either changes. `key` as for
 * `scanned`; everything relative to the paragraph.
 */
export function scannedQuotations<T>(
  analysis: Analysis,
  paragraph: Paragraph,
  key: unknown,
  compute: (text: string, parts: readonly QuotedPart[]) => T,
): T {
  const { prose, start: origin, index } = paragraph;
  const parts: QuotedPart[] = [];
  for (const { kind, spans, paragraphs } of analysis.quotationsIn(paragraph))
    for (let i = 0; i < spans.length; i++)
      if (paragraphs[i] === index) parts.push({ start: spans[i].start - origin, end: spans[i].end - origin, kind });
  const cell = remember(prose, key, () => ({ parts, value: compute(prose.text, parts) }));
  if (!sameParts(cell.parts, parts)) Object.assign(cell, { parts, value: compute(prose.text, parts) });
  return cell.value;
}

function sameParts(a: readonly QuotedPart[], b: readonly QuotedPart[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ start, end, kind }, i) => start === b[i].start && end === b[i].end && kind === b[i].kind)
  );
}

/** The sentence of a paragraph that holds `offset` (relative to the paragraph); the last one before it otherwise. */
export function sentenceAt(paragraph: Paragraph, offset: number): Sentence | undefined {
  const { sentences } = paragraph.prose;
  const at = lowerBound(sentences, ({ start }) => start <= offset);
  return sentences[at - 1];
}

/** A span relative to `paragraph` as offsets into the article. */
export function inArticle(paragraph: Paragraph, span: Span): Span {
  return shift(span, paragraph.start);
}

/** The attribution to a source, beyond doubt, whose content holds some of `span` (article offsets). */
export function attributedAt(analysis: Analysis, paragraph: Paragraph, span: Span): Attribution | undefined {
  return analysis
    .attributionsIn(paragraph)
    .find(
      ({ content, cue, source, speaker, confidence }) =>
        (source.length > 0 || speaker !== null) &&
        confidence >= DOUBTFUL &&
        !cue.some((part) => overlaps(part, span)) &&
        content.some((part) => overlaps(part, span)),
    );
}

/**
 * Whether `span` (article offsets), itself a source with its cue, stands inside what somebody else is reported to have
 * said: "Ruiz said critics call it a tax".
 */
export function inOthersWords(analysis: Analysis, paragraph: Paragraph, span: Span): boolean {
  return analysis
    .attributionsIn(paragraph)
    .some(
      ({ content, source, speaker, confidence }) =>
        speaker !== null &&
        confidence >= DOUBTFUL &&
        content.some((part) => part.start <= span.start && overlaps(part, span)) &&
        !source.some((part) => overlaps(part, span)),
    );
}

/** "As the Harbour Post reported, …": the sentence names a source in passing. */
export function namesSourceInPassing(sentence: string): boolean {
  return IN_PASSING.test(sentence);
}

const IN_PASSING =
  /(?<!\p{L})[Aa]s\s+(?:first\s+)?(?:(?:[Tt]he|\p{Lu}[\p{L}.’'-]*|\p{Ll}+)\s+){1,5}?(?:(?:has|have|had|first|previously|already)\s+){0,2}(?:reported|noted|wrote|revealed|said|pointed\s+out|put\s+it)(?!\p{L})/u;

/**
 * The attributions to a source, beyond doubt, that touch the sentence around `span` (article offsets). One whose cue is
 * the span itself does not count: it is what the rule asks about.
 */
export function attributionsOfSentence(analysis: Analysis, paragraph: Paragraph, span: Span): readonly Attribution[] {
  const sentence = sentenceAt(paragraph, span.start - paragraph.start);
  if (!sentence) return [];
  const around = inArticle(paragraph, sentence);
  return analysis
    .attributionsIn(paragraph)
    .filter(
      ({ source, speaker, content, cue, confidence }) =>
        (source.length > 0 || speaker !== null) &&
        confidence >= DOUBTFUL &&
        !cue.some((part) => overlaps(part, span)) &&
        [...content, ...cue, ...source].some((part) => overlaps(part, around)),
    );
}
