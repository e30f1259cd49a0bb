/** Patterns that the rules on sources share. All are parts of regular expressions with the flag `u`. */

const verbs = (text: string) => text.replace(/\s+/g, '|');

/** Reporting verbs in the present plural and in the past. */
const SAY = verbs(
  'say said claim claimed argue argued warn warned suggest suggested contend contended note noted insist insisted ' +
    'complain complained maintain maintained allege alleged assert asserted predict predicted caution cautioned ' +
    'counter countered report reported told tell describe described accuse accused criticise criticised criticize ' +
    'criticized praise praised dismiss dismissed blame blamed acknowledge acknowledged concede conceded admit ' +
    'admitted confirm confirmed deny denied add added estimate estimated question questioned wrote write point(?:ed)?\\s+out point(?:ed)?(?=\\s+to\\s+the) call(?:ed)?\\s+(?:for|on) call(?:ed)?(?=\\s+(?:it|the|him|her|them)\\b) ' +
    'urge urged demand demanded condemn condemned denounce denounced agree agreed recommend recommended advise advised object objected label labelled dub dubbed',
);

/** Verbs of opinion: a collective's belief is as vague as its words. */
const HOLD = verbs(
  'believe believed think expect fear feared worry worried see(?=\\s+(?:it|the|this|that)\\b) doubt doubted feel',
);

/** Third person singular. */
const SAYS = verbs(
  'says said claims claimed argues argued warns warned suggests suggested notes noted insists insisted maintains maintained ' +
    'alleges alleged tells told reports reported describes described confirms confirmed denies denied adds added ' +
    'estimates estimated writes wrote predicts predicted puts put(?=\\s+(?:the|it)\\b) revealed reveals disclosed indicated indicates',
);

const ADVERBS =
  '(?:(?:also|now|still|often|widely|generally|repeatedly|long|already|privately|publicly|later|earlier|recently|quickly|simply|further|even|have|has|had|have\\s+been|on\\s+\\p{Lu}\\p{L}+)\\s+)';

/** "say", "have long argued": the cue of a plural source, after a space. */
export const PLURAL_CUE = `\\s+${ADVERBS}{0,2}(?:${SAY}|${HOLD})(?![\\p{L}\\p{N}-])`;
/** The same without past tenses: "Some say", not "Some said", which takes up a group just named. */
export const PRESENT_CUE =
  `\\s+(?:${ADVERBS}{0,2}(?:say|claim|argue|warn|suggest|contend|insist|complain|maintain|allege|predict|caution|agree|believe|think|expect|fear|worry|doubt|feel|` +
  'question|accuse|criticise|criticize|praise|blame|call(?:\\s+for|(?=\\s+(?:it|the)\\b)))|(?:have|had)\\s+(?:long\\s+|also\\s+|even\\s+)?(?:said|argued|claimed|suggested|warned|complained|called\\s+for|accused|questioned))(?![\\p{L}\\p{N}-])';
export const SINGULAR_CUE = `\\s+${ADVERBS}{0,2}(?:${SAYS})(?![\\p{L}\\p{N}-]|\\s+to\\s)`;
/** Inverted, after a comma or closing marks: ", say critics". */
export const INVERTED = '(?:say|said|says|warn|warned|claim|claimed|argue|argued|report|reported|reports|added|adds)';

/** What may stand right before a clause's subject: a sentence's start, a mark, a conjunction. */
export const CLAUSE_START =
  '(?<=^\\s*|(?:[!?:;,…\\uFFFC)(–—-]|(?<!(?:^|[\\s.])\\p{L})\\.)\\s*|(?:[.!?:;,\\uFFFC)–—]\\s*|^\\s*)(?:and|but|yet|so|or)\\s+|(?<![\\p{L}])(?:[Bb]ut|[Ww]hile|[Aa]lthough|[Tt]hough|[Aa]s|[Bb]ecause|[Ww]hereas|[Tt]hat|[Ww]hich|[Ww]here|[Ww]hen|[Ii]f|[Ss]ince|[Ww]hom|[Hh]owever)\\s+)';

const START_BEFORE =
  /(?:^\s*|[.!?:;,…\uFFFC)(–—-]\s*|(?:[.!?:;,\uFFFC)–—]\s*|^\s*)(?:and|but|yet|so|or)\s+|(?<![\p{L}])(?:but|while|although|though|as|because|whereas|that|which|where|when|if|since|whom|however)\s+)$/iu;

/** "D.C. ", "U.S. ": a stop that ends no clause. */
const INITIALS = /(?<!\p{L})(?:\p{L}\.)+\s+$/u;

/** Whether a clause's subject may begin at `at`: after a mark, a conjunction, at the start. */
export function startsClause(text: string, at: number): boolean {
  if (at === 0) return true;
  const from = Math.max(0, at - 24);
  const before = text.slice(from, at);
  // a window that is cut off is not the start of the text
  return START_BEFORE.test(from > 0 ? `x${before}` : before) && !INITIALS.test(before);
}

type Form = 'plural' | 'present' | 'singular';

const PLURAL = new RegExp(PLURAL_CUE, 'uy');
const PRESENT = new RegExp(PRESENT_CUE, 'uy');
const SINGULAR = new RegExp(SINGULAR_CUE, 'uy');

/** Where the cue that follows at `at` ends; undefined when none does. */
export function cueAfter(text: string, at: number, form: Form): number | undefined {
  return endOf(form === 'plural' ? PLURAL : form === 'present' ? PRESENT : SINGULAR, text, at);
}

/** Where a sticky pattern that matches at `at` ends. */
export function endOf(sticky: RegExp, text: string, at: number): number | undefined {
  sticky.lastIndex = at;
  return sticky.test(text) ? sticky.lastIndex : undefined;
}

/** Where a pattern that ends at `at` begins; `pattern` ends with `$`, and `most` code units are looked at. */
export function startOf(pattern: RegExp, text: string, at: number, most = 80): number | undefined {
  const from = Math.max(0, at - most);
  const match = pattern.exec(text.slice(from, at));
  return match ? from + match.index : undefined;
}
