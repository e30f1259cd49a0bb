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
import type { Determination } from './mention';

// Where a noun phrase begins and ends; `taken` has 1 for each word that is a mention's already.

/** Left end of the modifiers of the noun at `at`: adjectives, nouns, capitals, possessives; never a verb. */
export function leftEdge(words: readonly Word[], at: number, taken: Uint8Array): number {
  let i = at;
  while (i > 0 && !taken[i - 1]) {
    const before = words[i - 1];
    if (before.kind === 'punctuation') break;
    if (before.kind === 'number') break;
    // "the former first lady": no number
    if (before.lower === 'first' && i === at && AFTER_FIRST.has(words[at].lower)) {
      i--;
      continue;
    }
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

const AFTER_FIRST = wordSet('lady minister secretary officer responder responders');
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

export function withDeterminer(words: readonly Word[], first: number, taken: Uint8Array, titled: boolean): number {
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

/** How the word that opens a phrase introduces it. */
export const determination = ({ lower, kind }: Word): Determination =>
  DEFINITE.has(lower)
    ? 'definite'
    : POSSESSIVE.has(lower)
      ? 'possessive'
      : DETERMINERS.has(lower) || kind === 'number'
        ? 'indefinite'
        : 'bare';

const DEFINITE = wordSet('the this that these those both');
const POSSESSIVE = wordSet('his her its their our my your');

/** Words that the name before a head noun may have at most. */
const LONGEST_OWNER = 30;

/** Start of the capitals that stand right before a head noun, possessive or bare; `i` where there are none. */
export function ownerStart(words: readonly Word[], i: number, taken: Uint8Array): number {
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

/** Past forms that are nouns or adjectives as well: after a name they are verbs. */
const PAST_TOO = wordSet(
  'left met put set quit split cut hit let spent felt held kept lost won paid laid led fed shed',
);

/** End of "for the ministry", "of the union", "at Carrow Stone" after a head noun. */
export function complementEnd(words: readonly Word[], at: number, taken: Uint8Array, opens = COMPLEMENTS): number {
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
