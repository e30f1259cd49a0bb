import { lowerBound } from '../article/span';
import type { Prose } from '../article/prose';
import type { LocalMention } from '../people/mention';

/** A paragraph's mentions by where they stand, so that no cue needs to look at all of them. */
export interface MentionIndex {
  readonly mentions: readonly LocalMention[];
  /** Indexes of the mentions that end before word `w`, in order. */
  readonly endingAt: (w: number) => readonly number[];
  /** The same with "of the delegation", "from Madison" after the name. */
  readonly tailEndingAt: (w: number) => readonly number[];
  /** Indexes of the mentions whose aside ends at `offset`, in order. */
  readonly asideEndingAt: (offset: number) => readonly number[];
  /** Index of the first mention that begins at word `w` or later. */
  readonly from: (w: number) => number;
  /** Indexes of the mentions that begin in a sentence and pass `test`, in order; asked once for each sentence and `key`. */
  readonly inSentence: (
    sentence: number,
    key: unknown,
    test: (mention: LocalMention, m: number) => boolean,
  ) => readonly number[];
}

const NOTHING: readonly number[] = [];

/** Indexes of mentions by a place of theirs. */
type Places = ReadonlyMap<number, readonly number[]>;

function placesOf(mentions: readonly LocalMention[], placeOf: (mention: LocalMention) => number | undefined): Places {
  const places = new Map<number, number[]>();
  for (let m = 0; m < mentions.length; m++) {
    const place = placeOf(mentions[m]);
    if (place === undefined) continue;
    const known = places.get(place);
    if (known) known.push(m);
    else places.set(place, [m]);
  }
  return places;
}

/** The index of `mentions`, which are in order of their first words. */
export function indexOf({ sentences }: Prose, mentions: readonly LocalMention[]): MentionIndex {
  // few paragraphs are asked all of this
  let ends: Places | undefined;
  let tails: Places | undefined;
  let asides: Places | undefined;
  const from = (w: number): number => {
    return lowerBound(mentions, ({ firstWord }) => firstWord < w);
  };
  let sentenceLists: Map<unknown, Map<number, readonly number[]>> | undefined;
  return {
    mentions,
    endingAt: (w) => (ends ??= placesOf(mentions, ({ endWord }) => endWord)).get(w) ?? NOTHING,
    tailEndingAt: (w) => (tails ??= placesOf(mentions, ({ tailWord }) => tailWord)).get(w) ?? NOTHING,
    asideEndingAt: (offset) => (asides ??= placesOf(mentions, ({ aside }) => aside?.end)).get(offset) ?? NOTHING,
    from,
    inSentence: (sentence, key, test) => {
      sentenceLists ??= new Map();
      let lists = sentenceLists.get(key);
      if (!lists) sentenceLists.set(key, (lists = new Map()));
      let list = lists.get(sentence);
      if (!list) {
        const { firstWord, endWord } = sentences[sentence];
        const fit: number[] = [];
        for (let m = from(firstWord); m < mentions.length && mentions[m].firstWord < endWord; m++)
          if (test(mentions[m], m)) fit.push(m);
        lists.set(sentence, (list = fit));
      }
      return list;
    },
  };
}

/** The longest of some mentions, by index; the first of several; -1 where there are none. */
export function widest(mentions: readonly LocalMention[], list: readonly number[]): number {
  let best = -1;
  const length = (m: number): number => mentions[m].endWord - mentions[m].firstWord;
  for (const m of list) if (best < 0 || length(m) > length(best)) best = m;
  return best;
}

/** Indexes of the mentions that begin at one of the words from `first` to `last`. */
export function beginning({ mentions, from }: MentionIndex, first: number, last: number): number[] {
  const found: number[] = [];
  for (let m = from(first); m < mentions.length && mentions[m].firstWord <= last; m++) found.push(m);
  return found;
}

/** The first of some mentions (indexes in order) that ends at word `last` or before; those from word `before` on cannot. */
export function firstEnding(
  mentions: readonly LocalMention[],
  list: readonly number[],
  last: number,
  before: number,
): number {
  for (const m of list) {
    if (mentions[m].firstWord >= before) return -1;
    if (mentions[m].endWord <= last) return m;
  }
  return -1;
}
