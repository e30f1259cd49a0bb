import type { Analysis } from '../analysis';
import type { Span } from '../article/span';
import { copyParagraphs, inArticle, scanned } from './copy';
import type { Rule } from './rule';
import { SINGULAR_CUE } from './sources/cues';
import { neverSourceIn } from './sources/never';

/** Copy that cites anybody: any reporting verb, or "according to". */
const CITES =
  /\b(?:said|says|told|tells|announced|confirmed|denied|warned|wrote|declared|added|insisted|explained|argued|acknowledged|according\s+to)\b/gu;
const ONE = new RegExp(
  `(?<![\\p{L}])(?:[Aa]n?|[Oo]ne|[Tt]he)\\s+(?:[\\p{L}’'-]+\\s+){0,3}?(?:source|insider|aide|official|diplomat|person)(?:\\s+(?:close|familiar|with|in|at|who|briefed)[^.,;]{2,60}?)?(?:${SINGULAR_CUE})|(?:said|says|added|according\\s+to)\\s+(?:an?|one|the)\\s+(?:[\\p{L}’'-]+\\s+){0,3}?(?:source|insider|aide|official|diplomat|person)\\b`,
  'gu',
);

interface Cited {
  readonly all: number;
  readonly unnamed: readonly Span[];
}

function cited(text: string): Cited {
  return {
    all: [...text.matchAll(CITES)].length,
    unnamed: [...text.matchAll(ONE)].map(({ index, 0: words }) => ({ start: index, end: index + words.length })),
  };
}

/** A brief has room for one source. */
const BRIEF = 4;

export const singleAnonymousSource: Rule = {
  id: 'single-anonymous-source',
  severity: 'off',
  whenOn: 'information',
  description: 'The whole article rests on one source without a name.',
  check(analysis, report, options) {
    const isNever = neverSourceIn(options);
    const copy = copyParagraphs(analysis).filter(({ zone }) => zone === 'body');
    if (copy.length < BRIEF || hasOthers(analysis)) return;
    let first: Span | undefined;
    let unnamed = 0;
    let all = 0;
    for (const paragraph of copy) {
      const { value } = scanned(analysis, paragraph, cited, cited);
      all += value.all;
      const sources = value.unnamed.filter(({ start, end }) => !isNever(paragraph.prose.text.slice(start, end)));
      all -= value.unnamed.length - sources.length;
      unnamed += sources.length;
      if (sources.length) first ??= inArticle(paragraph, sources[0]);
    }
    if (first && unnamed === all)
      report({ ...first, message: 'One source without a name for all of this: find a second' });
  },
};

/** Somebody with a name is a source, or an agency is cited. */
function hasOthers({ attributions, agencies }: Analysis): boolean {
  return (
    agencies.some(({ use }) => use === 'citation') ||
    attributions.some(({ speaker }) => speaker !== null && speaker.type !== 'unnamed' && speaker.type !== 'role')
  );
}
