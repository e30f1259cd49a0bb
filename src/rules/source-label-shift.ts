import type { Span } from '../article/span';
import { copyParagraphs, inArticle, scanned } from './copy';
import type { Rule } from './rule';
import { SINGULAR_CUE } from './sources/cues';

const LABEL =
  '(?<label>source|insider|aide|adviser|advisor|official|diplomat|executive|employee|staffer|lawmaker|lawyer|banker|trader|clerk|manager|soldier|officer)';
const INTRODUCED = new RegExp(
  `(?<![\\p{L}])(?:[Aa]n?|[Oo]ne|[Aa]nother)\\s+(?:[\\p{L}’'-]+\\s+){0,3}?${LABEL}(?![\\p{L}-])(?!\\s+of\\b)`,
  'gu',
);
const TAKEN_UP = new RegExp(`(?<![\\p{L}])[Tt]he\\s+(?:[\\p{Ll}’'-]+\\s+)?${LABEL}(?=${SINGULAR_CUE})`, 'gu');

interface Label extends Span {
  readonly label: string;
  readonly introduced: boolean;
}

function labels(text: string): Label[] {
  const read = (pattern: RegExp, introduced: boolean) =>
    [...text.matchAll(pattern)].map((match) => ({
      label: (match.groups?.label ?? '').replace('advisor', 'adviser'),
      introduced,
      start: match.index,
      end: match.index + match[0].length,
    }));
  return [...read(INTRODUCED, true), ...read(TAKEN_UP, false)].sort((a, b) => a.start - b.start);
}

export const sourceLabelShift: Rule = {
  id: 'source-label-shift',
  severity: 'off',
  whenOn: 'hint',
  description: 'A source without a name changes its label: "an aide", then "the official".',
  check(analysis, report) {
    const introduced = new Map<string, Span>();
    let last: (Span & { readonly label: string; readonly paragraph: number }) | undefined;
    for (const paragraph of copyParagraphs(analysis))
      for (const { label, introduced: isNew, start, end } of scanned(analysis, paragraph, labels, labels).value) {
        const span = inArticle(paragraph, { start, end });
        if (isNew) {
          introduced.set(label, span);
          last = { ...span, label, paragraph: paragraph.index };
        } else if (last && last.label !== label && !introduced.has(label) && paragraph.index - last.paragraph <= 1) {
          report({
            ...span,
            message: `The ${last.label} before, the ${label} here: one person or two?`,
            related: [{ start: last.start, end: last.end, message: `the ${last.label}` }],
          });
        }
      }
  },
};
