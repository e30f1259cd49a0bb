import { holds, overlap, shift, type Span } from '../article/span';
import { mentionsOf } from '../people/mentions';
import type { Candidate, Scene } from './candidate';
import { taggedIn } from './statements';
import type { TaggedAttribution } from './tagger/tag';

/**
 * What the tagger says of a quotation's source, added to the candidates' features: `tagger agrees` on the one whose
 * subject it took for the source. A source that no cue led to becomes a candidate of its own.
 */
export function withSecondOpinion(scene: Scene, q: number, candidates: readonly Candidate[]): Candidate[] {
  const quotation = scene.quotations[q];
  const paragraph = scene.article.paragraphs[quotation.paragraphs[0]];
  const inside = quotation.spans
    .filter((_, i) => quotation.paragraphs[i] === paragraph.index)
    .map((span) => shift(span, -paragraph.start));
  const size = inside.reduce((sum, { start, end }) => sum + end - start, 0);
  const tagged = taggedIn(scene, paragraph).find(
    ({ content, source }) =>
      source.length > 0 && content.reduce((sum, span) => sum + shared(inside, span), 0) > size / 2,
  );
  // what the tagger takes for the source inside the marks is no source of theirs
  if (!tagged || tagged.source.some((span) => shared(inside, span) > 0)) return [...candidates];
  const opinion = ['tagger agrees', ...(tagged.confidence > 0.8 ? ['tagger is sure'] : [])];
  let agreed = false;
  const result = candidates.map((candidate) => {
    if (
      candidate.paragraph !== paragraph.index ||
      !candidate.subject ||
      shared(tagged.source, candidate.subject.span) === 0
    )
      return candidate;
    agreed = true;
    return { ...candidate, features: [...candidate.features, ...opinion] };
  });
  // "“…,” sighs Roe": speech that breaks off with a comma is the cue's beside it, whatever the tagger passes over
  if (
    agreed &&
    candidates.some((candidate, i) => candidate === result[i] && (isBeside(candidate) || isInner(candidate, tagged)))
  )
    return result.map((candidate, i) =>
      candidate === candidates[i]
        ? candidate
        : { ...candidate, features: [...candidate.features, 'tagger passes a cue'] },
    );
  if (agreed) return result;
  const source = tagged.source[0];
  const mention = mentionsOf(paragraph.prose).findIndex(({ start, end }) => start < source.end && source.start < end);
  result.push({
    type: 'tagged',
    paragraph: paragraph.index,
    subject: { how: 'before', mention, span: source },
    features: ['tagger alone', ...opinion],
  });
  return result;
}

const isBeside = ({ features, subject }: Candidate): boolean =>
  subject !== undefined && features.includes('cue A= dist=0 S') && features.includes('cue A ending=comma 0');

/** "Ada said it was mad when Tom called it “brave”": a cue inside what the tagger takes for said governs the words beside it. */
const isInner = ({ features, cue, subject }: Candidate, { content }: TaggedAttribution): boolean =>
  cue !== undefined &&
  subject !== undefined &&
  cue.cueClass !== 'mental' &&
  cue.cueClass !== 'weak' &&
  features.includes('near') &&
  features.some((feature) => feature === 'cue B= dist=0' || feature === 'cue B= dist=1') &&
  content.some((span) => holds(span, cue.span));

const shared = (spans: readonly Span[], other: Span): number =>
  spans.reduce((sum, span) => sum + overlap(span, other), 0);
