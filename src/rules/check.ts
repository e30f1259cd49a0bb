import type { Analysis } from '../analysis';
import type { Paragraph } from '../article/article';
import { commentsSince, type Comment } from '../article/comments';
import type { Changed } from '../attribution/read-again';
import type { Quotation } from '../quotations/quotation';
import { pace } from '../steps';
import { inSteps, stagesFor, type Trace } from '../trace';
import { spliced, STEP, type Carry } from './carry';
import { isCopy } from './copy';
import { narrowed } from './narrowed';
import { inOrder, merged, moved } from './order';
import { NEAR, type Finding, type Report, type Rule, type RuleOptions, type Severity } from './rule';
import { watchedIn, type Watch } from './watch';
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

/** What one check leaves for the next. */
export interface Checked {
  readonly analysis: Analysis;
  readonly comments: readonly Comment[];
  /** By paragraph of the analysis: what rules for a paragraph or a quotation say of it. */
  readonly local: readonly (readonly Finding[])[];
  /** What rules for the whole article have kept. */
  readonly carried: ReadonlyMap<Rule, unknown>;
  /** How far each rule looks, by its id. */
  readonly reaches: ReadonlyMap<string, number>;
}

/** The check before, and what of its analysis still stands; undefined where that is not known. */
export interface CheckedBefore {
  readonly checked: Checked;
  readonly since?: Changed;
}

/**
 * Findings of `rules`, in order of the text, without what the article's own comments suppress. With what a check before
 * has left, of the same rules and options, paragraphs are checked again only where something has changed, and what that
 * check has left is written over: it is none to begin from again.
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
  const { since, local, anew } = yield* inSteps(trace, 'rule paragraphs', localFindings(analysis, before));
  const size = anew.reduce((sum, { paragraph }) => sum + paragraph.end - paragraph.start, 0);
  let checked = 0;
  for (const rule of rules) {
    const severity = severityOf(rule);
    if (severity === 'off') continue;
    const carry: Carry = {
      before: before?.checked.carried.get(rule),
      since,
      around: before?.since,
      keep: (value) => void carried.set(rule, value),
    };
    const found = (problem: Report) => findingOf(rule, severity, problem);
    yield* inSteps(trace, `rule ${rule.id}`, checkRule(analysis, rule, found, findings, anew, settings, carry));
    checked += size;
    if (checked < STEP) continue;
    checked = 0;
    yield;
  }
  const comments = stage('comments', () => commentsSince(analysis.article, before?.checked.comments, since));
  const kept = stage('suppressions', () => {
    for (const { found } of anew) if (found.length > 1) found.sort(inOrder);
    return withoutSuppressed(analysis, comments, merged(findings, local), rules, severityOf);
  });
  const reaches = before?.checked.reaches ?? new Map(rules.map(({ id, reach = Infinity }) => [id, reach]));
  return { findings: kept, checked: { analysis, comments, local, carried, reaches } };
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
  if (rule.check) yield* rule.check(analysis, (problem) => void findings.push(finding(problem)), settings, carry) ?? [];
  if (!rule.checkParagraph && !rule.checkQuotation) return;
  const { reach = Infinity, words } = rule;
  let into: Finding[] = [];
  const report = (problem: Report): void => void into.push(finding(problem));
  let checked = 0;
  for (const one of anew) {
    const { paragraph, copy, distance, quotations } = one;
    if (distance > reach) continue;
    into = one.found;
    if (
      rule.checkParagraph &&
      copy &&
      (words === undefined || (words & (one.words ??= watchedIn(paragraph.prose))) !== 0)
    )
      rule.checkParagraph(analysis, paragraph, report, settings);
    if (rule.checkQuotation)
      for (const quotation of quotations) rule.checkQuotation(analysis, quotation, report, settings);
    checked += paragraph.end - paragraph.start;
    if (checked < STEP) continue;
    checked = 0;
    yield;
  }
}

/** The findings that no comment suppresses, and those on comments that suppress nothing. */
function withoutSuppressed(
  { article }: Analysis,
  comments: readonly Comment[],
  findings: Finding[],
  rules: readonly Rule[],
  severityOf: (rule: Rule) => Severity | 'off',
): Finding[] {
  const found = comments.length > 0 ? suppressions(article, comments) : [];
  if (found.length === 0) return findings;
  const known = new Set(rules.map(({ id }) => id));
  const active = new Set(rules.filter((rule) => severityOf(rule) !== 'off').map(({ id }) => id));
  const { findings: kept, unused } = applySuppressions(findings, found, known, active);
  const reporter = rules.find(({ id }) => id === UNUSED);
  const severity = reporter ? severityOf(reporter) : 'off';
  if (reporter && severity !== 'off') for (const one of unused) kept.push(findingOf(reporter, severity, reportOf(one)));
  return kept.sort(inOrder);
}

/** A paragraph to check again. */
interface Anew {
  readonly paragraph: Paragraph;
  /** Whether the narrator speaks running copy in it. */
  readonly copy: boolean;
  /** Of the rules' words those that stand in it; looked up when first asked for. */
  words?: Watch;
  /** So many paragraphs away from those that have changed. */
  readonly distance: number;
  /** Those that begin in it. */
  readonly quotations: readonly Quotation[];
  /** What is known to stand, and room for what is found. */
  readonly found: Finding[];
}

/** By paragraph what is known already, and the paragraphs to check again; `since`: narrowed to what has changed. */
function* localFindings(
  analysis: Analysis,
  before: CheckedBefore | undefined,
): Generator<void, { since?: Changed; local: readonly (readonly Finding[])[]; anew: readonly Anew[] }> {
  const { paragraphs } = analysis.article;
  if (!before?.since) {
    const anew: Anew[] = [];
    const mayRest = pace();
    for (const paragraph of paragraphs) {
      anew.push(toCheck(analysis, paragraph, 0, []));
      if (mayRest(paragraph.end)) yield;
    }
    return { local: anew.map(({ found }) => found), anew };
  }
  const { since: wide, checked } = before;
  const since = narrowed(checked.analysis, analysis, wide);
  const first = Math.max(0, wide.first - NEAR);
  const end = Math.min(paragraphs.length, wide.end + NEAR);
  const fresh = paragraphs.slice(first, end).map((paragraph, i) => {
    const index = first + i;
    const [below, behind] = [since.first - index, index - since.end + 1];
    const distance = Math.max(0, below, behind);
    if (distance === 0) return toCheck(analysis, paragraph, 0, []);
    const stands = checked.local[below > 0 ? index : index - since.paragraphs].filter(
      ({ rule }) => (checked.reaches.get(rule) ?? Infinity) < distance,
    );
    return toCheck(analysis, paragraph, distance, moved(stands, below > 0 ? 0 : since.offset).slice());
  });
  const found = fresh.map((one): readonly Finding[] => one.found);
  const local = spliced(checked.local.slice(), first, fresh.length - since.paragraphs, found);
  for (let p = end; p < local.length; p++) if (local[p].length > 0) local[p] = moved(local[p], since.offset);
  return { since, local, anew: fresh };
}

function toCheck(analysis: Analysis, paragraph: Paragraph, distance: number, found: Finding[]): Anew {
  const quotations = analysis.quotationsIn(paragraph).filter((one) => one.paragraphs[0] === paragraph.index);
  return { paragraph, copy: isCopy(paragraph), words: undefined, distance, quotations, found };
}

const NOTHING: readonly never[] = [];

function findingOf(rule: Rule, severity: Severity, problem: Report): Finding {
  const { start, end, message, related = NOTHING, data, milder } = problem;
  return { rule: rule.id, severity: milder ? MILDER[severity] : severity, start, end, message, related, data };
}
