import type { Paragraph } from '../article/article';
import type { Span } from '../article/span';
import type { Quotation } from '../quotations/quotation';
import type { Scene } from './candidates';

/** A reported statement as the tagger finds it, offsets into the article. */
export interface Statement {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  /** Index of the source in `mentionsOf`; -1 for words that no list knows or no source. */
  readonly mention: number;
  readonly lemma: string;
  readonly confidence: number;
  /** Quotations inside the content. */
  readonly quotations: readonly Quotation[];
}

/** The statements of a paragraph without or with some marks in them. */
export function indirectOf(scene: Scene, paragraph: Paragraph, quotations: readonly Quotation[]): Statement[] {
  void scene;
  void paragraph;
  void quotations;
  return [];
}
