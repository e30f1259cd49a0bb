import { shift } from '../article/span';
import type { Quotation } from '../quotations/quotation';
import type { Scene } from './candidate';
import { draftFollowing, type Draft } from './drafts';
import type { Reading } from './reading';
import type { Choice } from './score';

/** A quotation that has its speaker from another one. */
export interface Forward {
  readonly draft: Draft;
  /** The draft at the end of its row. */
  readonly end: Draft;
}

/**
 * Quotations whose speaker only the next one names: "…" "…," Ruiz said. Back to front, so that a row of them is tied.
 * `known` finds the draft of a quotation that has one of its own.
 */
export function linkForward(
  { quotations }: Scene,
  choices: readonly (Choice | undefined)[],
  readings: readonly Reading[],
  known: (q: number) => Draft | undefined,
): Map<number, Forward> {
  const tied = new Map<number, Forward>();
  for (let q = choices.length - 1; q >= 0; q--) {
    const choice = choices[q];
    const link = choice?.candidate.link;
    if (!choice || link === undefined || known(q)) continue;
    const linked = tied.get(link)?.draft ?? known(link);
    if (!linked) continue;
    const why =
      link > q
        ? 'The quotation beside it has this speaker and no narrator stands between.'
        : 'It follows on from the quotation before it.';
    const draft = following(readings[quotations[q].paragraphs[0]], linked, quotations[q], q, choice.probability, why);
    tied.set(q, { draft, end: tied.get(link)?.end ?? linked });
  }
  return tied;
}

/** The draft of a quotation on its own page; the same as long as it and the one that it follows stand as they stood. */
function following(
  reading: Reading,
  linked: Draft,
  quotation: Quotation,
  q: number,
  probability: number,
  why: string,
): Draft {
  const { page } = reading;
  const apart = linked.page.offset - page.offset;
  const own = q - page.quotations;
  const known = reading.forward?.get(own);
  if (known?.draft.continues === linked && known.apart === apart && known.draft.why === why) return known.draft;
  const draft = draftFollowing(linked, quotation, q, probability, why, page);
  const asRead: Draft = {
    ...draft,
    content: draft.content.map((span) => shift(span, -page.offset)),
    evidence: draft.evidence.map((span) => shift(span, -page.offset)),
    quotations: [own],
    paragraph: draft.paragraph - (page.index - page.readAs),
  };
  (reading.forward ??= new Map()).set(own, { draft: asRead, apart });
  return asRead;
}
