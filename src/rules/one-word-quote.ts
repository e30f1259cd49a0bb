import { inCopy, innerOf } from './quotes/words';
import type { Rule } from './rule';

/** Up to three words nobody is said to have said; of what somebody said, a single word. */
const MOST_WORDS = 3;

export const oneWordQuote: Rule = {
  id: 'one-word-quote',
  severity: 'hint',
  description: 'One to three words stand in marks that are neither a title, a name nor a term.',
  reach: 0,
  checkQuotation(analysis, quotation, report) {
    const { kind, wordCount, spans, closed, style } = quotation;
    if (
      (kind !== 'partial' && kind !== 'scare') ||
      wordCount < 1 ||
      wordCount > (analysis.attributionOf(quotation) ? 1 : MOST_WORDS)
    )
      return;
    if (spans.length > 1 || !closed || style === 'none' || !inCopy(analysis, quotation)) return;
    report({
      ...spans[0],
      message:
        wordCount === 1 ? 'One quoted word: does it need the marks?' : 'A few quoted words: do they need the marks?',
    });
  },
  fixes({ start, end }, analysis) {
    const inner = innerOf(analysis, { start, end });
    return [
      {
        title: 'Leave out the marks',
        edits: [{ start, end, text: analysis.article.text.slice(inner.start, inner.end) }],
      },
    ];
  },
};
