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

const known = new WeakMap<Analysis, readonly TitledMention[]>();

/** The titled names of headline and copy in the narrator's own words, in order of the text. */
export function titledMentions(analysis: Analysis): readonly TitledMention[] {
  let mentions = known.get(analysis);
  if (!mentions) known.set(analysis, (mentions = readMentions(analysis)));
  return mentions;
}

function readMentions(analysis: Analysis): TitledMention[] {
  const mentions: TitledMention[] = [];
  for (const paragraph of analysis.article.paragraphs) {
    if (paragraph.quoteDepth > 0 || !(COPY_ZONES.has(paragraph.zone) || HEADS.has(paragraph.zone))) continue;
    const found = titledNames(paragraph.prose);
    if (found.length === 0) continue;
    const own = ownWords(analysis, paragraph);
    for (const titled of found) {
      if (own[titled.title.start] === OTHERS || (titled.name && own[titled.name.start] === OTHERS)) continue;
      mentions.push({
        ...shift(titled, paragraph.start),
        titled,
        paragraph,
        title: shift(titled.title, paragraph.start),
        name: titled.name && shift(titled.name, paragraph.start),
      });
    }
  }
  return mentions;
}

/** Whether a paragraph is a headline, kicker or subhead. */
export function isHead({ zone }: Paragraph): boolean {
  return HEADS.has(zone);
}

/** The family name: the last word ("Ban Ki-moon" is looked up by its first word as well). */
export function familyName(words: readonly string[]): string {
  return plain(words.at(-1) ?? '');
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
