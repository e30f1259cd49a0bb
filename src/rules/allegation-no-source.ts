import type { Sentence } from '../article/sentences';
import type { Span } from '../article/span';
import { attributedAt, attributionsOfSentence, inArticle, namesSourceInPassing, scanned, sentenceAt } from './copy';
import { whoNote } from './fix/notes';
import type { Rule } from './rule';
import { matchesOf } from './matches';
import { watchFor } from './watch';

/** Those who may accuse, and the words of a case that has got as far as them. */
const ACCUSERS = new RegExp(
  '\\b(?:police|prosecut\\p{L}+|courts?|judges?|magistrates?|jury|jurors|trials?|charged|charges|indict\\p{L}*|lawsuits?|suit|sue[sd]?|suing|' +
    'complaints?|complainants?|plaintiffs?|investigators?|detectives?|officers?|authorities|inquiry|inquest|tribunal|attorney|lawyers?|barristers?|solicitors?|' +
    'regulators?|watchdog|ombudsman|coroner|warrant|hearing|dock|defendants?|arrest\\p{L}*|detained|extradit\\p{L}*|acquit\\p{L}*|convict\\p{L}*|bail|custody|' +
    'sheriff|constable|constabulary|gendarmes?|inspectors?|claimants?|accusers?|allegations?\\s+(?:by|from|made)|alleges?|according\\s+to|affidavit|dossier|' +
    'whistleblowers?|FBI|SEC|CIA|DOJ|CPS|ICC|pleaded|pleads)\\b',
  'iu',
);

const BE =
  "(?:(?:has|have|had)\\s+(?:also\\s+|since\\s+|long\\s+|sometimes\\s+|often\\s+|now\\s+)?been|is|are|was|were|stands?|stood|'s|’s|’re|'re)";
const ADVERBS = '(?:(?:also|now|still|widely|further|wrongly|falsely|variously|repeatedly|publicly|once)\\s+)?';
const OTHERS_NP = '[^.;:!?\\uFFFC]{0,80}?';

/** How sure a sort of wording is: `accused` is milder where the case was told just before, `adjective` is then silent. */
type Sort = 'adverb' | 'accused' | 'adjective';

const PATTERNS: readonly (readonly [Sort, RegExp])[] = [
  ['adverb', /(?<![\p{L}])[Aa]llegedly(?![\p{L}])/gu],
  // "is accused of fraud", not "… by Ruiz"
  [
    'accused',
    new RegExp(`(?<![\\p{L}])${BE}\\s+${ADVERBS}(?:accused|suspected)\\s+of(?!${OTHERS_NP}\\sby\\s)(?![\\p{L}])`, 'gu'),
  ],
  ['accused', new RegExp(`(?<![\\p{L}])${BE}\\s+${ADVERBS}alleged\\s+to(?:\\s+have|\\s+be)?(?![\\p{L}])`, 'gu')],
  [
    'accused',
    /(?<![\p{L}])[Ii]t\s+(?:is|was|has\s+been)\s+(?:also\s+)?alleged(?:\s+that)?(?!\s+(?:by|in)\s)(?![\p{L}])/gu,
  ],
  // "a man accused of fraud"
  [
    'accused',
    new RegExp(
      `(?<=(?:^|\\s)(?:[Aa]n?|[Tt]he|[Tt]wo|[Tt]hree|four|five|\\d+)\\s(?:[\\p{L}-]+\\s){1,3})(?<!\\b(?:has|have|had|he|she|they|I|we|who|never)\\s)(?:(?:accused|suspected)\\s+of|alleged\\s+to(?=\\s+(?:have|be)\\b))(?!${OTHERS_NP}\\sby\\s)(?![\\p{L}])`,
      'gu',
    ),
  ],
  ['accused', /(?<![\p{L}])on\s+suspicion\s+of(?![\p{L}])/gu],
  [
    'accused',
    /(?<![\p{L}])(?:faces?|faced|facing)\s+(?:\p{L}+\s+)?(?:allegations|accusations)(?:\s+(?:of|that))?(?![\p{L}])/gu,
  ],
  // "the alleged thief", never "prosecutors alleged theft"
  [
    'adjective',
    /(?<=(?:^|[.!?]\s+)|(?<![\p{L}])(?:[Tt]he|[Aa]n|[Aa]ny|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Tt]hese|[Tt]hose|of|for|over|with|by|in|into|from|against|about|two|three|four|five|six|several|many|\d+|other|more|’s|'s)\s+)[Aa]lleged(?=\s+(?!that|to\b)\p{L})/gu,
  ],
];

interface Allegation extends Span {
  readonly sort: Sort;
}

const WORDS = watchFor('allegedly alleged allegations accused accusations suspected suspicion');

function allegations(text: string): Allegation[] {
  const found: Allegation[] = [];
  for (const [sort, pattern] of PATTERNS)
    for (const { index, 0: words } of matchesOf(pattern, text)) {
      const place = { start: index, end: index + words.length, sort };
      found.push(place);
    }
  // the sort of wording that stands first in the list wins a place that two share
  const order = found.map((place, i) => ({ place, i })).sort((a, b) => a.place.start - b.place.start || a.i - b.i);
  const kept: { readonly place: Allegation; readonly i: number }[] = [];
  for (const one of order) {
    const last = kept[kept.length - 1];
    if (!last || last.place.end <= one.place.start) kept.push(one);
    else if (one.i < last.i) kept[kept.length - 1] = one;
  }
  return kept.map(({ place }) => place);
}

export const allegationNoSource: Rule = {
  id: 'allegation-no-source',
  severity: 'warning',
  description: 'Somebody is accused, and the sentence names no accuser, court or police.',
  reach: 1,
  words: WORDS,
  checkParagraph(analysis, paragraph, report) {
    const { value } = scanned(analysis, paragraph, allegations, allegations);
    if (value.length === 0) return;
    const firstAccuser = ACCUSERS.exec(paragraph.prose.text);
    const accused = new Map<Sentence | undefined, boolean>();
    const before = toldBefore(analysis.article.paragraphs[paragraph.index - 1]?.prose.text);
    for (const place of value) {
      const span = inArticle(paragraph, place);
      const sentence = sentenceAt(paragraph, place.start);
      const { text } = paragraph.prose;
      let hasAccuser = accused.get(sentence);
      if (hasAccuser === undefined) {
        const words = text.slice(sentence?.start ?? 0, sentence?.end ?? 0);
        hasAccuser = ACCUSERS.test(words) || namesSourceInPassing(words);
        accused.set(sentence, hasAccuser);
      }
      if (hasAccuser) continue;
      if (attributedAt(analysis, paragraph, span) || attributionsOfSentence(analysis, paragraph, span).length > 0)
        continue;
      const told =
        (firstAccuser !== null && firstAccuser.index + firstAccuser[0].length <= (sentence?.start ?? 0)) ||
        (place.sort !== 'adverb' && before);
      if (told && place.sort === 'adjective') continue;
      const words = text.slice(place.start, place.end).replace(/\s+/g, ' ');
      report({
        ...span,
        message: `“${words}”: who says so?`,
        milder: (told && place.sort === 'accused') || paragraph.zone === 'standfirst',
      });
    }
  },
  fixes: (finding, analysis) => [whoNote(analysis, finding)],
};

function toldBefore(text: string | undefined): boolean {
  return text !== undefined && ACCUSERS.test(text);
}
