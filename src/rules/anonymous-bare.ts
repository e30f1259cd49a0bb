import { remember, type Prose } from '../article/prose';
import type { Span } from '../article/span';
import { copyParagraphs, inArticle, inOthersWords, scanned } from './copy';
import { whoNote } from './fix/notes';
import type { Rule } from './rule';
import { CLAUSE_START, INVERTED, PLURAL_CUE, SINGULAR_CUE } from './sources/cues';
import { neverSourceIn } from './sources/never';

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

function bareSources(text: string): Span[] {
  if (!/source|insider/i.test(text)) return [];
  const found: Span[] = [];
  for (const pattern of PATTERNS)
    for (const { index, 0: words } of text.matchAll(pattern)) {
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

export const anonymousBare: Rule = {
  id: 'anonymous-bare',
  severity: 'warning',
  description: 'An anonymous source stands without a word on what it is or how it knows.',
  check(analysis, report, options) {
    const isNever = neverSourceIn(options);
    let described = false;
    for (const paragraph of copyParagraphs(analysis)) {
      const { text, value } = scanned(analysis, paragraph, bareSources, bareSources);
      const first = remember(paragraph.prose, firstDescribed, firstDescribed);
      for (const place of value) {
        const span = inArticle(paragraph, place);
        if (inOthersWords(analysis, paragraph, span)) continue;
        const words = text.slice(place.start, place.end).replace(/\s+/g, ' ');
        if (isNever(words)) continue;
        report({
          ...span,
          message: `“${words}”: say what kind of source, and how it knows`,
          milder: paragraph.zone === 'standfirst' || described || first < place.start,
        });
      }
      described ||= first < Infinity;
    }
  },
  fixes: (finding, analysis) => [whoNote(analysis, finding)],
};
