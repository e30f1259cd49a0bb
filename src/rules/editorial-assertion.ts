import type { Span } from '../article/span';
import { attributedAt, inArticle, scanned } from './copy';
import type { Rule } from './rule';
import { matchesOf } from './matches';
import { watchFor } from './watch';

/** Judgements in the narrator's voice: weight, surprise, certainty, feeling. */
const JUDGEMENTS = new RegExp(
  '(?<![\\p{L}-])(?:' +
    '(?:importance|significance|gravity|seriousness|urgency|scale)\\s+of\\s+[^.;:!?\\uFFFC]{1,80}?\\s(?:is|was|has\\s+been|cannot\\s+be)\\s+(?:underscored|underlined|highlighted|shown|clear|obvious|overstated)|' +
    '(?:is|was|are|were|remains?)\\s+(?:absolutely\\s+|of\\s+)?(?:crucial|unprecedented|vital\\s+(?:to|for)|of\\s+vital\\s+importance|outrageous|shocking|tragic|remarkable|inexcusable|indispensable|groundbreaking|ground-breaking|disgraceful|a\\s+disgrace|a\\s+scandal|shameful)|' +
    '(?:an?|the|this|that)\\s+(?:unprecedented|outrageous|shocking|disgraceful|shameful|inexcusable|groundbreaking|ground-breaking|jaw-dropping|game-changing|unexpected)(?=\\s+\\p{L})|' +
    'undoubtedly|unquestionably|undeniably|needless\\s+to\\s+say|it\\s+goes\\s+without\\s+saying|clearly(?=,|\\s+(?:the|a|this|that))|obviously|sadly(?=,)|tragically|thankfully|mercifully|unsurprisingly|shockingly|outrageously|inexplicably' +
    ')(?![\\p{L}])',
  'giu',
);

const WORDS = watchFor(
  'importance significance gravity seriousness urgency scale crucial unprecedented vital outrageous shocking tragic remarkable inexcusable indispensable ' +
    'groundbreaking breaking disgraceful disgrace scandal shameful dropping changing unexpected undoubtedly unquestionably undeniably needless saying clearly ' +
    'obviously sadly tragically thankfully mercifully unsurprisingly shockingly outrageously inexplicably',
);

function judgements(text: string): Span[] {
  return matchesOf(JUDGEMENTS, text).map(({ index, 0: words }) => ({ start: index, end: index + words.length }));
}

export const editorialAssertion: Rule = {
  id: 'editorial-assertion',
  severity: 'hint',
  description: 'The narrator judges where a source should.',
  reach: 0,
  words: WORDS,
  checkParagraph(analysis, paragraph, report) {
    const { text, value } = scanned(analysis, paragraph, judgements, judgements);
    for (const place of value) {
      const span = inArticle(paragraph, place);
      if (attributedAt(analysis, paragraph, span)) continue;
      report({
        ...span,
        message: `“${text.slice(place.start, place.end).replace(/\s+/g, ' ')}”: whose judgement is that?`,
      });
    }
  },
};
