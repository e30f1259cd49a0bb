import type { Analysis } from '../analysis';
import type { Quotation } from '../quotations/quotation';
import { DOUBTFUL } from '../attribution/attribution';
import { alike, contains, shingles } from './quotes/alike';
import { innerOf, isSaid, plainWords, short } from './quotes/words';
import { recently } from '../language/recently';
import type { Rule } from './rule';

/** Less alike are two quotations; fewer words are too easily said twice. */
const ALIKE = 0.7;
const FEWEST_WORDS = 5;

interface Version {
  readonly quotation: Quotation;
  readonly words: readonly string[];
  readonly text: string;
}

export const quoteVersionsDiffer: Rule = {
  id: 'quote-versions-differ',
  severity: 'warning',
  description: 'One speaker is quoted twice with nearly the same words.',
  check(analysis, report) {
    const bySpeaker = new Map<string, { index: ReturnType<typeof shingles<Version>>; all: Version[] }>();
    for (const quotation of analysis.quotations) {
      const speaker = speakerOf(analysis, quotation);
      if (!speaker || !isSaid(quotation) || quotation.wordCount < FEWEST_WORDS) continue;
      const words = quotation.spans.flatMap(({ start, end }) => plainOf(analysis.article.text.slice(start, end)));
      const version: Version = { quotation, words, text: words.join(' ') };
      let known = bySpeaker.get(speaker);
      if (!known) bySpeaker.set(speaker, (known = { index: shingles<Version>(2), all: [] }));
      const other = [...known.index.near(words).keys()].find((earlier) => differ(earlier, version));
      known.index.add(version, words);
      if (!other) continue;
      const [first, last] = [quotation.spans[0], quotation.spans[quotation.spans.length - 1]];
      report({
        start: first.start,
        end: last.end,
        message: 'The same quotation stands elsewhere with other words',
        related: other.quotation.spans.map((span) => ({
          start: span.start,
          end: span.end,
          message: `Here: ${short(analysis.article.text.slice(span.start, span.end), 60)}`,
        })),
        data: other.quotation.spans[0].start,
      });
    }
  },
  fixes(finding, analysis) {
    const first = analysis.quotations.find(({ spans }) => spans[0].start === finding.data);
    const second = analysis.quotations.find(({ spans }) => spans[0].start === finding.start);
    if (!first || !second || first.spans.length > 1 || second.spans.length > 1) return [];
    const { text } = analysis.article;
    const [from, to] = [innerOf(analysis, first.spans[0]), innerOf(analysis, second.spans[0])];
    const [old, now] = [text.slice(from.start, from.end), text.slice(to.start, to.end)];
    const stop = /[.,!?]?$/.exec(now)?.[0] ?? '';
    return [
      {
        title: 'Use the first wording',
        edits: [{ start: to.start, end: to.end, text: old.replace(/[.,]$/, '') + stop }],
      },
    ];
  },
};

const plainOf = recently((text) => plainWords(text).map(({ plain }) => plain), 4000);

function speakerOf(analysis: Analysis, quotation: Quotation): string | undefined {
  const attribution = analysis.attributionOf(quotation);
  return attribution && attribution.confidence >= DOUBTFUL ? attribution.speaker?.id : undefined;
}

/** Whether two quotations are versions of one: nearly alike, not the same, not a part of the other, not a refrain. */
function differ(a: Version, b: Version): boolean {
  if (a.text === b.text || a.quotation.paragraphs.some((index) => b.quotation.paragraphs.includes(index))) return false;
  if (Math.min(a.text.length, b.text.length) < ALIKE * Math.max(a.text.length, b.text.length)) return false;
  if (contains(a.words, b.words) || contains(b.words, a.words)) return false;
  return alike(a.text, b.text) >= ALIKE;
}
