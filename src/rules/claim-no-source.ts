import type { Prose } from '../article/prose';
import type { Sentence } from '../article/sentences';
import type { Analysis } from '../analysis';
import type { Paragraph } from '../article/article';
import { attributionsOfSentence, inArticle, OTHERS, scanned } from './copy';
import { attributionFixes } from './fix/statement';
import type { Attribution } from '../attribution/attribution';
import { cueForm } from '../attribution/cues';
import type { Rule } from './rule';
import { hasAny, watchFor } from './watch';

/** What is done to somebody and is then told in two ways. */
const CONTESTED =
  'cancel(?:l?ed)|turned\\s+back|blocked|shelled|bombed|attacked|ambushed|looted|seized|destroyed|expelled|abducted|kidnapped|tortured|executed|' +
  'raped|beaten|forced\\s+(?:out|to\\s+\\p{L}+)|driven\\s+out|shot\\s+down|intercepted|jammed|hacked|poisoned|sabotaged|torched|set\\s+on\\s+fire|vandali[sz]ed|' +
  'denied\\s+\\p{L}+|rejected|abandoned|called\\s+off|bribed|threatened|evicted|intimidated|silenced|ignored|shut\\s+down|fired\\s+(?:on|upon)|hit\\s+by\\s+shells';
const MANY =
  '(?:[Ss]everal|[Mm]any|[Dd]ozens|[Hh]undreds|[Ss]cores|[Tt]housands|[Ss]ome|[Mm]ore\\s+than|[Aa]t\\s+least|[Aa]\\s+number|[Aa]\\s+handful|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|\\d[\\d,.]*)';
/** "Several convoys were turned back": many or some, unnamed, and no word of who did it. */
const EVENT = new RegExp(
  `(?<![\\p{L}])${MANY}\\s[^.!?;:\\uFFFC]{0,140}?\\b(?:were|was|have\\s+been|has\\s+been|had\\s+been)\\s+(?:\\p{L}+ly\\s+)?(?:${CONTESTED})(?![\\p{L}])`,
  'u',
);
const AGENT =
  /\bby\s+(?!(?:the\s+)?(?:end|time|then|noon|midnight|mistake|accident|hand|night|day|far|\d|monday|tuesday|wednesday|thursday|friday|saturday|sunday|now)\b)\p{L}/iu;
/** Somebody's plans, as facts. */
const INTENT =
  /(?<![\p{L}])(?:\p{Lu}[\p{L}’'-]+|[Tt]he\s+(?:\p{L}+\s+)?(?:minister|president|mayor|governor|government|company|council|bank|club|party|chairman|chief|board|firm|leader))\s+(?:plans|aims|intends|wants|hopes|seeks|is\s+determined|is\s+planning|is\s+hoping|are\s+planning|plan|aim|intend)\s+to\s+(?!be\s+here\b)\p{L}/u;
/** Records, schedules, history, what the reporter saw, and a condition: nobody needs to vouch for those. */
const PLAIN =
  /\b(?:court|sentenced|convicted|jailed|pleaded|trial|records?|register|minutes|ledger|archives?|scoreboard|schedule[ds]?|timetable|in\s+(?:1\d|20)\d\d|century|ago|if|would|could|weather|snow|rain|storms?|fog|ice|traffic|according\s+to|as\s+(?:reporters|journalists)|saw|seen|watched|photographs?|footage|video)\b/iu;

const EVENTS = watchFor(
  'cancelled canceled turned blocked shelled bombed attacked ambushed looted seized destroyed expelled abducted kidnapped tortured executed raped beaten ' +
    'forced driven shot intercepted jammed hacked poisoned sabotaged torched set vandalised vandalized denied rejected abandoned called bribed threatened ' +
    'evicted intimidated silenced ignored shut fired hit',
);
const INTENTIONS = watchFor('plans aims intends wants hopes seeks determined planning hoping plan aim intend');

interface Claim extends Sentence {
  readonly intent: boolean;
}

function claims(text: string, prose: Prose): Claim[] {
  const [events, intentions] = [hasAny(prose, EVENTS), hasAny(prose, INTENTIONS)];
  return prose.sentences.flatMap((sentence): Claim[] => {
    const words = text.slice(sentence.start, sentence.end);
    const isEvent = events && EVENT.test(words) && !AGENT.test(words);
    const isClaim = isEvent || (intentions && INTENT.test(words));
    return isClaim && !words.includes(OTHERS) && !PLAIN.test(words) ? [{ ...sentence, intent: !isEvent }] : [];
  });
}

export const claimNoSource: Rule = {
  id: 'claim-no-source',
  severity: 'information',
  description: 'A contested event or a plan is told as a fact, with no source in reach.',
  reach: 0,
  words: EVENTS | INTENTIONS,
  checkParagraph(analysis, paragraph, report) {
    if (paragraph.zone !== 'body') return;
    const { value } = scanned(analysis, paragraph, claims, claims);
    for (const { start, end, intent } of value) {
      const span = inArticle(paragraph, { start, end });
      if (inReach(analysis, paragraph, span)) continue;
      report({
        ...span,
        message: intent
          ? 'A plan told as a fact: who says so?'
          : 'Told as a fact, with no source in reach: who says so?',
        milder: intent,
      });
    }
  },
  fixes: (finding, analysis) => attributionFixes(analysis, finding),
};

/** What somebody plans, wants or thinks is known to the narrator from somewhere else: it names no source. */
const isTold = ({ cueLemma }: Attribution): boolean => {
  const form = cueForm(cueLemma);
  return form?.cueClass !== 'mental' && !INTENTS.has(cueLemma);
};
const INTENTS = new Set(['plan', 'intend', 'aim', 'seek', 'hope', 'want', 'expect', 'prepare', 'try', 'mean']);

/** A source in the sentence, or anywhere in its paragraph; a verb of report counts where the engine sees no source. */
function inReach(analysis: Analysis, paragraph: Paragraph, span: { start: number; end: number }): boolean {
  if (attributionsOfSentence(analysis, paragraph, span).some(isTold) || analysis.attributionsIn(paragraph).some(isTold))
    return true;
  return /\b(?:said|says|told|reported|according to|announced|confirmed|added|wrote|tweeted|posted|statement)\b/iu.test(
    paragraph.prose.text,
  );
}
