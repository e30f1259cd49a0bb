import type { AgencyMention } from '../agencies/agency';
import type { Rule } from './rule';
import { nameWithTag, spelledOut } from './sources/agencies';

export const agencyAmbiguous: Rule = {
  id: 'agency-ambiguous',
  severity: 'hint',
  description: 'A tag that agencies share, or that is also a word, is cited and never spelled out.',
  check(analysis, report) {
    const spelled = new Set<string>();
    for (const { agency, unmistakable } of analysis.agencies) if (unmistakable) spelled.add(agency.id);
    const done = new Set<string>();
    for (const mention of analysis.agencies) {
      const { agency, alternatives, use, anaphoric, unmistakable, start, end } = mention;
      if (use !== 'citation' || anaphoric || unmistakable || spelled.has(agency.id) || done.has(agency.id)) continue;
      if (!alternatives.length && agency.alsoA !== 'word' && agency.alsoA !== 'name') continue;
      done.add(agency.id);
      const tag = analysis.article.text.slice(start, end);
      report({
        start,
        end,
        message: alternatives.length
          ? `${tag}: which one? ${[agency, ...alternatives].map(spelledOut).join(', or ')}`
          : `${tag}: spell it out once, ${nameWithTag(agency)}`,
        data: [agency, ...alternatives].map(spelledOut),
      });
    }
  },
  fixes: ({ start, end, data }) =>
    isNames(data)
      ? data.map((name) => ({
          title: `Write ${name}`,
          edits: [{ start, end, text: name }],
          preferred: data.length === 1,
        }))
      : [],
};

const isNames = (data: unknown): data is AgencyMention['agency']['name'][] => Array.isArray(data);
