import { lowerBound, type Span } from '../article/span';

/**
 * What a quoted stretch is: `speech`, an utterance that stands by itself; `partial`, a fragment in the narrator's
 * sentence that somebody said; `scare`, a mark of distance; `title`, the name of a work, a ship, a prize; `nickname`;
 * `term`, a word as a word; `other`, slogans, banners, lyrics.
 */
export type QuotationKind = 'speech' | 'partial' | 'scare' | 'title' | 'nickname' | 'term' | 'other';

/** Which marks: the opening one as written. */
export type MarkStyle = 'double' | 'single' | 'guillemet' | 'low' | 'tex' | 'corner' | 'none';

/**
 * A quoted stretch inside one paragraph, outermost marks only; offsets relative to the paragraph, marks included.
 * `opened`/`closed` say which of its marks are there: a paragraph of a longer quotation is opened and not closed.
 */
export interface Stretch extends Span {
  readonly opened: boolean;
  readonly closed: boolean;
  readonly style: MarkStyle;
  /** What stands between the marks. */
  readonly inner: Span;
  /** Quoted stretches inside this one. */
  readonly nested: readonly Span[];
}

/** A mark that has no partner, relative to the paragraph. `mixed`: a pair of one straight and one curly mark. */
export interface StrayMark extends Span {
  readonly problem: 'unpaired' | 'mixed';
  /** The other mark of a mixed pair. */
  readonly partner?: Span;
}

/** The marks of one paragraph. */
export interface Marks {
  readonly stretches: readonly Stretch[];
  readonly stray: readonly StrayMark[];
}

/**
 * A quotation in the article, offsets into the article's text, marks included. Several spans where a cue stands
 * between two parts of one sentence, or where it runs over paragraphs (one span a paragraph).
 */
export interface Quotation {
  readonly spans: readonly Span[];
  readonly kind: QuotationKind;
  /** Index of the paragraph of each span. */
  readonly paragraphs: readonly number[];
  /** Words between the marks. */
  readonly wordCount: number;
  /** Whether its last mark is there. */
  readonly closed: boolean;
  /** What the marks are; `none` for a block quote without marks. */
  readonly style: MarkStyle;
  /** What decided the kind, in a few plain words: "capitalised, after \"film\"". */
  readonly why: string;
}

/** The quotation as it was, where it is equal to `now`: the value is then the same object as before the edit. */
export function keep(before: Quotation | undefined, now: Quotation): Quotation {
  return before?.why === now.why && sameQuotation(before, now, 0, 0) ? before : now;
}

/** Whether two quotations are the same but for their place: `offset` code units and `by` paragraphs further on. */
export function sameQuotation(a: Quotation, b: Quotation, offset: number, by: number): boolean {
  return (
    a.kind === b.kind &&
    a.wordCount === b.wordCount &&
    a.closed === b.closed &&
    a.style === b.style &&
    a.spans.length === b.spans.length &&
    a.spans.every(({ start, end }, i) => start + offset === b.spans[i].start && end + offset === b.spans[i].end) &&
    a.paragraphs.every((paragraph, i) => paragraph + by === b.paragraphs[i])
  );
}

/** Index of the last paragraph at or before `p` over whose start none of the quotations goes on, which are in order. */
export function freshStart(quotations: readonly Quotation[], p: number): number {
  let start = p;
  for (let q = firstIn(quotations, p) - 1; q >= 0; q--) {
    const { paragraphs } = quotations[q];
    if (paragraphs[paragraphs.length - 1] >= start) start = paragraphs[0];
  }
  return start;
}

/** Index of the first quotation that begins in paragraph `p` or later. */
export const firstIn = (quotations: readonly Quotation[], p: number): number =>
  lowerBound(quotations, ({ paragraphs }) => paragraphs[0] < p);
