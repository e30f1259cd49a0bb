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
const cueAfter = new RegExp(`^\\s*[,–—-]*\\s*(?:${SPEECH})(?![\\p{L}\\d])`, 'u');
const nameThenCue = new RegExp(
  `^\\s*[,–—-]*\\s*(?:(?:an?|the|one|another|his|her|its|their|our|my)\\s+)?(?:[\\p{L}\\d.'’-]+,?\\s+){1,9}?(?:${SPEECH})(?![\\p{L}\\d])`,
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
  const add = (name: string, holds: boolean, why = ''): void => {
    if (holds) found.set(name, why);
  };
  const titled = form(words, add);
  around(words, titled, add);
  headline(words, zone, add);
  add('headline', zone === 'headline' || zone === 'subhead' || zone === 'kicker');
  return found;
}

type Add = (name: string, holds: boolean, why?: string) => void;

/** Returns whether the words are capitalised like a title. */
function form({ inner, before, after }: QuotedWords, add: Add): boolean {
  const lower = inner.toLowerCase();
  const list = inner.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const count = list.length;
  add('one word', count === 1);
  add('two or three words', count === 2 || count === 3);
  add('four to six words', count >= 4 && count <= 6);
  add('seven to twelve words', count >= 7 && count <= 12);
  add('more than twelve words', count > 12);
  const bare = (word: string): string => word.replace(/^[^\p{L}\p{N}#@]+|[^\p{L}\p{N}]+$/gu, '');
  const capital = /^[^\p{L}\p{N}]*\p{Lu}/u.test(inner);
  add('begins with a capital', capital, 'begins with a capital');
  add('begins small', /^[^\p{L}\p{N}]*\p{Ll}/u.test(inner));
  const rest = list
    .slice(1)
    .map(bare)
    .filter((word) => word && !LITTLE.has(word.toLowerCase()));
  const titled = capital && rest.length > 0 && rest.every((word) => /^[\p{Lu}\p{N}]/u.test(word));
  add('capitals throughout', titled, 'capitalised like a title');
  add('one capitalised word', capital && count === 1 && !/^[IA]$/.test(bare(inner)));
  add('hashtag', /^#\p{L}/u.test(inner));
  const sentence = !titled && (finite.test(lower) || (personal.test(lower) && count > 2));
  add('has a verb', sentence, 'has a verb of its own');
  add('speaks of I, we or you', personal.test(lower) && !titled, 'speaks of "I", "we" or "you"');
  add('several sentences', /[.!?]["'”’)]*\s+["'“‘(]*\p{Lu}/u.test(inner) && count > 3, 'several sentences');
  add('comma before the closing mark', /,$/.test(inner), 'a comma stands before the closing mark');
  const stops = /[.!?…–—-]['’)]*$/.test(inner);
  add('stop before the closing mark', stops);
  add('question or exclamation', /[!?]['’)]*$/.test(inner));
  add('a whole sentence', capital && stops && sentence && count >= 3, 'reads as a whole sentence');
  add('capital after small words', capital && !titled && /\p{Ll}\s+$/u.test(before) && count > 2 && sentence);
  add('ends the sentence outside', /^\s*[.;]/.test(after));
  return titled;
}

function around({ inner, before, after, alone }: QuotedWords, titled: boolean, add: Add): void {
  const [ahead, behind] = [before.toLowerCase(), after.toLowerCase()];
  const word = (pattern: RegExp, text: string): string => pattern.exec(text)?.[1] ?? '';
  const comma = /[,?!…–—-]['’)]*$/.test(inner);
  const capital = /^[^\p{L}\p{N}]*[\p{Lu}\p{N}]/u.test(inner);
  add('stands alone', alone, 'stands by itself');
  add('colon before', /:\s*$/.test(before), 'after a colon');
  add('comma before', /,\s*$/.test(before));
  const toSpeech = word(speechBefore, ahead);
  add('speech verb before', Boolean(toSpeech), `after "${toSpeech}"`);
  add('speech verb and comma before', Boolean(toSpeech) && /[,:]\s*$/.test(before), `after "${toSpeech}" and a comma`);
  const toReport = word(reportingBefore, ahead);
  add('reporting word before', Boolean(toReport), `"${toReport}" stands before it`);
  const opens = /(?:^|[.!?:]['"”’)]*\s+)$/.test(before);
  const afterSpeech =
    comma &&
    (cueAfter.test(behind) || nameThenCue.test(behind) || (opens && /,$/.test(inner) && someoneActs.test(after)));
  add('speech verb after', afterSpeech, 'a verb of speech follows');
  add('speech verb in the sentence', speech.test(ahead) || speech.test(behind), 'a verb of speech in the sentence');
  add(
    'reporting word in the sentence',
    reporting.test(ahead) || reporting.test(behind),
    'a reporting word in the sentence',
  );
  add(
    'no reporting in the sentence',
    !alone && ![ahead, behind].some((text) => speech.test(text) || reporting.test(text)),
    'nobody is said to say it',
  );
  const work = word(workBefore, ahead);
  add('work before', Boolean(work), `after "${work}"`);
  add('work before, capitals', Boolean(work) && capital, `capitalised, after "${work}"`);
  const following = word(workAfter, behind);
  add('work after, capitals', Boolean(following) && capital, `capitalised, before "${following}"`);
  const entitled = word(titledBefore, ahead);
  add('titled before', Boolean(entitled), `after "${entitled}"`);
  add('called, capitals', called.test(ahead) && capital, 'a capitalised name after "called"');
  const named = capital && (!comma || titled || /^[^\s,]+,?$/.test(inner));
  add(
    'preposition, capitals',
    named &&
      /(?:^|\s)(?:on|in|of|at|from|to|for|like|watch(?:ed|ing)?|sees?|saw)\s+(?:[\p{L}]+['’]s?\s+)?$/iu.test(before),
    'a capitalised name after a preposition',
  );
  add('possessor before', /\p{Lu}[\p{L}.]*['’]s?\s+(?:[a-z\d-]+\s+){0,3}$/u.test(before) && capital);
  add(
    'inside a name',
    /\p{Lu}[\p{L}.'’-]*\s+[("]?$/u.test(before) && /^\)?\s+\p{Lu}\p{L}/u.test(after) && capital,
    'stands inside a name',
  );
  const nicknamed = word(nicknamedBefore, ahead);
  add('nickname word before', Boolean(nicknamed), `after "${nicknamed}"`);
  add('nickname word, capitals', Boolean(nicknamed) && capital, `capitalised, after "${nicknamed}"`);
  add('so-called', /so[\s-]called\s+$/iu.test(before), 'after "so-called"');
  const nickname = /(?:nickname[ds]?|moniker|sobriquet|alias|affectionately)\P{L}.{0,20}$/iu.test(before);
  add('nickname in so many words', nickname, 'a nickname, the copy says');
  const term = word(termBefore, ahead);
  add('word for a word before', Boolean(term), `after "${term}"`);
  const termed = word(termedBefore, ahead);
  add('naming verb before', Boolean(termed) && !capital, `after "${termed}"`);
  add('what they call', whatTheyCall.test(ahead), 'what somebody calls something');
  add(
    'called by nobody',
    /(?:is|are|was|were|be|been|being|also|a|so)[\s-]+(?:often |sometimes |usually |commonly )?(?:called|termed|known as|dubbed|nicknamed|labell?ed)\s+(?:an?|the)?\s*$/iu.test(
      before,
    ),
    'what something is called',
  );
  const slogan = word(sloganBefore, ahead);
  add('slogan word before', Boolean(slogan), `after "${slogan}"`);
  const carried = word(sloganAfter, behind);
  add('slogan word after', Boolean(carried), `before "${carried}"`);
  add('by somebody', byAfter.test(after), '"by" and a name follow');
  add('determiner before', determiner.test(ahead));
  add('noun follows', /^\s+\p{Ll}{3,}/u.test(after) && determiner.test(ahead) && !comma);
  add('like, as or of before', /(?<![\p{L}])(?:like|as|as an?|of|about|with|between|or|and)\s+$/iu.test(before));
}

function headline({ before, after }: QuotedWords, zone: Zone, add: Add): void {
  if (zone !== 'headline' && zone !== 'subhead' && zone !== 'kicker') return;
  add(
    'headline names a source',
    headlineSource.test(after.toLowerCase()) || /:\s*$/.test(before) || /^\s*[:–—]/.test(after),
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
