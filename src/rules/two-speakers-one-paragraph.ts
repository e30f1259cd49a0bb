import { DOUBTFUL } from '../attribution/attribution';
import type { Speaker } from '../people/speaker';
import { inCopy } from './quotes/words';
import type { Rule } from './rule';

export const twoSpeakersOneParagraph: Rule = {
  id: 'two-speakers-one-paragraph',
  severity: 'information',
  description: 'Two speakers are quoted in one paragraph.',
  check(analysis, report) {
    const first = new Map<number, { speaker: Speaker; start: number; end: number }>();
    const done = new Set<number>();
    for (const quotation of analysis.quotations) {
      const attribution = analysis.attributionOf(quotation);
      if (quotation.kind !== 'speech' || !inCopy(analysis, quotation) || !attribution) continue;
      const { speaker, confidence, cue } = attribution;
      if (!speaker || confidence < DOUBTFUL || !cue.length) continue;
      const index = quotation.paragraphs[0];
      const known = first.get(index);
      const { start, end } = quotation.spans[0];
      if (!known) first.set(index, { speaker, start, end });
      else if (known.speaker !== speaker && !done.has(index)) {
        done.add(index);
        report({
          start,
          end,
          message: `${speaker.name} speaks in ${known.speaker.name}'s paragraph: start a new one`,
          related: [{ start: known.start, end: known.end, message: `${known.speaker.name} speaks here` }],
          data: index,
        });
      }
    }
  },
  fixes({ start, data }, analysis) {
    const { paragraphs, text } = analysis.article;
    const home = paragraphs[data as number];
    const sentence = home.prose.sentences.filter((s) => home.start + s.start <= start).at(-1);
    const at = home.start + (sentence?.start ?? 0);
    if (at <= home.start || !/\s/.test(text[at - 1])) return [];
    let from = at;
    while (from > home.start && /\s/.test(text[from - 1])) from--;
    const line = text.includes('\r\n') ? '\r\n' : '\n';
    return [{ title: 'Start a new paragraph', edits: [{ start: from, end: at, text: line + line }] }];
  },
};
