import { COUNTRIES } from '../agencies/list';
import type { Analysis } from '../analysis';
import type { Prose } from '../article/prose';
import type { Span } from '../article/span';
import { inArticle, scanned } from './copy';
import type { Rule } from './rule';
import { cueAfter, endOf, startOf } from './sources/cues';
import { neverSourceIn } from './sources/never';
import { placesOf, watchFor } from './watch';

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
const PLACES: readonly string[] = [
  ...SEATS,
  ...Object.values(COUNTRIES).flatMap(({ names, cities }) => [...names, ...cities.slice(0, 1)]),
];
/** By their last words, folded, which the verb follows. */
const byLastWord = new Map<string, string[]>();
const LAST_WORDS = watchFor(() => {
  for (const place of PLACES) {
    const last = /[A-Za-z]+(?:-[A-Za-z]+)*$/.exec(place)?.[0].toLowerCase();
    if (last && last.length > 2) byLastWord.set(last, [...(byLastWord.get(last) ?? []), place]);
  }
  return byLastWord.keys();
});

const SPEAKS =
  /\s+(?:(?:has|had|also|repeatedly|later|earlier|then|again|officially|publicly|since|already)\s+){0,3}(?:pleaded|declared|announced|urged|demanded|vowed|pledged|threatened|condemned|denounced|rejected|refused|called\s+for|promised|accused|responded|replied|acknowledged|conceded|hinted|appealed|protested|apologised|apologized)(?![\p{L}-])/uy;
const OPENER = /(?:^|[.!?:]\s+)(?:But|And|Yet|While|Although|As|After|When|Since)\s+$/u;
const PART_OF_ANOTHER =
  /(?:\b(?:of|in|from|near|at|for|to|outside|across|over|between|\p{Lu}\p{L}+\s+and|with|by|against|around|\p{L}+['’]s)\s+(?:the\s+)?|\p{Lu}[\p{L}.]*\s+)$/u;

interface Place extends Span {
  readonly name: string;
}

function places(text: string, prose: Prose): Place[] {
  const found: Place[] = [];
  for (const { end, word } of placesOf(prose, text, LAST_WORDS)) {
    const name = byLastWord
      .get(word.toLowerCase())
      ?.filter((place) => text.startsWith(place, end - place.length))
      .sort((a, b) => b.length - a.length)[0];
    if (!name) continue;
    const cue = cueAfter(text, end, 'singular') ?? endOf(SPEAKS, text, end);
    if (cue === undefined) continue;
    const start = startOf(/(?<![\p{L}])the\s+$/iu, text, end - name.length, 8) ?? end - name.length;
    const before = text.slice(Math.max(0, start - 40), start);
    if (!OPENER.test(before) && PART_OF_ANOTHER.test(before)) continue;
    found.push({ name, start, end: cue });
  }
  return found;
}

export const placeNameSource: Rule = {
  id: 'place-name-source',
  severity: 'hint',
  description: 'A capital, a country or a building speaks: nobody in it is named.',
  reach: 0,
  words: LAST_WORDS,
  checkParagraph(analysis, paragraph, report, options) {
    const isNever = neverSourceIn(options);
    for (const place of scanned(analysis, paragraph, places, places).value) {
      if (isPerson(analysis, place.name) || isNever(place.name)) continue;
      report({ ...inArticle(paragraph, place), message: `${place.name} cannot speak: who there said it?` });
    }
  },
};

/** Somebody in the article has that name: Jordan, Chad, Georgia. */
function isPerson(analysis: Analysis, name: string): boolean {
  for (const speaker of analysis.everybody())
    if (speaker.type === 'person' && speaker.name.split(' ').includes(name)) return true;
  return false;
}
