import { COUNTRIES } from '../agencies/list';
import type { Analysis } from '../analysis';
import type { Span } from '../article/span';
import { copyParagraphs, inArticle, scanned } from './copy';
import type { Rule } from './rule';
import { SINGULAR_CUE } from './sources/cues';

/** Seats of power that copy lets speak. */
const SEATS = [
  'Kremlin',
  'White House',
  'Downing Street',
  'Pentagon',
  'Elysee',
  'Élysée',
  'Whitehall',
  'Westminster',
  'Capitol Hill',
  'Foggy Bottom',
  'Buckingham Palace',
  'Holyrood',
  'Stormont',
  'Blue House',
  'Vatican',
  'Brussels',
  'Washington',
  'Beijing',
  'Wall Street',
  'Silicon Valley',
];
const PLACES: ReadonlySet<string> = new Set([
  ...SEATS,
  ...Object.values(COUNTRIES).flatMap(({ names, cities }) => [...names, ...cities.slice(0, 1)]),
]);

const SPEAKS =
  '(?:\\s+(?:(?:has|had|also|repeatedly|later|earlier|then|again|officially|publicly|since|already)\\s+){0,3}(?:pleaded|declared|announced|urged|demanded|vowed|pledged|threatened|condemned|denounced|rejected|refused|called\\s+for|promised|accused|responded|replied|acknowledged|conceded|hinted|appealed|protested|apologised|apologized))(?![\\p{L}-])';
const PATTERN = new RegExp(
  `(?<![\\p{L}’'-])(?:[Tt]he\\s+)?(?<name>\\p{Lu}[\\p{L}’'-]*(?:\\s+\\p{Lu}[\\p{L}’'-]*){0,2})(?:${SINGULAR_CUE}|${SPEAKS})`,
  'gu',
);
const PART_OF_ANOTHER =
  /(?:\b(?:of|in|from|near|at|for|to|outside|across|over|between|\p{Lu}\p{L}+\s+and|with|by|against|around|\p{L}+['’]s)\s+(?:the\s+)?|\p{Lu}[\p{L}.]*\s+)$/u;

interface Place extends Span {
  readonly name: string;
}

function places(text: string): Place[] {
  const found: Place[] = [];
  for (const match of text.matchAll(PATTERN)) {
    const words = (match.groups?.name ?? '').split(/\s+/);
    // a sentence may begin with another word in capitals: "But Kyiv said"
    const name = words.join(' ');
    const bare = PLACES.has(name)
      ? name
      : /^(?:But|And|Yet|While|Although|As|After|When|Since)$/.test(words[0])
        ? words.slice(1).join(' ')
        : '';
    if (!PLACES.has(bare)) continue;
    const start = match.index + (bare === name ? 0 : match[0].indexOf(bare));
    if (
      PART_OF_ANOTHER.test(
        text
          .slice(Math.max(0, start - 40), start)
          .replace(/(?:^|[.!?]\s+)(?:But|And|Yet|While|Although|As|After|When|Since)\s+$/, ''),
      )
    )
      continue;
    found.push({ name: bare, start, end: match.index + match[0].length });
  }
  return found;
}

export const placeNameSource: Rule = {
  id: 'place-name-source',
  severity: 'hint',
  description: 'A capital, a country or a building speaks: nobody in it is named.',
  check(analysis, report) {
    for (const paragraph of copyParagraphs(analysis))
      for (const place of scanned(analysis, paragraph, places, places).value) {
        if (isPerson(analysis, place.name)) continue;
        report({ ...inArticle(paragraph, place), message: `${place.name} cannot speak: who there said it?` });
      }
  },
};

/** Somebody in the article has that name: Jordan, Chad, Georgia. */
function isPerson(analysis: Analysis, name: string): boolean {
  return analysis.speakers.some((speaker) => speaker.type === 'person' && speaker.name.split(' ').includes(name));
}
