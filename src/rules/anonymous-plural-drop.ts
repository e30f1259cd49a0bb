import type { Span } from '../article/span';
import { copyParagraphs, inArticle, scanned } from './copy';
import type { Rule } from './rule';
import { PLURAL_CUE, SINGULAR_CUE } from './sources/cues';
import { neverSourceIn } from './sources/never';

interface Label extends Span {
  readonly sort: 'several' | 'one' | 'the one';
}

const SORTS: readonly (readonly [Label['sort'], RegExp])[] = [
  ['the one', new RegExp(`(?<![\\p{L}])[Tt]he\\s+(?:same\\s+)?source(?=${SINGULAR_CUE})`, 'gu')],
  ['one', /(?<![\p{L}])(?:[Aa]n?|[Oo]ne|[Aa]nother)\s+(?:[\p{L}’'-]+\s+){0,3}?source\b/gu],
  [
    'several',
    new RegExp(
      `(?<![\\p{L}])(?!(?:[Tt]he|[Oo]ne\\s+of\\s+the)\\s)(?:[\\p{L}’'-]+\\s+){0,2}?[Ss]ources(?=${PLURAL_CUE}|\\s+(?:close|familiar|with|in|at|within))`,
      'gu',
    ),
  ],
];

function labels(text: string): Label[] {
  if (!/source/i.test(text)) return [];
  return SORTS.flatMap(([sort, pattern]) =>
    [...text.matchAll(pattern)].map(({ index, 0: words }) => ({ sort, start: index, end: index + words.length })),
  ).sort((a, b) => a.start - b.start);
}

export const anonymousPluralDrop: Rule = {
  id: 'anonymous-plural-drop',
  severity: 'information',
  description: 'Several sources become one: "sources said", later "the source".',
  check(analysis, report, options) {
    const isNever = neverSourceIn(options);
    let several: Span | undefined;
    for (const paragraph of copyParagraphs(analysis))
      for (const label of scanned(analysis, paragraph, labels, labels).value) {
        if (isNever(paragraph.prose.text.slice(label.start, label.end))) continue;
        const span = inArticle(paragraph, label);
        if (label.sort === 'several') several = span;
        else if (label.sort === 'one') several = undefined;
        else if (several) {
          report({
            ...span,
            message: 'Sources before, one source here: how many were there?',
            related: [{ ...several, message: 'several sources' }],
          });
          several = undefined;
        }
      }
  },
};
