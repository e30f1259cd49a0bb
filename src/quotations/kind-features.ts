import type { Zone } from '../article/article';
import type { QuotedWords } from './context';
import { NICKNAMED, REPORTING, SLOGAN_CARRIERS, SLOGANS, SPEECH, TERMED, TERMS, TITLED, WORKS } from './kind-words';

/** Evidence about a quoted stretch: the feature's name, and what to tell the reader of it where that is more. */
export type Evidence = ReadonlyMap<string, string>;

// Patterns of many words are asked of copy in lower case: compiled to be blind to case they take three times as long, all
// of it before the first paragraph of a session is read.
const any = (words: string): RegExp => new RegExp(`(?<![\\p{L}\\d-])(?:${words})(?![\\p{L}\\d])`, 'u');
const last = (words: string, then: string): RegExp => new RegExp(`(?<![\\p{L}\\d-])(${words})(?:'s|’s)?${then}$`, 'u');
const first = (words: string): RegExp => new RegExp(`^\\s*(${words})(?![\\p{L}\\d])`, 'u');

const speech = any(SPEECH);
const reporting = any(REPORTING);
const speechBefore = last(
  SPEECH,
  "(?:\\s+(?:that|of|to|how|on|in|is|was|are|were|it|him|her|them|[\\p{L}'’-]+ly))?\\s*[,:–—-]*\\s*",
);
const reportingBefore = last(REPORTING, '(?:\\s+(?:[^\\s,.;:]+\\s+){0,6}?)?\\s*[,:]?\\s*');
const workBefore = last(WORKS, '\\s*[,:(]?\\s*');
const workAfter = first(`(?:${WORKS})`);
const titledBefore = last(TITLED, '\\s*[,:]?\\s*');
const nicknamedBefore = last(NICKNAMED, '\\s*(?:as|the|simply|only|just)?\\s*[,:]?\\s*');
const termBefore = last(TERMS, '\\s*(?:of|like|as|is|was|for|,|:)?\\s*');
const termedBefore = last(TERMED, '\\s*(?:as|the|an?|it|them)?\\s*[,:]?\\s*');
const whatTheyCall =
  /\bwhat\s+(?:[^\s,.;:]+\s+){1,8}?(?:calls?|called|calling|describes?d?\s+as|termed|terms|dubbed|dubs|named|referred\s+to\s+as|refers?\s+to\s+as|(?:is|was|are|were)\s+(?:being\s+)?called)\s+(?:the|an?|their|his|her|its)?\s*$/u;
const sloganBefore = last(
  SLOGANS,
  '\\s*(?:of|that|which|to|,|:|was|is|say|says|said|saying|read|reads|reading|proclaiming|declaring|with the words)*\\s*[,:]?\\s*',
);
const sloganAfter = first(SLOGAN_CARRIERS);
const byAfter = /^\s*,?\s+by\s+(?:(?:the|an?|his|her|its|their|some|many)\s|\p{Lu})/u;
const headlineSource =
  /,\s+(?:[^\s,]+\s+){1,6}?(?:finds?|says?|hears?|told|claims?|warns?|admits?|insists?|rules?|concedes?|vows?)\s*$/u;
const called = /(?<![\p{L}])(?:called|named|known\s+as|dubbed)\s+(?:the\s+)?$/u;
const determiner =
  /(?<![\p{L}])(?:an?|the|this|that|these|those|his|her|its|their|our|my|your|any|some|no|such|more|most|\p{L}+['’]s?|very|as|being)\s+(?:[a-z-]+\s+)?$/u;
/** A cue, or up to nine words of a name and a cue. */
const cueAfter = new RegExp(
  `^\\s*[,–—-]*\\s*(?:(?:(?:an?|the|one|another|his|her|its|their|our|my)\\s+)?(?:[\\p{L}\\d.'’-]+,?\\s+){1,9}?)??(?:${SPEECH})(?![\\p{L}\\d])`,
  'u',
);
/** "“Never,” Roe thundered": whoever acts after a comma inside the marks says what stands before it. */
const someoneActs =
  /^\s+(?:(?:the\s+)?\p{Lu}[\p{L}.'’-]+(?:\s+\p{Lu}[\p{L}.'’-]+){0,3}|he|she|they|(?:the|an?|one|his|her|their)\s+(?:\p{Ll}+\s+)?\p{Ll}+)\s+(?:\p{Ll}+ed|\p{Ll}{3,}s|state|write|say|sang|spat|cut)(?![\p{L}])/u;
const finite =
  /(?<![\p{L}])(?:is|are|was|were|am|has|have|had|do|does|did|will|would|can|could|may|might|must|shall|should|isn['’]t|don['’]t|[\p{L}]+n['’]t|[\p{L}]+['’](?:re|ll|ve|m|d)|it['’]s|that['’]s|he['’]s|she['’]s|there['’]s|what['’]s|let['’]s|cannot|gonna|need|want|know|think|got|get|go|goes|went|make|made|take|see|said)(?![\p{L}])/u;
const personal = /(?<![\p{L}])(?:i|we|you|my|our|your|me|us|mine|yours|ours|myself)(?![\p{L}])/u;
const LITTLE = new Set(
  'a an the of in on at to for and or but nor with from by as is into over under than that vs v i it up out off de la le el du von van'.split(
    ' ',
  ),
);

/** What can be told of a quoted stretch from its form and from the narrator's words around it. */
export function evidenceOf(words: QuotedWords, zone: Zone): Evidence {
  const found = new Map<string, string>();
  const add: Add = (name, holds, why = '') => {
    if (holds) found.set(name, holds === true ? why : holds);
  };
  const titled = form(words, add);
  around(words, titled, add);
  headline(words, zone, add);
  add('headline', zone === 'headline' || zone === 'subhead' || zone === 'kicker');
  return found;
}

/** Notes a piece of evidence if it `holds`; a text that is not empty does, and says why. */
type Add = (name: string, holds: boolean | string, why?: string) => void;

/** As many words of a quoted stretch are counted at most: more are all the same. */
const MANY = 13;

/** Returns whether the words are capitalised like a title. */
function form({ inner, before, after }: QuotedWords, add: Add): boolean {
  const lower = inner.toLowerCase();
  const opening = wordsOf(inner, MANY);
  const count = opening.length;
  add('one word', count === 1);
  add('two or three words', count === 2 || count === 3);
  add('four to six words', count >= 4 && count <= 6);
  add('seven to twelve words', count >= 7 && count <= 12);
  add('more than twelve words', count > 12);
  const capital = /^[^\p{L}\p{N}]*\p{Lu}/u.test(inner);
  add('begins with a capital', capital, 'begins with a capital');
  add('begins small', /^[^\p{L}\p{N}]*\p{Ll}/u.test(inner));
  const capitals = capital ? capitalsIn(opening) : -1;
  const titled = capitals >= 0 && (count < MANY ? capitals : capitalsIn(wordsOf(inner, Infinity))) > 0;
  add('capitals throughout', titled, 'capitalised like a title');
  add('one capitalised word', capital && count === 1 && !/^[IA]$/.test(bareWord(inner)));
  add('hashtag', /^#\p{L}/u.test(inner));
  const speaksOfUs = !titled && personal.test(lower);
  const sentence = !titled && ((speaksOfUs && count > 2) || finite.test(lower));
  add('has a verb', sentence, 'has a verb of its own');
  add('speaks of I, we or you', speaksOfUs, 'speaks of "I", "we" or "you"');
  add('several sentences', count > 3 && /[.!?]["'”’)]*\s+["'“‘(]*\p{Lu}/u.test(inner), 'several sentences');
  add('comma before the closing mark', inner.endsWith(','), 'a comma stands before the closing mark');
  const end = lastMark(inner);
  const stops = end !== '' && '.!?…–—-'.includes(end);
  add('stop before the closing mark', stops);
  add('question or exclamation', end === '!' || end === '?');
  add('a whole sentence', capital && stops && sentence && count >= 3, 'reads as a whole sentence');
  add('capital after small words', capital && sentence && count > 2 && /\p{Ll}\s+$/u.test(before));
  add('ends the sentence outside', /^\s*[.;]/.test(after));
  return titled;
}

const hasLetter = (word: string): boolean => /[\p{L}\p{N}]/u.test(word);

/** The first `most` words with a letter or a figure. */
function wordsOf(text: string, most: number): string[] {
  const found: string[] = [];
  for (let at = 0; at < text.length && found.length < most; at++) {
    const start = at;
    while (at < text.length && !isBlank(text, at)) at++;
    if (at > start) {
      const word = text.slice(start, at);
      if (isPlainLetter(word.charCodeAt(0)) || hasLetter(word)) found.push(word);
    }
  }
  return found;
}

const isPlainLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 32 || ((code < 32 || code > 127) && /\s/.test(text[at]));
}

/** How many words after the first, little ones aside, have a capital; -1 where one has none. */
function capitalsIn(words: readonly string[]): number {
  let count = 0;
  for (let i = 1; i < words.length; i++) {
    const bare = bareWord(words[i]);
    if (!bare || LITTLE.has(bare.toLowerCase())) continue;
    if (!/^[\p{Lu}\p{N}]/u.test(bare)) return -1;
    count++;
  }
  return count;
}

const bareWord = (word: string): string => word.replace(/^[^\p{L}\p{N}#@]+|[^\p{L}\p{N}]+$/gu, '');

/** The last character before marks and brackets that close with the stretch; none where there is nothing else. */
function lastMark(inner: string): string {
  let end = inner.length;
  while (end > 0 && "'’)".includes(inner[end - 1])) end--;
  return inner.slice(Math.max(0, end - 1), end);
}

const firstGroup = (pattern: RegExp, text: string): string => pattern.exec(text)?.[1] ?? '';

function around({ inner, before, after, alone }: QuotedWords, titled: boolean, add: Add): void {
  const [ahead, behind] = [before.toLowerCase(), after.toLowerCase()];
  const word = firstGroup;
  const end = lastMark(inner);
  const comma = end !== '' && ',?!…–—-'.includes(end);
  const capital = /^[^\p{L}\p{N}]*[\p{Lu}\p{N}]/u.test(inner);
  const mark = before.trimEnd().at(-1);
  add('stands alone', alone, 'stands by itself');
  add('colon before', mark === ':', 'after a colon');
  add('comma before', mark === ',');
  const spokenAhead = speech.test(ahead);
  const toSpeech = spokenAhead ? word(speechBefore, ahead) : '';
  add('speech verb before', toSpeech && `after "${toSpeech}"`);
  add('speech verb and comma before', toSpeech && (mark === ',' || mark === ':') && `after "${toSpeech}" and a comma`);
  const reportedAhead = reporting.test(ahead);
  const toReport = reportedAhead ? word(reportingBefore, ahead) : '';
  add('reporting word before', toReport && `"${toReport}" stands before it`);
  const afterSpeech =
    comma &&
    (cueAfter.test(behind) ||
      (inner.endsWith(',') && /(?:^|[.!?:]['"”’)]*\s+)$/.test(before) && someoneActs.test(after)));
  add('speech verb after', afterSpeech, 'a verb of speech follows');
  const spoken = spokenAhead || speech.test(behind);
  const reported = reportedAhead || reporting.test(behind);
  add('speech verb in the sentence', spoken, 'a verb of speech in the sentence');
  add('reporting word in the sentence', reported, 'a reporting word in the sentence');
  add('no reporting in the sentence', !alone && !spoken && !reported, 'nobody is said to say it');
  const work = word(workBefore, ahead);
  add('work before', work && `after "${work}"`);
  add('work before, capitals', capital && work && `capitalised, after "${work}"`);
  const following = capital && word(workAfter, behind);
  add('work after, capitals', following && `capitalised, before "${following}"`);
  const entitled = word(titledBefore, ahead);
  add('titled before', entitled && `after "${entitled}"`);
  add('called, capitals', capital && called.test(ahead), 'a capitalised name after "called"');
  const named = capital && (!comma || titled || /^[^\s,]+,?$/.test(inner));
  add(
    'preposition, capitals',
    named &&
      /(?:^|\s)(?:on|in|of|at|from|to|for|like|watch(?:ed|ing)?|sees?|saw)\s+(?:[\p{L}]+['’]s?\s+)?$/u.test(ahead),
    'a capitalised name after a preposition',
  );
  add('possessor before', capital && /\p{Lu}[\p{L}.]*['’]s?\s+(?:[a-z\d-]+\s+){0,3}$/u.test(before));
  add(
    'inside a name',
    capital && /^\)?\s+\p{Lu}\p{L}/u.test(after) && /\p{Lu}[\p{L}.'’-]*\s+[("]?$/u.test(before),
    'stands inside a name',
  );
  const nicknamed = word(nicknamedBefore, ahead);
  add('nickname word before', nicknamed && `after "${nicknamed}"`);
  add('nickname word, capitals', capital && nicknamed && `capitalised, after "${nicknamed}"`);
  add('so-called', /so[\s-]called\s+$/.test(ahead), 'after "so-called"');
  const nickname = /(?:nickname[ds]?|moniker|sobriquet|alias|affectionately)\P{L}.{0,20}$/u.test(ahead);
  add('nickname in so many words', nickname, 'a nickname, the copy says');
  const term = word(termBefore, ahead);
  add('word for a word before', term && `after "${term}"`);
  const termed = capital ? '' : word(termedBefore, ahead);
  add('naming verb before', termed && `after "${termed}"`);
  add('what they call', ahead.includes('what') && whatTheyCall.test(ahead), 'what somebody calls something');
  add(
    'called by nobody',
    /(?:is|are|was|were|be|been|being|also|a|so)[\s-]+(?:often |sometimes |usually |commonly )?(?:called|termed|known as|dubbed|nicknamed|labell?ed)\s+(?:an?|the)?\s*$/u.test(
      ahead,
    ),
    'what something is called',
  );
  const slogan = word(sloganBefore, ahead);
  add('slogan word before', slogan && `after "${slogan}"`);
  const carried = word(sloganAfter, behind);
  add('slogan word after', carried && `before "${carried}"`);
  add('by somebody', byAfter.test(after), '"by" and a name follow');
  const determined = determiner.test(ahead);
  add('determiner before', determined);
  add('noun follows', determined && !comma && /^\s+\p{Ll}{3,}/u.test(after));
  add('like, as or of before', /(?<![\p{L}])(?:like|as|as an?|of|about|with|between|or|and)\s+$/u.test(ahead));
}

function headline({ before, after }: QuotedWords, zone: Zone, add: Add): void {
  if (zone !== 'headline' && zone !== 'subhead' && zone !== 'kicker') return;
  add(
    'headline names a source',
    /:\s*$/.test(before) || /^\s*[:–—]/.test(after) || headlineSource.test(after.toLowerCase()),
    'the headline names a source',
  );
}

/** Whether the last sentence of `text` says that somebody is about to be quoted. */
export function introducesSpeech(text: string): boolean {
  const tail = text.slice(-REACH_BACK);
  const sentence = tail.slice(tail.search(/(?:^|[.!?]["”’)]*\s)(?!.*[.!?]["”’)]*\s)/su)).toLowerCase();
  return speech.test(sentence) || reporting.test(sentence);
}

const REACH_BACK = 300;
