import { attributeTo, likelySpeakers } from './fix/attribution';
import { namedBeside } from './quotes/adjacent';
import type { Fix, Rule } from './rule';

export const adjacentQuotesOneAttribution: Rule = {
  id: 'adjacent-quotes-one-attribution',
  severity: 'warning',
  description: 'Two quotations stand side by side, and only one says who speaks.',
  reach: 0,
  checkQuotation(analysis, first, report) {
    const second = namedBeside(analysis, first);
    if (second)
      report({
        ...first.spans[first.spans.length - 1],
        message: 'Two quotations, one attribution: whose is the first?',
        related: [
          {
            ...second.spans[0],
            message: `${analysis.attributionOf(second)?.speaker?.name ?? 'Somebody'} says this one`,
          },
        ],
      });
  },
  fixes(finding, analysis) {
    const first = analysis.quotations.find(({ spans }) => spans[spans.length - 1].start === finding.start);
    const second = first && namedBeside(analysis, first);
    if (!second) return [];
    const { text } = analysis.article;
    const [start, end] = [first.spans[first.spans.length - 1].end, second.spans[0].start];
    const fixes: Fix[] = [];
    const close = /["'”’»“]+$/.exec(text.slice(finding.start, start))?.[0].length ?? 0;
    const open = /^["'“‘«„»]+/.exec(text.slice(end, end + 4))?.[0].length ?? 0;
    if (close === 1 && open === 1)
      fixes.push({
        title: 'Make one quotation of the two',
        edits: [{ start: start - close, end: end + open, text: ' ' }],
      });
    for (const speaker of likelySpeakers(analysis, first)) {
      const fix = attributeTo(analysis, first, speaker);
      if (fix) fixes.push(fix);
    }
    return fixes;
  },
};
