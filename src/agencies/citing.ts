import type { Word } from '../article/words';
import type { Relation } from './agency';
import { AT, BELONGING, FORMER, INVERTED } from './citing-words';
import type { Matcher } from './match';
import { WORDING } from './wording';
import { readAfter } from './words-after';
import { readBefore, relationBefore } from './words-before';

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
  const left = readBefore(words, first, matcher);
  const right = readAfter(words, end);
  const calledAgency = left.calledAgency || right.calledAgency;
  const proof = (other: Proof): Proof => (calledAgency ? 'agency' : other);
  const base = { determiner: left.determiner };

  const before = relationBefore(words, left.at, right);
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
