import { overlaps, type Span } from '../article/span';
import { ownWords } from './copy';
import type { Rule } from './rule';
import { agenciesIn } from './sources/agencies';

/** Somebody says it, or the copy tells how it is known. */
const SOURCED =
  /\b(?:said|says|told|announced|according\s+to|confirmed|denied|warned|wrote|reported|reports|declared|testified|court\s+(?:documents|papers|records|heard)|statement|documents|records|figures\s+(?:from|by)|survey|study|poll|I|we|my|our)\b/u;

export const leadNoSource: Rule = {
  id: 'lead-no-source',
  severity: 'off',
  whenOn: 'hint',
  description: 'Neither of the first two paragraphs names a source.',
  check(analysis, report) {
    const body = analysis.article.paragraphs.filter(({ zone }) => zone === 'body');
    if (body.length < 3) return;
    for (const paragraph of body.slice(0, 2)) {
      const span: Span = paragraph;
      if (SOURCED.test(ownWords(analysis, paragraph))) return;
      if (agenciesIn(analysis, paragraph).some(({ use }) => use === 'citation')) return;
      if (analysis.attributionsIn(paragraph).some(({ source }) => source.some((part) => overlaps(part, span)))) return;
    }
    const [lead] = body;
    const [first] = lead.prose.sentences;
    report({
      start: lead.start + Math.max(lead.bodyStart, first?.start ?? 0),
      end: lead.start + (first?.end ?? lead.end - lead.start),
      message: 'No source in the first two paragraphs: who says so?',
    });
  },
};
