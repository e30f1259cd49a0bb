import type { Analysis } from '../analysis';
import { COPY_ZONES, type Paragraph, type Zone } from '../article/article';
import { remember, type Prose } from '../article/prose';
import type { Span } from '../article/span';
import { CALENDAR, FUNCTION_WORDS } from '../language/lexicon';
import { firstNameGender } from '../people/gender';
import type { Carry } from './carry';
import { OTHERS, ownWords, scanned } from './copy';
import { titledIn } from './names/people';
import { isVariant, plain, variantKeys } from './names/same';
import { compared, spanAt, type Compared, type Place } from './places';
import type { Fix, Rule } from './rule';
import { capitalsOf, matchesOf } from './matches';

/** A name as it stands in the copy. */
interface Name {
  readonly run: Run;
  /** Known to be a person: by a title, a verb of speech, a first name. */
  readonly person: boolean;
}

type Naming = Place<Name>;
/** The places of one spelling, in order of the text. */
type Group = readonly Naming[];

/** Two spellings that may be one name, with all the places that have the part that differs. */
interface Pair {
  readonly odd: Group;
  readonly usual: Group;
  readonly part: 'first' | 'family';
  /** One of these must be a person's. */
  readonly person: readonly Naming[];
  readonly allOdd: Group;
  readonly allUsual: Group;
}

interface Data {
  readonly edits: readonly Span[];
  readonly to: string;
  readonly from: string;
  readonly back: readonly Span[];
}

/** Words that say that two people of similar names are two. */
const RELATIVES =
  /\b(?:brothers?|sisters?|twins?|cousins?|siblings?|father|mother|son|daughter|wife|husband|unrelated|no relation|not related|namesakes?)\b/iu;

export const nameVariant: Rule = {
  id: 'name-variant',
  severity: 'information',
  description: 'One person’s name is spelled in two ways.',
  *check(analysis, report, _options, carry: Carry<Compared<Name, readonly Pair[]>>) {
    const of = (paragraph: Paragraph): readonly Name[] => namesIn(analysis, paragraph);
    const pairs = yield* compared(analysis, carry, { of, same: sameName }, pairsAmong);
    const reported = new Set<Group>();
    const people = peopleAmong(analysis, pairs);
    const { text, paragraphs } = analysis.article;
    for (const { odd, usual, part, person, allOdd, allUsual } of pairs) {
      if (reported.has(odd) || reported.has(usual)) continue;
      if (!person.some(({ item }) => item.person || people.has(plain(item.run.name.text)))) continue;
      if (together(odd, usual, paragraphs)) continue;
      reported.add(odd);
      const word = (place: Naming): Span =>
        spanAt(
          analysis,
          place,
          part === 'first' ? (place.item.run.first ?? place.item.run.name) : place.item.run.family,
        );
      const name = (place: Naming): Span => spanAt(analysis, place, place.item.run.name);
      const spelled = (place: Naming) => text.slice(word(place).start, word(place).end);
      const [here, there] = [name(odd[0]), name(usual[0])];
      const theirs = text.slice(there.start, there.end);
      report({
        ...here,
        message: `${text.slice(here.start, here.end)} here, ${theirs} elsewhere: one person?`,
        related: [{ ...there, message: `${theirs} here` }],
        data: {
          edits: allOdd.map(word),
          to: spelled(usual[0]),
          from: spelled(odd[0]),
          back: allUsual.map(word),
        } satisfies Data,
      });
    }
  },
  fixes(finding): readonly Fix[] {
    const { edits, back, from, to } = finding.data as Data;
    return [
      {
        title: `Change ${from} to ${to} everywhere`,
        edits: edits.map((span) => ({ ...span, text: to })),
        preferred: true,
      },
      { title: `Change ${to} to ${from} everywhere`, edits: back.map((span) => ({ ...span, text: from })) },
    ];
  },
};

/** The names that may be two spellings of one, in order of the text. */
function pairsAmong(namings: readonly Naming[]): Pair[] {
  const groups = new Map<string, Naming[]>();
  for (const naming of namings) {
    const { key } = naming.item.run;
    const group = groups.get(key);
    if (group) group.push(naming);
    else groups.set(key, [naming]);
  }
  const spellings = [...groups.values()];
  const rivals = rivalsAmong(spellings);
  const found: Pair[] = [];
  spellings.forEach((b, j) => {
    for (const a of rivals(j)) {
      const part = variantPart(a[0], b[0], namings);
      if (!part) continue;
      const ofPart = (group: Group): Group =>
        part === 'family'
          ? namings.filter(({ item: { run } }) => run.familyKey === group[0].item.run.familyKey)
          : group;
      // a family name alone is the odd one beside a full name; else the rarer; of two equally rare ones the later
      const weight = (group: Group) => (group[0].item.run.first ? ofPart(group).length : 0);
      const [odd, usual] = weight(b) <= weight(a) ? [b, a] : [a, b];
      // a family name alone must be a person's by itself
      const alone = [a[0], b[0]].filter(({ item }) => !item.run.first);
      const person = alone.length > 0 ? alone : [a[0], b[0]];
      found.push({ odd, usual, part, person, allOdd: ofPart(odd), allUsual: ofPart(usual) });
    }
  });
  return found;
}

/** For a spelling by its index, the earlier ones that could be the same name: with that family name, or a variant. */
function rivalsAmong(spellings: readonly Group[]): (index: number) => readonly Group[] {
  const byKey = new Map<string, number[]>();
  spellings.forEach(([{ item }], index) => {
    for (const key of variantKeys(item.run.family.text)) {
      const known = byKey.get(key);
      if (known) known.push(index);
      else byKey.set(key, [index]);
    }
  });
  return (index) => {
    const found = new Set<number>();
    for (const key of variantKeys(spellings[index][0].item.run.family.text))
      for (const other of byKey.get(key) ?? []) if (other < index) found.add(other);
    return [...found].sort((a, b) => a - b).map((other) => spellings[other]);
  };
}

/** Which part of the name is spelled in two ways; undefined where the names are those of two people, or the same. */
function variantPart(a: Naming, b: Naming, all: readonly Naming[]): 'first' | 'family' | undefined {
  const [x, y] = [a.item.run, b.item.run];
  const sameFamily = x.familyKey === y.familyKey;
  if (x.first && y.first) {
    const [one, other] = [x.first.text, y.first.text];
    const sameFirst = plain(one) === plain(other);
    if (sameFamily && !sameFirst) return isVariant(one, other, 'first') && !twoPeople(one, other) ? 'first' : undefined;
    // with one first name, short family names count too
    if (sameFirst && !sameFamily) return isVariant(x.family.text, y.family.text, 'family', 3) ? 'family' : undefined;
    return undefined;
  }
  if (sameFamily || !isVariant(x.family.text, y.family.text, 'family')) return undefined;
  if (!x.first && !y.first) return undefined;
  // a family name alone, which is that of nobody else in the article
  const alone = x.first ? y : x;
  return all.some(({ item: { run } }) => run.first && run.familyKey === alone.familyKey) ? undefined : 'family';
}

function twoPeople(a: string, b: string): boolean {
  const [x, y] = [firstNameGender(a), firstNameGender(b)];
  return x !== 'unknown' && y !== 'unknown' && x !== y;
}

/** Whether the two spellings stand side by side, or a word of family near one says that they are two people. */
function together(a: Group, b: Group, paragraphs: readonly Paragraph[]): boolean {
  return a.some((x) =>
    b.some((y) => {
      if (x.paragraph !== y.paragraph) return false;
      const [one, other] = [x.item.run.name, y.item.run.name];
      const { text } = paragraphs[x.paragraph].prose;
      const between = text.slice(Math.min(one.start, other.start), Math.max(one.end, other.end));
      return !/[.!?]["”’']?\s/.test(between) || RELATIVES.test(text);
    }),
  );
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
interface Run {
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

interface Part extends Span {
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
function namesIn(analysis: Analysis, paragraph: Paragraph): readonly Name[] {
  if (!ZONES.has(paragraph.zone) || paragraph.quoteDepth > 0) return NONE;
  const runs = runsOf(analysis, paragraph);
  if (runs.length === 0) return NONE;
  const titled = titledIn(analysis, paragraph);
  return runs.map((run) => ({
    run,
    person: run.speaks || run.firstKnown || titled.some(({ name }) => name?.end === run.name.end),
  }));
}

function sameName(a: Name, b: Name): boolean {
  return (
    a.person === b.person &&
    (a.run === b.run ||
      (a.run.key === b.run.key && a.run.first?.text === b.run.first?.text && a.run.family.text === b.run.family.text))
  );
}

/** The names in question of people whom the engine knows and the copy names more than once. */
function peopleAmong(analysis: Analysis, pairs: readonly Pair[]): ReadonlySet<string> {
  const asked = new Set(
    pairs.flatMap(({ person }) => (person.some(({ item }) => item.person) ? [] : person.map(nameOf))),
  );
  const people = new Set<string>();
  if (asked.size > 0)
    for (const speaker of analysis.everybody()) {
      const name = speaker.type === 'person' ? plain(speaker.name) : '';
      if (asked.has(name) && speaker.mentions.length > 1) people.add(name);
    }
  return people;
}

const nameOf = ({ item }: Naming): string => plain(item.run.name.text);

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
