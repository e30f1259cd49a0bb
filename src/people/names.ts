import type { Prose } from '../article/prose';
import type { Word } from '../article/words';
import { CALENDAR, FUNCTION_WORDS, PREPOSITIONS, wordList, wordSet } from '../language/lexicon';
import { isFirstNameWord as isFirstName } from './gender';
import { BODY } from './name-type';
import { HONORIFICS, isRole } from './roles';
import { isPredicate, isTitleCase } from './title-case';

/** A run of capitalised words of one paragraph; word indexes, `end` exclusive. */
export interface Capitals {
  readonly first: number;
  readonly end: number;
  /** One capital that opens a sentence and that no list knows: it may be a common word. */
  readonly weak: boolean;
}

const JOINERS = new Set(
  'of de da das del della di do dos du la le van von der den ter ten bin ibn al el y e zu &'.split(' '),
);
const AFTER_OF = new Set(['the']);

const PREFIXED = /^(?:[ae][ldnrst]|a[sz]h|ul|[dlo])[-’']\p{Lu}/u;

/** Whether a hyphen or an apostrophe stands where a prefix ends: few words have one, and all are asked. */
const hasMarkAhead = (text: string): boolean => {
  for (let i = 1; i < text.length && i < 4; i++) {
    const code = text.charCodeAt(i);
    if (code === 45 || code === 39 || code === 0x2019) return true;
  }
  return false;
};

const isCapital = (word: Word): boolean => {
  const code = word.text.charCodeAt(0);
  // "Suleiman al-Amr", "Valéry d’Estaing"
  if (code >= 97 && code <= 122) return hasMarkAhead(word.text) && PREFIXED.test(word.text);
  if (code < 128) return (code >= 65 && code <= 90) || ((code === 64 || code === 35) && word.text.length > 1);
  return word.kind === 'word' && /^\p{Lu}/u.test(word.text);
};

/** Runs of capitalised words, joined over "of", "de", "bin" and a nickname in marks; a sentence's first word only if it can be a name. */
export function capitalRuns(prose: Prose): Capitals[] {
  const { words, sentences } = prose;
  const starts = new Set<number>();
  for (const { firstWord } of sentences) starts.add(firstWord);
  const runs: Capitals[] = [];
  const isTitle = isTitleCase(words);
  let i = 0;
  while (i < words.length) {
    if (
      words[i].kind !== 'word' ||
      !isCapital(words[i]) ||
      (isTitle && i > 0 && isPredicate(words, i, i)) ||
      (CALENDAR.has(words[i].lower) && !isFirstNameBefore(words, i)) ||
      !mayBeName(words, i, starts)
    ) {
      i++;
      continue;
    }
    const first = i;
    let end = ++i;
    while (i < words.length) {
      const word = words[i];
      if (
        word.kind === 'word' &&
        isCapital(word) &&
        !CALENDAR.has(word.lower) &&
        !(isTitle && isPredicate(words, i, first)) &&
        !(FUNCTION_WORDS.has(word.lower) && word.text.length < 5 && word.text !== word.text.toUpperCase())
      ) {
        end = ++i;
        continue;
      }
      const ahead =
        word.lower === 'of' && (PART.has(words[first].lower) || isFullName(words, first, i)) ? i : joinedBy(words, i);
      if (ahead > i) {
        i = ahead;
        continue;
      }
      break;
    }
    i = end;
    const { lower } = words[first];
    const weak =
      end - first === 1 &&
      opensSentence(words, first, starts) &&
      !isFirstName(lower) &&
      !wordList('place').has(lower) &&
      !/[A-Z].*[A-Z]|^@/.test(words[first].text);
    runs.push({ first, end, weak });
  }
  return runs;
}

/** "None of the Harlows": these open a sentence, not a name. */
const PART = wordSet('none half part parts pieces two-thirds three-quarters');

/**
 * "Ada Roe of the Dockers' Union", "Senator Roe of Ohio": who has a first name and a surname already, or an office before the
 * name, takes no "of" into the name.
 */
function isFullName(words: readonly Word[], first: number, end: number): boolean {
  const start = nameStart(words, { first, end });
  if (words.slice(start, end).some(({ lower }) => BODY.has(lower) || isRole(lower))) return false;
  if (start > first && start < end) return !BODY.has(words[start - 1].lower);
  return end - first > 1 && isFirstName(words[first].lower) && !wordList('place').has(words[first].lower);
}

/** Index of a capital that "of", "de la" or a nickname in marks joins to the run before `i`; `i` where nothing does. */
function joinedBy(words: readonly Word[], i: number): number {
  const word = words[i];
  const next = words[i + 1];
  if (!next) return i;
  if (JOINERS.has(word.lower) && !word.text.endsWith('.')) {
    if (isCapital(next) && next.kind === 'word' && !FUNCTION_WORDS.has(next.lower)) return i + 1;
    const after = words[i + 2];
    if (after && (AFTER_OF.has(next.lower) || JOINERS.has(next.lower)) && isCapital(after) && after.kind === 'word')
      return i + 2;
    return i;
  }
  // John "Buzz" Lee
  if (
    OPENS_NICKNAME.has(word.text) &&
    i + 3 < words.length &&
    isCapital(next) &&
    CLOSES_NICKNAME.has(words[i + 2].text)
  ) {
    const after = words[i + 3];
    if (isCapital(after) && after.kind === 'word') return i + 3;
  }
  return i;
}

const OPENS_NICKNAME = wordSet('" “ ‘ \'');
const CLOSES_NICKNAME = wordSet('" ” ’ \' )');

const opensSentence = (words: readonly Word[], i: number, starts: ReadonlySet<number>): boolean =>
  starts.has(i) ||
  (i > 0 && words[i - 1].kind === 'punctuation' && (OPENS_SPEECH.has(words[i - 1].text) || starts.has(i - 1)));

const OPENS_SPEECH = wordSet('" “ ‘ \' ( — – :');

/** "said Will Doyle", "told June Ashe": before a surname these words are first names, but "in June Ashe" is a month. */
function isFirstNameBefore(words: readonly Word[], i: number): boolean {
  if (!ALSO_FIRST.has(words[i].lower) || i + 1 === words.length) return false;
  const next = words[i + 1];
  if (next.kind !== 'word' || !isCapital(next)) return false;
  if (CALENDAR.has(next.lower) || FUNCTION_WORDS.has(next.lower) || isRole(next.lower) || /^['’]/.test(next.text))
    return false;
  const before = i > 0 ? words[i - 1].lower : '';
  return !PREPOSITIONS.has(before) && !BEFORE_MONTH.has(before);
}

const ALSO_FIRST = wordSet('will may april june august');
const BEFORE_MONTH = wordSet('last next this early late mid every each end of and -');

/** "Continued Roe: “…”", "See Roe’s list": verbs that open a sentence and are followed by a name. */
const BEFORE_NAMES = wordSet(
  'said says added adds asked asks continued continues explained explains noted notes wrote writes tweeted replied stated concluded recalled warned ' +
    'see meet watch read ask call vote thank tell blame remember hear follow visit',
);

const SHOUTED = wordSet('A I IN ON OF THE AND OR TO BY FOR AT IT');

function mayBeName(words: readonly Word[], i: number, starts: ReadonlySet<number>): boolean {
  const { lower, text } = words[i];
  if (lower === 'i' || lower === "i'm" || lower === "i've" || lower === "i'd" || lower === "i'll") return false;
  if (FUNCTION_WORDS.has(lower))
    return (
      !opensSentence(words, i, starts) &&
      (isFirstNameBefore(words, i) || (text.length > 1 && text === text.toUpperCase() && !SHOUTED.has(text)))
    );
  if (!opensSentence(words, i, starts)) return true;
  const next = words[i + 1];
  if (next && isCapital(next) && next.kind === 'word') return !FUNCTION_WORDS.has(lower) && !BEFORE_NAMES.has(lower);
  if (isFirstName(lower) || wordList('place').has(lower)) return true;
  if (
    wordList('past').has(lower) ||
    wordList('present').has(lower) ||
    wordList('infinitive').has(lower) ||
    wordList('adjective').has(lower)
  )
    return false;
  return !isRole(lower) && !lower.endsWith('ing') && !lower.endsWith('ly');
}

/**
 * Where the name proper begins in a run of capitals: after its last title or role word ("Foreign Minister | Sergei
 * Lavrov"). `end` where the run holds no name but only a role ("Chief Executive"); `first` where it has no title.
 */
export function nameStart(words: readonly Word[], { first, end }: Pick<Capitals, 'first' | 'end'>): number {
  let start = first;
  for (let i = first; i < end; i++) {
    const { lower } = words[i];
    // "King" is a surname, too
    if (HONORIFICS.has(lower) && (i < end - 1 || i === first)) start = i + 1;
    else if (
      isRole(lower) &&
      !(i > start && BODY.has(lower)) &&
      !(i === end - 1 && start > first && i > start) &&
      !isNameLike(words, i, end)
    )
      start = i + 1;
  }
  if (start < end && (words[start].lower === 'of' || words[start].lower === 'for'))
    return BODY.has(words[start - 1]?.lower) ? first : end; // "Bank of Carrow" is a name, "Mayor of Kyiv" is none
  return start < end && !isFirstName(words[start].lower) ? personStart(words, start, end) : start;
}

/** "Carrow County Recorder Helen Roe": where the person begins behind an office that no list knows; `first` where none does. */
function personStart(words: readonly Word[], first: number, end: number): number {
  let start = end - 2;
  if (start <= first || !isPersonal(words, start)) return first;
  if (start - first === 1 && !isNoName(words[first])) return first;
  while (isFirstName(words[start - 1].lower) || /^\p{Lu}\.$/u.test(words[start - 1].text)) start--;
  return start;
}

/** "Republican Helen Roe", "DJ Helen Roe", "Support Helen Roe": what one word before a name is to be no part of it. */
const isNoName = ({ lower, text }: Word): boolean =>
  PARTY.has(lower) || /^\p{Lu}{2,}$/u.test(text) || wordList('infinitive').has(lower);

const PARTY = wordSet('democrat republican independent libertarian conservative labour liberal tory');

/** A first name that is no place, and a surname. */
const isPersonal = (words: readonly Word[], i: number): boolean =>
  isFirstName(words[i].lower) && !wordList('place').has(words[i].lower) && !BODY.has(words[i + 1].lower);

/** "Baker", "Judge", "Pope" are surnames too: after a first name or "Mr" a role word is one, but not in "Mr President". */
function isNameLike(words: readonly Word[], i: number, end: number): boolean {
  if (i !== end - 1 || i === 0) return false;
  const { lower } = words[i - 1];
  return MR.test(lower) ? !ADDRESSED.has(words[i].lower) : isFirstName(lower) && !isRole(lower);
}

const MR = /^(?:mr|mrs|ms|miss|mx)\.?$/;

/** Offices that are spoken to as "Mr Speaker". */
const ADDRESSED = wordSet(
  'president vice chairman chairwoman chairperson chair speaker secretary mayor minister justice ambassador director commissioner',
);
