import type { Rule, Severity } from '../rules/rule';
import { ownSeverity, type RuleSetting, type Settings } from './settings';

export const STYLES = ['none', 'wire', 'uk-newspaper', 'us-newspaper', 'blog', 'strict'] as const;

/** A house style: severities, quotation marks and claim quotes in one go. */
export type Style = (typeof STYLES)[number];

/** On what agencies insist: who, where from, and that right at the start. */
const WIRE: Readonly<Record<string, RuleSetting>> = {
  'lead-no-source': 'on',
  'number-no-source': 'on',
  'single-anonymous-source': 'on',
  'attribution-scope': 'on',
  'first-reference-no-title': 'on',
  'loaded-verb': 'information',
  'anonymous-no-reason': 'warning',
  'anonymous-opinion': 'warning',
};

/** A blog speaks in its own voice and quotes freely: what stays is what no reader forgives. */
const BLOG: Readonly<Record<string, RuleSetting>> = {
  'quote-late-attribution': 'hint',
  'quote-insertion': 'off',
  'one-word-quote': 'off',
  'role-only-source': 'off',
  'passive-attribution': 'information',
  'vague-source': 'information',
  'claim-no-source': 'off',
  'editorial-assertion': 'off',
  'loaded-verb': 'off',
  'agency-no-original': 'off',
  'place-name-source': 'off',
};

const GRAVER: Readonly<Record<Severity, Severity>> = {
  hint: 'information',
  information: 'warning',
  warning: 'warning',
  error: 'error',
};

/** What a style sets. Names of rules that do not exist do no harm. */
export function presetOf(style: Style, rules: readonly Rule[]): Settings {
  switch (style) {
    case 'none':
      return {};
    case 'wire':
      return { rules: WIRE, quotationMarks: 'double' };
    case 'uk-newspaper':
      return { quotationMarks: 'single', claimQuotes: true };
    case 'us-newspaper':
      return { rules: { 'first-reference-no-title': 'on' }, quotationMarks: 'double' };
    case 'blog':
      return { rules: BLOG, claimQuotes: true };
    case 'strict':
      return { rules: Object.fromEntries(rules.map((rule) => [rule.id, GRAVER[ownSeverity(rule)]])) };
  }
}
