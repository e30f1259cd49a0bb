import type { AgencyMention } from '../agencies/agency';
import { relayChain } from '../agencies/find';
import { inArticle, sentenceAt } from './copy';
import type { Rule } from './rule';
import { agenciesIn } from './sources/agencies';

export const agencyChain: Rule = {
  id: 'agency-chain',
  severity: 'hint',
  description: 'One agency passes on what another one has: the statement comes at third hand.',
  reach: 0,
  checkParagraph(analysis, paragraph, report) {
    const cited = agenciesIn(analysis, paragraph).filter(({ use }) => use === 'citation');
    if (cited.length < 2) return;
    for (const sentence of new Set(cited.map(({ start }) => sentenceAt(paragraph, start - paragraph.start)))) {
      if (!sentence) continue;
      const chain = relayChain(analysis.agencies, inArticle(paragraph, sentence)).filter(({ anaphoric }) => !anaphoric);
      const links = linksOf(chain);
      if (links.length < 2) continue;
      const { start, end } = links[links.length - 1];
      report({
        start,
        end,
        message: `At third hand: ${links.map(({ agency }) => agency.name).join(', passed on by ')}`,
        related: links.map(({ start, end, agency }, i) => ({
          start,
          end,
          message:
            i === 0
              ? `${agency.name} has it from the source`
              : `${agency.name} has it from ${links[i - 1].agency.name}`,
        })),
      });
    }
  },
};

/** One agency for each step: the one spoken to or cited, then the one that reports. Two that both report make no chain. */
function linksOf(chain: readonly AgencyMention[]): AgencyMention[] {
  const steps = new Set<string>();
  const names = new Set<string>();
  const links: AgencyMention[] = [];
  for (const mention of chain) {
    const step = mention.relation === 'told' || mention.relation === 'cited' ? mention.relation : 'reported';
    if (steps.has(step) || names.has(mention.agency.id)) continue;
    steps.add(step);
    names.add(mention.agency.id);
    links.push(mention);
  }
  return links;
}
