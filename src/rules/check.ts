import type { Analysis } from '../analysis';
import type { Paragraph } from '../article/article';
import { commentsOf } from '../article/comments';
import { shift } from '../article/span';
import type { Changed } from '../attribution/read-again';
import type { Quotation } from '../quotations/quotation';
import { inSteps, stagesFor, type Trace } from '../trace';
import type { Carry } from './carry';
import { isCopy, quotationsIn } from './copy';
import { NEAR, type Finding, type Report, type Rule, type RuleOptions, type Severity } from './rule';
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

/** Paragraphs checked between two rests. */
const STEP = 32;

/** What one check leaves for the next. */
export interface Checked {
  readonly analysis: Analysis;
  /** By paragraph of the analysis: what rules for a paragraph or a quotation say of it. */
  readonly local: readonly (readonly Finding[])[];
  /** What rules for the whole article have kept. */
  readonly carried: ReadonlyMap<Rule, unknown>;
}

/** The check before, and what of its analysis still stands. */
export interface CheckedBefore {
  readonly checked: Checked;
  readonly since: Changed;
}

/** Findings of `rules`, in order of the text, without what the article's own comments suppress. */
export function check(analysis: Analysis, rules: readonly Rule[], options: CheckOptions = {}): readonly Finding[] {
  const run = checkInSteps(analysis, rules, options);
  for (;;) {
    const step = run.next();
    if (step.done) return step.value.findings;
  }
}

/**
 * The same with rests between. With what a check before has left, of the same rules and options, paragraphs are checked
 * again only where something has changed.
 */
export function* checkInSteps(
  analysis: Analysis,
  rules: readonly Rule[],
  options: CheckOptions = {},
  trace?: Trace,
  before?: CheckedBefore,
): Generator<void, { findings: readonly Finding[]; checked: Checked }> {
  const settings: RuleOptions = {
    ownAgencies: options.ownAgencies ?? [],
    claimQuoteHeadlines: options.claimQuoteHeadlines ?? true,
    neverSources: options.neverSources ?? [],
    marks: options.marks ?? 'any',
    sources: options.sources,
  };
  const severityOf = (rule: Rule) => options.severities?.[rule.id] ?? rule.severity;
  const findings: Finding[] = [];
  const carried = new Map<Rule, unknown>();
  const stage = stagesFor(trace);
  const changed = localFindings(analysis, before);
  for (const rule of rules) {
    const severity = severityOf(rule);
    if (severity === 'off') continue;
    const carry: Carry = {
      before: before?.checked.carried.get(rule),
      since: before?.since,
      keep: (value) => void carried.set(rule, value),
    };
    const found = (problem: Report) => findingOf(rule, severity, problem);
    yield* inSteps(trace, `rule ${rule.id}`, checkRule(analysis, rule, found, findings, changed.anew, settings, carry));
    yield;
  }
  for (const local of changed.local) findings.push(...local);
  const known = new Set(rules.map(({ id }) => id));
  const active = new Set(rules.filter((rule) => severityOf(rule) !== 'off').map(({ id }) => id));
  const comments = stage('suppressions', () => suppressions(analysis.article, commentsOf(analysis.article)));
  const { findings: kept, unused } = applySuppressions(findings, comments, known, active);
  const reporter = rules.find(({ id }) => id === UNUSED);
  const severity = reporter ? severityOf(reporter) : 'off';
  if (reporter && severity !== 'off') for (const one of unused) kept.push(findingOf(reporter, severity, reportOf(one)));
  kept.sort((a, b) => a.start - b.start || a.end - b.end || (a.rule < b.rule ? -1 : 1));
  return { findings: kept, checked: { analysis, local: changed.local, carried } };
}

/** What one rule finds: in the whole article into `findings`, in a paragraph to check again beside it. */
function* checkRule(
  analysis: Analysis,
  rule: Rule,
  finding: (problem: Report) => Finding,
  findings: Finding[],
  anew: readonly Anew[],
  settings: RuleOptions,
  carry: Carry,
): Generator<void, void> {
  yield* rule.check?.(analysis, (problem) => void findings.push(finding(problem)), settings, carry) ?? [];
  if (!rule.checkParagraph && !rule.checkQuotation) return;
  for (let i = 0; i < anew.length; i++) {
    const { paragraph, quotations, found } = anew[i];
    const report = (problem: Report): void => void found.push(finding(problem));
    if (isCopy(paragraph)) rule.checkParagraph?.(analysis, paragraph, report, settings);
    if (rule.checkQuotation)
      for (const quotation of quotations) rule.checkQuotation(analysis, quotation, report, settings);
    if (i % STEP === STEP - 1) yield;
  }
}

interface Anew {
  readonly paragraph: Paragraph;
  /** Those that begin in it. */
  readonly quotations: readonly Quotation[];
  readonly found: Finding[];
}

/** By paragraph what is known already, and the paragraphs to check again, their findings still empty. */
function localFindings(
  analysis: Analysis,
  before: CheckedBefore | undefined,
): { local: readonly (readonly Finding[])[]; anew: readonly Anew[] } {
  const { paragraphs } = analysis.article;
  const since = before?.since ?? { first: 0, end: paragraphs.length, offset: 0, paragraphs: 0 };
  const first = Math.max(0, since.first - NEAR);
  const end = Math.min(paragraphs.length, since.end + NEAR);
  const local: (readonly Finding[])[] = before?.checked.local.slice(0, first) ?? [];
  const anew: Anew[] = [];
  for (const paragraph of paragraphs.slice(first, end)) {
    const found: Finding[] = [];
    const quotations = quotationsIn(analysis, paragraph).filter((one) => one.paragraphs[0] === paragraph.index);
    local.push(found);
    anew.push({ paragraph, quotations, found });
  }
  for (const findings of before?.checked.local.slice(end - since.paragraphs) ?? [])
    local.push(
      since.offset === 0 || findings.length === 0 ? findings : findings.map((one) => moved(one, since.offset)),
    );
  return { local, anew };
}

function moved(finding: Finding, by: number): Finding {
  return {
    ...finding,
    ...shift(finding, by),
    related: finding.related.map((one) => ({ ...one, ...shift(one, by) })),
  };
}

function findingOf(rule: Rule, severity: Severity, problem: Report): Finding {
  const { start, end, message, related = [], data, milder } = problem;
  return { rule: rule.id, severity: milder ? MILDER[severity] : severity, start, end, message, related, data };
}
