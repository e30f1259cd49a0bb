import type { Gender } from '../people/speaker';
import { remember, type Prose } from '../article/prose';
import type { Sentence } from '../article/sentences';
import { lowerBound, type Span } from '../article/span';
import { sentenceAt } from './copy';
import { isHead, titledMentions, type TitledMention } from './names/people';
import { plain } from './names/same';
import type { Fix, Related, Rule } from './rule';

/** The titles that disagree, as spans of the gendered word alone. */
interface Data {
  readonly here: Span;
  readonly there: Span;
}

/** A word of family: two people of one surname, of whom one may go without a first name. */
const FAMILY =
  /\b(?:wife|husband|widow|widower|mother|father|sister|brother|son|daughter|twin|spouse|couple|cousin|aunt|uncle|niece|nephew|partner|married|parents?)\b/i;

export const genderTitleMismatch: Rule = {
  id: 'gender-title-mismatch',
  severity: 'warning',
  description: 'One person is a man by one title and a woman by another.',
  check(analysis, report) {
    const { text } = analysis.article;
    const mentions = titledMentions(analysis).filter(
      ({ titled: { office }, paragraph }) => office.gender !== 'unknown' && !isHead(paragraph),
    );
    const full = fullNames(mentions.concat(titledMentions(analysis)));
    const earlier = new Map<string, TitledMention[]>();
    const byOffice = holdersByOffice(mentions);
    for (const mention of mentions) {
      const other = latest(mention, earlier, (before) =>
        contradicts(before, mention, byOffice.get(mention.titled.office.name)!, full),
      );
      for (const key of keysOf(mention)) put(earlier, key, mention);
      if (!other) continue;
      // the one without a name, or the later one, is the place; the other end is a related place
      const here = text.slice(mention.start, mention.end).replace(/\s+/g, ' ');
      const there = text.slice(other.start, other.end).replace(/\s+/g, ' ');
      const related: Related[] = [{ start: other.start, end: other.end, message: `${there} here` }];
      report({
        start: mention.start,
        end: mention.end,
        message: `“${here}” here, “${there}” before: which is right?`,
        related,
        data: { here: genderWord(mention, text), there: genderWord(other, text) } satisfies Data,
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

/** Only mentions of one family name, or of one office, can contradict each other. */
function keysOf({ name, titled }: TitledMention): string[] {
  const office = `office ${titled.office.name} ${titled.office.gender} ${name ? 'named' : 'alone'}`;
  return name ? [office, `name ${titled.office.gender} ${plain(titled.nameWords.at(-1) ?? '')}`] : [office];
}

/** The latest of the earlier mentions that `fits`, among those that share a key of the other gender with `mention`. */
function latest(
  mention: TitledMention,
  earlier: ReadonlyMap<string, readonly TitledMention[]>,
  fits: (before: TitledMention) => boolean,
): TitledMention | undefined {
  let found: TitledMention | undefined;
  const { office, nameWords } = mention.titled;
  const other: Gender = office.gender === 'male' ? 'female' : 'male';
  const keys = mention.name
    ? [`name ${other} ${plain(nameWords.at(-1) ?? '')}`, `office ${office.name} ${other} alone`]
    : [`office ${office.name} ${other} named`];
  for (const key of keys) {
    const candidate = earlier.get(key)?.slice(-COMPARED).findLast(fits);
    if (candidate && (!found || candidate.start > found.start)) found = candidate;
  }
  return found;
}

function put<T>(groups: Map<string, T[]>, key: string, value: T): void {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}

/** The mentions of one office, in order of the text. */
interface Holders {
  readonly all: TitledMention[];
  /** Those that can be the first of somebody: named, or "a spokeswoman". */
  readonly introduced: TitledMention[];
}

function holdersByOffice(mentions: readonly TitledMention[]): Map<string, Holders> {
  const groups = new Map<string, Holders>();
  for (const mention of mentions) {
    const { office, definite } = mention.titled;
    let holders = groups.get(office.name);
    if (!holders) groups.set(office.name, (holders = { all: [], introduced: [] }));
    holders.all.push(mention);
    if (mention.name !== undefined || !definite) holders.introduced.push(mention);
  }
  return groups;
}

/** Whether two gendered titles, the first before the second, are those of one person. */
function contradicts(
  a: TitledMention,
  b: TitledMention,
  all: Holders,
  full: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  const [x, y] = [a.titled, b.titled];
  if (x.office.gender === y.office.gender) return false;
  if (a.name && b.name) return sameNamed(a, b, full);
  if (x.office.honorific || y.office.honorific || x.office.name !== y.office.name) return false;
  if (!a.name && !b.name) return false;
  const [named, unnamed] = a.name ? [a, b] : [b, a];
  if (!unnamed.titled.definite) return false;
  const { realm } = unnamed.titled;
  if (realm.length > 0 && !within(realm, named.titled.realm)) return false;
  // bare "the spokeswoman": the one named last, and only when no woman of that office was named
  if (realm.length === 0 && (named !== a || !isNearest(a, b, all))) return false;
  const wanted: Gender = unnamed.titled.office.gender;
  return !all.introduced.some(
    (other) =>
      other !== unnamed &&
      other.titled.office === unnamed.titled.office &&
      other.titled.office.gender === wanted &&
      (realm.length === 0 || other.titled.realm.length === 0 || within(realm, other.titled.realm)),
  );
}

function within(realm: readonly string[], other: readonly string[]): boolean {
  return (
    realm.every((word) => other.includes(word)) || (other.length > 0 && other.every((word) => realm.includes(word)))
  );
}

/** Whether no mention of the office stands between two of it. */
function isNearest(a: TitledMention, b: TitledMention, { all }: Holders): boolean {
  const at = lowerBound(all, ({ start }) => start <= a.start);
  return at >= all.length || all[at].start >= b.start;
}

/** Two gendered titles with names: the same full name, or a surname that only one full name in the article has. */
function sameNamed(a: TitledMention, b: TitledMention, full: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const [x, y] = [a.titled.nameWords, b.titled.nameWords];
  const family = plain(x.at(-1) ?? '');
  if (family !== plain(y.at(-1) ?? '')) return false;
  if (x.length > 1 && y.length > 1) return plain(x[0]) === plain(y[0]);
  if (x.length === 1 && y.length === 1) {
    // "spokesman Day … Ms Day" may be one person; "Mr Day … Mrs Day" are two
    if (a.titled.office.honorific && b.titled.office.honorific) return false;
  }
  if ((full.get(family)?.size ?? 0) > 1) return false;
  return ![a, b].some(({ paragraph, titled }) => {
    const sentence = sentenceAt(paragraph, titled.start);
    return sentence && remember(paragraph.prose, ofFamilies, ofFamilies).has(sentence);
  });
}

/** The sentences of a paragraph with a word of family. */
const ofFamilies = ({ sentences, text }: Prose): ReadonlySet<Sentence> =>
  new Set(sentences.filter(({ start, end }) => FAMILY.test(text.slice(start, end))));

/** First names by family name, of all names with a title. */
function fullNames(mentions: readonly TitledMention[]): Map<string, Set<string>> {
  const names = new Map<string, Set<string>>();
  for (const { titled } of mentions) {
    if (titled.nameWords.length < 2) continue;
    const family = plain(titled.nameWords.at(-1) ?? '');
    const firsts = names.get(family) ?? new Set<string>();
    names.set(family, firsts.add(plain(titled.nameWords[0])));
  }
  return names;
}

const GENDERED =
  /\b(?:\p{L}*(?:wo)?man|Mrs?|Ms|Miss|Sir|Dame|Lord|Lady|Prince|Princess|King|Queen|headmaster|headmistress)\b/iu;

function genderWord({ title }: TitledMention, text: string): Span {
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
