import { lowerBound } from '../article/span';
import type { Prose } from '../article/prose';
import type { LocalMention } from '../people/mentions';

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

/** The index of `mentions`, which are in order of their first words. */
export function indexOf({ sentences }: Prose, mentions: readonly LocalMention[]): MentionIndex {
  const [ends, tails, asides] = [new Map<number, number[]>(), new Map<number, number[]>(), new Map<number, number[]>()];
  const put = (map: Map<number, number[]>, at: number, m: number): void => {
    const known = map.get(at);
    if (known) known.push(m);
    else map.set(at, [m]);
  };
  mentions.forEach(({ endWord, tailWord, aside }, m) => {
    put(ends, endWord, m);
    if (tailWord !== undefined) put(tails, tailWord, m);
    if (aside) put(asides, aside.end, m);
  });
  const from = (w: number): number => {
    return lowerBound(mentions, ({ firstWord }) => firstWord < w);
  };
  const sentenceLists = new Map<unknown, Map<number, readonly number[]>>();
  return {
    mentions,
    endingAt: (w) => ends.get(w) ?? NOTHING,
    tailEndingAt: (w) => tails.get(w) ?? NOTHING,
    asideEndingAt: (offset) => asides.get(offset) ?? NOTHING,
    from,
    inSentence: (sentence, key, test) => {
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
