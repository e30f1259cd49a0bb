import type { Analysis } from '../analysis';
import { COPY_ZONES, type Paragraph } from '../article/article';
import { remember, type Prose } from '../article/prose';
import type { Span } from '../article/span';
import { CALENDAR, FUNCTION_WORDS } from '../language/lexicon';
import { firstNameGender } from '../people/gender';
import { inArticle, OTHERS, ownWords, scanned } from './copy';
import { titledMentions } from './names/people';
import { isVariant, plain, variantKeys } from './names/same';
import type { Fix, Rule } from './rule';

/** A name as it stands in the copy. */
interface Naming {
  readonly run: Run;
  readonly paragraph: Paragraph;
  /** Known to be a person: by a title, a verb of speech, a first name. */
  readonly person: boolean;
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
  check(analysis, report) {
    const namings = namingsOf(analysis);
    const groups = new Map<string, Naming[]>();
    for (const naming of namings) {
      const { key } = naming.run;
      const group = groups.get(key);
      if (group) group.push(naming);
      else groups.set(key, [naming]);
    }
    const spellings = [...groups.values()];
    const reported = new Set<Naming[]>();
    const rivals = rivalsAmong(spellings);
    spellings.forEach((b, j) => {
      for (const a of rivals(j)) {
        if (reported.has(a) || reported.has(b)) continue;
        const part = variantPart(a[0], b[0], namings);
        if (!part || together(a, b)) continue;
        // a family name alone is the odd one beside a full name; else the rarer; of two equally rare ones the later
        const ofFamily = (key: string) => namings.filter(({ run }) => run.familyKey === key);
        const weight = (group: Naming[]) =>
          !group[0].run.first ? 0 : part === 'family' ? ofFamily(group[0].run.familyKey).length : group.length;
        const [odd, usual] = weight(b) <= weight(a) ? [b, a] : [a, b];
        reported.add(odd);
        const { text } = analysis.article;
        const word = ({ run, paragraph }: Naming): Span =>
          inArticle(paragraph, part === 'first' ? (run.first ?? run.name) : run.family);
        const name = ({ run, paragraph }: Naming): Span => inArticle(paragraph, run.name);
        const spelled = (naming: Naming) => text.slice(word(naming).start, word(naming).end);
        const all = (group: Naming[]) => (part === 'family' ? ofFamily(group[0].run.familyKey) : group).map(word);
        const [here, there] = [name(odd[0]), name(usual[0])];
        const theirs = text.slice(there.start, there.end);
        report({
          ...here,
          message: `${text.slice(here.start, here.end)} here, ${theirs} elsewhere: one person?`,
          related: [{ ...there, message: `${theirs} here` }],
          data: { edits: all(odd), to: spelled(usual[0]), from: spelled(odd[0]), back: all(usual) } satisfies Data,
        });
      }
    });
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

/** For a spelling by its index, the earlier ones that could be the same name: with that family name, or a variant. */
function rivalsAmong(spellings: readonly Naming[][]): (index: number) => readonly Naming[][] {
  const byKey = new Map<string, number[]>();
  spellings.forEach(([{ run }], index) => {
    for (const key of variantKeys(run.family.text)) {
      const known = byKey.get(key);
      if (known) known.push(index);
      else byKey.set(key, [index]);
    }
  });
  return (index) => {
    const found = new Set<number>();
    for (const key of variantKeys(spellings[index][0].run.family.text))
      for (const other of byKey.get(key) ?? []) if (other < index) found.add(other);
    return [...found].sort((a, b) => a - b).map((other) => spellings[other]);
  };
}

/** Which part of the name is spelled in two ways; undefined where the names are those of two people, or the same. */
function variantPart(a: Naming, b: Naming, all: readonly Naming[]): 'first' | 'family' | undefined {
  if (!a.person && !b.person) return undefined;
  const [x, y] = [a.run, b.run];
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
  const alone = x.first ? b : a;
  if (!alone.person) return undefined;
  return all.some(({ run }) => run.first && run.familyKey === alone.run.familyKey) ? undefined : 'family';
}

function twoPeople(a: string, b: string): boolean {
  const [x, y] = [firstNameGender(a), firstNameGender(b)];
  return x !== 'unknown' && y !== 'unknown' && x !== y;
}

/** Whether the two spellings stand side by side, or a word of family near one says that they are two people. */
function together(a: readonly Naming[], b: readonly Naming[]): boolean {
  return a.some((x) =>
    b.some((y) => {
      if (x.paragraph !== y.paragraph) return false;
      const [one, other] = [x.run.name, y.run.name];
      const between = x.paragraph.prose.text.slice(Math.min(one.start, other.start), Math.max(one.end, other.end));
      return !/[.!?]["”’']?\s/.test(between) || RELATIVES.test(x.paragraph.prose.text);
    }),
  );
}

const NAMES = Symbol('names');
const CAPITALS =
  /(?<![\p{L}\p{N}@#/.])\p{Lu}[\p{L}\p{M}’'-]*(?:\s+(?:(?:de|da|di|la|van|von|der|den|al|bin|el)\s+)?\p{Lu}[\p{L}\p{M}’'-]*){0,3}/gu;
const SPEECH =
  '(?:says|said|told|tells|adds|added|warned|warns|wrote|writes|asked|asks|replied|denied|insisted|claimed|argued|noted|explained|called|agreed|confirmed|declined|admitted|urged|hopes|hoped|thinks|believes|recalled|promised)';
/** Words with a capital that are no first names: the start of a sentence, a day, a point of the compass, a title. */
const NO_FIRST = /^(?:North|South|East|West|New|Old|Saint|St|Mount|Lake|Port|Fort|Mr|Mrs|Ms|Miss|Dr|Prof|Sir)$/;

function isNoFirst(word: string): boolean {
  const lower = word.toLowerCase();
  return NO_FIRST.test(word) || FUNCTION_WORDS.has(lower) || CALENDAR.has(lower);
}

/** A run of capitals that can be a name, relative to the paragraph. */
interface Run {
  readonly speaks: boolean;
  readonly first?: Part;
  readonly family: Part;
  /** First name, where there is one, and family name. */
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

/** What follows the name of somebody who speaks. */
const SPEAKS = new RegExp(`^(?:['’]s)?\\s+(?:also\\s+|has\\s+|have\\s+|had\\s+|later\\s+)?${SPEECH}(?![\\p{L}])`, 'u');

function capitals(text: string): Run[] {
  return [...text.matchAll(CAPITALS)].flatMap(({ index, 0: name }) => {
    const bare = name.replace(/['’]s?$/u, '');
    const end = index + bare.length;
    const words = wordsOf(text, { start: index, end });
    while (words.length && isNoFirst(words[0].text)) words.shift();
    const family = words.at(-1);
    if (!family || family.text.length < 3 || /^\p{Lu}+$/u.test(family.text)) return [];
    const first = words.at(-2);
    const start = (first ?? family).start;
    return {
      speaks: SPEAKS.test(text.slice(end, end + 40)),
      first,
      family,
      name: { start, end: family.end, text: plain(text.slice(start, family.end)) },
      key: `${first ? plain(first.text) : ''} ${plain(family.text)}`,
      familyKey: plain(family.text),
      firstKnown: first !== undefined && firstNameGender(first.text) !== 'unknown',
    };
  });
}

/** All names of the article's own words, headline included, and what shows that they are a person's. */
function namingsOf(analysis: Analysis): Naming[] {
  const { paragraphs } = analysis.article;
  const titled = new Set(titledMentions(analysis).flatMap(({ name }) => (name ? [name.end] : [])));
  const people = new Set(
    analysis.speakers
      .filter(({ type, mentions }) => type === 'person' && mentions.length > 1)
      .map(({ name }) => plain(name)),
  );
  const namings: Naming[] = [];
  for (const paragraph of paragraphs) {
    if (
      !COPY_ZONES.has(paragraph.zone) &&
      !/^(?:headline|standfirst|kicker|subhead|pull-quote|byline)$/.test(paragraph.zone)
    )
      continue;
    if (paragraph.zone === 'byline' || paragraph.quoteDepth > 0) continue;
    for (const run of runsOf(analysis, paragraph)) {
      const { name, speaks, firstKnown } = run;
      const person = speaks || firstKnown || titled.has(paragraph.start + name.end) || people.has(name.text);
      namings.push({ run, paragraph, person });
    }
  }
  return namings;
}

function runsOf(analysis: Analysis, paragraph: Paragraph): readonly Run[] {
  if (!ownWords(analysis, paragraph).includes(OTHERS))
    return remember(paragraph.prose, NAMES, ({ text }: Prose) => capitals(text));
  return scanned(analysis, paragraph, capitals, capitals).value;
}

function wordsOf(text: string, { start, end }: Span): Part[] {
  return [...text.slice(start, end).matchAll(/\S+/gu)].map(({ index, 0: word }) => ({
    start: start + index,
    end: start + index + word.length,
    text: word,
  }));
}
