import type { Prose } from '../article/prose';
import type { Span } from '../article/span';
import { copyParagraphs, inArticle, scanned } from './copy';
import type { Rule } from './rule';
import { cueAfter, endOf, startOf } from './sources/cues';
import { neverSourceIn } from './sources/never';
import { placesOf, watchFor } from './watch';

const LABEL = watchFor(
  'source insider aide adviser advisor official diplomat executive employee staffer lawmaker lawyer banker trader clerk manager soldier officer',
);
const INTRODUCED = /(?<![\p{L}])(?:an?|one|another)\s+(?:[\p{L}’'-]+\s+){0,3}$/iu;
const TAKEN_UP = /(?<![\p{L}])the\s+(?:[\p{Ll}’'-]+\s+)?$/iu;
const OF = /\s+of(?![\p{L}])/uy;

interface Label extends Span {
  readonly label: string;
  readonly introduced: boolean;
}

function labels(text: string, prose: Prose): Label[] {
  const found: Label[] = [];
  for (const { start, end, word } of placesOf(prose, text, LABEL)) {
    const label = word.toLowerCase().replace('advisor', 'adviser');
    const takenUp = startOf(TAKEN_UP, text, start);
    const introduced = takenUp === undefined ? startOf(INTRODUCED, text, start) : undefined;
    if (introduced !== undefined && endOf(OF, text, end) === undefined)
      found.push({ label, introduced: true, start: introduced, end });
    else if (takenUp !== undefined && cueAfter(text, end, 'singular') !== undefined)
      found.push({ label, introduced: false, start: takenUp, end });
  }
  return found;
}

export const sourceLabelShift: Rule = {
  id: 'source-label-shift',
  severity: 'off',
  whenOn: 'hint',
  description: 'A source without a name changes its label: "an aide", then "the official".',
  check(analysis, report, options) {
    const isNever = neverSourceIn(options);
    const introduced = new Map<string, Span>();
    let last: (Span & { readonly label: string; readonly paragraph: number }) | undefined;
    for (const paragraph of copyParagraphs(analysis))
      for (const { label, introduced: isNew, start, end } of scanned(analysis, paragraph, labels, labels).value) {
        if (isNever(paragraph.prose.text.slice(start, end))) continue;
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
