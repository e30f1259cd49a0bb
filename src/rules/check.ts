import type { Analysis } from '../analysis';
import { stagesFor, type Stage } from '../trace';
import { commentsOf } from '../article/comments';
import type { Finding, Report, Rule, RuleOptions, Severity } from './rule';
import { applySuppressions, suppressions, UNUSED } from './suppress';
import { reportOf } from './unused-suppression';

export interface CheckOptions extends Partial<RuleOptions> {
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
}

const MILDER: Readonly<Record<Severity, Severity>> = {
  error: 'warning',
  warning: 'information',
  information: 'hint',
  hint: 'hint',
};

/** Findings of `rules`, in order of the text, without what the article's own comments suppress. */
export function check(analysis: Analysis, rules: readonly Rule[], options: CheckOptions = {}): Finding[] {
  const run = checkInSteps(analysis, rules, options);
  for (;;) {
    const step = run.next();
    if (step.done) return step.value;
  }
}

/** The same with a rest after each rule. */
export function* checkInSteps(
  analysis: Analysis,
  rules: readonly Rule[],
  options: CheckOptions = {},
  stage: Stage = stagesFor(undefined),
): Generator<void, Finding[]> {
  const settings: RuleOptions = {
    ownAgencies: options.ownAgencies ?? [],
    claimQuoteHeadlines: options.claimQuoteHeadlines ?? true,
    neverSources: options.neverSources ?? [],
    marks: options.marks ?? 'any',
    sources: options.sources,
  };
  const severityOf = (rule: Rule) => options.severities?.[rule.id] ?? rule.severity;
  const findings: Finding[] = [];
  for (const rule of rules) {
    const severity = severityOf(rule);
    if (severity === 'off') continue;
    stage(`rule ${rule.id}`, () =>
      rule.check(analysis, (problem) => findings.push(findingOf(rule, severity, problem)), settings),
    );
    yield;
  }
  const known = new Set(rules.map(({ id }) => id));
  const active = new Set(rules.filter((rule) => severityOf(rule) !== 'off').map(({ id }) => id));
  const comments = stage('suppressions', () => suppressions(analysis.article, commentsOf(analysis.article)));
  const { findings: kept, unused } = applySuppressions(findings, comments, known, active);
  const reporter = rules.find(({ id }) => id === UNUSED);
  const severity = reporter ? severityOf(reporter) : 'off';
  if (reporter && severity !== 'off') for (const one of unused) kept.push(findingOf(reporter, severity, reportOf(one)));
  return kept.sort((a, b) => a.start - b.start || a.end - b.end || (a.rule < b.rule ? -1 : 1));
}

function findingOf(rule: Rule, severity: Severity, problem: Report): Finding {
  const { start, end, message, related = [], data, milder } = problem;
  return { rule: rule.id, severity: milder ? MILDER[severity] : severity, start, end, message, related, data };
}
