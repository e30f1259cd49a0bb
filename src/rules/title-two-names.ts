import type { Paragraph } from '../article/article';
import { lowerBound, type Span } from '../article/span';
import type { Carry } from './carry';
import { isHead, mayBeSame, sameTitled, titledIn } from './names/people';
import type { Titled } from './names/titled';
import { compared, spanAt, standsBefore, type Compared, type Place } from './places';
import type { Fix, Rule } from './rule';

/** What the fixes need: the name here, and the other names of the office with their places. */
interface Data {
  readonly name: Span;
  readonly others: readonly Span[];
}

/** A name with an office that one person can hold. */
interface Holder {
  readonly titled: Titled;
  readonly name: Span;
  readonly head: boolean;
  /** Which of its paragraph's sentences it stands in; -1 for none. */
  readonly sentence: number;
  /** Whether the sentence names a place beside the office: "In Alton, Mayor Ana Ruiz …". */
  readonly placed: boolean;
}

/** A change of office, in the sentence in lower case: both names may then be right. */
const CHANGE =
  /\b(?:succe(?:ed|ss)|replac|took over|takes over|taking over|predecessor|stepp?(?:ed|s|ing)? down|resign|oust|elect(?:ed|ion)|defeat|unseat|until|handed|inaugurat|sworn|appoint|nominat|retire|years? (?:ago|before|earlier)|last year|decades?|century|became|become|run(?:s|ning)? (?:for|against)|(?:in|from|by) (?:1\d|20)\d\d|the (?:1\d|20)\d0s)/u;

/** Offices of a town or a body that an article has one of: no realm needs to stand with them. */
const LOCAL = new Set(
  (
    'mayor|lord mayor|superintendent|secretary-general|pope|police chief|fire chief|harbour master|head teacher|town clerk|city manager|' +
    'chief constable|police commissioner|archbishop|first minister|prime minister|foreign minister|chief prosecutor|chief justice|provost|sheriff'
  ).split('|'),
);
/** Offices of teams: an article on a match has two of each. */
const TEAM = new Set(['manager', 'coach', 'head coach', 'captain', 'boss', 'leader', 'head', 'chief', 'editor']);

export const titleTwoNames: Rule = {
  id: 'title-two-names',
  severity: 'warning',
  description: 'One office that only one person can hold has two names.',
  *check(analysis, report, _options, carry: Carry<Compared<Holder, ReturnType<typeof compare>>>) {
    const { text } = analysis.article;
    const of = (paragraph: Paragraph): readonly Holder[] =>
      titledIn(analysis, paragraph).flatMap((titled) => holderOf(titled, paragraph) ?? []);
    for (const { first, others } of yield* compared(analysis, carry, { of, same }, compare)) {
      const nameOf = (place: Place<Holder>): Span => spanAt(analysis, place, place.item.name);
      const [title, here, there] = [
        spanAt(analysis, first, first.item.titled.title),
        nameOf(first),
        nameOf(others[0]),
      ].map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' '));
      report({
        ...spanAt(analysis, first, first.item.titled),
        message: `${title}: ${here} here, ${there} ${first.item.head ? 'in the body' : 'further down'}`,
        related: others.map((place) => {
          const name = nameOf(place);
          return {
            ...spanAt(analysis, place, place.item.titled),
            message: `${text.slice(name.start, name.end)} here`,
          };
        }),
        data: { name: nameOf(first), others: others.map(nameOf) } satisfies Data,
      });
    }
  },
  fixes(finding, analysis) {
    const { name, others } = finding.data as Data;
    const { text } = analysis.article;
    const [here, there] = [name, others[0]].map(({ start, end }) => text.slice(start, end));
    const fixes: Fix[] = [
      { title: `Change ${here} to ${there}`, edits: [{ ...name, text: there }] },
      { title: `Change ${there} to ${here}`, edits: others.map((other) => ({ ...other, text: here })) },
    ];
    return fixes;
  },
};

/** Somebody with an office that one person can hold; undefined for anybody else. */
function holderOf(titled: Titled, paragraph: Paragraph): Holder | undefined {
  const { office, notInOffice, realm, name } = titled;
  if (!name || notInOffice || office.holders === 'many') return undefined;
  if (office.holders === 'portfolio' && (realm.length === 0 || TEAM.has(office.name))) return undefined;
  const { sentences, text } = paragraph.prose;
  const index = lowerBound(sentences, ({ start }) => start <= titled.start) - 1;
  const sentence = index < 0 ? undefined : sentences[index];
  // of a change in office, or of times past
  if (sentence && CHANGE.test(text.slice(sentence.start, sentence.end).toLowerCase())) return undefined;
  const before = sentence ? text.slice(sentence.start, titled.start) : '';
  return { titled, name, head: isHead(paragraph), sentence: index, placed: PLACED.test(before) };
}

const PLACED = /\b(?:[Ii]n|[Oo]f|[Ff]rom|[Aa]t|[Nn]ear|neighbou?ring|nearby)\s+\p{Lu}/u;

function same(a: Holder, b: Holder): boolean {
  return sameTitled(a.titled, b.titled) && a.head === b.head && a.sentence === b.sentence && a.placed === b.placed;
}

/** The first holder of each office that others hold further down, and those. */
function compare(
  all: readonly Place<Holder>[],
): { readonly first: Place<Holder>; readonly others: readonly Place<Holder>[] }[] {
  const byOffice = new Map<string, Place<Holder>[]>();
  for (const place of all) {
    const { name } = place.item.titled.office;
    const holders = byOffice.get(name);
    if (holders) holders.push(place);
    else byOffice.set(name, [place]);
  }
  const found: { readonly first: Place<Holder>; readonly others: readonly Place<Holder>[] }[] = [];
  for (const holders of byOffice.values())
    for (const first of holders) {
      const others = holders.filter(
        (other) =>
          standsBefore(first, other, ({ titled }) => titled.start) &&
          !mayBeSame(first.item.titled.nameWords, other.item.titled.nameWords) &&
          sameOffice(first, other),
      );
      if (others.length === 0) continue;
      found.push({ first, others });
      break;
    }
  return found;
}

function sameOffice(one: Place<Holder>, other: Place<Holder>): boolean {
  const [a, b] = [one.item, other.item];
  const [x, y] = [a.titled.realm, b.titled.realm];
  const same = x.length === y.length && x.every((word, i) => word === y[i]);
  if (same && x.length > 0) return true;
  if (!LOCAL.has(a.titled.office.name)) return false;
  // popes of other times keep the title
  if (a.titled.office.name === 'pope' && !a.head) return false;
  if (same) return !(a.placed && b.placed) && !sameSentence(one, other);
  // "Alton Mayor Ana Ruiz … Mayor Tom Poe": one of the two goes without its place
  if (x.length > 0 && y.length > 0) return false;
  // "Mayor Ana Ruiz … Alton Mayor Tom Poe": in running copy that is another town's
  if (x.length === 0 && a.titled.office.name !== 'secretary-general' && !a.head) return false;
  return (
    /^(?:mayor|superintendent|secretary-general|harbour master|police chief)$/.test(a.titled.office.name) &&
    !a.placed &&
    !b.placed &&
    !sameSentence(one, other)
  );
}

function sameSentence(a: Place<Holder>, b: Place<Holder>): boolean {
  return a.paragraph === b.paragraph && a.item.sentence === b.item.sentence;
}
