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
} from '../language/lexicon';
import { firstNameGender, isFirstName, pronounGender } from './gender';
import { capitalRuns, nameStart, nameType, type Capitals } from './names';
import { HONORIFICS, isDocument, isRole, isPlural, roleGender, roleType } from './roles';
import type { Gender, SpeakerType } from './speaker';
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

const LOCAL = Symbol('mentions');

/** All noun phrases that can be sources in a paragraph, in order. */
export function mentionsOf(prose: Prose): readonly LocalMention[] {
  return remember(prose, LOCAL, readMentions);
}

function readMentions(prose: Prose): LocalMention[] {
  const { words } = prose;
  const found: LocalMention[] = [];
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
    const mention = pronoun(words, i) ?? rolePhrase(prose, i, taken);
    if (!mention) continue;
    found.push(mention);
    taken.fill(1, mention.firstWord, mention.endWord);
    i = mention.endWord - 1;
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  return withAppositions(prose, withTails(words, found, taken));
}

/** "(D-Pa.)", "(R)" after a name: a party and a state. */
const isParty = (words: readonly Word[], { first, end }: Capitals): boolean =>
  end - first === 1 && words[first - 1]?.text === '(' && /^\p{Lu}(?:-\p{Lu}[\p{L}.]*)?$/u.test(words[first].text);

function nameMention(prose: Prose, run: Capitals, taken: Uint8Array): LocalMention | undefined {
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
  return {
    start: words[first].start,
    end: nameSpan.end,
    firstWord: first,
    endWord: run.end,
    kind: 'name',
    name: text,
    nameSpan,
    role,
    head: lastTitle?.lower,
    honorific,
    gender: titleGender,
    plural: false,
    type:
      titled && !bodyTitle
        ? ownType === 'media' || (ownType === 'organisation' && name.length > 2)
          ? ownType
          : 'person'
        : (ownType ?? (bodyTitle ? 'organisation' : undefined)),
    determination: first < start ? determination(words[first]) : 'bare',
    weak: run.weak && first === run.first,
  };
}

/** An office and its place before a name: word indexes of the office's noun and of the name. */
interface Office {
  readonly role: number;
  readonly name: number;
}

/** "Mayor of Brennick Ada Roe": the office, where a first name, or what is left after a known place, begins the name. */
function officeBefore(words: readonly Word[], { first, end }: Capitals): Office | undefined {
  let of = first;
  while (of < end && !/^(?:of|for)$/.test(words[of].lower)) of++;
  if (of === end) of = words[first - 1]?.lower === 'the' ? first - 2 : first - 1;
  const role = of - 1;
  const from = Math.max(of + 1, first);
  if (role < 0 || !/^(?:of|for)$/.test(words[of].lower) || !isRole(words[role].lower)) return undefined;
  for (let name = from + 1; name + 2 <= end; name++) {
    const place = words
      .slice(from, name)
      .map(({ lower }) => lower)
      .join(' ');
    if (!FUNCTION_WORDS.has(words[name].lower) && (isFirstName(words[name].lower) || wordList('place').has(place)))
      return { role, name };
  }
  return undefined;
}

function officeHolder(prose: Prose, run: Capitals, { role, name }: Office, taken: Uint8Array): LocalMention {
  const { words } = prose;
  const first = withDeterminer(words, leftEdge(words, role, taken), taken, true);
  const nameSpan = { start: words[name].start, end: words[run.end - 1].end };
  return {
    start: words[first].start,
    end: nameSpan.end,
    firstWord: first,
    endWord: run.end,
    kind: 'name',
    name: cleanName(prose.text.slice(nameSpan.start, nameSpan.end)),
    nameSpan,
    role: roleText(prose, first, name),
    head: words[role].lower,
    gender: roleGender(words[role].lower),
    plural: false,
    type: 'person',
    determination: determination(words[first]),
  };
}

/** "the Dane", "the Norwegian": a person by where they come from, where no noun follows. */
function nationality(words: readonly Word[], { first, end }: Capitals): LocalMention | undefined {
  if (end - first !== 1 || words[first - 1]?.lower !== 'the') return undefined;
  const { lower } = words[first];
  if (!(wordList('demonym').has(lower) || /[a-z](?:man|woman)$/.test(lower)) || isPlural(lower)) return undefined;
  const next = words[end];
  if (next && next.kind !== 'punctuation' && !isVerbForm(next.lower) && !cueLike(next.lower)) return undefined;
  return {
    start: words[first - 1].start,
    end: words[first].end,
    firstWord: first - 1,
    endWord: end,
    kind: 'role',
    role: words[first].text,
    head: lower,
    gender: roleGender(lower),
    plural: false,
    type: 'role',
    determination: 'definite',
  };
}

const cueLike = (lower: string): boolean => /(?:ed|s)$/.test(lower) || lower === 'said';

const cleanName = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/\s*["“”‘][^"“”‘’]*["”’]\s*/g, ' ')
    .replace(/[’']s$/, '');

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
    if (
      FUNCTION_WORDS.has(before.lower) &&
      (before.text === 'Then' || !/^(?:former|then|acting|other|own|same|such|much|more)$/.test(before.lower))
    )
      break;
    if (isVerbForm(before.lower) ? !isModifier(words, i - 1, taken) : isBareVerb(words, i - 1)) break;
    i--;
  }
  return i;
}

/** "would involve Attorney General Roe": after an auxiliary or "to" stands a verb. */
function isBareVerb(words: readonly Word[], i: number): boolean {
  const { lower, text } = words[i];
  if (text !== lower || !wordList('infinitive').has(lower)) return false;
  const before = words[i - 1]?.lower ?? '';
  return (
    before === 'to' ||
    (AUXILIARIES.has(before) && !/^(?:'s|is|are|was|were|be|been|being|am|has|have|had|having)$/.test(before))
  );
}

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
  const before = words[first - 1];
  if (!before || taken[first - 1]) return first;
  if (DETERMINERS.has(before.lower) && (titled || before.lower === 'the')) {
    // "two other senior officials"
    if (
      first > 1 &&
      /^(?:other|few|two|three|four|five)$/.test(before.lower) &&
      DETERMINERS.has(words[first - 2].lower) &&
      !taken[first - 2]
    )
      return first - 2;
    return first - 1;
  }
  if (titled && before.kind === 'number' && !/%/.test(before.text))
    return first > 1 && DETERMINERS.has(words[first - 2]?.lower) && !taken[first - 2] ? first - 2 : first - 1;
  return first;
}

const determination = (word: Word): Determination =>
  /^(?:the|this|that|these|those|both)$/.test(word.lower)
    ? 'definite'
    : /^(?:his|her|its|their|our|my|your)$/.test(word.lower)
      ? 'possessive'
      : DETERMINERS.has(word.lower) || word.kind === 'number'
        ? 'indefinite'
        : 'bare';

/** The words of a title without determiner and name. */
function roleText(prose: Prose, first: number, end: number): string {
  const { words } = prose;
  let from = first;
  while (from < end && DETERMINERS.has(words[from].lower)) from++;
  return from < end ? prose.text.slice(words[from].start, words[end - 1].end).replace(/\s+/g, ' ') : '';
}

const spansBreak = (prose: Prose, a: number, b: number): boolean =>
  prose.text.slice(prose.words[a].end, prose.words[b].start).includes('\n\n');

const AS_SUBJECT: ReadonlyMap<string, string> = new Map([
  ['him', 'he'],
  ['her', 'she'],
  ['them', 'they'],
]);

function pronoun(words: readonly Word[], i: number): LocalMention | undefined {
  const { start, end } = words[i];
  const asSubject = AS_SUBJECT.get(words[i].lower);
  // "To her, “it was a farce”": whose view it is stands there like a subject
  const lower = asSubject && words[i - 1]?.lower === 'to' && isViewOf(words, i - 1) ? asSubject : words[i].lower;
  if (!/^(?:he|she|they|it|i|we)$/.test(lower)) return undefined;
  return {
    start,
    end,
    firstWord: i,
    endWord: i + 1,
    kind: 'pronoun',
    head: lower,
    gender: pronounGender(lower),
    plural: lower === 'they' || lower === 'we',
    determination: 'bare',
  };
}

/** Gives names the phrase that belongs to them: "Ada Roe of the dockers' union". */
function withTails(words: readonly Word[], mentions: readonly LocalMention[], taken: Uint8Array): LocalMention[] {
  return mentions.map((mention) => {
    if (mention.kind !== 'name') return mention;
    let tailWord = complementEnd(words, mention.endWord, taken, /^(?:of|from|at|with|for)$/);
    // "Ann Roe (D-Pa.)"
    if (tailWord === mention.endWord && words[tailWord]?.text === '(' && !DETERMINERS.has(words[tailWord + 1]?.lower)) {
      for (let i = tailWord + 1; i < words.length && i < tailWord + 8; i++)
        if (words[i].text === ')') {
          tailWord = i + 1;
          break;
        }
    }
    return tailWord > mention.endWord ? { ...mention, tailWord, tailEnd: words[tailWord - 1].end } : mention;
  });
}

/** A phrase whose head is a role, a body, a document, or "source", with the "of", "for", "at" phrase that belongs to it. */
function rolePhrase(prose: Prose, i: number, taken: Uint8Array): LocalMention | undefined {
  const { words } = prose;
  if (!isHead(words[i].lower)) return undefined;
  let head = i;
  while (
    head + 1 < words.length &&
    !taken[head + 1] &&
    words[head + 1].kind === 'word' &&
    isHead(words[head + 1].lower) &&
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
  const start = words[first].start;
  const coreEnd = words[head].end;
  return {
    start,
    end: words[end - 1].end,
    firstWord: first,
    endWord: end,
    kind: 'role',
    role: roleText(prose, first, end) || prose.text.slice(start, coreEnd),
    head: lower,
    gender: roleGender(lower),
    plural: isPlural(lower),
    type: roleType(lower, how === 'definite' || how === 'possessive' || (how === 'bare' && !isPlural(lower))),
    determination:
      /'s$|s'$/.test(
        words
          .slice(first, head)
          .map((w) => w.lower)
          .join(' '),
      ) || words.slice(first, head).some((w) => w.lower === "'s")
        ? 'possessive'
        : how,
  };
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
  const possessive = at > 1 && /^(?:'s|')$/.test(words[at - 1].lower);
  if (possessive) at--;
  if (at === 0 || !taken[at - 1] || (words[at - 1].kind !== 'word' && words[at - 1].text !== '&')) return i;
  let start = at - 1;
  while (
    start > 0 &&
    at - start < LONGEST_OWNER &&
    taken[start - 1] &&
    !/^[,;:.]$/.test(words[start - 1].text) &&
    !DETERMINERS.has(words[start].lower)
  )
    start--;
  if (words[start].kind !== 'word' || /^(?:he|she|it|they|i|we)$/.test(words[start].lower)) return i;
  return start;
}

const isHead = (lower: string): boolean =>
  (isRole(lower) || isDocument(lower)) &&
  !/^(?:general|house|head|note|post|text|lead|host|state|baby|nobody|anybody|somebody|everybody|patient|bill|paper|beings?)$/.test(
    lower,
  );

/** Past forms that are nouns or adjectives as well: after a name they are verbs. */
const PAST_TOO = /^(?:left|met|put|set|quit|split|cut|hit|let|spent|felt|held|kept|lost|won|paid|laid|led|fed|shed)$/;

/** End of "for the ministry", "of the union", "at Carrow Stone" after a head noun. */
function complementEnd(
  words: readonly Word[],
  at: number,
  taken: Uint8Array,
  opens = /^(?:of|for|at|from|in|with|to)$/,
): number {
  let i = at;
  if (!opens.test(words[i]?.lower ?? '')) return at;
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
    if (/^(?:of|for)$/.test(lower) && i > first) {
      i++;
      while (i < words.length && DETERMINERS.has(words[i].lower)) i++;
      continue;
    }
    if (FUNCTION_WORDS.has(lower) || isVerbForm(lower) || PAST_TOO.test(lower)) break;
    i++;
  }
  while (i > first && (FUNCTION_WORDS.has(words[i - 1].lower) || words[i - 1].lower === "'s")) i--;
  return i > first ? i : at;
}

const NAMING =
  /(?:who (?:gave|wanted|used)[^,.]{0,20}\bname (?:only )?as|who (?:goes|went) by(?: the name(?: of)?)?|\b(?:named|called|nicknamed|identified (?:only |simply )?as|known (?:only |online )?as|with the (?:handle|username|user name)|under the (?:handle|username|name)))\s*$/;

/** Links "X, the mayor of Y," and "the mayor of Y, X,": the role goes to the name; marks asides between a name and its verb. */
function withAppositions(prose: Prose, mentions: readonly LocalMention[]): LocalMention[] {
  const { words } = prose;
  const result = [...mentions];
  // "a woman who gave her name only as Ada", "a fan with the handle @ada": the name is the role's own
  for (let k = 0; k + 1 < result.length; k++) {
    const mention = result[k];
    if (mention.kind !== 'role' || mention.plural) continue;
    const at = result.findIndex(
      (other, o) =>
        o > k && other.kind === 'name' && other.firstWord > mention.firstWord && other.firstWord - mention.endWord < 9,
    );
    if (at < 0) continue;
    const between = prose.text.slice(mention.start, result[at].start);
    if (!NAMING.test(between)) continue;
    result[at] = {
      ...result[at],
      role: result[at].role ?? mention.role,
      type: 'person',
      gender: mention.gender,
      weak: false,
    };
    result[k] = { ...mention, endWord: result[at].endWord, end: result[at].end, apposition: at };
  }
  for (let k = 0; k < result.length; k++) {
    const mention = result[k];
    if (mention.kind === 'pronoun') continue;
    const after = mention.tailWord ?? mention.endWord;
    const comma = words[after];
    if (comma?.text !== ',' && comma?.text !== '–' && comma?.text !== '—' && comma?.text !== '(') continue;
    const close = asideEnd(words, after);
    const k2 = nextAfter(result, k);
    const next = result[k2];
    const aside = { start: comma.start, end: words[Math.min(close, words.length - 1)].end };
    if (
      mention.kind === 'name' &&
      next?.kind === 'role' &&
      next.firstWord <= after + 3 &&
      next.firstWord > after &&
      appositionBetween(words, after + 1, next.firstWord)
    ) {
      const gender = mention.gender === 'unknown' ? next.gender : mention.gender;
      const isBody = next.type === 'organisation';
      result[k] = {
        ...mention,
        role: mention.role ?? next.role,
        gender,
        apposition: k2,
        aside,
        type: mention.type ?? (isBody ? 'organisation' : 'person'),
      };
    } else if (
      mention.kind === 'role' &&
      next?.kind === 'name' &&
      next.firstWord === after + 1 &&
      endsAside(words, next.endWord)
    ) {
      const gender = next.gender === 'unknown' ? mention.gender : next.gender;
      const isBody = mention.type === 'organisation';
      result[k2] = {
        ...next,
        role: next.role ?? mention.role,
        gender,
        apposition: k,
        type: next.type && next.type !== 'place' ? next.type : isBody ? 'organisation' : 'person',
      };
      result[k] = {
        ...mention,
        apposition: k2,
        aside: { start: comma.start, end: words[Math.min(next.endWord, words.length - 1)].end },
      };
    } else if (
      mention.kind === 'name' &&
      comma.text === ',' &&
      words[close]?.text === ',' &&
      isPlainApposition(words, after + 1, close)
    ) {
      // "Tobias Wren, the harbour master,": what stands so is a role whether or not a list knows it
      result[k] = {
        ...mention,
        role: mention.role ?? roleText(prose, after + 1, close),
        aside,
        type: mention.type ?? 'person',
      };
    } else if (mention.kind === 'name' || mention.kind === 'role') {
      const age = words[after + 1]?.kind === 'number' && /^\d{1,3}$/.test(words[after + 1].text);
      const who = /^(?:who|whose|whom)$/.test(words[after + 1]?.lower ?? '');
      result[k] = {
        ...mention,
        aside,
        type: (age || who) && (!mention.type || mention.type === 'place') ? 'person' : mention.type,
      };
    }
  }
  return result;
}

/** Index of the first mention that begins after mention `k` ends: those inside it are its own parts. */
function nextAfter(mentions: readonly LocalMention[], k: number): number {
  let next = k + 1;
  while (next < mentions.length && mentions[next].firstWord < (mentions[k].tailWord ?? mentions[k].endWord)) next++;
  return next;
}

/** A noun phrase with an article and no verb: "the harbour master", "a keeper of bees". */
function isPlainApposition(words: readonly Word[], from: number, to: number): boolean {
  if (to - from < 2 || to - from > 7 || !/^(?:the|an?|its|his|her|their)$/.test(words[from].lower)) return false;
  for (let i = from; i < to; i++)
    if (
      words[i].kind !== 'word' ||
      AUXILIARIES.has(words[i].lower) ||
      (isVerbForm(words[i].lower) && !isPlural(words[i].lower))
    )
      return false;
  return true;
}

/** Only words that can open an apposition stand between the comma and the role: "X, now the", "X, 52, a". */
function appositionBetween(words: readonly Word[], from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (
      words[i].kind === 'word' &&
      !/^(?:now|then|also|once|himself|herself|former|formerly|currently)$/.test(words[i].lower)
    )
      return false;
  return true;
}

const endsAside = (words: readonly Word[], at: number): boolean => {
  const word = words[at];
  return !word || /^[,.;:)–—]$/.test(word.text) || isVerbForm(word.lower) || CONJUNCTIONS.has(word.lower);
};

/** Index of the comma, dash or bracket that closes the aside which `open` opens; the sentence's end where none does. */
function asideEnd(words: readonly Word[], open: number): number {
  const mark = words[open].text;
  const close = mark === '(' ? ')' : mark;
  for (let i = open + 1; i < words.length; i++) {
    if (words[i].text === close && !(close === ',' && words[i + 1]?.kind === 'number')) return i;
    if (mark !== '(' && /^[.;?!"“”]$/.test(words[i].text)) return i;
  }
  return words.length - 1;
}

/** First-name gender where nothing else says it. */
export function guessedGender(mention: LocalMention): Gender {
  if (mention.gender !== 'unknown' || !mention.name) return mention.gender;
  const first = mention.name.split(' ')[0];
  return mention.name.includes(' ') ? firstNameGender(first) : 'unknown';
}
