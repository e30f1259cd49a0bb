import { remember, type Prose } from '../article/prose';
import type { Span } from '../article/span';
import type { Paragraph } from '../article/article';
import type { Carry } from './carry';
import { inArticle, inOthersWords, isCopy, scanned } from './copy';
import { whoNote } from './fix/notes';
import { compared, spanAt, type Compared, type Place } from './places';
import type { Rule } from './rule';
import { CLAUSE_START, INVERTED, PLURAL_CUE, SINGULAR_CUE } from './sources/cues';
import { neverSourceIn } from './sources/never';
import { matchesOf } from './matches';
import { hasAny, watchFor } from './watch';

/** Words that praise a source and describe nothing. */
const EMPTY =
  '(?:(?:senior|top|unnamed|anonymous|separate|second|third|other|reliable|informed|well-informed|well-placed|trusted|high-level|unidentified|confidential)\\s+)?';
const NUMBER =
  '(?:two|three|four|five|six|several|some|multiple|many|various|a\\s+number\\s+of|Two|Three|Four|Five|Six|Several|Some|Multiple|Many|Various|A\\s+number\\s+of)\\s+';
const ONE = `(?<![\\p{L}])(?:[Aa]n?|[Oo]ne|[Aa]nother)\\s+${EMPTY}(?:source|insider)`;
const MORE = `(?:${CLAUSE_START}|(?<![\\p{L}])(?=${NUMBER}))(?:${NUMBER})?${EMPTY.replace('(?:senior', '(?:[Ss]enior').replace('|unnamed', '|[Uu]nnamed')}(?:[Ss]ources|[Ii]nsiders)`;
/** Nothing follows that describes them. */
const ALONE = '(?=\\s*(?:[.,;:!?)–—\\uFFFC]|$|(?:that|saying|as\\s+saying|for|on\\s+\\p{Lu})))';

const PATTERNS = [
  new RegExp(`${ONE}${SINGULAR_CUE}`, 'gu'),
  new RegExp(`${MORE}${PLURAL_CUE}`, 'gu'),
  new RegExp(
    `(?<![\\p{L}])(?:[Aa]ccording\\s+to|[Cc]iting|[Qq]uoting|quoted)\\s+(?:${ONE}|(?:${NUMBER})?${EMPTY}(?:sources|insiders))${ALONE}`,
    'gu',
  ),
  new RegExp(
    `(?<=[,\\uFFFC–—]\\s*)${INVERTED}\\s+(?:${ONE}|(?:${NUMBER})?${EMPTY}(?:sources|insiders))(?=\\s*(?:[.;!?)\\uFFFC]|$))`,
    'gu',
  ),
];

const WORDS = watchFor('source sources insider insiders');

function bareSources(text: string): Span[] {
  const found: Span[] = [];
  for (const pattern of PATTERNS)
    for (const { index, 0: words } of matchesOf(pattern, text)) {
      const span = { start: index, end: index + words.length };
      if (!found.some(({ start, end }) => start < span.end && span.start < end)) found.push(span);
    }
  return found.sort((a, b) => a.start - b.start);
}

/** "Two sources close to the talks", "intelligence sources who have read it": whom a later "sources" takes up. */
const DESCRIBED =
  /(?<![\p{L}])(?:sources?|insiders?)\s+(?:[—–(-]|(?:close|familiar|with|within|inside|briefed|involved|privy|who|at|in|from|across)\s)/iu;

/** Where a paragraph first says of a source what it is; Infinity where it does not. */
function firstDescribed({ text }: Prose): number {
  return DESCRIBED.exec(text)?.index ?? Infinity;
}

const NONE: readonly never[] = [];

/** What a paragraph says of anonymous sources. */
interface Told {
  readonly bare: readonly Bare[];
  readonly described: boolean;
}

interface Bare extends Span {
  readonly words: string;
  readonly milder: boolean;
}

const same = (a: Told, b: Told): boolean =>
  a.described === b.described &&
  a.bare.length === b.bare.length &&
  a.bare.every(({ words, milder }, i) => words === b.bare[i].words && milder === b.bare[i].milder);

/** The paragraphs with bare sources, and whether one before describes any. */
function compare(all: readonly Place<Told>[]): { readonly place: Place<Told>; readonly later: boolean }[] {
  const first = all.findIndex(({ item }) => item.described);
  return all
    .map((place, i) => ({ place, later: first >= 0 && i > first }))
    .filter(({ place }) => place.item.bare.length > 0);
}

export const anonymousBare: Rule = {
  id: 'anonymous-bare',
  severity: 'warning',
  description: 'An anonymous source stands without a word on what it is or how it knows.',
  *check(analysis, report, options, carry: Carry<Compared<Told, ReturnType<typeof compare>>>) {
    const isNever = neverSourceIn(options);
    const of = (paragraph: Paragraph): readonly Told[] => {
      if (!isCopy(paragraph) || !hasAny(paragraph.prose, WORDS)) return NONE;
      const { text, value } = scanned(analysis, paragraph, bareSources, bareSources);
      const first = remember(paragraph.prose, firstDescribed, firstDescribed);
      const bare = value
        .filter((place) => !inOthersWords(analysis, paragraph, inArticle(paragraph, place)))
        .map(({ start, end }) => ({
          start,
          end,
          words: text.slice(start, end).replace(/\s+/g, ' '),
          milder: paragraph.zone === 'standfirst' || first < start,
        }))
        .filter(({ words }) => !isNever(words));
      const described = first < Infinity;
      return described || bare.length > 0 ? [{ bare, described }] : [];
    };
    for (const { place, later } of yield* compared(analysis, carry, { of, same }, compare))
      for (const { words, milder, ...span } of place.item.bare)
        report({
          ...spanAt(analysis, place, span),
          message: `“${words}”: say what kind of source, and how it knows`,
          milder: milder || later,
        });
  },
  fixes: (finding, analysis) => [whoNote(analysis, finding)],
};
