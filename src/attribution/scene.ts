import { align, type Alignment } from '../article/alignment';
import type { Article, Paragraph } from '../article/article';
import type { Prose } from '../article/prose';
import { findQuotations, LOOKS_AHEAD } from '../quotations/find';
import { markHabits, readMarks, type MarkHabits } from '../quotations/marks';
import { firstIn, freshStart, keep, type Marks, type Quotation } from '../quotations/quotation';
import { remember } from '../article/prose';
import { toEnd } from '../steps';
import type { Kept, Scene } from './candidate';
import { readCues, type Cue } from './clauses';
import { knownCues, type CueLexicon } from './cues';
import { NO_HOUSE, type House } from './house';
import { joinParts } from './units';

/** One name for each way to read marks. */
export function keyOf({ singles, curly }: MarkHabits): string {
  return singles ? (curly ? 'marks, singles, curly' : 'marks, singles') : curly ? 'marks, curly' : 'marks';
}

/** The marks of a paragraph, remembered by its text and the article's habits. */
export function marksOf(prose: Prose, habits: MarkHabits): Marks {
  return remember(prose, keyOf(habits), () => readMarks(prose, habits));
}

const byMarks = (): Map<Marks, readonly Cue[]> => new Map();

/** The cues of a paragraph with its marks read so. Remembered by the prose for each lexicon: paragraphs without marks share theirs. */
export function cuesOf(prose: Prose, marks: Marks, lexicon: CueLexicon = knownCues): readonly Cue[] {
  const known = remember(prose, lexicon, byMarks);
  let cues = known.get(marks);
  if (!cues) known.set(marks, (cues = readCues(prose, marks, lexicon)));
  return cues;
}

/**
 * Marks, cues and quotations of an article, parts around a cue joined: what the choice of speakers starts from. What
 * the scene before an edit knows of the paragraphs that are as they were (`aligned`) is taken over.
 */
export function sceneOf(
  article: Article,
  house: House = NO_HOUSE,
  before?: Scene,
  habits = markHabits(article.paragraphs),
  aligned = before && align(before.article, article),
): Scene {
  return toEnd(sceneInSteps(article, house, before, habits, aligned));
}

/** The same with rests between. */
export function* sceneInSteps(
  article: Article,
  house: House,
  before: Scene | undefined,
  habits: MarkHabits,
  aligned: Alignment | undefined,
): Generator<void, Scene> {
  const alike = before && keyOf(before.habits) === keyOf(habits) && before.house === house;
  const alignment = alike ? aligned : undefined;
  const marks = taken(article, before?.marks, alignment, ({ prose }) => marksOf(prose, habits));
  yield;
  const cues = taken(article, before?.cues, alignment, ({ prose, index }) =>
    cuesOf(prose, marks[index], house.lexicon),
  );
  yield;
  const { quotations, kept } = yield* quotationsOf(article, marks, cues, before, alignment);
  const openAt = new Set<number>();
  for (const { paragraphs } of quotations)
    for (let i = 1; i < paragraphs.length; i++) if (paragraphs[i] !== paragraphs[0]) openAt.add(paragraphs[i]);
  return { article, habits, marks, cues, quotations, openAt, house, kept };
}

/** One value a paragraph, those of unchanged paragraphs from before. */
function taken<T>(
  { paragraphs }: Article,
  before: readonly T[] | undefined,
  alignment: Alignment | undefined,
  of: (paragraph: Paragraph) => T,
): readonly T[] {
  if (!before || !alignment) return paragraphs.map(of);
  const { head, tail } = alignment;
  const end = paragraphs.length - tail;
  return before.slice(0, head).concat(paragraphs.slice(head, end).map(of), before.slice(before.length - tail));
}

/** The quotations, those of unchanged paragraphs from before as far as nothing that changed can touch them. */
function* quotationsOf(
  article: Article,
  marks: readonly Marks[],
  cues: readonly (readonly Cue[])[],
  before: Scene | undefined,
  alignment: Alignment | undefined,
): Generator<void, { readonly quotations: readonly Quotation[]; readonly kept?: Kept }> {
  if (!before || !alignment) {
    const { quotations } = yield* findQuotations(article, marks);
    yield;
    return { quotations: joinParts(article, quotations, cues) };
  }
  const { quotations: old } = before;
  const { tail, offset, paragraphs: by } = alignment;
  const { paragraphs } = article;
  const from = firstTouched(before, alignment.head);
  const isTail = (p: number): boolean =>
    p > paragraphs.length - tail &&
    !(paragraphs[p].quoteDepth > 0 && paragraphs[p - 1].quoteDepth > 0) &&
    freshStart(old, p - by) === p - by;
  const { quotations: found, end } = yield* findQuotations(article, marks, from, isTail);
  const first = firstIn(old, from);
  const last = firstIn(old, end - by);
  const between = joinParts(article, found, cues).map((quotation, i) => keep(old[first + i], quotation));
  const quotations = old.slice(0, first).concat(between, moved(old.slice(last), offset, by));
  return { quotations, kept: { alignment, first, end: first + between.length } };
}

/** The first paragraph that a quotation begins in which a change of paragraph `changed` can touch; none goes on in it. */
function firstTouched({ article, quotations }: Scene, changed: number): number {
  const { paragraphs } = article;
  const inBlock = (p: number): boolean => p > 0 && paragraphs[p].quoteDepth > 0 && paragraphs[p - 1].quoteDepth > 0;
  let first = freshStart(quotations, Math.max(0, changed - LOOKS_AHEAD - 1));
  while (inBlock(first)) first = freshStart(quotations, first - 1);
  return first;
}

function moved(quotations: readonly Quotation[], offset: number, by: number): readonly Quotation[] {
  if (offset === 0 && by === 0) return quotations;
  const all: Quotation[] = [];
  for (const { spans, kind, paragraphs, wordCount, closed, style, why } of quotations) {
    // mapped, not pushed: a list that grows has room for 17, and each quotation of a long article has one
    const there = spans.map(({ start, end }) => ({ start: start + offset, end: end + offset }));
    const indexes = by === 0 ? paragraphs : paragraphs.map((paragraph) => paragraph + by);
    all.push({ spans: there, kind, paragraphs: indexes, wordCount, closed, style, why });
  }
  return all;
}
