import type { Span } from '../article/span';
import type { Word } from '../article/words';
import type { Gender, SpeakerType } from './speaker';

/** How a noun phrase is introduced. */
export type Determination = 'definite' | 'indefinite' | 'possessive' | 'bare';

/**
 * A noun phrase of one paragraph that can be a source, as its own words give it. Offsets relative to the paragraph;
 * determiner and titles inside, apposition outside.
 */
export interface LocalMention extends Span {
  readonly firstWord: number;
  readonly endWord: number;
  readonly kind: 'name' | 'role' | 'pronoun' | 'description';
  /** The name proper, with its words ("Eri Kaneko"); undefined without one. */
  readonly name?: string;
  readonly nameSpan?: Span;
  /** Title or office in the mention or in apposition to it ("UN spokesman"). */
  readonly role?: string;
  /** Lower-case head noun of a role or description; the pronoun itself. */
  readonly head?: string;
  readonly honorific?: string;
  readonly gender: Gender;
  readonly plural: boolean;
  readonly type?: SpeakerType;
  readonly determination: Determination;
  /** "of the delegation", "from Madison" after a name: word index and offset where it ends. */
  readonly tailWord?: number;
  readonly tailEnd?: number;
  /** A capital that may only open a sentence: a name if the article names it elsewhere too. */
  readonly weak?: boolean;
  /** It stands behind "in" or "near". */
  readonly isWhere?: boolean;
  /** Index in the list of the mention that stands in apposition to this one. */
  readonly apposition?: number;
  /** What an apposition or relative clause after it covers, both commas inside: "X, who runs Y, said". */
  readonly aside?: Span;
}

/** A mention while its paragraph is read. */
export type Found = { -readonly [K in keyof LocalMention]: LocalMention[K] };

/**
 * The noun phrase of words `firstWord` to `endWord` (exclusive), with nothing known of it. All mentions have their fields in one
 * order: they are read in many places, and V8 reads values of one shape quicker.
 */
export function phrase(
  words: readonly Word[],
  firstWord: number,
  endWord: number,
  kind: LocalMention['kind'],
  head: string | undefined,
  gender: Gender,
): Found {
  return {
    start: words[firstWord].start,
    end: words[endWord - 1].end,
    firstWord,
    endWord,
    kind,
    name: undefined,
    nameSpan: undefined,
    role: undefined,
    head,
    honorific: undefined,
    gender,
    plural: false,
    type: undefined,
    determination: 'bare',
    tailWord: undefined,
    tailEnd: undefined,
    weak: undefined,
    isWhere: undefined,
    apposition: undefined,
    aside: undefined,
  };
}
