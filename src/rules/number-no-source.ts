import type { Span } from '../article/span';
import { attributionsOfSentence, copyParagraphs, inArticle, scanned, sentenceAt } from './copy';
import { attributionFixes } from './fix/statement';
import type { Rule } from './rule';

const NUMBER =
  '(?:\\d+(?:[.,]\\d+)*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|thousands|scores)(?:\\s+(?:hundred|thousand|million|billion))?';
const HARM =
  'killed|dead|died|injured|wounded|hurt|missing|displaced|arrested|detained|homeless|infected|drowned|evacuated';
const PATTERNS = [
  // "at least 40 people were injured", "twelve dead"
  new RegExp(
    `(?<![\\p{L}\\d.,£$€])(?:(?:[Aa]t\\s+least|[Mm]ore\\s+than|[Aa]bout|[Aa]round|[Uu]p\\s+to|[Ss]ome|[Nn]early)\\s+)?${NUMBER}\\s+(?:[\\p{L}-]+\\s+){0,4}?(?:(?:were|was|are|is|have\\s+been|has\\s+been|had\\s+been)\\s+)?(?:${HARM})(?![\\p{L}])`,
    'giu',
  ),
  // "killing 19", "injured at least 40 people"
  new RegExp(
    `(?<![\\p{L}])(?:killing|injuring|wounding|killed|injured|wounded|displacing|displaced)\\s+(?:(?:at\\s+least|more\\s+than|about|around|up\\s+to|some|nearly)\\s+)?${NUMBER}(?![\\p{L}\\d])`,
    'giu',
  ),
  // "52 per cent of voters"
  /(?<![\p{L}\d.,])\d[\d.]*\s?(?:%|per\s?cent|percent)\s+of\s+(?:\p{L}+\s+){0,2}(?:voters|respondents|people|adults|those|parents|residents|households|firms)(?![\p{L}])/giu,
  // "a loss of £40 million", "cost $3bn"
  /(?<![\p{L}])(?:cost|costs|costing|losses?\s+of|loss\s+of|damage\s+of|worth|profits?\s+of|debts?\s+of|fine\s+of)\s+(?:about\s+|around\s+|up\s+to\s+|more\s+than\s+|nearly\s+|some\s+|at\s+least\s+)?[£$€]\s?\d+(?:[.,]\d+)*(?:\s?(?:million|billion|trillion|bn|m|k))?(?![\p{L}\d])/giu,
];

/** Words beside a figure that are its source, or make it one of the record. */
const SOURCED =
  /\b(?:according\s+to|said|says|reported|police|officials|ministry|figures|statistics|census|survey|poll|study|report|data|estimates?|records?|court|in\s+(?:1\d|20)\d\d|scored|goals?|seats?)\b/iu;

function figures(text: string): Span[] {
  const found: Span[] = [];
  for (const pattern of PATTERNS)
    for (const { index, 0: words } of text.matchAll(pattern)) {
      const place = { start: index, end: index + words.length };
      if (!found.some(({ start, end }) => start < place.end && place.start < end)) found.push(place);
    }
  return found.sort((a, b) => a.start - b.start);
}

export const numberNoSource: Rule = {
  id: 'number-no-source',
  severity: 'off',
  whenOn: 'hint',
  description: 'A toll, a share or a sum has no source in its sentence or at the head of its paragraph.',
  check(analysis, report) {
    for (const paragraph of copyParagraphs(analysis)) {
      const { text, value } = scanned(analysis, paragraph, figures, figures);
      for (const place of value) {
        const span = inArticle(paragraph, place);
        const sentence = sentenceAt(paragraph, place.start);
        const [first] = paragraph.prose.sentences;
        const lead = inArticle(paragraph, first ?? place);
        if (sentence && SOURCED.test(paragraph.prose.text.slice(sentence.start, sentence.end))) continue;
        if (
          attributionsOfSentence(analysis, paragraph, span).length > 0 ||
          attributionsOfSentence(analysis, paragraph, lead).length > 0
        )
          continue;
        if (first && first !== sentence && SOURCED.test(paragraph.prose.text.slice(first.start, first.end))) continue;
        const words = text.slice(place.start, place.end).replace(/\s+/g, ' ');
        report({ ...span, message: `“${words}”: where is the figure from?` });
      }
    }
  },
  fixes(finding, analysis) {
    const paragraph = analysis.article.paragraphs.find(
      ({ start, end }) => start <= finding.start && finding.start < end,
    );
    const sentence = paragraph && sentenceAt(paragraph, finding.start - paragraph.start);
    return paragraph && sentence ? attributionFixes(analysis, inArticle(paragraph, sentence)) : [];
  },
};
