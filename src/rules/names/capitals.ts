import type { Analysis } from '../../analysis';
import { COPY_ZONES, type Paragraph, type Zone } from '../../article/article';
import { remember, type Prose } from '../../article/prose';
import type { Span } from '../../article/span';
import { CALENDAR, FUNCTION_WORDS } from '../../language/lexicon';
import { firstNameGender } from '../../people/gender';
import { OTHERS, ownWords, scanned } from '../copy';
import { capitalsOf, matchesOf } from '../matches';
import { titledIn } from './people';
import { plain } from './same';

/** A name as it stands in the copy. */
export interface Name {
  readonly run: Run;
  /** Known to be a person: by a title, a verb of speech, a first name. */
  readonly person: boolean;
}

const NAMES = Symbol('names');
const CAPITALS =
  /(?<![\p{L}\p{N}@#/.])\p{Lu}[\p{L}\p{M}’'-]*(?:\s+(?:(?:de|da|di|la|van|von|der|den|al|bin|el)\s+)?\p{Lu}[\p{L}\p{M}’'-]*){0,3}/uy;
const SPEECH =
  '(?:says|said|told|tells|adds|added|warned|warns|wrote|writes|asked|asks|replied|denied|insisted|claimed|argued|noted|explained|called|agreed|confirmed|declined|admitted|urged|hopes|hoped|thinks|believes|recalled|promised)';
const SPEAKS = new RegExp(`^(?:['’]s)?\\s+(?:also\\s+|has\\s+|have\\s+|had\\s+|later\\s+)?${SPEECH}(?![\\p{L}])`, 'u');
/** Words with a capital that are no first names: the start of a sentence, a day, a point of the compass, a title. */
const NO_FIRST = new Set(
  'North South East West New Old Saint St Mount Lake Port Fort Mr Mrs Ms Miss Dr Prof Sir'.split(' '),
);

function isNoFirst(word: string): boolean {
  const lower = word.toLowerCase();
  return NO_FIRST.has(word) || FUNCTION_WORDS.has(lower) || CALENDAR.has(lower);
}

/** A run of capitals that can be a name, relative to the paragraph. */
export interface Run {
  readonly speaks: boolean;
  readonly first?: Part;
  readonly family: Part;
  /** First name, where there is one, and family name, as written. */
  readonly name: Part;
  /** The name, and the family name alone, in plain letters. */
  readonly key: string;
  readonly familyKey: string;
  /** Whether lists know the first name. */
  readonly firstKnown: boolean;
}

export interface Part extends Span {
  readonly text: string;
}

function capitals(text: string): readonly Run[] {
  const found: Run[] = [];
  for (const { index, 0: name } of capitalsOf(CAPITALS, text)) {
    const end = index + withoutPossessive(name);
    const words = wordsOf(text, { start: index, end });
    let at = 0;
    while (at < words.length && isNoFirst(words[at].text)) at++;
    if (at === words.length) continue;
    const family = words[words.length - 1];
    if (family.text.length < 3 || IN_CAPITALS.test(family.text)) continue;
    const first = words.length - at > 1 ? words[words.length - 2] : undefined;
    const { start } = first ?? family;
    const familyKey = plain(family.text);
    found.push({
      speaks: SPEAKS.test(text.slice(end, end + 40)),
      first,
      family,
      name: { start, end: family.end, text: text.slice(start, family.end) },
      key: `${first ? plain(first.text) : ''} ${familyKey}`,
      familyKey,
      firstKnown: first !== undefined && firstNameGender(first.text) !== 'unknown',
    });
  }
  return found;
}

const IN_CAPITALS = /^\p{Lu}+$/u;

/** The length of a name without a possessive ending. */
function withoutPossessive(name: string): number {
  const end = name.endsWith('s') ? name.length - 1 : name.length;
  const mark = name[end - 1];
  return mark === "'" || mark === '’' ? end - 1 : name.length;
}

const NONE: readonly never[] = [];

const ZONES: ReadonlySet<Zone> = new Set<Zone>([...COPY_ZONES, 'headline', 'kicker', 'subhead', 'pull-quote']);

/** The names in a paragraph of copy or headline, in its own words, and what beside them shows that they are a person's. */
export function namesIn(analysis: Analysis, paragraph: Paragraph): readonly Name[] {
  if (!ZONES.has(paragraph.zone) || paragraph.quoteDepth > 0) return NONE;
  const runs = runsOf(analysis, paragraph);
  if (runs.length === 0) return NONE;
  const titled = titledIn(analysis, paragraph);
  return runs.map((run) => ({
    run,
    person: run.speaks || run.firstKnown || titled.some(({ name }) => name?.end === run.name.end),
  }));
}

/** Whether two names read the same, wherever they stand. */
export function sameName(a: Name, b: Name): boolean {
  return (
    a.person === b.person &&
    (a.run === b.run ||
      (a.run.key === b.run.key && a.run.first?.text === b.run.first?.text && a.run.family.text === b.run.family.text))
  );
}

function runsOf(analysis: Analysis, paragraph: Paragraph): readonly Run[] {
  if (!ownWords(analysis, paragraph).includes(OTHERS))
    return remember(paragraph.prose, NAMES, ({ text }: Prose) => capitals(text));
  return scanned(analysis, paragraph, capitals, capitals).value;
}

function wordsOf(text: string, { start, end }: Span): readonly Part[] {
  const name = text.slice(start, end);
  if (!/\s/.test(name)) return [{ start, end, text: name }];
  return matchesOf(WORD, name).map(({ index, 0: word }) => ({
    start: start + index,
    end: start + index + word.length,
    text: word,
  }));
}

const WORD = /\S+/g;
