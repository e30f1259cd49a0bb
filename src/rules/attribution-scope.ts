import type { Analysis } from '../analysis';
import type { Paragraph } from '../article/article';
import { copyParagraphs, inArticle } from './copy';
import { attributeStatement, attributionFixes } from './fix/statement';
import type { Fix, Rule } from './rule';
import type { Speaker } from '../people/speaker';

/** How many paragraphs in a row may go without a source once one has been named. */
const MOST = 2;
/** Fewer words make no paragraph of claims: a subhead, a line of scores. */
const FEWEST_WORDS = 8;
const SOURCE =
  /\b(?:said|says|told|tells|according\s+to|reported|wrote|writes|announced|confirmed|statement|report|study|court)\b/iu;

export const attributionScope: Rule = {
  id: 'attribution-scope',
  severity: 'off',
  whenOn: 'hint',
  description: 'Three or more paragraphs of claims since a source was last named.',
  check(analysis, report) {
    let last: Speaker | null = null;
    let run: Paragraph[] = [];
    const end = () => {
      if (last && run.length > MOST) {
        const third = run[MOST];
        const sentence = inArticle(third, third.prose.sentences[0] ?? { start: 0, end: third.end - third.start });
        report({
          ...sentence,
          message: `${run.length} paragraphs since ${last.name} was named: who says this?`,
          data: { speaker: last.id },
        });
      }
      run = [];
    };
    for (const paragraph of copyParagraphs(analysis)) {
      if (paragraph.zone !== 'body') continue;
      const speaker = sourceOf(analysis, paragraph);
      if (speaker !== undefined) {
        end();
        last = speaker ?? last;
      } else if (paragraph.prose.words.length >= FEWEST_WORDS) run.push(paragraph);
    }
    end();
  },
  fixes(finding, analysis): readonly Fix[] {
    const { speaker: id } = finding.data as { readonly speaker: string };
    const speaker = analysis.speakers.find((one) => one.id === id);
    const first = speaker && attributeStatement(analysis, finding, speaker);
    const rest = attributionFixes(analysis, finding).filter(({ title }) => title !== first?.title);
    return first ? [{ ...first, preferred: true }, ...rest] : rest;
  },
};

/** The last source of a paragraph; null where one stands there that nobody can tell; undefined where there is none. */
function sourceOf(analysis: Analysis, paragraph: Paragraph): Speaker | null | undefined {
  const named = analysis.attributionsIn(paragraph).findLast(({ speaker }) => speaker !== null);
  if (named) return named.speaker;
  const quoted = analysis.quotationsIn(paragraph).some(({ kind }) => kind === 'speech');
  return quoted || SOURCE.test(paragraph.prose.text) ? null : undefined;
}
