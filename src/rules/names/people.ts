import type { Analysis } from '../../analysis';
import { COPY_ZONES, type Paragraph, type Zone } from '../../article/article';
import { shift, type Span } from '../../article/span';
import { ownWords, OTHERS } from '../copy';
import { isVariant, plain } from './same';
import { titledNames, type Titled } from './titled';

/** A titled name in its place in the article; spans are offsets into the article's text. */
export interface TitledMention extends Span {
  readonly titled: Titled;
  readonly paragraph: Paragraph;
  readonly title: Span;
  readonly name?: Span;
}

const HEADS: ReadonlySet<Zone> = new Set<Zone>(['kicker', 'headline', 'subhead']);

const NONE: readonly never[] = [];

/** The titled names of a paragraph of headline or copy in the narrator's own words, in order, relative to it. */
export function titledIn(analysis: Analysis, paragraph: Paragraph): readonly Titled[] {
  if (paragraph.quoteDepth > 0 || !(COPY_ZONES.has(paragraph.zone) || HEADS.has(paragraph.zone))) return NONE;
  const found = titledNames(paragraph.prose);
  if (found.length === 0) return NONE;
  const own = ownWords(analysis, paragraph);
  return found.filter(({ title, name }) => own[title.start] !== OTHERS && !(name && own[name.start] === OTHERS));
}

/** The same of the whole article, in their places. */
export function titledMentions(analysis: Analysis): readonly TitledMention[] {
  return analysis.article.paragraphs.flatMap((paragraph) =>
    titledIn(analysis, paragraph).map((titled) => ({
      ...shift(titled, paragraph.start),
      titled,
      paragraph,
      title: shift(titled.title, paragraph.start),
      name: titled.name && shift(titled.name, paragraph.start),
    })),
  );
}

/** Whether two titled names read the same, wherever they stand. */
export function sameTitled(a: Titled, b: Titled): boolean {
  return (
    a === b ||
    (a.office === b.office &&
      a.definite === b.definite &&
      a.notInOffice === b.notInOffice &&
      (a.name === undefined) === (b.name === undefined) &&
      sameWords(a.nameWords, b.nameWords) &&
      sameWords(a.realm, b.realm))
  );
}

function sameWords(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word, i) => word === b[i]);
}

/** Whether a paragraph is a headline, kicker or subhead. */
export function isHead({ zone }: Paragraph): boolean {
  return HEADS.has(zone);
}

/** Whether two names can mean one person: a shared word that is no mere first name, or a spelling of it. */
export function mayBeSame(a: readonly string[], b: readonly string[]): boolean {
  const [x, y] = [a.map(plain), b.map(plain)];
  const [lastX, lastY] = [x.at(-1) ?? '', y.at(-1) ?? ''];
  if (lastX === lastY || isVariant(lastX, lastY, 'family')) return true;
  // family name first, or the short form of a double name
  return (
    (x.length === 1 && y.includes(x[0])) ||
    (y.length === 1 && x.includes(y[0])) ||
    (x.length > 1 && y.length > 1 && x[0] === lastY) ||
    y[0] === lastX
  );
}
