import { alike, contains, nearest } from './quotes/alike';
import { short, wordsOfQuotation } from './quotes/words';
import type { Rule } from './rule';

/** A headline may shorten, bend a word and say what "it" is: what is this near to a quotation of the body comes from there. */
const ALIKE = 0.75;

export const headlineQuoteNotInBody: Rule = {
  id: 'headline-quote-not-in-body',
  severity: 'information',
  description: 'The headline quotes words that no quotation of the article holds.',
  check(analysis, report, { claimQuoteHeadlines }) {
    if (!claimQuoteHeadlines) return;
    const { paragraphs, text } = analysis.article;
    const isHead = (index: number): boolean => paragraphs[index].zone === 'headline';
    const heads = analysis.quotations.filter(
      ({ kind, paragraphs: [index], closed }) =>
        isHead(index) && closed && (kind === 'speech' || kind === 'partial' || kind === 'scare'),
    );
    if (!heads.length) return;
    const bodies = analysis.quotations
      .filter(({ paragraphs: [index] }) => !isHead(index))
      .map((quotation) => wordsOfQuotation(analysis, quotation).map(({ plain }) => plain));
    // a headline over nothing, or over copy that quotes nobody, is a draft
    if (!bodies.length) return;
    for (const quotation of heads) {
      const words = wordsOfQuotation(analysis, quotation).map(({ plain }) => plain);
      if (!words.length || bodies.some((body) => holds(body, words))) continue;
      const { start, end } = quotation.spans[0];
      report({
        start,
        end,
        message: `The headline quotes ${short(text.slice(start, end))}, but no quotation in the body holds it`,
      });
    }
  },
};

function holds(body: readonly string[], words: readonly string[]): boolean {
  if (contains(body, words)) return true;
  const near = nearest(body, words, words.length < 4 ? 1 : 2);
  return (near !== undefined && near.alike >= ALIKE) || alike(body.join(' '), words.join(' ')) >= ALIKE;
}
