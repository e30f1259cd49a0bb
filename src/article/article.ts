import type { Prose } from './prose';
import { lowerBound, type Span } from './span';

/**
 * The part of an article that a paragraph belongs to. Rules say in which zones they apply.
 * `stray` is what a content system leaves behind: a tag or slug on a line of its own.
 */
export type Zone =
  | 'front-matter'
  | 'kicker'
  | 'headline'
  | 'standfirst'
  | 'byline'
  | 'body'
  | 'subhead'
  | 'list'
  | 'table'
  | 'caption'
  | 'credit'
  | 'block-quote'
  | 'pull-quote'
  | 'transcript'
  | 'note'
  | 'footnote'
  | 'footer'
  | 'code'
  | 'comment'
  | 'stray';

/** One paragraph in its place in the article. `start` and `end` are offsets into the article's text. */
export interface Paragraph extends Span {
  readonly index: number;
  readonly zone: Zone;
  /** What the paragraph says by itself, offsets relative to `start`; the same object as long as its text is the same. */
  readonly prose: Prose;
  /** Where a dateline ends, relative to `start`; 0 where there is none. The copy proper begins there. */
  readonly bodyStart: number;
  /** How deep in block quotes the paragraph stands; 0 outside. */
  readonly quoteDepth: number;
}

export interface Article {
  readonly text: string;
  readonly languageId: string;
  readonly paragraphs: readonly Paragraph[];
}

/** Zones in which the article's own narrator speaks running copy. */
export const COPY_ZONES: ReadonlySet<Zone> = new Set<Zone>([
  'body',
  'list',
  'standfirst',
  'note',
  'footnote',
  'caption',
  'table',
]);

/** The paragraph that holds `offset`, or the next one; undefined past the last. */
export function paragraphAt(article: Article, offset: number): Paragraph | undefined {
  const { paragraphs } = article;
  return paragraphs[lowerBound(paragraphs, ({ end }) => end < offset)];
}

/** Things that stand in paragraphs, in order of them, by the paragraph's index. */
export function byParagraph<T extends { readonly paragraph: number }>(
  items: readonly T[],
): (paragraph: number) => readonly T[] {
  return (paragraph) => {
    const start = lowerBound(items, (item) => item.paragraph < paragraph);
    if (start === items.length || items[start].paragraph !== paragraph) return NOTHING;
    let end = start + 1;
    while (end < items.length && items[end].paragraph === paragraph) end++;
    return items.slice(start, end);
  };
}

const NOTHING: readonly never[] = [];
