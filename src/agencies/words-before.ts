import type { Word } from '../article/words';
import type { Relation } from './agency';
import type { Citing, Proof } from './citing';
import { BEFORE_OWNER, CITED_BY, GAVE, MEANS, OWNERS, POSSESSIVE, TO } from './citing-words';
import { isCapital, type Matcher } from './match';
import { WORDING } from './wording';
import { isAgencyService, type After } from './words-after';

/** What stands before an agency's name. */
export interface Before {
  /** The word before the name, its article and what describes it. */
  readonly at: number;
  readonly determiner?: string;
  readonly calledAgency: boolean;
}

/** Steps back over "China's state-run news agency", "the German". */
export function readBefore(words: readonly Word[], first: number, matcher: Matcher): Before {
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

function isPeople(words: readonly Word[], at: number, matcher: Matcher, text: string): boolean {
  if (!isCapital(text)) return false;
  if (matcher.country(words, at)?.kind === 'people') return true;
  return at > 0 && matcher.country(words, at - 1)?.kind === 'people';
}

type Found = Omit<Citing, 'determiner' | 'side'>;

/** What stands before the name and its article: "according to", "told", "citing", "in an interview with" … */
export function relationBefore(words: readonly Word[], at: number, right: After): Found | undefined {
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
  right: After,
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
function besideOutlet(words: readonly Word[], and: number, right: After): Found | undefined {
  let at = and - 1;
  while (at > and - 6 && at >= 0 && isCapital(words[at].text) && !TO.has(words[at].lower)) at -= 1;
  if (at === and - 1) return undefined;
  if (words[at]?.lower === 'the') at -= 1;
  return CITED_BY.has(words[at]?.lower ?? '') ? relationBefore(words, at, right) : undefined;
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
