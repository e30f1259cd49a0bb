import type { Prose } from '../article/prose';
import { overlaps, type Span } from '../article/span';
import { inArticle, scanned, sentenceAt } from './copy';
import type { Rule } from './rule';
import { cueAfter, endOf, startOf } from './sources/cues';
import { neverSourceIn } from './sources/never';
import { placesOf, watchFor } from './watch';

/** People without a name, as copy introduces them. */
const LABEL = watchFor(
  'source insider aide adviser advisor official diplomat colleague ally executive employee staffer minister lawmaker senator backbencher veteran player teammate team-mate manager member friend critic rival person woman man worker soldier officer lawyer banker trader clerk nurse teacher donor',
);
const INTRODUCED = /(?<![\p{L}])(?:[Aa][Nn]?|[Oo][Nn][Ee]|[Aa][Nn][Oo][Tt][Hh][Ee][Rr])\s+(?:[\p{L}’'-]+\s+){0,3}$/u;
const CUE_BEFORE = /(?<![\p{L}])(?:said|says|added|according\s+to|called|in\s+the\s+words\s+of)\s+$/u;
const CALLED = /\s+called(?![\p{L}])/uy;

function unnamedSources(text: string, prose: Prose): Span[] {
  const found: Span[] = [];
  for (const label of placesOf(prose, text, LABEL)) {
    const start = startOf(INTRODUCED, text, label.start);
    if (start === undefined) continue;
    const end = cueAfter(text, label.end, 'singular') ?? endOf(CALLED, text, label.end);
    const cue = startOf(CUE_BEFORE, text, start, 30);
    if (end !== undefined) found.push({ start, end });
    else if (cue !== undefined) found.push({ start: cue, end: label.end });
  }
  return found;
}

/** Words that judge somebody or something, and could not be checked. */
const JUDGES =
  /\b(?:cowards?|cowardly|liars?|idiots?|fools?|foolish|clowns?|frauds?|bull(?:y|ies)|monsters?|traitors?|disgrace(?:ful)?|shameful|shambles|disaster(?:s|ous)?|catastroph(?:e|ic)|joke|farce|nightmare|circus|mess|embarrass(?:ing|ment)|pathetic|useless|hopeless|clueless|incompetent|inept|arrogant|lazy|stupid|toxic|vain|vindictive|ruthless|reckless|delusional|unhinged|unfit|weak|spineless|corrupt|terrible|awful|dreadful|appalling|horrible|brilliant|genius|brave|wonderful|fantastic|magnificent|the\s+(?:best|worst)|overrated|out\s+of\s+(?:his|her|their)\s+depth|past\s+(?:his|her|their)\s+best|not\s+up\s+to\s+(?:it|the\s+job))\b/iu;

export const anonymousOpinion: Rule = {
  id: 'anonymous-opinion',
  severity: 'information',
  description: 'Somebody without a name passes judgement.',
  reach: 0,
  words: LABEL,
  checkParagraph(analysis, paragraph, report, options) {
    const isNever = neverSourceIn(options);
    for (const place of scanned(analysis, paragraph, unnamedSources, unnamedSources).value) {
      const sentence = sentenceAt(paragraph, place.start);
      if (!sentence || isNever(paragraph.prose.text.slice(place.start, place.end))) continue;
      const span = inArticle(paragraph, sentence);
      const source = inArticle(paragraph, place);
      const quotation = analysis
        .quotationsIn(paragraph)
        .find(
          ({ kind, spans }) => (kind === 'speech' || kind === 'partial') && spans.some((part) => overlaps(part, span)),
        );
      // without marks only what follows the cue is the source's
      const judged = quotation?.spans.find((part) => overlaps(part, span)) ?? { start: source.end, end: span.end };
      if (!JUDGES.test(analysis.article.text.slice(judged.start, judged.end))) continue;
      report({
        ...source,
        message: 'A judgement without a name: say whose it is, or leave it out',
        related: [{ ...judged, message: 'the judgement' }],
      });
    }
  },
};
