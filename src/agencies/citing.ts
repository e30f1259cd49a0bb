import type { Word } from '../article/words';
import type { Relation } from './agency';
import {
  AT,
  BEFORE_OWNER,
  BELONGING,
  CARRYING,
  CITED_BY,
  FORMER,
  GAVE,
  INVERTED,
  MEANS,
  NOUN_OR_VERB,
  OWNERS,
  PASSIVE,
  PAST_PASSIVE,
  POSSESSIVE,
  SERVICES,
  TO,
  TOLD,
} from './citing-words';
import { isCapital, type Matcher } from './match';
import { WORDING } from './wording';

/**
 * How much the words around a tag prove. `agency`: it is called a news agency; `relay`: it does what little but an
 * agency does; `said`: it says something, as any body may; `none`: nothing.
 */
export type Proof = 'agency' | 'relay' | 'said' | 'none';

/** What the words around a name say of it. */
export interface Citing {
  readonly proof: Proof;
  /** Set where the words around make it a citation. */
  readonly relation?: Relation;
  /** Which words decided, for the reader: `after "according to"`. */
  readonly why: string;
  /** From which side the relation comes: others beside the name share it ("Reuters and AFP reported"). */
  readonly side?: 'left' | 'right';
  /** "the AP", "a Reuters report": the determiner before the name, lower case. */
  readonly determiner?: string;
}

/** Reads the words on both sides of the name at words `first` to `end` (exclusive). A bounded number of words. */
export function readCiting(words: readonly Word[], first: number, end: number, matcher: Matcher): Citing {
  const left = readLeft(words, first, matcher);
  const right = readRight(words, end);
  const calledAgency = left.calledAgency || right.calledAgency;
  const proof = (other: Proof): Proof => (calledAgency ? 'agency' : other);
  const base = { determiner: left.determiner };

  const before = fromLeft(words, left.at, right);
  if (before) return { ...base, ...before, proof: proof(before.proof), side: 'left' };
  const former = FORMER.has(words[left.at]?.lower ?? '');
  const place = words[left.at]?.lower ?? '';
  const holder = words[left.at - 1]?.lower ?? '';
  // "a spokesman for Reuters said", "she filed for UPI": the agency is not the one who speaks
  const belongs = BELONGING.has(place) && !WORDING.staffNouns.has(holder);
  const journalist = AT.has(place) && (WORDING.staffNouns.has(holder) || JOURNALISM.test(holder));
  if (right.verb && !(former && right.noun) && !(belongs && !WORDING.relayVerbs.has(right.verb.lower))) {
    const staff = right.noun === 'staff';
    const isRelay = WORDING.relayVerbs.has(right.verb.lower);
    const fits = staff
      ? WORDING.speechOfStaff.has(right.verb.lower)
      : isRelay || WORDING.sayVerbs.has(right.verb.lower) || right.noun === 'report';
    if (fits)
      return {
        ...base,
        proof: proof(isRelay || right.noun ? 'relay' : 'said'),
        relation: 'reported',
        why: `before "${right.verb.text}"`,
        side: right.noun ? undefined : 'right',
      };
  }
  if (right.wasTold)
    return { ...base, proof: proof('relay'), relation: 'told', why: 'before "was told"', side: 'right' };
  const inverted = words[left.at];
  if (inverted && INVERTED.has(inverted.lower) && endsClause(words, end) && afterClause(words, left.at))
    return {
      ...base,
      proof: proof(/^re/.test(inverted.lower) ? 'relay' : 'said'),
      relation: 'reported',
      why: `after "${inverted.text}"`,
      side: 'left',
    };
  if (right.noun)
    return { ...base, proof: proof('relay'), why: `before "${right.noun === 'staff' ? 'a journalist' : 'a report'}"` };
  return { ...base, proof: proof(journalist ? 'relay' : 'none'), why: 'named in passing' };
}

/** What journalists do for an agency. */
const JOURNALISM =
  /^(?:filed|files|filing|worked|works|working|wrote|writes|writing|reported|covered|freelanced|job|bureau|chief|desk)$/;

interface Left {
  /** The word before the name, its article and what describes it. */
  readonly at: number;
  readonly determiner?: string;
  readonly calledAgency: boolean;
}

/** Steps back over "China's state-run news agency", "the German". */
function readLeft(words: readonly Word[], first: number, matcher: Matcher): Left {
  let calledAgency = false;
  let at = first - 1;
  const stop = Math.max(0, first - 10);
  while (at >= stop) {
    const { lower, text } = words[at];
    if (WORDING.agencyNouns.has(lower) || (lower === 'service' && isAgencyService(words, at)))
      calledAgency = at + 1 === first || calledAgency;
    else if (lower === "'s") {
      if (!isCapital(words[at - 1]?.text ?? '') && !OWNERS.has(words[at - 1]?.lower ?? '')) break;
      at -= 1;
      while (
        at - 1 >= stop &&
        isCapital(words[at - 1].text) &&
        isCapital(words[at].text) &&
        !BEFORE_OWNER.has(words[at - 1].lower)
      )
        at -= 1;
      if (words[at - 1]?.lower === 'the') at -= 1;
      return { at: at - 1, calledAgency };
    } else if (lower === 'the' || lower === 'a' || lower === 'an' || lower === 'both')
      return { at: at - 1, determiner: lower, calledAgency };
    else if (POSSESSIVE.has(lower)) return { at: at - 1, determiner: lower, calledAgency };
    else if (!WORDING.besideNouns.has(lower) && !WORDING.adjectives.has(lower) && !isPeople(words, at, matcher, text))
      break;
    at -= 1;
  }
  return { at, calledAgency };
}

function isAgencyService(words: readonly Word[], at: number): boolean {
  return SERVICES.has(words[at - 1]?.lower ?? '');
}

function isPeople(words: readonly Word[], at: number, matcher: Matcher, text: string): boolean {
  if (!isCapital(text)) return false;
  if (matcher.country(words, at)?.kind === 'people') return true;
  return at > 0 && matcher.country(words, at - 1)?.kind === 'people';
}

interface Right {
  readonly calledAgency: boolean;
  readonly noun?: 'report' | 'staff';
  readonly verb?: Word;
  readonly wasTold?: boolean;
}

/** Steps on over "news agency", "photographer", ", the state news agency,", "on Monday", "has also" to a verb. */
function readRight(words: readonly Word[], end: number): Right {
  let at = end;
  let calledAgency = false;
  let noun: Right['noun'];
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

type Found = Omit<Citing, 'determiner' | 'side'>;

/** What stands before the name and its article: "according to", "told", "citing", "in an interview with" … */
function fromLeft(words: readonly Word[], at: number, right: Right): Found | undefined {
  const word = words[at];
  if (!word) return undefined;
  const { lower } = word;
  const before = words[at - 1]?.lower ?? '';
  const found = (relation: Relation, proof: Proof, from = at): Found => ({
    relation,
    proof,
    why: `after "${words
      .slice(from, at + 1)
      .map(({ text }) => text)
      .join(' ')}"`,
  });
  switch (lower) {
    case 'to':
      if (before === 'according')
        return right.noun === 'staff' ? found('reported', 'relay', at - 1) : found('according', 'said', at - 1);
      if (right.noun === 'report') return undefined;
      if (spokenBefore(words, at)) return found('told', 'relay', at - 1);
      return undefined;
    case 'told':
    case 'tell':
    case 'tells':
    case 'telling':
      // "Reuters told staff" names the agency first; "told the AP" names it as the one spoken to
      return right.noun === 'report' ? undefined : found('told', 'relay');
    case 'citing':
    case 'cited':
    case 'cites':
    case 'cite':
    case 'quoting':
    case 'quoted':
    case 'quotes':
    case 'quote':
    case 'crediting':
      return right.noun === 'staff' ? undefined : found('cited', 'relay');
    case 'per':
      return found('according', 'said');
    case 'with':
      return WORDING.withSpokenTo.has(before) ? found('told', 'relay', at - 1) : undefined;
    case 'by':
    case 'from':
    case 'in':
    case 'on':
      return byOrFrom(at, lower, before, right, found);
    case 'and':
      return besideOutlet(words, at, right);
    case 'via':
      return right.noun ? undefined : found('reported', 'none');
  }
  return undefined;
}

function byOrFrom(
  at: number,
  preposition: string,
  before: string,
  right: Right,
  found: (relation: Relation, proof: Proof, from?: number) => Found,
): Found | undefined {
  if (preposition === 'by') {
    if (right.noun === 'report') return found('according', 'relay'); // "by the AP's count"
    if (before === 'saying' || (WORDING.byReported.has(before) && right.noun !== 'staff'))
      return found('reported', 'relay', at - 1);
    if (WORDING.bySpokenTo.has(before)) return found('told', 'relay', at - 1);
    if (before === 'interview') return found('told', 'relay', at - 1);
  }
  // "in an AFP interview", "in a Reuters report", "on a KCNA broadcast"
  if ((preposition === 'in' || preposition === 'from') && right.noun === 'report') return found('reported', 'relay');
  if (preposition === 'on' && right.noun === 'report' && before === 'based') return found('according', 'relay', at - 1);
  if (preposition === 'in' || preposition === 'on') return undefined;
  // "a report by Reuters", "dispatches from TASS"; not "wrote for", "footage from"
  if (!WORDING.reportNouns.has(before)) return undefined;
  if (before === 'interview' || before === 'interviews') return found('told', 'relay', at - 1);
  return found('reported', 'relay', at - 1);
}

/** "told the Harbour Post and Reuters": what stands before the other outlet's name. */
function besideOutlet(words: readonly Word[], and: number, right: Right): Found | undefined {
  let at = and - 1;
  while (at > and - 6 && at >= 0 && isCapital(words[at].text) && !TO.has(words[at].lower)) at -= 1;
  if (at === and - 1) return undefined;
  if (words[at]?.lower === 'the') at -= 1;
  return CITED_BY.has(words[at]?.lower ?? '') ? fromLeft(words, at, right) : undefined;
}

/** "speaking by phone to", "said on Friday to": the verb a few words before "to". */
function spokenBefore(words: readonly Word[], to: number): boolean {
  for (let at = to - 1; at >= 0 && at > to - 6; at -= 1) {
    const { lower } = words[at];
    if (WORDING.spokenTo.has(lower)) return at === to - 1 || !GAVE.has(lower);
    if (!MEANS.has(lower) && !WORDING.timeWords.has(lower)) return false;
  }
  return false;
}

/** The clause ends here: inverted "…, reported Xinhua." */
function endsClause(words: readonly Word[], at: number): boolean {
  const text = words[at]?.text;
  return text === undefined || /^[.,;:!?)\]—–-]$/.test(text) || WORDING.timeWords.has(words[at].lower);
}

/** Before the inverted verb stands the end of what was said. */
function afterClause(words: readonly Word[], at: number): boolean {
  const text = words[at - 1]?.text;
  return text !== undefined && /^[,"”’'—–-]$|^''$/.test(text);
}
