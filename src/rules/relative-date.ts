import { copyParagraphs, inArticle, scanned } from './copy';
import type { Rule } from './rule';
import type { Span } from '../article/span';

const DAY = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day';
const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.?|Feb\\.?|Mar\\.?|Apr\\.?|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?|Dec\\.?)';
const DATE = new RegExp(
  `(?:${MONTH}\\s+\\d{1,2}\\b|\\b\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH}|\\b\\d{4}-\\d\\d-\\d\\d\\b)`,
  'u',
);
const RELATIVE = new RegExp(
  `(?<![\\p{L}-])(?:yesterday|today|tomorrow|tonight|last\\s+night|this\\s+(?:morning|afternoon|evening|weekend|week|month)|(?:last|next)\\s+(?:week|month|weekend|year|${DAY})|[Oo]n\\s+${DAY}(?!s)(?!,?\\s+(?:the\\s+)?\\d|,?\\s+${MONTH}))(?![\\p{L}’'-])`,
  'giu',
);

function dates(text: string): Span[] {
  return [...text.matchAll(RELATIVE)].map(({ index, 0: words }) => ({ start: index, end: index + words.length }));
}

export const relativeDate: Rule = {
  id: 'relative-date',
  severity: 'off',
  whenOn: 'hint',
  description: 'A day is given as seen from today.',
  check(analysis, report) {
    const paragraphs = copyParagraphs(analysis);
    // a dateline or byline with a date says what "Tuesday" is; "today" stays what it is
    const dated = analysis.article.paragraphs.some(
      ({ zone, bodyStart, prose }) =>
        (bodyStart > 0 && DATE.test(prose.text.slice(0, bodyStart))) ||
        ((zone === 'byline' || zone === 'front-matter') && DATE.test(prose.text)),
    );
    for (const paragraph of paragraphs) {
      const { text, value } = scanned(analysis, paragraph, dates, dates);
      for (const place of value) {
        const words = text.slice(place.start, place.end);
        if (dated && /day$/iu.test(words) && !/^(?:yester|to)day$/iu.test(words)) continue;
        report({ ...inArticle(paragraph, place), message: `“${words}”: give the date, readers come later` });
      }
    }
  },
};
