import { inCopy } from './quotes/words';
import type { Rule } from './rule';

const SAID = 'said|says|told\\s+\\S+|added|adds|asked|asks|wrote|writes|replied|explained|stated';
const WHO =
  "(?:he|she|they|it|(?:(?:the|a|an)\\s+)?(?:[\\p{L}.’'-]+\\s+){0,3}?\\p{Lu}[\\p{L}.’'-]+|the\\s+[\\p{Ll}-]+)";
/** `Poe said, ` right before the mark; `he said` right after it, and nothing more of the sentence. */
const BEFORE = new RegExp(`(?<![\\p{L}])(?:${SAID})\\s*[,:]\\s*$`, 'iu');
const AFTER = new RegExp(
  `^\\s*((?:${WHO})\\s+(?:${SAID})|(?:said|says)\\s+(?:${WHO}))(?=\\s*[.,;]|\\s+(?:on|in|at)\\s)`,
  'u',
);

export const quoteTwoAttributions: Rule = {
  id: 'quote-two-attributions',
  severity: 'hint',
  description: 'One quotation is attributed twice.',
  reach: 0,
  checkQuotation(analysis, quotation, report) {
    const { text, paragraphs } = analysis.article;
    if (quotation.kind !== 'speech' || !inCopy(analysis, quotation)) return;
    const first = quotation.spans[0];
    const last = quotation.spans[quotation.spans.length - 1];
    const home = paragraphs[quotation.paragraphs[0]];
    const end = quotation.spans.length > 1 ? first.end : last.end;
    const lead = text.slice(Math.max(home.start, first.start - 80), first.start);
    if (!/[,:]\s*$/.test(lead) || !/,["'”’»“]+$/.test(text.slice(first.start, end))) return;
    const before = BEFORE.exec(lead);
    if (!before) return;
    const after = AFTER.exec(
      text.slice(end, Math.min(end + 90, paragraphs[quotation.paragraphs[quotation.paragraphs.length - 1]].end)),
    );
    if (!after) return;
    const start = end + after[0].length - after[1].length;
    const cue = before[0].replace(/[\s,:]+$/, '');
    const at = first.start - before[0].length;
    report({
      start,
      end: start + after[1].length,
      message: 'The quotation is attributed before and after: once is enough',
      related: [{ start: at, end: at + cue.length, message: 'The first attribution' }],
    });
  },
  fixes({ start, end }, analysis) {
    const { text } = analysis.article;
    const space = /\s*$/.exec(text.slice(Math.max(0, start - 4), start))?.[0].length ?? 0;
    const tail = /(,)(["'”’»“]+)$/.exec(text.slice(Math.max(0, start - space - 8), start - space));
    if (!tail || !/[.]/.test(text.slice(end, end + 1))) return [];
    const from = start - space - tail[0].length;
    return [{ title: 'Delete the second attribution', edits: [{ start: from, end: end + 1, text: `.${tail[2]}` }] }];
  },
};
