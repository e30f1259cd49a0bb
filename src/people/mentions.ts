import { remember, type Prose } from '../article/prose';
import type { Span } from '../article/span';
import type { Word } from '../article/words';
import {
  AUXILIARIES,
  CONJUNCTIONS,
  DETERMINERS,
  FUNCTION_WORDS,
  isVerbForm,
  PREPOSITIONS,
  wordList,
  wordSet,
} from '../language/lexicon';
import { recently } from '../language/recently';
import { tieAppositions } from './appositions';
import { firstNameGender, isFirstNameWord, pronounGender } from './gender';
import { capitalRuns, nameStart, nameType, type Capitals } from './names';
import { HONORIFICS, isDocument, isRole, isPlural, roleGender, roleType } from './roles';
import type { Gender, SpeakerType } from './speaker';
import { cleanName, roleText } from './phrase-text';
import { isViewOf } from './view';

/** How a noun phrase is introduced. */
export type Determination = 'definite' | 'indefinite' | 'possessive' | 'bare';

/**
 * A noun phrase of one paragraph that can be a source, as its own words give it. Offsets relative to the paragraph;
 * determiner and titles inside, apposition outside.
 */
export interface LocalMention extends Span {
  readonly firstWord: number;
  readonly endWord: number;
  readonly kind: 'name' | 'role' | 'pronoun' | 'description';
  /** The name proper, with its words ("Eri Kaneko"); undefined without one. */
  readonly name?: string;
  readonly nameSpan?: Span;
  /** Title or office in the mention or in apposition to it ("UN spokesman"). */
  readonly role?: string;
  /** Lower-case head noun of a role or description; the pronoun itself. */
  readonly head?: string;
  readonly honorific?: string;
  readonly gender: Gender;
  readonly plural: boolean;
  readonly type?: SpeakerType;
  readonly determination: Determination;
  /** "of the delegation", "from Madison" after a name: word index and offset where it ends. */
  readonly tailWord?: number;
  readonly tailEnd?: number;
  /** A capital that may only open a sentence: a name if the article names it elsewhere too. */
  readonly weak?: boolean;
  /** Index in the list of the mention that stands in apposition to this one. */
  readonly apposition?: number;
  /** What an apposition or relative clause after it covers, both commas inside: "X, who runs Y, said". */
  readonly aside?: Span;
}

/** A mention while its paragraph is read. */
export type Found = { -readonly [K in keyof LocalMention]: LocalMention[K] };

/**
 * The noun phrase of words `firstWord` to `endWord` (exclusive), with nothing known of it. All mentions have their fields in one
 * order: they are read in many places, and V8 reads values of one shape quicker.
 */
function phrase(
  words: readonly Word[],
  firstWord: number,
  endWord: number,
  kind: LocalMention['kind'],
  head: string | undefined,
  gender: Gender,
): Found {
  return {
    start: words[firstWord].start,
    end: words[endWord - 1].end,
    firstWord,
    endWord,
    kind,
    name: undefined,
    nameSpan: undefined,
    role: undefined,
    head,
    honorific: undefined,
    gender,
    plural: false,
    type: undefined,
    determination: 'bare',
    tailWord: undefined,
    tailEnd: undefined,
    weak: undefined,
    apposition: undefined,
    aside: undefined,
  };
}

const LOCAL = Symbol('mentions');

/** All noun phrases that can be sources in a paragraph, in order. */
export function mentionsOf(prose: Prose): readonly LocalMention[] {
  return remember(prose, LOCAL, readMentions);
}

function readMentions(prose: Prose): LocalMention[] {
  const { words } = prose;
  const found: Found[] = [];
  const taken = new Uint8Array(words.length);
  for (const run of capitalRuns(prose)) {
    if (isParty(words, run)) continue;
    const mention = nationality(words, run) ?? nameMention(prose, run, taken);
    if (!mention) continue;
    found.push(mention);
    taken.fill(1, mention.firstWord, mention.endWord);
  }
  for (let i = 0; i < words.length; i++) {
    if (taken[i] || words[i].kind !== 'word') continue;
    const part = partOf(words[i].lower);
    if (part === 'none') continue;
    const mention = part === 'pronoun' ? pronoun(words, i) : rolePhrase(prose, i, taken);
    if (!mention) continue;
    found.push(mention);
    taken.fill(1, mention.firstWord, mention.endWord);
    i = mention.endWord - 1;
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  addTails(words, found, taken);
  tieAppositions(prose, found);
  return found;
}

/** What a word can be to a phrase, whatever stands around it. The same words come again and again. */
const partOf = recently(
  (lower: string): 'pronoun' | 'head' | 'none' => (PRONOUNS.has(lower) ? 'pronoun' : isHead(lower) ? 'head' : 'none'),
  4000,
);

const PRONOUNS = wordSet('he she they it i we him her them');

/** "(D-Pa.)", "(R)" after a name: a party and a state. */
const isParty = (words: readonly Word[], { first, end }: Capitals): boolean =>
  end - first === 1 &&
  first > 0 &&
  words[first - 1].text === '(' &&
  /^\p{Lu}(?:-\p{Lu}[\p{L}.]*)?$/u.test(words[first].text);

function nameMention(prose: Prose, run: Capitals, taken: Uint8Array): Found | undefined {
  const { words } = prose;
  const office = officeBefore(words, run);
  if (office) return officeHolder(prose, run, office, taken);
  const start = nameStart(words, run);
  if (start >= run.end) return undefined;
  const name = words.slice(start, run.end);
  const nameSpan = { start: words[start].start, end: words[run.end - 1].end };
  const text = cleanName(prose.text.slice(nameSpan.start, nameSpan.end));
  let first = run.first;
  const before = first > 0 ? words[first - 1] : undefined;
  let lastTitle = start > run.first ? words[start - 1] : undefined;
  if (
    !lastTitle &&
    before &&
    !taken[first - 1] &&
    before.kind === 'word' &&
    (isRole(before.lower) || HONORIFICS.has(before.lower)) &&
    !spansBreak(prose, first - 1, first)
  ) {
    lastTitle = before;
    const owner = ownerStart(words, first - 1, taken);
    first = owner < first - 1 ? owner : leftEdge(words, first - 1, taken);
  } else if (lastTitle) {
    const owner = ownerStart(words, run.first, taken);
    first = owner < run.first ? owner : leftEdge(words, run.first, taken);
  }
  first = withDeterminer(words, first, taken, lastTitle !== undefined);
  const titled = lastTitle !== undefined;
  const honorific = lastTitle && HONORIFICS.has(lastTitle.lower) ? lastTitle.lower : undefined;
  const ownType = nameType(name);
  const bodyTitle = lastTitle && roleType(lastTitle.lower, true) === 'organisation';
  const role = titled && !honorific ? roleText(prose, first, start) : undefined;
  const titleGender = lastTitle ? (HONORIFICS.get(lastTitle.lower) ?? roleGender(lastTitle.lower)) : 'unknown';
  const mention = phrase(words, first, run.end, 'name', lastTitle?.lower, titleGender);
  mention.name = text;
  mention.nameSpan = nameSpan;
  mention.role = role;
  mention.honorific = honorific;
  mention.type =
    titled && !bodyTitle
      ? ownType === 'media' || (ownType === 'organisation' && name.length > 2)
        ? ownType
        : 'person'
      : (ownType ?? (bodyTitle ? 'organisation' : undefined));
  if (first < start) mention.determination = determination(words[first]);
  mention.weak = run.weak && first === run.first;
  return mention;
}

/** An office and its place before a name: word indexes of the office's noun and of the name. */
interface Office {
  readonly role: number;
  readonly name: number;
}

/** "Mayor of Brennick Ada Roe": the office, where a first name, or what is left after a known place, begins the name. */
function officeBefore(words: readonly Word[], { first, end }: Capitals): Office | undefined {
  let of = first;
  while (of < end && !isOf(words[of])) of++;
  if (of === end) of = first > 0 && words[first - 1].lower === 'the' ? first - 2 : first - 1;
  const role = of - 1;
  const from = Math.max(of + 1, first);
  if (role < 0 || !isOf(words[of]) || !isRole(words[role].lower)) return undefined;
  for (let name = from + 1; name + 2 <= end; name++) {
    const place = words
      .slice(from, name)
      .map(({ lower }) => lower)
      .join(' ');
    if (!FUNCTION_WORDS.has(words[name].lower) && (isFirstNameWord(words[name].lower) || wordList('place').has(place)))
      return { role, name };
  }
  return undefined;
}

const isOf = ({ lower }: Word): boolean => lower === 'of' || lower === 'for';

function officeHolder(prose: Prose, run: Capitals, { role, name }: Office, taken: Uint8Array): Found {
  const { words } = prose;
  const first = withDeterminer(words, leftEdge(words, role, taken), taken, true);
  const nameSpan = { start: words[name].start, end: words[run.end - 1].end };
  const { lower } = words[role];
  const mention = phrase(words, first, run.end, 'name', lower, roleGender(lower));
  mention.name = cleanName(prose.text.slice(nameSpan.start, nameSpan.end));
  mention.nameSpan = nameSpan;
  mention.role = roleText(prose, first, name);
  mention.type = 'person';
  mention.determination = determination(words[first]);
  return mention;
}

/** "the Dane", "the Norwegian": a person by where they come from, where no noun follows. */
function nationality(words: readonly Word[], { first, end }: Capitals): Found | undefined {
  if (end - first !== 1 || first === 0 || words[first - 1].lower !== 'the') return undefined;
  const { lower } = words[first];
  if (!(wordList('demonym').has(lower) || /[a-z](?:man|woman)$/.test(lower)) || isPlural(lower)) return undefined;
  const next = words[end];
  if (next && next.kind !== 'punctuation' && !isVerbForm(next.lower) && !cueLike(next.lower)) return undefined;
  const mention = phrase(words, first - 1, end, 'role', lower, roleGender(lower));
  mention.role = words[first].text;
  mention.type = 'role';
  mention.determination = 'definite';
  return mention;
}

const cueLike = (lower: string): boolean => /(?:ed|s)$/.test(lower) || lower === 'said';

/** Left end of the modifiers of the noun at `at`: adjectives, nouns, capitals, possessives; never a verb. */
function leftEdge(words: readonly Word[], at: number, taken: Uint8Array): number {
  let i = at;
  while (i > 0 && !taken[i - 1]) {
    const before = words[i - 1];
    if (before.kind === 'punctuation') break;
    if (before.kind === 'number') break;
    if (before.lower === "'s" || before.lower === "'") {
      // "Turkey's foreign minister": the owner belongs to the phrase
      if (i < 2 || words[i - 2].kind !== 'word' || taken[i - 2]) break;
      i -= 2;
      while (i > 0 && !taken[i - 1] && /^\p{Lu}/u.test(words[i - 1].text) && !FUNCTION_WORDS.has(words[i - 1].lower))
        i--;
      break;
    }
    if (FUNCTION_WORDS.has(before.lower) && (before.text === 'Then' || !MODIFIERS.has(before.lower))) break;
    if (isVerbForm(before.lower) ? !isModifier(words, i - 1, taken) : isBareVerb(words, i - 1)) break;
    i--;
  }
  return i;
}

const MODIFIERS = wordSet('former then acting other own same such much more');

/** "would involve Attorney General Roe": after an auxiliary or "to" stands a verb. */
function isBareVerb(words: readonly Word[], i: number): boolean {
  const { lower, text } = words[i];
  if (text !== lower || !wordList('infinitive').has(lower)) return false;
  const before = i > 0 ? words[i - 1].lower : '';
  return before === 'to' || (AUXILIARIES.has(before) && !BEFORE_PARTICIPLES.has(before));
}

const BEFORE_PARTICIPLES = wordSet("'s is are was were be been being am has have had having");

/** Whether a verb form is a participle that modifies: "retired bus driver" after a boundary, "the appointed head". */
function isModifier(words: readonly Word[], i: number, taken: Uint8Array): boolean {
  const { lower, text } = words[i];
  if (wordList('adjective').has(lower) || /^\p{Lu}/u.test(text)) return true;
  if (AUXILIARIES.has(lower) || !/(?:ed|en|ing)$/.test(lower)) return false;
  const before = words[i - 1];
  // "“…,” added Rep. Ada Roe": after marks stands the verb of speech
  if (before && /^["”’'»]+$/.test(before.text)) return false;
  return !before || taken[i - 1] === 1
    ? !before
    : before.kind === 'punctuation' ||
        PREPOSITIONS.has(before.lower) ||
        DETERMINERS.has(before.lower) ||
        CONJUNCTIONS.has(before.lower);
}

function withDeterminer(words: readonly Word[], first: number, taken: Uint8Array, titled: boolean): number {
  if (first === 0 || taken[first - 1]) return first;
  const before = words[first - 1];
  if (DETERMINERS.has(before.lower) && (titled || before.lower === 'the')) {
    // "two other senior officials"
    if (first > 1 && COUNTED.has(before.lower) && DETERMINERS.has(words[first - 2].lower) && !taken[first - 2])
      return first - 2;
    return first - 1;
  }
  if (titled && before.kind === 'number' && !/%/.test(before.text))
    return first > 1 && DETERMINERS.has(words[first - 2]?.lower) && !taken[first - 2] ? first - 2 : first - 1;
  return first;
}

const COUNTED = wordSet('other few two three four five');

const determination = ({ lower, kind }: Word): Determination =>
  DEFINITE.has(lower)
    ? 'definite'
    : POSSESSIVE.has(lower)
      ? 'possessive'
      : DETERMINERS.has(lower) || kind === 'number'
        ? 'indefinite'
        : 'bare';

const DEFINITE = wordSet('the this that these those both');
const POSSESSIVE = wordSet('his her its their our my your');

const spansBreak = (prose: Prose, a: number, b: number): boolean =>
  prose.text.slice(prose.words[a].end, prose.words[b].start).includes('\n\n');

const AS_SUBJECT: ReadonlyMap<string, string> = new Map([
  ['him', 'he'],
  ['her', 'she'],
  ['them', 'they'],
]);

function pronoun(words: readonly Word[], i: number): Found | undefined {
  const asSubject = AS_SUBJECT.get(words[i].lower);
  // "To her, “it was a farce”": whose view it is stands there like a subject
  if (asSubject && !(i > 0 && words[i - 1].lower === 'to' && isViewOf(words, i - 1))) return undefined;
  const lower = asSubject ?? words[i].lower;
  const mention = phrase(words, i, i + 1, 'pronoun', lower, pronounGender(lower));
  mention.plural = lower === 'they' || lower === 'we';
  return mention;
}

/** Gives names the phrase that belongs to them: "Ada Roe of the dockers' union". */
function addTails(words: readonly Word[], mentions: readonly Found[], taken: Uint8Array): void {
  for (const mention of mentions) {
    if (mention.kind !== 'name') continue;
    let tailWord = complementEnd(words, mention.endWord, taken, TAILS);
    // "Ann Roe (D-Pa.)"
    if (tailWord === mention.endWord && words[tailWord]?.text === '(' && !DETERMINERS.has(words[tailWord + 1]?.lower)) {
      for (let i = tailWord + 1; i < words.length && i < tailWord + 8; i++)
        if (words[i].text === ')') {
          tailWord = i + 1;
          break;
        }
    }
    if (tailWord <= mention.endWord) continue;
    mention.tailWord = tailWord;
    mention.tailEnd = words[tailWord - 1].end;
  }
}

const TAILS = wordSet('of from at with for');

/** A phrase whose head is a role, a body, a document, or "source", with the "of", "for", "at" phrase that belongs to it. */
function rolePhrase(prose: Prose, i: number, taken: Uint8Array): Found | undefined {
  const { words } = prose;
  let head = i;
  while (
    head + 1 < words.length &&
    !taken[head + 1] &&
    words[head + 1].kind === 'word' &&
    partOf(words[head + 1].lower) === 'head' &&
    !isVerbForm(words[head + 1].lower)
  )
    head++;
  // "A Nordhaven spokeswoman", "the SIMT union": a bare name before the head belongs to the phrase
  const owned = ownerStart(words, i, taken);
  const first =
    owned < i
      ? withDeterminer(words, owned, NONE_TAKEN, true)
      : withDeterminer(words, leftEdge(words, i, taken), taken, true);
  const { lower } = words[head];
  if (words[head + 1]?.lower === "'s" || words[head + 1]?.text === '-') return undefined;
  const end = complementEnd(words, head + 1, taken);
  const how = determination(words[first]);
  const mention = phrase(words, first, end, 'role', lower, roleGender(lower));
  mention.role = roleText(prose, first, end) || prose.text.slice(mention.start, words[head].end);
  mention.plural = isPlural(lower);
  mention.type = roleType(lower, how === 'definite' || how === 'possessive' || (how === 'bare' && !mention.plural));
  mention.determination = isOwned(words, first, head) ? 'possessive' : how;
  return mention;
}

/** "Turkey's foreign minister", "the dockers' union": whether an owner stands before the head noun. */
function isOwned(words: readonly Word[], first: number, head: number): boolean {
  if (first < head && /'s$|s'$/.test(words[head - 1].lower)) return true;
  for (let i = first; i < head; i++) if (words[i].lower === "'s") return true;
  return false;
}

const NONE_TAKEN: Uint8Array = new Uint8Array(0);

/** Words that the name before a head noun may have at most. */
const LONGEST_OWNER = 30;

/** Start of the capitals that stand right before a head noun, possessive or bare; `i` where there are none. */
function ownerStart(words: readonly Word[], i: number, taken: Uint8Array): number {
  let at = i;
  // lower-case modifiers between the name and the head: "Nordhaven press officer"
  while (
    at > 0 &&
    !taken[at - 1] &&
    words[at - 1].kind === 'word' &&
    !FUNCTION_WORDS.has(words[at - 1].lower) &&
    !isVerbForm(words[at - 1].lower) &&
    words[at - 1].lower !== "'s" &&
    i - at < 4
  )
    at--;
  if (at > 1 && (words[at - 1].lower === "'s" || words[at - 1].lower === "'")) at--;
  if (at === 0 || !taken[at - 1] || (words[at - 1].kind !== 'word' && words[at - 1].text !== '&')) return i;
  let start = at - 1;
  while (
    start > 0 &&
    at - start < LONGEST_OWNER &&
    taken[start - 1] &&
    !STOPS.has(words[start - 1].text) &&
    !DETERMINERS.has(words[start].lower)
  )
    start--;
  if (words[start].kind !== 'word' || SUBJECTS.has(words[start].lower)) return i;
  return start;
}

const STOPS = wordSet(', ; : .');
const SUBJECTS = wordSet('he she it they i we');

const isHead = (lower: string): boolean => (isRole(lower) || isDocument(lower)) && !NO_HEADS.has(lower);

const NO_HEADS = wordSet(
  'general house head note post text lead host state baby nobody anybody somebody everybody patient bill paper being beings',
);

/** Past forms that are nouns or adjectives as well: after a name they are verbs. */
const PAST_TOO = wordSet(
  'left met put set quit split cut hit let spent felt held kept lost won paid laid led fed shed',
);

/** End of "for the ministry", "of the union", "at Carrow Stone" after a head noun. */
function complementEnd(words: readonly Word[], at: number, taken: Uint8Array, opens = COMPLEMENTS): number {
  let i = at;
  if (i === words.length || !opens.has(words[i].lower)) return at;
  if (words[i].lower === 'to' && isVerbForm(words[i + 1]?.lower ?? '')) return at;
  i++;
  while (i < words.length && DETERMINERS.has(words[i].lower)) i++;
  const first = i;
  while (i < words.length) {
    const { lower, kind, text } = words[i];
    if (kind === 'punctuation' && text !== '&') break;
    if (lower === "'s") {
      i++;
      continue;
    }
    if (taken[i]) {
      i++;
      continue;
    }
    if (i > first && (lower === 'of' || lower === 'for')) {
      i++;
      while (i < words.length && DETERMINERS.has(words[i].lower)) i++;
      continue;
    }
    if (FUNCTION_WORDS.has(lower) || isVerbForm(lower) || PAST_TOO.has(lower)) break;
    i++;
  }
  while (i > first && (FUNCTION_WORDS.has(words[i - 1].lower) || words[i - 1].lower === "'s")) i--;
  return i > first ? i : at;
}

const COMPLEMENTS = wordSet('of for at from in with to');

/** First-name gender where nothing else says it. */
export function guessedGender(mention: LocalMention): Gender {
  if (mention.gender !== 'unknown' || !mention.name) return mention.gender;
  const first = mention.name.split(' ')[0];
  return mention.name.includes(' ') ? firstNameGender(first) : 'unknown';
}
