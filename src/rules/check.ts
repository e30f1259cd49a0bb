import type { Analysis } from '../analysis';
import type { Finding, Report, Rule, RuleOptions, Severity } from './rule';

export interface CheckOptions extends Partial<RuleOptions> {
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
}

const MILDER: Readonly<Record<Severity, Severity>> = {
  error: 'warning',
  warning: 'information',
  information: 'hint',
  hint: 'hint',
};

/** Findings of `rules`, in order of the text. */
export function check(analysis: Analysis, rules: readonly Rule[], options: CheckOptions = {}): Finding[] {
  const settings: RuleOptions = {
    ownAgencies: options.ownAgencies ?? [],
    claimQuoteHeadlines: options.claimQuoteHeadlines ?? true,
    neverSources: options.neverSources ?? [],
    marks: options.marks ?? 'any',
    sources: options.sources,
  };
  const findings: Finding[] = [];
  for (const rule of rules) {
    const severity = options.severities?.[rule.id] ?? rule.severity;
    if (severity === 'off') continue;
    rule.check(
      analysis,
      ({ start, end, message, related = [], data, milder }: Report) =>
        findings.push({
          rule: rule.id,
          severity: milder ? MILDER[severity] : severity,
          start,
          end,
          message,
          related,
          data,
        }),
      settings,
    );
  }
  return findings.sort((a, b) => a.start - b.start || a.end - b.end || (a.rule < b.rule ? -1 : 1));
}
