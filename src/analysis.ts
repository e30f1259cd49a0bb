import type { AgencyMention } from './agencies/agency';
import type { Article, Paragraph } from './article/article';
import type { Span } from './article/span';
import type { Attribution } from './attribution/attribution';
import type { Mentioned, Speaker } from './people/speaker';
import type { Marks, Quotation } from './quotations/quotation';

/** Everything that the engine knows of an article. The one value that rules, editor and command line read. */
export interface Analysis {
  readonly article: Article;
  /** In order of the text. */
  readonly quotations: readonly Quotation[];
  /** In order of the text, by the first of content, cue and source. */
  readonly attributions: readonly Attribution[];
  /** By first mention. */
  readonly speakers: readonly Speaker[];
  readonly agencies: readonly AgencyMention[];
  /** Marks of each paragraph (relative offsets), by paragraph index. */
  readonly marks: readonly Marks[];
  /** Everybody, in no order: quicker than `speakers`, for which everybody's first mention is looked up. */
  everybody(): Iterable<Speaker>;
  /** The quotations that stand, wholly or in part, in a paragraph, in order of the text. */
  quotationsIn(paragraph: Paragraph): readonly Quotation[];
  /** The attributions of a paragraph, and those of quotations that reach into it, in order of the text. */
  attributionsIn(paragraph: Paragraph): readonly Attribution[];
  /** Who is mentioned in a paragraph; some mentions twice. */
  mentionsIn(paragraph: Paragraph): readonly Mentioned[];
  /** The attribution that accounts for a quotation; undefined where nobody can be told. */
  attributionOf(quotation: Quotation): Attribution | undefined;
  /**
   * A paragraph's text as the narrator's own words: same length as the paragraph, what stands in quotation marks
   * (speech and partial; the marks too) blanked with spaces. For rules that must not fire in somebody else's words.
   */
  narration(paragraph: Paragraph): string;
  /** The quotation that holds `offset`, marks included. */
  quotationAt(offset: number): Quotation | undefined;
}

/** Text of one or more spans, joined by " … ". */
export function textOf(analysis: Analysis, spans: readonly Span[]): string {
  return spans.map((span) => analysis.article.text.slice(span.start, span.end)).join(' … ');
}
