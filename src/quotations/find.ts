import type { Article, Paragraph, Zone } from '../article/article';
import type { Prose } from '../article/prose';
import type { Span } from '../article/span';
import { pace } from '../steps';
import { kindOf } from './kind';
import { introducesSpeech } from './kind-features';
import type { Marks, Quotation, QuotationKind, Stretch } from './quotation';

/** Zones without quotations: what stands there is not copy. */
const SILENT: ReadonlySet<Zone> = new Set<Zone>(['front-matter', 'code', 'comment']);

/** Zones that may stand between two paragraphs of one quotation. */
const INTERLUDES: ReadonlySet<Zone> = new Set<Zone>(['stray', 'comment', 'code', 'caption', 'credit', 'pull-quote']);
const MOST_INTERLUDES = 3;

/**
 * The article's quotations from its paragraphs' marks, in order of the text: joins what runs over paragraphs, takes in
 * block quotes, says what kind each is. Parts around a cue are joined later, where cues are known (`joinParts`). Looks
 * from paragraph `from` on, in which no quotation goes on, up to the first in which none goes on and that `isEnd`. Rests
 * between.
 */
export function* findQuotations(
  article: Article,
  marks: readonly Marks[],
  from = 0,
  isEnd: (paragraph: number) => boolean = () => false,
): Generator<void, { readonly quotations: Quotation[]; readonly end: number }> {
  const { paragraphs } = article;
  const quotations: Quotation[] = [];
  /** Paragraphs that a block quote without marks has taken, those of which the first stretch is, and the last of both. */
  const taken = new Set<number>();
  const used = new Set<number>();
  let last = -1;
  const mayRest = pace();
  for (let p = from; p < paragraphs.length; p++) {
    const paragraph = paragraphs[p];
    if (p > last && isEnd(p)) return { quotations, end: p };
    if (mayRest(paragraph.start)) yield;
    if (SILENT.has(paragraph.zone) || taken.has(p)) continue;
    const { stretches } = marks[p];
    if (paragraph.quoteDepth > 0 && !wholeInMarks(paragraph, stretches)) {
      const block = blockQuote(article, marks, p);
      if (block) {
        for (const index of block.paragraphs) taken.add((last = index));
        quotations.push(block);
        continue;
      }
    }
    for (let i = used.has(p) ? 1 : 0; i < stretches.length; i++) {
      const parts = [{ paragraph, stretch: stretches[i] }];
      for (let next = follower(paragraphs, marks, parts[0], i); next;) {
        parts.push(next);
        last = Math.max(last, next.paragraph.index);
        used.add(next.paragraph.index);
        next = follower(paragraphs, marks, next, 0);
      }
      quotations.push(toQuotation(parts, stretches, i));
    }
  }
  return { quotations, end: paragraphs.length };
}

/** How far below a paragraph, in paragraphs, the copy can change what its last quotation is; block quotes apart. */
export const LOOKS_AHEAD = MOST_INTERLUDES + 1;

/** "NAME:" at the start of what stands in marks. */
const LABEL = /^\s*(?:\p{Lu}[\p{Lu} .'’-]{2,40}:\s|\(\p{Lu}+\b)/u;

interface Part {
  readonly paragraph: Paragraph;
  readonly stretch: Stretch;
}

/**
 * The next paragraph's share of a quotation that this one leaves open: the news convention opens every paragraph of a
 * long quotation and closes the last; some copy does not open them again.
 */
function follower(
  paragraphs: readonly Paragraph[],
  marks: readonly Marks[],
  { paragraph, stretch }: Part,
  index: number,
): Part | undefined {
  const { text } = paragraph.prose;
  if (!stretch.opened || stretch.closed || index < marks[paragraph.index].stretches.length - 1) return undefined;
  if (text.slice(stretch.end).trim() || forgotten(text.slice(stretch.inner.start, stretch.inner.end))) return undefined;
  let at = paragraph.index + 1;
  while (at < paragraphs.length && at <= paragraph.index + MOST_INTERLUDES && INTERLUDES.has(paragraphs[at].zone)) at++;
  const next = paragraphs.at(at);
  const first = next && at < paragraphs.length ? marks[at].stretches.at(0) : undefined;
  if (!next || !first || first.style !== stretch.style || SILENT.has(next.zone)) return undefined;
  // a transcript within marks: the next paragraph is another voice
  if (LABEL.test(next.prose.text.slice(first.inner.start, first.inner.start + 50))) return undefined;
  const start = leading(next.prose.text);
  if (first.opened && isStraight(text, stretch) !== isStraight(next.prose.text, first)) return undefined;
  if (first.opened) return first.start === start ? { paragraph: next, stretch: first } : undefined;
  return { paragraph: next, stretch: { ...first, start, inner: { start, end: first.inner.end } } };
}

const FORGOTTEN =
  /[,?!]\s+(?:(?:he|she|they|[\p{Lu}][\p{L}.'’-]+(?:\s+[\p{Lu}][\p{L}.'’-]+){0,4})\s+(?:said|says|told|added|asked|wrote)|(?:said|says|added|asked|wrote)\s+(?:he|she|they|\p{Lu}))(?![\p{L}])/u;

/** Whether the narrator speaks in what a mark leaves open: then its partner was forgotten, and nothing runs on. */
function forgotten(inner: string): boolean {
  return FORGOTTEN.test(inner);
}

function toQuotation(parts: readonly Part[], stretches: readonly Stretch[], index: number): Quotation {
  const [{ paragraph, stretch }] = parts;
  const several = parts.length > 1;
  const { kind, why } = several
    ? { kind: 'speech' as QuotationKind, why: 'runs over paragraphs' }
    : kindOf(paragraph.prose, stretches, index, paragraph.zone);
  return {
    spans: parts.map((part) => ({
      start: part.paragraph.start + part.stretch.start,
      end: part.paragraph.start + part.stretch.end,
    })),
    kind,
    paragraphs: parts.map((part) => part.paragraph.index),
    wordCount: parts.reduce((sum, part) => sum + wordsIn(part.paragraph.prose, part.stretch), 0),
    closed: parts[parts.length - 1].stretch.closed,
    style: stretch.style,
    why,
  };
}

const isStraight = (text: string, { start }: Span): boolean => text[start] === '"';

const counted = new WeakMap<Stretch, number>();

function wordsIn({ text }: Prose, stretch: Stretch): number {
  let count = counted.get(stretch);
  if (count === undefined) counted.set(stretch, (count = countWords(text, stretch.inner)));
  return count;
}

function countWords(text: string, { start, end }: Span): number {
  return text.slice(start, end).match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.,&-]*/gu)?.length ?? 0;
}

function leading(text: string): number {
  return text.length - text.trimStart().length;
}

/** Whether the paragraph begins with a quoted stretch and holds little else: its marks say what is quoted. */
function wholeInMarks({ prose: { text } }: Paragraph, stretches: readonly Stretch[]): boolean {
  const first = stretches.at(0);
  return first !== undefined && first.opened && first.start === leading(text);
}

/** "— Ana Ruiz, at the hearing": who said what stands above. */
const DASH_LINE = /(?:^|\n)[ \t>]*(?:—|–|--?)\s*[\p{Lu}@][^\n]*\s*$/u;

/**
 * The block quote that begins with paragraph `first`, as a quotation without marks: only where the copy before brings
 * it in with a verb of speech and a colon, or a line with a dash after it says whose words they are.
 */
function blockQuote(
  { text: source, paragraphs }: Article,
  marks: readonly Marks[],
  first: number,
): Quotation | undefined {
  const sourceOf = ({ start, end }: Span): string => source.slice(start, end);
  let end = first;
  while (
    end < paragraphs.length &&
    paragraphs[end].quoteDepth > 0 &&
    !wholeInMarks(paragraphs[end], marks[end].stretches)
  )
    end++;
  const before = first > 0 ? paragraphs[first - 1].prose.text.trimEnd() : '';
  const signed =
    DASH_LINE.test(sourceOf(paragraphs[end - 1])) ||
    (end < paragraphs.length && /^\s*(?:—|–|--)\s*\p{Lu}/u.test(paragraphs[end].prose.text));
  if (!signed && !(before.endsWith(':') && introducesSpeech(before))) return undefined;
  const spans: Span[] = [];
  const indices: number[] = [];
  let wordCount = 0;
  for (const paragraph of paragraphs.slice(first, end)) {
    const { text } = paragraph.prose;
    const dash = DASH_LINE.exec(sourceOf(paragraph));
    const body = (dash ? text.slice(0, dash.index) : text).trimEnd();
    const start = leading(body);
    if (start >= body.length) continue;
    spans.push({ start: paragraph.start + start, end: paragraph.start + body.length });
    indices.push(paragraph.index);
    wordCount += countWords(text, { start, end: body.length });
  }
  if (!spans.length) return undefined;
  const why = signed ? 'a block quote signed with a dash' : 'a block quote after a verb of speech and a colon';
  return { spans, kind: 'speech', paragraphs: indices, wordCount, closed: true, style: 'none', why };
}

/**
 * Joins the parts of quotations that a cue interrupts (`"A," he said, "b."`): `joined` says of two neighbours, in order
 * of the text, whether the second goes on with the first. The narrator's words between them are the caller's to judge.
 */
export function joinParts(
  quotations: readonly Quotation[],
  joined: (first: Quotation, second: Quotation) => boolean,
): Quotation[] {
  const out: Quotation[] = [];
  for (const quotation of quotations) {
    const before = out.at(-1);
    if (!before || !joined(before, quotation)) {
      out.push(quotation);
      continue;
    }
    out[out.length - 1] = {
      ...before,
      spans: [...before.spans, ...quotation.spans],
      paragraphs: [...before.paragraphs, ...quotation.paragraphs],
      wordCount: before.wordCount + quotation.wordCount,
      closed: quotation.closed,
      kind: before.kind === 'speech' || quotation.kind === 'speech' ? 'speech' : 'partial',
    };
  }
  return out;
}
