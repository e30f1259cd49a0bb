import type { AgencyMention } from '../agencies/agency';
import type { Analysis } from '../analysis';
import type { Paragraph } from '../article/article';
import { overlaps, type Span } from '../article/span';
import { inArticle, sentenceAt } from './copy';
import { agenciesIn, isOwnAgency } from './sources/agencies';
import { neverSourceIn } from './sources/never';
import type { Rule } from './rule';
import { hasAny, watchFor } from './watch';

/** What an agency finds out for itself needs nobody before it: its poll, its count, its reporter on the spot. */
const WORK = watchFor(
  'poll survey tally count calculation calculations analysis investigation review data estimate estimates interview photographer photographers reporter ' +
    'reporters journalist journalists correspondent correspondents witness witnesses team crew cameraman',
);
/** In small letters: where case does not matter, a class of letters is dear to compile. */
const OWN_WORK =
  /^(?:['’]s?)?\s*(?:\/[\p{Lu}\p{Ll}]\p{L}+\s+)?(?:[\p{L}-]+\s+){0,2}(?:poll|survey|tally|count|calculations?|analysis|investigation|review|data|estimates?|interview|photographers?|reporters?|journalists?|correspondents?|witness(?:es)?|team|crew|cameraman)\b/u;
const SAW_ITSELF =
  /^\s+(?:has\s+|had\s+|have\s+)?(?:interviewed|saw|seen|obtained|reviewed|learned|learnt|spoke|spoken|understands|asked|contacted|could|was|found|published\s+an?\s+interview)\b/u;
const SAID =
  /\b(?:said|says|announced|confirmed|denied|warned|wrote|insisted|acknowledged|admitted|declared|tweeted|testified)\b(?!\s+to\s+(?:be|have)\b)/;
const ACCORDING = /\b[Aa]ccording\s+to\s+(?:(?:the|a\s+report\s+(?:by|from)|reports\s+(?:by|from))\s+)?$/;
const REPORTED =
  /^(?:\s+news\s+agency|\s+agency)?\s+(?:(?:has|had|also|later)\s+)?(?:reported|reports|said|says|wrote|writes|announced|added|put)\b/;

export const agencyNoOriginal: Rule = {
  id: 'agency-no-original',
  severity: 'hint',
  description: 'An agency is the only source named for a claim: nobody can tell where the agency has it from.',
  reach: 0,
  checkParagraph(analysis, paragraph, report, options) {
    const isNever = neverSourceIn(options);
    for (const mention of agenciesIn(analysis, paragraph)) {
      const { agency, use, relation, anaphoric } = mention;
      if (use !== 'citation' || anaphoric || (relation !== 'reported' && relation !== 'according')) continue;
      if (isOwnAgency(agency, options.ownAgencies) || isNever(agency.name) || worksItself(paragraph, mention)) continue;
      if (hasOriginal(analysis, paragraph, mention)) continue;
      report({
        ...withCue(paragraph, mention),
        message: `${agency.name} is the only source here: where does the agency have it from?`,
      });
    }
  },
  fixes: (finding) => [
    {
      title: 'Add a note [citing whom?]',
      edits: [{ start: finding.end, end: finding.end, text: ' [citing whom?]' }],
      select: { start: 1, end: 15 },
    },
  ],
};

function worksItself({ start, prose }: Paragraph, mention: AgencyMention): boolean {
  const after = prose.text.slice(mention.end - start, mention.end - start + 80);
  return (hasAny(prose, WORK) && OWN_WORK.test(after.toLowerCase())) || SAW_ITSELF.test(after);
}

/** Whether the sentence names somebody besides the agency: a speaker, another agency's informant, "citing …". */
function hasOriginal(analysis: Analysis, paragraph: Paragraph, mention: AgencyMention): boolean {
  const sentence = sentenceAt(paragraph, mention.start - paragraph.start);
  if (!sentence) return false;
  const span = inArticle(paragraph, sentence);
  const text = paragraph.prose.text.slice(sentence.start, sentence.end);
  if (/\b(?:citing|quoting|quoted|cited|told|in\s+an\s+interview)\b/i.test(text)) return true;
  // a reporting verb besides the agency's own has a subject of its own
  const cue = withCue(paragraph, mention);
  const rest = text.slice(0, cue.start - span.start) + text.slice(cue.end - span.start);
  if (SAID.test(rest)) return true;
  return analysis
    .attributionsIn(paragraph)
    .some(
      ({ content, source, speaker }) =>
        [...content, ...source].some((part) => overlaps(part, span)) &&
        source.some((part) => overlaps(part, span)) &&
        !source.some((part) => overlaps(part, mention)) &&
        speaker !== null &&
        speaker.type !== 'agency' &&
        speaker.type !== 'media',
    );
}

/** The name with "according to" before it or its verb behind it. */
function withCue({ start, prose: { text } }: Paragraph, mention: Span): Span {
  const [from, to] = [mention.start - start, mention.end - start];
  const before = ACCORDING.exec(text.slice(Math.max(0, from - 60), from));
  if (before) return { start: mention.start - before[0].length, end: mention.end };
  const after = REPORTED.exec(text.slice(to, to + 60));
  return { start: mention.start, end: mention.end + (after?.[0].length ?? 0) };
}
