import { paragraphAt } from '../article/article';
import { DOUBTFUL } from '../attribution/attribution';
import type { Speaker } from '../people/speaker';
import { inCopy } from './quotes/words';
import type { Rule } from './rule';

export const twoSpeakersOneParagraph: Rule = {
  id: 'two-speakers-one-paragraph',
  severity: 'information',
  description: 'Two speakers are quoted in one paragraph.',
  reach: 0,
  checkParagraph(analysis, paragraph, report) {
    let first: { speaker: Speaker; start: number; end: number } | undefined;
    for (const quotation of analysis.quotationsIn(paragraph)) {
      const attribution = analysis.attributionOf(quotation);
      if (quotation.paragraphs[0] !== paragraph.index) continue;
      if (quotation.kind !== 'speech' || !inCopy(analysis, quotation) || !attribution) continue;
      const { speaker, confidence, cue } = attribution;
      if (!speaker || speaker.type === 'document' || confidence < DOUBTFUL || !cue.length) continue;
      const { start, end } = quotation.spans[0];
      if (!first) first = { speaker, start, end };
      else if (first.speaker !== speaker) {
        report({
          start,
          end,
          message:
            speaker.type === 'person' && first.speaker.type === 'person'
              ? `${speaker.name} speaks in ${first.speaker.name}'s paragraph: start a new one`
              : 'Two speakers in one paragraph: start a new one',
          related: [{ start: first.start, end: first.end, message: 'The first one speaks here' }],
        });
        return;
      }
    }
  },
  fixes({ start }, analysis) {
    const { text } = analysis.article;
    const home = paragraphAt(analysis.article, start);
    if (!home) return [];
    const sentence = home.prose.sentences.filter((s) => home.start + s.start <= start).at(-1);
    const at = home.start + (sentence?.start ?? 0);
    if (at <= home.start || !/\s/.test(text[at - 1])) return [];
    let from = at;
    while (from > home.start && /\s/.test(text[from - 1])) from--;
    const line = text.includes('\r\n') ? '\r\n' : '\n';
    return [{ title: 'Start a new paragraph', edits: [{ start: from, end: at, text: line + line }] }];
  },
};
