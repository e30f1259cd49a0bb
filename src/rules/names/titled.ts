import { remember, type Prose } from '../../article/prose';
import type { Span } from '../../article/span';
import type { Word } from '../../article/words';
import { hasAny } from '../watch';
import { NOT_IN_OFFICE, NOT_YET, OFFICE_WORDS, officeEndingAt, type Office } from './offices';

/** A name with the office or form of address that stands beside it. Offsets relative to the paragraph. */
export interface Titled extends Span {
  readonly office: Office;
  /** The words of the office with what narrows it down, as written: "UN Secretary-General". */
  readonly title: Span;
  /** The name alone; undefined where the office stands for the person ("the UN spokeswoman"). */
  readonly name?: Span;
  readonly nameWords: readonly string[];
  /** Field, body and place of the office, lower case, sorted: ["tajik"], ["carrick"], ["transit"]. */
  readonly realm: readonly string[];
  /** "the …" or "X's …": one whom the reader knows. */
  readonly definite: boolean;
  /** former, deputy, -elect … */
  readonly notInOffice: boolean;
}

const PARTICLES = new Set(
  'de da di do dos das del della der den van von la le el al bin ibn ter ten zu af av y e bint ben abu'.split(' '),
);
const STOPS = new Set(
  (
    'the a an of in on at by with and or but that to from as for when after before while his her their its our my your this these those said says ' +
    'told met saw led won named hired beat is are was were be been has have had will would can could may might must not who which whose where if ' +
    'than then between against under over into about both either neither also later earlier now today yesterday because so like near made make ' +
    'makes calls called asks asked says, quoting citing it he she they we you i one two three four five six seven eight nine ten'
  ).split(' '),
);
const NO_NAMES = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december ' +
    'the a an in on at by with and or but i he she it they we his her its their who when where while after before said says mr mrs ms'
  ).split(' '),
);
const PRAISE = new Set(
  'new longtime long-time veteran respected outspoken embattled popular current long-serving newly elected republican democratic labour-run conservative'.split(
    ' ',
  ),
);

/** The titled names of a paragraph, in order. */
export function titledNames(prose: Prose): readonly Titled[] {
  return hasAny(prose, OFFICE_WORDS) ? remember(prose, titledNames, findTitled) : NONE;
}

const NONE: readonly never[] = [];

function findTitled(prose: Prose): Titled[] {
  const { words } = prose;
  const found: Titled[] = [];
  for (let end = 0; end < words.length; end++) {
    if (words[end].kind !== 'word') continue;
    const match = officeEndingAt(words, end);
    if (!match) continue;
    if (withinLonger(words, match.first, end)) continue; // "chief" of "chief executive officer"
    if (match.office.honorific && !isCapital(words[end])) continue; // "the first lady"
    const titled = readTitled(words, match.office, match.first, end);
    if (titled) found.push(titled);
  }
  return found;
}

function withinLonger(words: readonly Word[], first: number, end: number): boolean {
  for (let last = end + 1; last < Math.min(words.length, end + 4); last++) {
    const longer = officeEndingAt(words, last);
    if (longer && longer.first <= first) return true;
  }
  return false;
}

function readTitled(words: readonly Word[], office: Office, first: number, end: number): Titled | undefined {
  const { from, realm, definite, notInOffice } = lookLeft(words, first);
  const next = end + 1;
  if (next < words.length && NOT_YET.test(words[next].lower)) return undefined;
  // "mayor of Kyiv Oleh Roy", "chief executive of Carrick"
  const ofRealm: string[] = [];
  let afterOf = next;
  if (!office.honorific && /^(?:of|for|at)$/.test(words[next]?.lower ?? '')) {
    let at = next + 1;
    if (words[at]?.lower === 'the') at++;
    while (at < words.length && (isCapital(words[at]) || words[at].lower === 'of') && ofRealm.length < 4)
      ofRealm.push(words[at++].lower);
    if (ofRealm.length > 0) afterOf = at;
  }
  let name = nameAt(words, next);
  if (!name && afterOf > next) {
    // only a comma, or nothing, may stand between the place and the name: "the mayor of Kyiv, Oleh Roy,"
    if (words[afterOf]?.text === ',') name = nameAt(words, afterOf + 1, true);
  } else if (!name && !office.honorific && words[next]?.text === ',') {
    name = nameAt(words, next + 1, true);
  }
  let start = from;
  if (name && words[name.last + 1]?.lower === 'of')
    for (let at = name.last + 2; at < words.length && isCapital(words[at]); at++) ofRealm.push(words[at].lower); // "Mayor Poe of Alton"
  const fullRealm = [...realm, ...ofRealm.filter((word) => word !== 'of')];
  let nameSpan: Span | undefined = name && { start: words[name.first].start, end: words[name.last].end };
  let nameWords: readonly string[] = name?.words ?? [];
  if (!name) {
    // "Simon Tetley, the chief executive of Carrick,"
    const before = nameBefore(words, from);
    if (before && /^(?:[,.;:)!?–—-]|--|who|which)$/.test(words[afterOf]?.text ?? '.')) {
      nameSpan = { start: words[before.first].start, end: words[before.last].end };
      nameWords = before.words;
      start = before.first;
    }
  }
  if (!nameSpan && (office.honorific || office.gender === 'unknown')) return undefined;
  const title = { start: words[from].start, end: words[afterOf > end + 1 ? afterOf - 1 : end].end };
  return {
    start: Math.min(words[start].start, title.start),
    end: Math.max(title.end, nameSpan?.end ?? 0),
    office,
    title,
    name: nameSpan,
    nameWords,
    realm: [...new Set(fullRealm)].sort(),
    definite,
    notInOffice,
  };
}

/** What narrows an office down, to its left: adjectives, bodies, places, a possessor; up to five words. */
function lookLeft(
  words: readonly Word[],
  first: number,
): { from: number; realm: string[]; definite: boolean; notInOffice: boolean } {
  const realm: string[] = [];
  let from = first;
  let notInOffice = false;
  let definite = false;
  for (let at = first - 1; at >= 0 && at >= first - 6; at--) {
    const { lower, kind } = words[at];
    if (NOT_IN_OFFICE.test(lower)) {
      notInOffice = true;
      continue;
    }
    if (lower === "'s" || lower === "'") {
      definite = true;
      continue;
    }
    if (kind !== 'word' || STOPS.has(lower) || /(?:ed|ing|ly)$/.test(lower)) {
      definite ||= /^(?:the|his|her|its|their|our)$/.test(lower);
      break;
    }
    if (!PRAISE.has(lower)) realm.push(lower);
    from = at;
  }
  return { from, realm: realm.map((word) => word.replace(/^the\s/, '')), definite, notInOffice };
}

/** A name that begins at `first`: capitals with particles, four words at most. Behind a comma it must be a full name. */
function nameAt(
  words: readonly Word[],
  first: number,
  full = false,
): { first: number; last: number; words: string[] } | undefined {
  const name: string[] = [];
  let last = -1;
  for (let at = first; at < words.length && name.length < 5; at++) {
    const word = words[at];
    if (at > first && PARTICLES.has(word.lower) && words[at + 1] && isCapital(words[at + 1])) name.push(word.text);
    else if (at > first && word.kind === 'punctuation' && /^["“'‘(]$/.test(word.text)) {
      // a nickname between the names
      if (!/^["”'’)]$/.test(words[at + 2]?.text ?? '') || !words[at + 3] || !isCapital(words[at + 3])) break;
      at += 2;
    } else if (isCapital(word) && !NO_NAMES.has(word.lower) && !officeHere(words, at)) {
      name.push(word.text);
      last = at;
    } else break;
  }
  if (last < 0 || (full && name.length < 2)) return undefined;
  return { first, last, words: name };
}

function officeHere(words: readonly Word[], at: number): boolean {
  return officeEndingAt(words, at)?.first === at && words[at].text === words[at].text.toUpperCase();
}

const HONORIFIC = /^(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sir|Dame|Lord|Lady|Rev|Judge)\.?$/;

/** A full name that ends right before a comma before `from` (or "the" before it). */
function nameBefore(
  words: readonly Word[],
  from: number,
): { first: number; last: number; words: string[] } | undefined {
  let at = from - 1;
  if (/^(?:the|a|an|its|their|her|his)$/.test(words[at]?.lower ?? '')) at--;
  if (words[at]?.text !== ',') return undefined;
  const last = at - 1;
  const name: string[] = [];
  for (at = last; at >= 0 && name.length < 5; at--) {
    const word = words[at];
    if ((isCapital(word) && !NO_NAMES.has(word.lower)) || (name.length > 0 && PARTICLES.has(word.lower)))
      name.unshift(word.text);
    else break;
  }
  while (name.length && (PARTICLES.has(name[0]) || HONORIFIC.test(name[0]))) name.shift();
  if (name.some((_, i) => officeEndingAt(words, last - i)?.office)) return undefined; // a name with its own office
  return name.length >= 2 && name.length <= 4 ? { first: last - name.length + 1, last, words: name } : undefined;
}

function isCapital({ text, kind }: Word): boolean {
  return kind === 'word' && /^\p{Lu}/u.test(text);
}
