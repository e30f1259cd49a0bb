import type { Gender } from '../people/speaker';
import { lowerBound, type Span } from '../article/span';
import { sentenceAt } from './copy';
import type { Paragraph } from '../article/article';
import type { Carry } from './carry';
import { isHead, sameTitled, titledIn } from './names/people';
import { plain } from './names/same';
import type { Titled } from './names/titled';
import { compared, spanAt, standsBefore, type Compared, type Place } from './places';
import type { Fix, Rule } from './rule';

/** The titles that disagree, as spans of the gendered word alone. */
interface Data {
  readonly here: Span;
  readonly there: Span;
}

/** A name with a title, or a title alone. */
interface Named {
  readonly titled: Titled;
  /** Whether the title, in the copy, tells a man from a woman. */
  readonly gendered: boolean;
  /** Whether the sentence has a word of family. */
  readonly ofFamily: boolean;
}

type Mention = Place<Named>;

const same = (a: Named, b: Named): boolean =>
  sameTitled(a.titled, b.titled) && a.gendered === b.gendered && a.ofFamily === b.ofFamily;

/** A word of family: two people of one surname, of whom one may go without a first name. */
const FAMILY =
  /\b(?:wife|husband|widow|widower|mother|father|sister|brother|son|daughter|twin|spouse|couple|cousin|aunt|uncle|niece|nephew|partner|married|parents?)\b/i;

export const genderTitleMismatch: Rule = {
  id: 'gender-title-mismatch',
  severity: 'warning',
  description: 'One person is a man by one title and a woman by another.',
  *check(analysis, report, _options, carry: Carry<Compared<Named, ReturnType<typeof compare>>>) {
    const { text } = analysis.article;
    const of = (paragraph: Paragraph): readonly Named[] =>
      titledIn(analysis, paragraph).map((titled) => ({
        titled,
        gendered: titled.office.gender !== 'unknown' && !isHead(paragraph),
        ofFamily: isOfFamily(titled, paragraph),
      }));
    for (const { mention, other } of yield* compared(analysis, carry, { of, same }, compare)) {
      const [place, before] = [mention, other].map((one) => spanAt(analysis, one, one.item.titled));
      // the one without a name, or the later one, is the place; the other end is a related place
      const [here, there] = [place, before].map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' '));
      const wordOf = (one: Mention): Span => genderWord(spanAt(analysis, one, one.item.titled.title), text);
      report({
        ...place,
        message: `“${here}” here, “${there}” before: which is right?`,
        related: [{ ...before, message: `${there} here` }],
        data: { here: wordOf(mention), there: wordOf(other) } satisfies Data,
      });
    }
  },
  fixes(finding, analysis) {
    const { here, there } = finding.data as Data;
    const { text } = analysis.article;
    const [wordHere, wordThere] = [here, there].map(({ start, end }) => text.slice(start, end));
    const fixes: Fix[] = [];
    const sameSort = kindOf(wordHere) === kindOf(wordThere);
    if (sameSort) {
      fixes.push({
        title: `Change “${wordHere}” to “${like(wordThere, wordHere)}”`,
        edits: [{ ...here, text: like(wordThere, wordHere) }],
      });
      fixes.push({
        title: `Change “${wordThere}” to “${like(wordHere, wordThere)}”`,
        edits: [{ ...there, text: like(wordHere, wordThere) }],
      });
    }
    if (/(?:man|woman)$/i.test(wordHere) && sameSort) {
      const neutral = wordHere.replace(/(?:wo)?man$/i, 'person');
      fixes.push({
        title: `Change both to “${neutral.toLowerCase()}”`,
        edits: [
          { ...there, text: like(neutral, wordThere) },
          { ...here, text: neutral },
        ],
      });
    }
    return fixes;
  },
};

/** Mentions of one office or one family name that a later one is compared with: the latest tell. */
const COMPARED = 64;

/** The titles that contradict an earlier one, and that one. */
function compare(all: readonly Mention[]): { readonly mention: Mention; readonly other: Mention }[] {
  const mentions = all.filter(({ item }) => item.gendered);
  const full = fullNames(all);
  const earlier = new Map<string, Mention[]>();
  const byOffice = holdersByOffice(mentions);
  const found: { readonly mention: Mention; readonly other: Mention }[] = [];
  for (const mention of mentions) {
    const other = latest(mention, earlier, (before) =>
      contradicts(before, mention, byOffice.get(mention.item.titled.office.name)!, full),
    );
    for (const key of keysOf(mention)) put(earlier, key, mention);
    if (other) found.push({ mention, other });
  }
  return found;
}

/** Only mentions of one family name, or of one office, can contradict each other. */
function keysOf({ item: { titled } }: Mention): string[] {
  const office = `office ${titled.office.name} ${titled.office.gender} ${titled.name ? 'named' : 'alone'}`;
  return titled.name ? [office, `name ${titled.office.gender} ${plain(titled.nameWords.at(-1) ?? '')}`] : [office];
}

/** The latest of the earlier mentions that `fits`, among those that share a key of the other gender with `mention`. */
function latest(
  mention: Mention,
  earlier: ReadonlyMap<string, readonly Mention[]>,
  fits: (before: Mention) => boolean,
): Mention | undefined {
  let found: Mention | undefined;
  const { office, name, nameWords } = mention.item.titled;
  const other: Gender = office.gender === 'male' ? 'female' : 'male';
  const keys = name
    ? [`name ${other} ${plain(nameWords.at(-1) ?? '')}`, `office ${office.name} ${other} alone`]
    : [`office ${office.name} ${other} named`];
  for (const key of keys) {
    const candidate = earlier.get(key)?.slice(-COMPARED).findLast(fits);
    if (candidate && (!found || standsBefore(found, candidate, startOf))) found = candidate;
  }
  return found;
}

const startOf = ({ titled }: Named): number => titled.start;

function put<T>(groups: Map<string, T[]>, key: string, value: T): void {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}

/** The mentions of one office, in order of the text. */
interface Holders {
  readonly all: Mention[];
  /** Those that can be the first of somebody: named, or "a spokeswoman". */
  readonly introduced: Mention[];
}

function holdersByOffice(mentions: readonly Mention[]): Map<string, Holders> {
  const groups = new Map<string, Holders>();
  for (const mention of mentions) {
    const { office, name, definite } = mention.item.titled;
    let holders = groups.get(office.name);
    if (!holders) groups.set(office.name, (holders = { all: [], introduced: [] }));
    holders.all.push(mention);
    if (name !== undefined || !definite) holders.introduced.push(mention);
  }
  return groups;
}

/** Whether two gendered titles, the first before the second, are those of one person. */
function contradicts(a: Mention, b: Mention, all: Holders, full: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const [x, y] = [a.item.titled, b.item.titled];
  if (x.office.gender === y.office.gender) return false;
  if (x.name && y.name) return sameNamed(a.item, b.item, full);
  if (x.office.honorific || y.office.honorific || x.office.name !== y.office.name) return false;
  if (!x.name && !y.name) return false;
  const [named, unnamed] = x.name ? [a, b] : [b, a];
  const { definite, realm, office } = unnamed.item.titled;
  if (!definite) return false;
  if (realm.length > 0 && !within(realm, named.item.titled.realm)) return false;
  // bare "the spokeswoman": the one named last, and only when no woman of that office was named
  if (realm.length === 0 && (named !== a || !isNearest(a, b, all))) return false;
  return !all.introduced.some(
    (other) =>
      other !== unnamed &&
      other.item.titled.office === office &&
      (realm.length === 0 || other.item.titled.realm.length === 0 || within(realm, other.item.titled.realm)),
  );
}

function within(realm: readonly string[], other: readonly string[]): boolean {
  return (
    realm.every((word) => other.includes(word)) || (other.length > 0 && other.every((word) => realm.includes(word)))
  );
}

/** Whether no mention of the office stands between two of it. */
function isNearest(a: Mention, b: Mention, { all }: Holders): boolean {
  const at = lowerBound(all, (one) => !standsBefore(a, one, startOf));
  return at >= all.length || !standsBefore(all[at], b, startOf);
}

/** Two gendered titles with names: the same full name, or a surname that only one full name in the article has. */
function sameNamed(a: Named, b: Named, full: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const [x, y] = [a.titled.nameWords, b.titled.nameWords];
  const family = plain(x.at(-1) ?? '');
  if (family !== plain(y.at(-1) ?? '')) return false;
  if (x.length > 1 && y.length > 1) return plain(x[0]) === plain(y[0]);
  if (x.length === 1 && y.length === 1) {
    // "spokesman Day … Ms Day" may be one person; "Mr Day … Mrs Day" are two
    if (a.titled.office.honorific && b.titled.office.honorific) return false;
  }
  if ((full.get(family)?.size ?? 0) > 1) return false;
  return !a.ofFamily && !b.ofFamily;
}

/** Whether a title stands in a sentence with a word of family. */
function isOfFamily(titled: Titled, paragraph: Paragraph): boolean {
  const sentence = sentenceAt(paragraph, titled.start);
  return sentence !== undefined && FAMILY.test(paragraph.prose.text.slice(sentence.start, sentence.end));
}

/** First names by family name, of all names with a title. */
function fullNames(mentions: readonly Mention[]): Map<string, Set<string>> {
  const names = new Map<string, Set<string>>();
  for (const { item } of mentions) {
    const { nameWords } = item.titled;
    if (nameWords.length < 2) continue;
    const family = plain(nameWords.at(-1) ?? '');
    const firsts = names.get(family) ?? new Set<string>();
    names.set(family, firsts.add(plain(nameWords[0])));
  }
  return names;
}

const GENDERED =
  /\b(?:\p{L}*(?:wo)?man|Mrs?|Ms|Miss|Sir|Dame|Lord|Lady|Prince|Princess|King|Queen|headmaster|headmistress)\b/iu;

function genderWord(title: Span, text: string): Span {
  const match = GENDERED.exec(text.slice(title.start, title.end));
  return match ? { start: title.start + match.index, end: title.start + match.index + match[0].length } : title;
}

/** What a gendered word has in common with its partner: "spokes", "mr". */
function kindOf(word: string): string {
  return word
    .toLowerCase()
    .replace(/(?:wo)?man$/, '')
    .replace(/^(?:mr|mrs|ms|miss)$/, 'mr');
}

/** `word` with the capital that `model` has. */
function like(word: string, model: string): string {
  const capital = /^\p{Lu}/u.test(model);
  return (capital ? word[0].toUpperCase() : word[0].toLowerCase()) + word.slice(1);
}
