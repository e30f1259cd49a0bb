import type { Article } from '../article/article';
import type { AgencyMention } from './agency';

/** The agencies that an article names, in order of the text, and how it uses each. */
export function findAgencies(article: Article): AgencyMention[] {
  void article;
  return [];
}
