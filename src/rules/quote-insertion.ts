import { inCopy, isSaid } from './quotes/words';
import type { Rule } from './rule';
import { matchesOf } from './matches';

/** Words in brackets, or an ellipsis with copy on both sides. Figures in brackets are the speaker's. */
const INSERTION =
  /\((?=[^()]*\p{L})[^()=\d]{1,80}\)|\[[^[\]]{1,80}\]|(?<=[\p{L}\p{N},;]\s?)(?:\.\s?\.\s?\.|…)(?=\s*[\p{L}\p{N}])/gu;

function insertionsIn(text: string): readonly RegExpExecArray[] {
  const may = text.includes('(') || text.includes('[') || text.includes('…') || DOTS.test(text);
  return may ? matchesOf(INSERTION, text) : NONE;
}

const DOTS = /\.\s?\./;
const NONE: readonly never[] = [];

export const quoteInsertion: Rule = {
  id: 'quote-insertion',
  severity: 'hint',
  description: 'Words were put into a quotation, or left out of it.',
  reach: 0,
  checkQuotation(analysis, quotation, report) {
    const { text } = analysis.article;
    if (!isSaid(quotation) || !inCopy(analysis, quotation)) return;
    for (const span of quotation.spans)
      for (const { 0: words, index } of insertionsIn(text.slice(span.start, span.end))) {
        const start = span.start + index;
        const left = /^[.…]/.test(words);
        report({
          start,
          end: start + words.length,
          message: left
            ? 'Words were left out here: is the sense still the speaker’s?'
            : `${words} stands inside the quotation: did the speaker say it?`,
        });
      }
  },
  fixes({ start, end }, analysis) {
    const words = analysis.article.text.slice(start, end);
    if (!words.startsWith('(')) return [];
    return [{ title: 'Change the brackets to square ones', edits: [{ start, end, text: `[${words.slice(1, -1)}]` }] }];
  },
};
