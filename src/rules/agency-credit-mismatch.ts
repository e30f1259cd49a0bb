import type { Rule } from './rule';

export const agencyCreditMismatch: Rule = {
  id: 'agency-credit-mismatch',
  severity: 'information',
  description: 'The dateline names one agency, the sign-off or the contribution line another.',
  check(analysis, report) {
    const dateline = analysis.agencies.find(({ use }) => use === 'dateline');
    if (!dateline) return;
    // several articles in one file have several datelines and tails
    const isOneArticle = analysis.agencies.every(({ use, agency: { id } }) =>
      id === dateline.agency.id ? use !== 'tail' : use !== 'dateline',
    );
    if (!isOneArticle) return;
    for (const { start, end, agency, use, why } of analysis.agencies) {
      const signs = use === 'tail' || (use === 'credit' && why === 'before "contributed to this report"');
      if (!signs || agency.id === dateline.agency.id || start < dateline.end) continue;
      report({
        start,
        end,
        message: `${dateline.agency.name} in the dateline, ${agency.name} here`,
        related: [{ start: dateline.start, end: dateline.end, message: `${dateline.agency.name} in the dateline` }],
      });
    }
  },
};
