import type { Rule } from './rule';

export const agencyCreditMismatch: Rule = {
  id: 'agency-credit-mismatch',
  severity: 'information',
  description: 'The dateline names one agency, the sign-off or the contribution line another.',
  check(analysis, report) {
    const datelines = analysis.agencies.filter(({ use }) => use === 'dateline');
    if (!datelines.length) return;
    const named = new Set(datelines.map(({ agency }) => agency.id));
    const own = new Set(analysis.agencies.filter(({ use }) => use === 'tail').map(({ agency }) => agency.id));
    // several articles in one file have several datelines and tails
    if (named.size > 1 || [...named].some((id) => own.has(id))) return;
    const [dateline] = datelines;
    for (const { start, end, agency, use, why } of analysis.agencies) {
      const signs = use === 'tail' || (use === 'credit' && why === 'before "contributed to this report"');
      if (!signs || named.has(agency.id) || start < dateline.end) continue;
      report({
        start,
        end,
        message: `${dateline.agency.name} in the dateline, ${agency.name} here`,
        related: [{ start: dateline.start, end: dateline.end, message: `${dateline.agency.name} in the dateline` }],
      });
    }
  },
};
