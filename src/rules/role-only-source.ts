import type { Analysis } from '../analysis';
import { remember, type Prose } from '../article/prose';
import type { Span } from '../article/span';
import type { Paragraph } from '../article/article';
import type { Carry } from './carry';
import { isCopy, scanned } from './copy';
import { collect, spanAt, tally, type Places, type Tally } from './places';
import type { Rule } from './rule';
import { cueAfter, endOf, startOf } from './sources/cues';
import { neverSourceIn } from './sources/never';
import { hasAny, placesOf, watchFor } from './watch';
import { matchesOf } from './matches';

/** Offices whose holder has a name to give. Judges, victims, minors, neighbours and witnesses may have none in the copy. */
const ROLE = watchFor(
  'spokesman spokeswoman spokesperson minister mayor governor ambassador envoy commissioner chairman chairwoman chair executive director superintendent ' +
    'headteacher teacher principal bishop coach prosecutor sheriff chief officer secretary secretary-general treasurer curator captain',
);
/** Words that are an office with a certain word before them only. */
const COMPOUND: Readonly<Record<string, string>> = {
  executive: 'chief',
  teacher: 'head',
  chief: '(?:police|fire)',
  officer: 'press',
};
const DETERMINERS = new Set(['a', 'an', 'the', 'its', 'their']);
const CUE_BEFORE = /(?:(?<=[,\uFFFC]\s*)(?:said|says|added)|(?<![\p{L}])[Aa]ccording\s+to)\s+$/u;
const FOR = /\s+for\s+[^.,;]{2,40}?(?=\s+(?:said|says|told|added|has|had|also|confirmed|denied))/uy;
const ALONE = /\s*(?:[.,;]|$)/uy;

interface RoleCue extends Span {
  readonly role: string;
  readonly stem: string;
}

interface Known {
  readonly cues: Places<RoleCue>;
  /** Offices that the copy gives somebody with a name; asked for where there is a cue, and kept from then on. */
  readonly named?: Tally;
  /** Offices of the people whom the engine knows by name; the same. */
  readonly ofSpeakers?: ReadonlySet<string>;
}

/** Where the noun phrase before an office begins: at its determiner, or at the names of a body or a place. */
function phraseStart(text: string, at: number): number | undefined {
  let start = at;
  let names: number | undefined;
  for (let words = 0; words < 5; words += 1) {
    let end = start;
    while (end > 0 && /\s/.test(text[end - 1])) end -= 1;
    if (end === start) break;
    let from = end;
    while (from > 0 && /[\p{L}’'-]/u.test(text[from - 1])) from -= 1;
    if (from === end) break;
    const word = text.slice(from, end);
    if (DETERMINERS.has(word.toLowerCase())) return from;
    if (/^\p{Lu}/u.test(word)) names = from;
    else if (names !== undefined) break;
    start = from;
  }
  return names;
}

function roles(text: string, prose: Prose): RoleCue[] {
  const found: RoleCue[] = [];
  for (const { start: at, end, word } of placesOf(prose, text, ROLE)) {
    const compound = COMPOUND[word.toLowerCase()];
    const start = compound ? startOf(new RegExp(`\\b${compound}\\s+$`, 'iu'), text, at, 12) : at;
    if (start === undefined) continue;
    const role = text.slice(start, end);
    const from = phraseStart(text, start);
    if (from === undefined) continue;
    const cue = cueAfter(text, endOf(FOR, text, end) ?? end, 'singular');
    if (cue !== undefined) found.push({ role, stem: stemOf(role), start: from, end: cue });
    else if (endOf(ALONE, text, end) !== undefined) {
      const before = startOf(CUE_BEFORE, text, from, 30);
      if (before !== undefined) found.push({ role, stem: stemOf(role), start: before, end });
    }
  }
  return found;
}

const NONE: readonly never[] = [];
const NOBODY: ReadonlySet<string> = new Set();

export const roleOnlySource: Rule = {
  id: 'role-only-source',
  severity: 'hint',
  description: 'A source is known by office alone: the article nowhere gives the name.',
  *check(analysis, report, options, { before, since, keep }: Carry<Known>) {
    const isNever = neverSourceIn(options);
    const of = (paragraph: Paragraph): readonly RoleCue[] =>
      isCopy(paragraph) && hasAny(paragraph.prose, ROLE)
        ? scanned(analysis, paragraph, roles, roles).value.filter(
            ({ start, end }) => !isNever(paragraph.prose.text.slice(start, end)),
          )
        : NONE;
    const cues = yield* collect(analysis, before?.cues, since, { of, same: (a, b) => a.role === b.role });
    const asked = cues.all.length > 0 || before?.named !== undefined;
    const known: Known = {
      cues,
      named: asked
        ? yield* tally(analysis, before?.named, since, ({ prose }) =>
            hasAny(prose, NAMED) ? remember(prose, rolesWithNames, rolesWithNames) : NOBODY,
          )
        : undefined,
      ofSpeakers: asked ? ((since && before?.ofSpeakers) ?? rolesOfSpeakers(analysis)) : undefined,
    };
    keep(known);
    const done = new Set<string>();
    for (const place of known.cues.all) {
      const { role, stem } = place.item;
      if (done.has(stem) || isNamed(known, stem)) continue;
      done.add(stem);
      report({
        ...spanAt(analysis, place, place.item),
        message: `The ${role.replace(/\s+/g, ' ')} has no name in this article`,
      });
    }
  },
};

/** One office for spokesman, spokeswoman and spokesperson. */
const stemOf = (role: string) =>
  role
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/(?:man|woman|person)$/, '');

/** Whether somebody with a name holds such an office anywhere in the article. */
function isNamed({ named, ofSpeakers }: Known, stem: string): boolean {
  const last = stem.slice(stem.lastIndexOf(' ') + 1);
  return [named?.counts, ofSpeakers].some((known) => known?.has(stem) || known?.has(last));
}

function rolesOfSpeakers(analysis: Analysis): ReadonlySet<string> {
  const all = new Set<string>();
  for (const { type, roles } of analysis.everybody())
    if (type === 'person') for (const role of roles) for (const word of role.split(' ')) all.add(stemOf(word));
  return all;
}

/** "spokesman Ira Holt", "a spokesman for the harbour, Ira Holt" */
const NAME_AFTER = /(?:,|\s+for\s+[^.,;]{2,40},)?\s+\p{Lu}\p{L}+\s+\p{Lu}/uy;
/** "Ira Holt, a spokesman" */
const NAME_BEFORE = /\p{Lu}[\p{L}’'-]+,\s+[^.,;\p{Lu}]{0,40}$/u;

/** The offices that a paragraph gives somebody with a name. */
function rolesWithNames(prose: Prose): ReadonlySet<string> {
  const { text } = prose;
  const stems = new Set<string>();
  for (const { start, end, word } of placesOf(prose, text, ROLE))
    if (endOf(NAME_AFTER, text, end) !== undefined || startOf(NAME_BEFORE, text, start) !== undefined)
      stems.add(stemOf(word));
  for (const [, short] of matchesOf(SHORTENED, text)) stems.add(SHORT[short]);
  return stems;
}

const SHORTENED = /(?<![\p{L}])(Gov|Amb|Sec|Supt)\.\s+\p{Lu}/gu;
const NAMED = ROLE | watchFor('gov amb sec supt');

/** Offices as American copy shortens them before a name. */
const SHORT: Readonly<Record<string, string>> = {
  Gov: 'governor',
  Amb: 'ambassador',
  Sec: 'secretary',
  Supt: 'superintendent',
};
