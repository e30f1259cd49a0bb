import type { Span } from '../article/span';
import { inCopy } from './quotes/words';
import type { Rule } from './rule';

/** How far in front of the words that trail … */
interface Data {
  /** … where the comma or colon before the quotation stands, */
  readonly comma: number;
  /** … the end of the words between the marks. */
  readonly inner: number;
}

/** A verb of speech, or where it was said, right before the comma that brings the quotation in. */
const BRINGS_IN = /[\p{L}\p{N})’'](\s*[,:]\s*)$/u;
/** When and where: what may stand behind the cue as well. Anything else runs on with right. */
const WHEN =
  /^\s+((?:(?:on|in|at|during|after|before|late|early|earlier|last|this|next|over|since|by)\s+)?(?:(?:the|a|an|his|her|its|their|this|last|next|late|early)\s+)?(?:[\p{L}\d][\p{L}\d’'.-]*)(?:\s+[\p{L}\d][\p{L}\d’'-]*){0,4})([.!?])(?=\s|$)/u;
const STARTS_WHEN =
  /^(?:on|in|at|during|after|before|late|early|earlier|last|this|next|over|since|by|yesterday|today|tonight|again|later|afterwards|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b/iu;
const RUNS_ON =
  /\b(?:and|but|or|who|which|that|when|while|where|as|because|adding|said|says|told|is|are|was|were|has|had|to)\b/iu;

export const quoteTrailingText: Rule = {
  id: 'quote-trailing-text',
  severity: 'information',
  description: 'Words trail behind a quotation that ends its sentence.',
  reach: 0,
  checkQuotation(analysis, quotation, report) {
    const { text, paragraphs } = analysis.article;
    if (quotation.kind !== 'speech' || quotation.spans.length > 1 || !quotation.closed || !inCopy(analysis, quotation))
      return;
    const [{ start, end }] = quotation.spans;
    const home = paragraphs[quotation.paragraphs[0]];
    const before = BRINGS_IN.exec(text.slice(Math.max(home.start, start - 60), start));
    if (!before || quotation.wordCount < 4) return;
    const inner = text.slice(start, end).replace(/["'”’»“]+$/, '');
    if (/[.!?,…–—-]$/.test(inner)) return;
    const trailing = WHEN.exec(text.slice(end, Math.min(home.end, end + 80)));
    if (!trailing || !STARTS_WHEN.test(trailing[1]) || RUNS_ON.test(trailing[1])) return;
    const from = end + trailing[0].indexOf(trailing[1]);
    const span: Span = { start: from, end: from + trailing[1].length };
    report({
      ...span,
      message: `"${trailing[1]}" belongs before the quotation`,
      data: { comma: from - start + before[1].length, inner: from - start - inner.length } satisfies Data,
    });
  },
  fixes({ start, end, data }, analysis) {
    const [comma, inner] = [start - (data as Data).comma, start - (data as Data).inner];
    const { text } = analysis.article;
    const words = text.slice(start, end);
    const marks = text.slice(inner, start).trimEnd();
    return [
      {
        title: `Move "${words}" before the quotation`,
        edits: [
          { start: comma, end: comma, text: ` ${words}` },
          { start: inner, end: end + 1, text: `${text[end]}${marks}` },
        ],
        preferred: true,
      },
    ];
  },
};
