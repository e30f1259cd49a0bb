import type { Paragraph } from '../article/article';
import type { Prose } from '../article/prose';
import type { Span } from '../article/span';
import { inArticle, scanned, sentenceAt } from './copy';
import type { Rule } from './rule';
import { matchesOf } from './matches';
import { hasAny, watchFor } from './watch';

const NAMED =
  '(?:named|identified|quoted\\s+by\\s+name|identified\\s+by\\s+name|named\\s+publicly|named\\s+in\\s+print)(?!\\s+(?:an?|as|the|with|after|to)\\b)';
const THEIR = '(?:his|her|their|its)';
const WISHED =
  "(?:asked|requested|wished|preferred|wanted|declined|refused|chose|elected|insisted\\s+on|asks|wishes|prefers|wants|asking|requesting|wishing|preferring|wanting|declining|refusing|insisting\\s+on|did\\s+not\\s+(?:want|wish)|did(?:n’t|n't)\\s+want|do(?:es)?\\s+not\\s+(?:want|wish)|would\\s+not|would\\s+rather)";
const WHOM = '(?:\\s+(?:me|us|reporters|that|the\\s+\\p{L}+|\\p{Lu}\\p{L}+))?';

const ON_CONDITION = [
  /(?<![\p{L}])(?:(?:speaking|spoke|speaks|talking|talked|granted)\s+)?(?:on|under)\s+(?:the\s+)?condition\s+of\s+(?:strict\s+)?anonymity\b/giu,
];
const WISHES = [
  new RegExp(
    `(?<![\\p{L}])${WISHED}${WHOM}\\s+(?:not\\s+)?(?:to\\s+)?(?:not\\s+)?(?:be|being)\\s+(?:publicly\\s+)?${NAMED}\\b`,
    'gu',
  ),
  new RegExp(
    `(?<![\\p{L}])${WISHED}${WHOM}\\s+(?:to\\s+)?(?:remain|remaining|stay|staying)\\s+(?:anonymous|unnamed|unidentified|nameless)\\b`,
    'gu',
  ),
  new RegExp(
    `(?<![\\p{L}])(?:asked|asks|begged|told)${WHOM}\\s+not\\s+to\\s+(?:use|give|publish|print|name|reveal|disclose|identify|be\\s+quoted)\\s+(?:${THEIR}\\s+(?:real\\s+|full\\s+|last\\s+)?names?|him|her|them)\\b`,
    'gu',
  ),
  new RegExp(
    `(?<![\\p{L}])(?:asked|requested|insisted)\\s+that\\s+${THEIR}\\s+(?:real\\s+|full\\s+|last\\s+)?names?\\s+(?:not\\s+be\\s+\\p{L}+|be\\s+withheld)\\b`,
    'gu',
  ),
];
const GRANTED = [
  /(?<![\p{L}])on\s+(?:the\s+)?condition\s+(?:that\s+)?(?:he|she|they|neither|his|her|their)\s+(?:\p{L}+\s+)?(?:not\s+be|be\s+not|would\s+not\s+be|were\s+not|was\s+not|not)\s+(?:named|identified|used|published)\b/gu,
  /(?<![\p{L}])(?:asked\s+for|asking\s+for|requested|requesting|insisting\s+on|was\s+granted|were\s+granted|sought|demanded|insisted\s+on)\s+anonymity\b/gu,
  /(?<![\p{L}])(?:(?:speaking|spoke|speaks|talking|talked)\s+anonymously|(?:speaking|spoke|speaks|talked|briefed\s+reporters)\s+on\s+background|(?:speaking|spoke)\s+off\s+the\s+record)\b/gu,
];
const REFUSED = [
  new RegExp(
    `(?<![\\p{L}])(?:declined|declining|refused|refusing|would\\s+not|did\\s+not|did\\s+not\\s+want)\\s+(?:to\\s+)?(?:give|provide|disclose)\\s+${THEIR}\\s+(?:real\\s+|full\\s+|last\\s+)?(?:sur)?names?\\b`,
    'gu',
  ),
];

/** Words of which a condition has one, and words of which a wish or a refusal has one of each list. */
const CONDITION = watchFor('anonymity anonymously condition background record');
const NAMING = watchFor(
  'anonymous named identified quoted unnamed unidentified nameless name names surname surnames use give publish print reveal disclose identify',
);
const ASKING = watchFor(
  'asked asks asking begged told requested requesting wished wishes wishing preferred prefers preferring wanted wants wanting want wish declined declining ' +
    'refused refusing chose elected insisted insisting would did',
);

function anonymity(text: string, prose: Prose): readonly Span[] {
  const [isCondition, isWish] = [hasAny(prose, CONDITION), hasAny(prose, NAMING) && hasAny(prose, ASKING)];
  if (!isCondition && !isWish) return NONE;
  if (!/anonym|named|identified|names?\b|unnamed|unidentified|background|off the record|nameless/i.test(text))
    return NONE;
  const found: Span[] = [];
  const add = (patterns: readonly RegExp[]): void => {
    for (const pattern of patterns)
      for (const { index, 0: words } of matchesOf(pattern, text)) {
        const span = { start: index, end: index + words.length };
        if (!found.some(({ start, end }) => start < span.end && span.start < end)) found.push(span);
      }
  };
  if (isCondition) add(ON_CONDITION);
  if (isWish) add(WISHES);
  if (isCondition) add(GRANTED);
  if (isWish) add(REFUSED);
  return found.sort((a, b) => a.start - b.start);
}

const NONE: readonly never[] = [];

/** Right after the phrase: words that begin a reason, or are one. */
const REASON =
  /(?:\b(?:because|since\s+(?:he|she|they|the)|as\s+(?:he|she|they|the|it|no)\b|citing|due\s+to|owing\s+to|given|in\s+order|so\s+as|so\s+that|so\s+(?:he|she|they)|lest|to\s+(?:avoid|protect|discuss|speak|describe|talk|share|disclose|be\s+able|safeguard|preserve|shield|keep)|privat(?:e|ely)|secret|policy|risk(?:s|ed|ing)?|danger|threat(?:s|ened)?|lose\s+(?:his|her|their)|losing\s+(?:his|her|their)|jobs?\b|ongoing|pending|under\s+(?:the\s+)?(?:\p{L}+\s+)?ground\s+rules|embargo))/iu;
/** Anywhere in the sentence, or in the next one: words that are a reason whatever else it says. */
const REASON_NEAR =
  /(?:\b(?:for\s+fear|fear(?:ed|ing|s)?\s+(?:of|for|that|he|she|they|it|his|her|their|losing|being|reprisals?|retaliation|retribution)|out\s+of\s+(?:fear|concern|respect)|afraid|worried|wary|anxious|reprisals?|retaliation|retribution|repercussions|backlash|confidential|sensitiv(?:e|ity)|safety|not\s+(?:yet\s+)?(?:been\s+)?(?:authori[sz]ed|permitted|allowed|cleared|supposed|empowered)|unauthori[sz]ed|without\s+(?:authori[sz]ation|permission|clearance)|lack(?:s|ed|ing)?\s+(?:the\s+)?(?:authori[sz]ation|authority|permission|clearance)|forbid(?:s|den)?|barred\s+from|prohibit(?:s|ed)?\s+(?:from|staff|him|her|them))\b|n[’']t\s+(?:authori[sz]ed|permitted|allowed)|^because\b)/iu;
/** The sentence after may say it in few words: "She could lose her job." */
const REASON_AFTER =
  /^(?:because|they|he|she|the|staff|rules|under)\b[^.]*\b(?:rules?|policy|forbids?|job|contract|because|risk(?:s|ed)?|dismiss(?:al|ed)|sack(?:ed|ing)|fired|visa|custody|wages?)\b/iu;
const SPEECH = /\b(?:said|says|told|adds|added|described|claimed|confirmed|called|argued|warned|wrote)\b/u;

export const anonymousNoReason: Rule = {
  id: 'anonymous-no-reason',
  severity: 'information',
  description: 'A source is kept anonymous and the copy does not say why.',
  reach: 0,
  words: CONDITION | NAMING,
  checkParagraph(analysis, paragraph, report) {
    for (const place of scanned(analysis, paragraph, anonymity, anonymity).value) {
      if (reasoned(paragraph, place)) continue;
      report({ ...inArticle(paragraph, place), message: 'Anonymous, but why? Give the reason in a few words' });
    }
  },
  fixes: (finding) => [
    {
      title: 'Add a reason',
      edits: [{ start: finding.end, end: finding.end, text: ' because [reason]' }],
      select: { start: 9, end: 17 },
      preferred: true,
    },
  ],
};

function reasoned(paragraph: Paragraph, place: Span): boolean {
  const { sentences, text } = paragraph.prose;
  const sentence = sentenceAt(paragraph, place.start);
  if (!sentence) return false;
  const before = text.slice(sentence.start, place.start);
  const after = text.slice(place.end, sentence.end);
  if (REASON_NEAR.test(before) || REASON_NEAR.test(after) || /\bbecause\b[^,]*,[^,]*$/iu.test(before)) return true;
  // what follows "said" is what the source said
  if (REASON.test(after.split(SPEECH, 1)[0])) return true;
  const next = sentences[sentences.indexOf(sentence) + 1];
  if (!next) return false;
  const following = text.slice(next.start, next.end);
  return REASON_NEAR.test(following) || REASON_AFTER.test(following);
}
