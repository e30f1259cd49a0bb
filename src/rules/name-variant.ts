import type { Analysis } from '../analysis';
import type { Paragraph } from '../article/article';
import type { Span } from '../article/span';
import { firstNameGender } from '../people/gender';
import type { Carry } from './carry';
import { namesIn, sameName, type Name } from './names/capitals';
import { isVariant, plain, variantKeys } from './names/same';
import { collect, spanAt, stands, type Place, type Places } from './places';
import type { Fix, Rule } from './rule';

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

interface Known {
  readonly names: Places<Name>;
  readonly pairs: readonly Pair[];
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
  *check(analysis, report, _options, { before, since, keep }: Carry<Known>) {
    const of = (paragraph: Paragraph): readonly Name[] => namesIn(analysis, paragraph);
    const names = yield* collect(analysis, before?.names, since, { of, same: sameName });
    const pairs = before && stands(names) ? before.pairs : yield* pairsAmong(names.all);
    keep({ names, pairs });
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

const NONE: readonly never[] = [];

/** Spellings compared between two rests. */
const STEP = 64;

/** The names that may be two spellings of one, in order of the text. */
function* pairsAmong(namings: readonly Naming[]): Generator<void, readonly Pair[]> {
  const groups = new Map<string, Naming[]>();
  for (const naming of namings) {
    const { key } = naming.item.run;
    const group = groups.get(key);
    if (group) group.push(naming);
    else groups.set(key, [naming]);
  }
  const earlier: Group[] = [];
  /** By what they have in common with their variants. */
  const byKey = new Map<string, number[]>();
  const found: Pair[] = [];
  for (const group of groups.values()) {
    for (const rival of rivalsOf(group, earlier, byKey)) {
      const pair = pairOf(rival, group, namings);
      if (pair) found.push(pair);
    }
    if (earlier.push(group) % STEP === 0) yield;
  }
  return found;
}

/** Of the earlier spellings those that could be the same name, with that family name or a variant of it, in order. */
function rivalsOf(group: Group, earlier: readonly Group[], byKey: Map<string, number[]>): readonly Group[] {
  const found = new Set<number>();
  for (const key of variantKeys(group[0].item.run.family.text)) {
    const known = byKey.get(key);
    if (!known) byKey.set(key, [earlier.length]);
    else {
      for (const other of known) found.add(other);
      known.push(earlier.length);
    }
  }
  return found.size === 0 ? NONE : [...found].sort((a, b) => a - b).map((other) => earlier[other]);
}

/** The later of two spellings, `b`, with the one before it; undefined where they are no variants. */
function pairOf(a: Group, b: Group, namings: readonly Naming[]): Pair | undefined {
  const part = variantPart(a[0], b[0], namings);
  if (!part) return undefined;
  const ofPart = (group: Group): Group =>
    part === 'family' ? namings.filter(({ item: { run } }) => run.familyKey === group[0].item.run.familyKey) : group;
  // a family name alone is the odd one beside a full name; else the rarer; of two equally rare ones the later
  const weight = (group: Group) => (group[0].item.run.first ? ofPart(group).length : 0);
  const [odd, usual] = weight(b) <= weight(a) ? [b, a] : [a, b];
  // a family name alone must be a person's by itself
  const alone = [a[0], b[0]].filter(({ item }) => !item.run.first);
  const person = alone.length > 0 ? alone : [a[0], b[0]];
  return { odd, usual, part, person, allOdd: ofPart(odd), allUsual: ofPart(usual) };
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
