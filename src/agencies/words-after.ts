import type { Word } from '../article/words';
import { CARRYING, NOUN_OR_VERB, PASSIVE, PAST_PASSIVE, SERVICES, TOLD } from './citing-words';
import { isCapital } from './match';
import { WORDING } from './wording';

/** What stands after an agency's name. */
export interface After {
  readonly calledAgency: boolean;
  readonly noun?: 'report' | 'staff';
  readonly verb?: Word;
  readonly wasTold?: boolean;
}

/** Steps on over "news agency", "photographer", ", the state news agency,", "on Monday", "has also" to a verb. */
export function readAfter(words: readonly Word[], end: number): After {
  let at = end;
  let calledAgency = false;
  let noun: After['noun'];
  // "Agence France-Presse (AFP)": the tag in brackets
  if (words[at]?.text === '(' && words[at + 2]?.text === ')') at += 3;
  // "Reuters/Ipsos poll"
  if (words[at]?.text === '/' && isCapital(words[at + 1]?.text ?? '') && !isCapital(words[at + 2]?.text ?? '')) at += 2;
  if (words[at]?.lower === "'s" || words[at]?.lower === "'") {
    at += 1;
    while (words[at] && (isCapital(words[at].text) || WORDING.besideNouns.has(words[at].lower)) && at < end + 5)
      at += 1;
  }
  for (let steps = 0; steps < 4 && words[at]; steps += 1, at += 1) {
    const { lower } = words[at];
    if (WORDING.agencyNouns.has(lower) || (lower === 'service' && isAgencyService(words, at))) calledAgency = true;
    else if (
      !WORDING.besideNouns.has(lower) &&
      !WORDING.ownNouns.has(lower) &&
      lower !== 'finance' &&
      lower !== 'economics'
    )
      break;
  }
  if (words[at]) {
    if (WORDING.staffNouns.has(words[at].lower)) {
      noun = 'staff';
      at += 1;
      // "the AP reporter Ann Li saw"
      while (at < end + 6 && isCapital(words[at]?.text ?? '')) at += 1;
    } else if (WORDING.reportNouns.has(words[at].lower) && !isVerbHere(words, at)) {
      noun = 'report';
      at += 1;
      if (words[at]?.lower === 'of' || words[at]?.lower === 'on') at = skipTo(words, at, 6);
    }
  }
  if (words[at]?.text === ',' || words[at]?.text === '(' || words[at]?.text === '–' || words[at]?.text === '—') {
    const next = words[at + 1]?.lower ?? '';
    if ((next === 'citing' || next === 'quoting') && words[at].text === ',')
      return { calledAgency, noun, verb: words[at + 1] };
    const closed = closing(words, at, next === 'which' || next === 'whose' || next === 'in' ? 25 : 14);
    if (closed) {
      let described = next === 'which' || next === 'whose' || next === 'in';
      for (let i = at + 1; i < closed; i += 1)
        if (WORDING.agencyNouns.has(words[i].lower)) {
          calledAgency = calledAgency || !described;
          described = true;
        }
      at = described ? closed + 1 : at + 1;
    } else at += 1;
  }
  const stop = at + 9;
  while (at < stop && words[at]) {
    const { lower, kind } = words[at];
    if (PASSIVE.has(lower) && TOLD.has(words[at + 1]?.lower ?? '')) return { calledAgency, noun, wasTold: true };
    if (PAST_PASSIVE.has(lower) && CARRYING.has(words[at + 1]?.lower ?? ''))
      return { calledAgency, noun, verb: words[at + 1] };
    if (WORDING.relayVerbs.has(lower) || WORDING.sayVerbs.has(lower) || (noun && WORDING.speechOfStaff.has(lower)))
      return { calledAgency, noun, verb: words[at] };
    if (!WORDING.auxiliaries.has(lower) && !WORDING.timeWords.has(lower) && kind !== 'number' && lower !== ',') break;
    at += 1;
  }
  return { calledAgency, noun };
}

/** "Reuters reports that", "AFP estimates the toll": a noun's form that is a verb here. */
function isVerbHere(words: readonly Word[], at: number): boolean {
  const { lower } = words[at];
  if (!NOUN_OR_VERB.has(lower)) return false;
  const next = words[at + 1]?.lower ?? '';
  if (
    /^(?:that|the|a|an|on|from|at|in|\.|,|:|least|more|he|she|it|they|there|his|her|citing|quoting)$/.test(next) ||
    next === ''
  )
    return lower !== 'report';
  return (
    lower === 'reports' &&
    !WORDING.sayVerbs.has(next) &&
    !WORDING.auxiliaries.has(next) &&
    !WORDING.relayVerbs.has(next)
  );
}

function skipTo(words: readonly Word[], at: number, most: number): number {
  for (let i = at; i < at + most && words[i]; i += 1)
    if (WORDING.sayVerbs.has(words[i].lower) || WORDING.relayVerbs.has(words[i].lower)) return i;
  return at;
}

/** Where the stretch that opens at `at` closes: the next comma, bracket or dash; undefined when not within `most`. */
function closing(words: readonly Word[], at: number, most: number): number | undefined {
  const close = words[at].text === '(' ? ')' : words[at].text;
  for (let i = at + 1; i < at + most && words[i]; i += 1) {
    if (words[i].text === close) return i;
    if (/^[.!?;]$/.test(words[i].text)) return undefined;
  }
  return undefined;
}

/** "service" after "news", "wire": an agency's. */
export function isAgencyService(words: readonly Word[], at: number): boolean {
  return SERVICES.has(words[at - 1]?.lower ?? '');
}
