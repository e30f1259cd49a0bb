import type { Analysis } from '../analysis';
import type { Paragraph } from '../article/article';
import type { Span } from '../article/span';
import type { Changed } from '../attribution/read-again';
import { spliced, STEP, type Carry } from './carry';
import { inArticle } from './copy';

/**
 * Something that a rule compares with other things in the article. It stays the same object, with its latest item, for
 * as long as the item reads the same, wherever an edit moves it.
 */
export interface Place<T> {
  /** Offsets in it count from where the paragraph starts. */
  item: T;
  /** The paragraph's index. */
  paragraph: number;
}

/** What there is to compare, and what is new since the check before. */
export interface Places<T> {
  readonly byParagraph: (readonly Place<T>[])[];
  /** In order of the text. */
  readonly all: readonly Place<T>[];
  readonly added: readonly Place<T>[];
  readonly removed: readonly Place<T>[];
}

/** How a rule finds what it compares. */
export interface Collecting<T> {
  /** What a paragraph has to compare, in order. */
  readonly of: (paragraph: Paragraph) => readonly T[];
  /** Whether two items read the same, wherever they stand. */
  readonly same: (a: T, b: T) => boolean;
  /** How far, in paragraphs, `of` looks around; 0 where it is left out. */
  readonly reach?: number;
}

const NONE: readonly never[] = [];

/** Asks the paragraphs that have changed what they have to compare, and rests in between. `before` is written over. */
export function* collect<T>(
  analysis: Analysis,
  before: Places<T> | undefined,
  since: Changed | undefined,
  { of, same, reach = 0 }: Collecting<T>,
): Generator<void, Places<T>> {
  const { paragraphs } = analysis.article;
  if (!before || !since) {
    const byParagraph = yield* resting(paragraphs, (paragraph) => placed(of(paragraph), paragraph.index));
    const all = byParagraph.flat();
    return { byParagraph, all, added: all, removed: NONE };
  }
  const first = Math.max(0, since.first - reach);
  const end = Math.min(paragraphs.length, since.end + reach);
  return since.paragraphs === 0
    ? collectInPlace(analysis, before, first, end, { of, same })
    : collectMoved(analysis, before, first, end, since.paragraphs, of);
}

/** One value a paragraph, with rests in between. */
function* resting<T>(paragraphs: readonly Paragraph[], of: (paragraph: Paragraph) => T): Generator<void, T[]> {
  const values: T[] = [];
  let asked = 0;
  for (const paragraph of paragraphs) {
    values.push(of(paragraph));
    asked += paragraph.end - paragraph.start;
    if (asked < STEP) continue;
    asked = 0;
    yield;
  }
  return values;
}

/** The same where the paragraphs from `first` to `end` are as many as before. */
function collectInPlace<T>(
  { article: { paragraphs } }: Analysis,
  { byParagraph, all }: Places<T>,
  first: number,
  end: number,
  { of, same }: Collecting<T>,
): Places<T> {
  const added: Place<T>[] = [];
  const removed: Place<T>[] = [];
  for (let p = first; p < end; p++) {
    const old = byParagraph[p];
    const items = of(paragraphs[p]);
    if (old.length === 0 && items.length === 0) continue;
    byParagraph[p] = items.map((item, i) => {
      if (i < old.length && same(old[i].item, item)) {
        old[i].item = item;
        return old[i];
      }
      if (i < old.length) removed.push(old[i]);
      const place = { item, paragraph: p };
      added.push(place);
      return place;
    });
    for (let i = items.length; i < old.length; i++) removed.push(old[i]);
  }
  const stands = added.length === 0 && removed.length === 0;
  return { byParagraph, all: stands ? all : byParagraph.flat(), added, removed };
}

/** The same where they are `by` more than before: those behind are others now. */
function collectMoved<T>(
  { article: { paragraphs } }: Analysis,
  before: Places<T>,
  first: number,
  end: number,
  by: number,
  of: Collecting<T>['of'],
): Places<T> {
  const old = before.byParagraph.slice(first, end - by);
  const fresh = paragraphs.slice(first, end).map((paragraph) => placed(of(paragraph), paragraph.index));
  const byParagraph = spliced(before.byParagraph, first, old.length, fresh);
  for (let p = end; p < byParagraph.length; p++) for (const place of byParagraph[p]) place.paragraph = p;
  return { byParagraph, all: byParagraph.flat(), added: fresh.flat(), removed: old.flat() };
}

function placed<T>(items: readonly T[], paragraph: number): readonly Place<T>[] {
  return items.length === 0 ? NONE : items.map((item) => ({ item, paragraph }));
}

/** What a comparing rule keeps. */
export interface Compared<T, Verdict> {
  readonly places: Places<T>;
  readonly verdict: Verdict;
  readonly outside: unknown;
}

/**
 * Compares what all paragraphs have, and only where some of it reads otherwise than at the check before. `outside`
 * stands for whatever else `compare` looks at: another value, another comparison.
 */
export function* compared<T, Verdict>(
  analysis: Analysis,
  { before, since, keep }: Carry<Compared<T, Verdict>>,
  collecting: Collecting<T>,
  compare: (all: readonly Place<T>[]) => Verdict,
  outside?: unknown,
): Generator<void, Verdict> {
  const places = yield* collect(analysis, before?.places, since, collecting);
  const stands =
    before !== undefined &&
    since?.paragraphs === 0 &&
    places.added.length + places.removed.length === 0 &&
    before.outside === outside;
  if (!before) yield;
  const verdict = stands ? before.verdict : compare(places.all);
  keep({ places, verdict, outside });
  return verdict;
}

/** A span of a place's paragraph as offsets into the article. */
export function spanAt(analysis: Analysis, { paragraph }: Place<unknown>, span: Span): Span {
  return inArticle(analysis.article.paragraphs[paragraph], span);
}

/** Whether `a` stands before `b`, by the start that `startOf` gives of each in its paragraph. */
export function standsBefore<T>(a: Place<T>, b: Place<T>, startOf: (item: T) => number): boolean {
  return a.paragraph === b.paragraph ? startOf(a.item) < startOf(b.item) : a.paragraph < b.paragraph;
}

/** In how many paragraphs each of some words stands. */
export interface Tally {
  readonly byParagraph: Iterable<string>[];
  readonly counts: Map<string, number>;
  /** Another value wherever a word has come or gone. */
  readonly version: number;
}

/** Counts words over all paragraphs. `of` gives each word of a paragraph once; `before` is written over. */
export function* tally(
  analysis: Analysis,
  before: Tally | undefined,
  since: Changed | undefined,
  of: (paragraph: Paragraph) => Iterable<string>,
): Generator<void, Tally> {
  const { paragraphs } = analysis.article;
  if (!before || !since) {
    const counts = new Map<string, number>();
    const byParagraph = yield* resting(paragraphs, of);
    for (const words of byParagraph) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    return { byParagraph, counts, version: 0 };
  }
  const { byParagraph, counts } = before;
  const fresh = paragraphs.slice(since.first, since.end).map(of);
  const old = byParagraph.slice(since.first, since.end - since.paragraphs);
  if (since.paragraphs === 0 && fresh.every((words, i) => words === old[i])) return before;
  let { version } = before;
  // what stays is counted up before it is counted down, and so never goes
  for (const words of fresh)
    for (const word of words) {
      const count = counts.get(word) ?? 0;
      if (count === 0) version++;
      counts.set(word, count + 1);
    }
  for (const words of old)
    for (const word of words) {
      const count = counts.get(word)! - 1;
      if (count > 0) counts.set(word, count);
      else {
        counts.delete(word);
        version++;
      }
    }
  return { byParagraph: spliced(byParagraph, since.first, old.length, fresh), counts, version };
}
