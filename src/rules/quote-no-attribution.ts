import type { Analysis } from '../analysis';
import type { Quotation } from '../quotations/quotation';
import { introducesSpeech } from '../quotations/kind-features';
import { quotationsIn } from './copy';
import { attributeTo, likelySpeakers } from './fix/attribution';
import { namedBeside } from './quotes/adjacent';
import { inCopy } from './quotes/words';
import type { Fix, Rule } from './rule';

/** Fewer words may be anything: an exclamation, a sign on a door. */
const FEWEST_WORDS = 4;
const FEWEST_BEFORE = 9;
const MOST_IN_CROSSHEAD = 8;

export const quoteNoAttribution: Rule = {
  id: 'quote-no-attribution',
  severity: 'warning',
  description: 'A quotation whose speaker cannot be told.',
  checkQuotation(analysis, quotation, report) {
    if (unattributed(analysis, quotation) && !namedBeside(analysis, quotation)) {
      const { start } = quotation.spans[0];
      report({
        start,
        end: quotation.spans[quotation.spans.length - 1].end,
        message: 'No speaker for this quotation: say who said it',
      });
    }
  },
  fixes(finding, analysis) {
    const quotation = analysis.quotations.find(({ spans }) => spans[0].start === finding.start);
    if (!quotation) return [];
    return likelySpeakers(analysis, quotation)
      .map((speaker) => attributeTo(analysis, quotation, speaker))
      .filter((fix): fix is Fix => fix !== undefined);
  },
};

function unattributed(analysis: Analysis, quotation: Quotation): boolean {
  if (quotation.kind !== 'speech' || quotation.wordCount < FEWEST_WORDS || quotation.style === 'none') return false;
  if (!inCopy(analysis, quotation) || !quotation.closed || isEpigraph(analysis, quotation)) return false;
  if (underShortLine(analysis, quotation) || isCrosshead(analysis, quotation)) return false;
  const attribution = analysis.attributionOf(quotation);
  if (attribution && (attribution.speaker || attribution.source.length > 0)) {
    const named = [...attribution.cue, ...attribution.source];
    if (attribution.continues || named.some(({ start }) => standsWith(analysis, quotation, start))) return false;
    return byItself(analysis, quotation);
  }
  return !narratorReports(analysis, quotation);
}

/** A crosshead in marks: a short paragraph of its own in which every longer word has a capital. */
function isCrosshead({ article }: Analysis, { spans, paragraphs: [index], wordCount }: Quotation): boolean {
  const { start, end } = article.paragraphs[index];
  if (wordCount > MOST_IN_CROSSHEAD || spans.length > 1) return false;
  if (article.text.slice(start, spans[0].start).trim() || /[\p{L}\p{N}]/u.test(article.text.slice(spans[0].end, end)))
    return false;
  const words = article.text.slice(spans[0].start, spans[0].end).match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? [];
  const capitals = words.filter((word) => /^[\p{Lu}\p{N}]/u.test(word));
  return capitals.length > 1 && words.every((word, i) => /^[\p{Lu}\p{N}]/u.test(word) || (i > 0 && word.length < 5));
}

/** A paragraph of its own under a few words: a list's item, a heading or a name, which may say whose words they are. */
function underShortLine({ article }: Analysis, { spans, paragraphs: [index] }: Quotation): boolean {
  const before = article.paragraphs.at(index - 1);
  if (index === 0 || !before || before.zone === 'headline') return false;
  if (article.text.slice(article.paragraphs[index].start, spans[0].start).trim()) return false;
  const lines = article.text.slice(before.start, before.end).split(/\r?\n/);
  return lines.every((line) => line.trim().split(/\s+/).length < FEWEST_BEFORE);
}

/** Whether `offset` lies in one of the quotation's own paragraphs. */
function standsWith({ article }: Analysis, { paragraphs }: Quotation, offset: number): boolean {
  return paragraphs.some(
    (index) => article.paragraphs[index].start <= offset && offset < article.paragraphs[index].end,
  );
}

/**
 * Whether nothing but the paragraph before could tell who speaks: the quotation is a paragraph of its own, nobody is
 * quoted right before it, and no colon brings it in.
 */
function byItself(analysis: Analysis, { spans, paragraphs: [index] }: Quotation): boolean {
  const { article } = analysis;
  const { start, end } = article.paragraphs[index];
  if (article.text.slice(start, spans[0].start).trim() || article.text.slice(spans[spans.length - 1].end, end).trim())
    return false;
  const before = article.paragraphs.at(index - 1);
  if (!before || index === 0 || before.zone !== 'body' || /[:–—-]$/.test(before.prose.text.trimEnd())) return false;
  return quotationsIn(analysis, before).length === 0;
}

/** A verb of speech in the narrator's words of the same sentence: somebody is named there, found or not. */
function narratorReports({ article }: Analysis, { spans, paragraphs }: Quotation): boolean {
  const home = article.paragraphs[paragraphs[0]];
  const { end } = article.paragraphs[paragraphs[paragraphs.length - 1]];
  const lead = article.text.slice(home.start, spans[0].start);
  const before = lead.replace(QUOTED, ' ');
  // what follows on a quotation in the paragraph has its speaker there, found or not
  if (before.length < lead.length && before.split(/[.!?]\s/).some(introducesSpeech)) return true;
  const after = article.text.slice(spans[spans.length - 1].end, end).replace(QUOTED, ' ');
  return (!/[.!?]\s*$/.test(before) && introducesSpeech(before)) || introducesSpeech(/^[^.!?]*/.exec(after)?.[0] ?? '');
}

const QUOTED = /["“][^"“”]*["”]/g;

/** A quotation above the copy, before anybody has been heard: a motto, or signed below. */
function isEpigraph(analysis: Analysis, { paragraphs, spans }: Quotation): boolean {
  const body = analysis.article.paragraphs.find(({ zone }) => zone === 'body');
  if (!body || paragraphs[0] > body.index) return false;
  return spans[0].start <= body.start + body.bodyStart && spans[spans.length - 1].end >= body.end;
}
