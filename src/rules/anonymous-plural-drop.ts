import type { Span } from '../article/span';
import type { Paragraph } from '../article/article';
import type { Carry } from './carry';
import { isCopy, scanned } from './copy';
import { compared, spanAt, type Compared, type Place } from './places';
import type { Rule } from './rule';
import { PLURAL_CUE, SINGULAR_CUE } from './sources/cues';
import { neverSourceIn } from './sources/never';
import { matchesOf } from './matches';
import { hasAny, watchFor } from './watch';

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

const WORDS = watchFor('source sources');

function labels(text: string): Label[] {
  return SORTS.flatMap(([sort, pattern]) =>
    matchesOf(pattern, text).map(({ index, 0: words }) => ({ sort, start: index, end: index + words.length })),
  ).sort((a, b) => a.start - b.start);
}

/** Where one source follows several, and those. */
function drops(all: readonly Place<Label>[]): { readonly one: Place<Label>; readonly several: Place<Label> }[] {
  const found: { readonly one: Place<Label>; readonly several: Place<Label> }[] = [];
  let several: Place<Label> | undefined;
  for (const place of all)
    if (place.item.sort === 'several') several = place;
    else {
      if (place.item.sort === 'the one' && several) found.push({ one: place, several });
      several = undefined;
    }
  return found;
}

const same = (a: Label, b: Label): boolean => a.sort === b.sort;

const NONE: readonly never[] = [];

export const anonymousPluralDrop: Rule = {
  id: 'anonymous-plural-drop',
  severity: 'information',
  description: 'Several sources become one: "sources said", later "the source".',
  *check(analysis, report, options, carry: Carry<Compared<Label, ReturnType<typeof drops>>>) {
    const isNever = neverSourceIn(options);
    const of = (paragraph: Paragraph): readonly Label[] =>
      isCopy(paragraph) && hasAny(paragraph.prose, WORDS)
        ? scanned(analysis, paragraph, labels, labels).value.filter(
            ({ start, end }) => !isNever(paragraph.prose.text.slice(start, end)),
          )
        : NONE;
    for (const { one, several } of yield* compared(analysis, carry, { of, same }, drops))
      report({
        ...spanAt(analysis, one, one.item),
        message: 'Sources before, one source here: how many were there?',
        related: [{ ...spanAt(analysis, several, several.item), message: 'several sources' }],
      });
  },
};
