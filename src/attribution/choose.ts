import type { Quotation } from '../quotations/quotation';
import type { Candidate, Scene } from './candidate';
import { candidatesOf } from './candidates';
import { NO_HOUSE } from './house';
import { withSecondOpinion } from './opinion';
import { best, likeliest, type Choice } from './score';

/** Speech and partial quotations want a source; a scare quotation turns out partial where one is in reach. */
const mayHaveSpeaker = ({ kind }: Quotation): boolean => kind === 'speech' || kind === 'partial' || kind === 'scare';

/**
 * How far before and behind a quotation, in paragraphs, its candidates stand: the quotation that it follows, and a
 * signature below.
 */
export const BACK = 2;
export const AHEAD = 1;

/** The likeliest candidate for quotation `q`; undefined for what nobody says. Depends on what its neighbour may be, too. */
export function choose(scene: Scene, q: number): Choice | undefined {
  const candidates = sourcesOf(scene, q);
  const own = best(candidates);
  // two quotations that point at each other have no speaker: the first of them looks for one elsewhere
  if (own?.candidate.link !== q + 1 || best(sourcesOf(scene, q + 1))?.candidate.link !== q) return own;
  return best(likeliest(candidates).flatMap(({ candidate }) => (candidate.link === q + 1 ? [] : candidate)));
}

/** The candidates for a quotation; none for what nobody says. */
function sourcesOf(scene: Scene, q: number): Candidate[] {
  if (!mayHaveSpeaker(scene.quotations[q])) return [];
  const candidates = withSecondOpinion(scene, q, candidatesOf(scene, q));
  if (scene.house.isNeverSource === NO_HOUSE.isNeverSource) return candidates;
  return candidates.filter((candidate) => mayBeSource(scene, candidate));
}

/** Whether the house lets a candidate's words be a source. */
function mayBeSource({ article, house }: Scene, { subject, paragraph }: Candidate): boolean {
  if (!subject) return true;
  const { text } = article.paragraphs[paragraph].prose;
  return !house.isNeverSource(text.slice(subject.span.start, subject.span.end));
}

/** A choice that stands so many paragraphs and quotations further on. */
export function movedChoice(choice: Choice | undefined, paragraphs: number, quotations: number): Choice | undefined {
  if (!choice || (paragraphs === 0 && quotations === 0)) return choice;
  const { candidate } = choice;
  const link = candidate.link === undefined ? undefined : candidate.link + quotations;
  return { ...choice, candidate: { ...candidate, paragraph: candidate.paragraph + paragraphs, link } };
}

/** Whether two choices lead to the same reading: the same words of the same paragraph, as likely. */
export function sameChoice(a: Choice | undefined, b: Choice | undefined): boolean {
  if (!a || !b) return a === b;
  const [one, other] = [a.candidate, b.candidate];
  return (
    a.probability === b.probability &&
    one.type === other.type &&
    one.paragraph === other.paragraph &&
    one.cue === other.cue &&
    one.link === other.link &&
    one.subject?.how === other.subject?.how &&
    one.subject?.mention === other.subject?.mention &&
    one.subject?.span.start === other.subject?.span.start &&
    one.subject?.span.end === other.subject?.span.end &&
    one.features.length === other.features.length &&
    one.features.every((feature, i) => feature === other.features[i])
  );
}
