import type { Paragraph } from '../article/article';
import type { Span } from '../article/span';
import { inArticle, inOthersWords, scanned, sentenceAt } from './copy';
import type { Rule } from './rule';
import { CLAUSE_START } from './sources/cues';
import { neverSourceIn } from './sources/never';
import { matchesOf } from './matches';
import { watchFor } from './watch';

const NUMBER =
  '(?:(?:some|many|several|most|numerous|various|countless|recent|new|early|multiple|scientific|academic|independent|two|three|a\\s+growing\\s+body\\s+of|a\\s+number\\s+of)\\s+){0,2}';
const STUDIES = '(?:studies|research|science|evidence|polls|surveys|data|statistics|figures)';
const SHOW =
  '(?:(?:also|consistently|repeatedly|clearly|have|has|now|long|already|increasingly)\\s+){0,2}(?:show|shows|showed|shown|suggest|suggests|suggested|indicate|indicates|indicated|prove|proves|proved|proven|say|says|find|finds|found|confirm|confirms|confirmed|reveal|reveals|revealed|point\\s+to|points\\s+to|link|links|linked)';
const PATTERN = new RegExp(`${CLAUSE_START}${NUMBER}${STUDIES}\\s+${SHOW}(?![\\p{L}\\p{N}-])`, 'giu');
const ACCORDING = new RegExp(
  `(?<![\\p{L}])according\\s+to\\s+${NUMBER}(?:studies|research|polls|surveys)(?=\\s*(?:[.,;:!?)]|$))`,
  'giu',
);

const WORDS = watchFor('studies research science evidence polls surveys data statistics figures');

function studies(text: string): Span[] {
  return [PATTERN, ACCORDING].flatMap((pattern) =>
    matchesOf(pattern, text).map(({ index, 0: words }) => ({ start: index, end: index + words.length })),
  );
}

/** A year, a publisher, a journal, a place: the reader can look it up. */
const NAMED =
  /\b(?:1[89]|20)\d\d\b|\b(?:by|from|in|at|of)\s+(?:the\s+)?(?:journal\s+)?(?:\p{Ll}+\s+)?\p{Lu}\p{L}+|https?:|\[\^?\d|\bpublished\b/u;

export const studyNoCitation: Rule = {
  id: 'study-no-citation',
  severity: 'information',
  description: 'Studies, research or polls are said to show something, and nothing says which.',
  reach: 0,
  words: WORDS,
  checkParagraph(analysis, paragraph, report, options) {
    const isNever = neverSourceIn(options);
    const { text, value } = scanned(analysis, paragraph, studies, studies);
    for (const place of value) {
      const span = inArticle(paragraph, place);
      if (cited(paragraph, place) || inOthersWords(analysis, paragraph, span)) continue;
      const words = text.slice(place.start, place.end).replace(/\s+/g, ' ');
      if (isNever(words)) continue;
      report({
        ...span,
        message: `“${words}”: which? Name one, or link to it`,
      });
    }
  },
  fixes: ({ end }) => [
    { title: 'Add a note [which?]', edits: [{ start: end, end, text: ' [which?]' }], select: { start: 1, end: 9 } },
  ],
};

/** Whether the sentence or the next one says which study, or has a link or a footnote. */
function cited({ prose }: Paragraph, place: Span): boolean {
  const sentence = sentenceAt({ prose } as Paragraph, place.start);
  if (!sentence) return false;
  // links and footnotes are blanked in the copy
  if (prose.markup.some(({ start, end }) => start < sentence.end && end > sentence.start && end - start > 3))
    return true;
  if (NAMED.test(prose.text.slice(sentence.start, sentence.end).slice(1))) return true;
  const next = prose.sentences[prose.sentences.indexOf(sentence) + 1];
  return (
    next !== undefined &&
    /^(?:one|a|an|the)\b[^.]*\b(?:study|poll|survey|paper|trial|review)\b/i.test(prose.text.slice(next.start, next.end))
  );
}
