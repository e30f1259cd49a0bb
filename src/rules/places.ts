import type { Analysis } from '../analysis';
import type { Paragraph } from '../article/article';
import { lowerBound, type Span } from '../article/span';
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

/**
 * Asks the paragraphs that may have changed what they have to compare, and rests in between. What reads as it did before
 * keeps its places. `before` is written over.
 */
export function* collect<T>(
  analysis: Analysis,
  before: Places<T> | undefined,
  since: Changed | undefined,
  { of, same, reach = 0 }: Collecting<T>,
): Generator<void, Places<T>> {
  const { paragraphs } = analysis.article;
  if (!before) {
    const byParagraph = yield* resting(paragraphs, (paragraph) => placed(of(paragraph), paragraph.index));
    const all = byParagraph.flat();
    return { byParagraph, all, added: all, removed: NONE };
  }
  if (!since) {
    const fresh = yield* resting(paragraphs, of);
    return collectMoved(before, 0, fresh, fresh.length - before.byParagraph.length, same);
  }
  const first = Math.max(0, since.first - reach);
  const fresh = yield* resting(paragraphs.slice(first, since.end + reach), of);
  return since.paragraphs === 0
    ? collectInPlace(before, first, fresh, same)
    : collectMoved(before, first, fresh, since.paragraphs, same);
}

/** One value a paragraph, with rests in between. */
export function* resting<T>(paragraphs: readonly Paragraph[], of: (paragraph: Paragraph) => T): Generator<void, T[]> {
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

/** What is new where `fresh`, what the paragraphs from `first` on have, is for as many as before. */
function collectInPlace<T>(
  { byParagraph, all }: Places<T>,
  first: number,
  fresh: readonly (readonly T[])[],
  same: Collecting<T>['same'],
): Places<T> {
  const added: Place<T>[] = [];
  const removed: Place<T>[] = [];
  for (let f = 0; f < fresh.length; f++) {
    const items = fresh[f];
    const p = first + f;
    const old = byParagraph[p];
    if (old.length === 0 && items.length === 0) continue;
    const places: Place<T>[] = [];
    for (let i = 0; i < items.length; i++) {
      let place = i < old.length ? old[i] : undefined;
      if (place && same(place.item, items[i])) place.item = items[i];
      else {
        if (place) removed.push(place);
        place = { item: items[i], paragraph: p };
        added.push(place);
      }
      places.push(place);
    }
    byParagraph[p] = places;
    for (let i = items.length; i < old.length; i++) removed.push(old[i]);
  }
  if (added.length === 0 && removed.length === 0) return { byParagraph, all, added, removed };
  const end = first + fresh.length;
  const from = lowerBound(all, ({ paragraph }) => paragraph < first);
  const to = lowerBound(all, ({ paragraph }) => paragraph < end);
  const here = byParagraph.slice(first, end).flat();
  return { byParagraph, all: all.slice(0, from).concat(here, all.slice(to)), added, removed };
}

/**
 * The same where they are `by` more than before. Those at either end that have what some had before have the same
 * places; only what stands between is new.
 */
function collectMoved<T>(
  before: Places<T>,
  first: number,
  fresh: readonly (readonly T[])[],
  by: number,
  same: Collecting<T>['same'],
): Places<T> {
  const end = first + fresh.length;
  const old = before.byParagraph.slice(first, end - by);
  const isSame = (was: number, is: number): boolean =>
    old[was].length === fresh[is].length && old[was].every(({ item }, i) => same(item, fresh[is][i]));
  const most = Math.min(old.length, fresh.length);
  let above = 0;
  while (above < most && isSame(above, above)) above++;
  let below = 0;
  while (below < most - above && isSame(old.length - 1 - below, fresh.length - 1 - below)) below++;
  const middle = fresh.slice(above, fresh.length - below).map((items, i) => placed(items, first + above + i));
  const byParagraph = spliced(before.byParagraph, first + above, old.length - above - below, middle);
  for (let p = first; p < first + above; p++) renew(byParagraph[p], fresh[p - first], p);
  for (let p = end - below; p < end; p++) renew(byParagraph[p], fresh[p - first], p);
  for (let p = end; p < byParagraph.length; p++) for (const place of byParagraph[p]) place.paragraph = p;
  const added = middle.flat();
  const removed = old.slice(above, old.length - below).flat();
  const all = added.length === 0 && removed.length === 0 ? before.all : byParagraph.flat();
  return { byParagraph, all, added, removed };
}

function renew<T>(places: readonly Place<T>[], items: readonly T[], paragraph: number): void {
  places.forEach((place, i) => {
    place.item = items[i];
    place.paragraph = paragraph;
  });
}

function placed<T>(items: readonly T[], paragraph: number): readonly Place<T>[] {
  return items.length === 0 ? NONE : items.map((item) => ({ item, paragraph }));
}

/** Whether the places are those of the check before. */
export function stands({ added, removed }: Places<unknown>): boolean {
  return added.length === 0 && removed.length === 0;
}

/** What a comparing rule keeps. */
export interface Compared<T, Verdict> {
  readonly places: Places<T>;
  readonly verdict: Verdict;
  readonly outside: unknown;
}

/**
 * Compares what all paragraphs have, and only where some of it reads otherwise than at the check before. `compare` may
 * look at the order of the places and at which of them share a paragraph, not at how far apart they are; `outside` stands
 * for whatever else it looks at: another value, another comparison.
 */
export function* compared<T, Verdict>(
  analysis: Analysis,
  { before, since, keep }: Carry<Compared<T, Verdict>>,
  collecting: Collecting<T>,
  compare: (all: readonly Place<T>[]) => Verdict,
  outside?: unknown,
): Generator<void, Verdict> {
  const places = yield* collect(analysis, before?.places, since, collecting);
  if (!before) yield;
  const verdict = before && stands(places) && before.outside === outside ? before.verdict : compare(places.all);
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
    return { byParagraph, counts, version: (before?.version ?? 0) + 1 };
  }
  const { byParagraph, counts } = before;
  const fresh = yield* resting(paragraphs.slice(since.first, since.end), of);
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
