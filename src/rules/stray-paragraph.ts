import { expandToLine } from './fix/lines';
import type { Rule } from './rule';

export const strayParagraph: Rule = {
  id: 'stray-paragraph',
  severity: 'off',
  whenOn: 'hint',
  description: 'A line that a content system left behind.',
  check(analysis, report) {
    for (const { zone, start, end } of analysis.article.paragraphs)
      if (zone === 'stray')
        report({ start, end, message: `“${analysis.article.text.slice(start, end)}” looks left behind` });
  },
  fixes: (finding, analysis) => [
    {
      title: 'Delete the line',
      edits: [{ ...expandToLine(analysis.article.text, finding), text: '' }],
      preferred: true,
    },
  ],
};
