import type { Analysis } from '../analysis';
import type { Quotation } from '../quotations/quotation';
import { DOUBTFUL, type Attribution } from '../attribution/attribution';
import { inCopy } from './quotes/words';
import type { Fix, Rule } from './rule';

/** Reuters and the Guardian name the speaker after the first sentence: more than two, or 40 words, are late. */
const MOST_SENTENCES = 2;
const MOST_WORDS = 40;

/** A sentence's end inside a quotation. */
const STOP = /[.!?](?=\s+["'“‘(]?\p{Lu})/gu;

export const quoteLateAttribution: Rule = {
  id: 'quote-late-attribution',
  severity: 'information',
  description: 'The speaker is named only after more than two sentences or forty words.',
  checkQuotation(analysis, quotation, report) {
    const attribution = lateOne(analysis, quotation);
    if (!attribution) return;
    report({
      ...attribution.cue[0],
      message: 'The reader learns late who speaks: name the speaker after the first sentence',
      related: [{ ...quotation.spans[0], message: 'The quotation begins here' }],
    });
  },
  fixes(finding, analysis) {
    const [begins] = finding.related;
    const quotation = analysis.quotations.find(({ spans }) => spans[0].start === begins.start);
    const fix = quotation && moveForward(analysis, quotation);
    return fix ? [fix] : [];
  },
};

function lateOne(analysis: Analysis, quotation: Quotation): Attribution | undefined {
  if (quotation.kind !== 'speech' || quotation.spans.length > 1) return undefined;
  const [{ start, end }] = quotation.spans;
  if (quotation.wordCount <= MOST_WORDS) {
    const stops = analysis.article.text.slice(start, end).match(STOP)?.length ?? 0;
    if (stops + 1 <= MOST_SENTENCES) return undefined;
  }
  if (!inCopy(analysis, quotation)) return undefined;
  const attribution = analysis.attributionOf(quotation);
  if (!attribution || attribution.confidence < DOUBTFUL || !attribution.cue.length || attribution.cue[0].start < end)
    return undefined;
  return introduced(analysis, quotation, attribution) ? undefined : attribution;
}

/** Whether the reader has just met the speaker: in the paragraph before the quotation, or in the one before it. */
function introduced(analysis: Analysis, { paragraphs, spans }: Quotation, { speaker, source }: Attribution): boolean {
  const near = (paragraph: number, start: number): boolean => paragraph >= paragraphs[0] - 1 && start < spans[0].start;
  if (speaker?.mentions.some((mention) => near(mention.paragraph, mention.start))) return true;
  if (!speaker && source.length === 0) return true;
  const { paragraphs: all } = analysis.article;
  const around = paragraphs[0] > 0 ? all.slice(paragraphs[0] - 1, paragraphs[0] + 1) : all.slice(0, 1);
  return around
    .flatMap((paragraph) => analysis.quotationsIn(paragraph))
    .some(
      (other) =>
        near(other.paragraphs[other.paragraphs.length - 1], other.spans[0].start) &&
        analysis.attributionOf(other)?.speaker === speaker,
    );
}

/** Moves `Li Wen said.` behind the quotation's first sentence. */
function moveForward(analysis: Analysis, { spans: [{ start, end }], paragraphs }: Quotation): Fix | undefined {
  const { text } = analysis.article;
  const said = /^\s+([^.!?"“”]{3,90})\.(?=\s|$)/.exec(text.slice(end, analysis.article.paragraphs[paragraphs[0]].end));
  const quoted = text.slice(start, end);
  const first = quoted.search(STOP);
  const marks = /^(["'“‘«]+)[^]*?,(["'”’»]+)$/.exec(quoted);
  if (!said || first < 0 || !marks || quoted[first] !== '.') return undefined;
  const [, open, close] = marks;
  const rest = quoted.slice(first + 1, -close.length - 1).trimStart();
  return {
    title: 'Name the speaker after the first sentence',
    edits: [{ start: start + first, end: end + said[0].length, text: `,${close} ${said[1]}. ${open}${rest}.${close}` }],
  };
}
