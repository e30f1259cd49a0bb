import type { AnalyserOptions } from '../core';
import type { Rule, RuleOptions, Severity } from '../rules/rule';
import { presetOf, type Style } from './presets';

/** What a rule may be set to; `on` is the rule's own severity, also where a style switched it off. */
export type RuleSetting = Severity | 'on' | 'off';

export interface OwnAgency {
  readonly name: string;
  /** Short forms, as the copy writes them. */
  readonly tags?: readonly string[];
}

/** What a house may set, in VS Code's settings and in `.according-to.json` alike. All may be left out. */
export interface Settings {
  readonly style?: Style;
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  /** The marks that the house sets around a quotation. */
  readonly quotationMarks?: RuleOptions['marks'];
  /** Headlines may put a claim in marks that nobody said word for word. */
  readonly claimQuotes?: boolean;
  /** Agencies that the list does not hold. */
  readonly agencies?: readonly OwnAgency[];
  /** More reporting verbs, in base form. */
  readonly cues?: readonly string[];
  /** Words that are never sources. */
  readonly neverSources?: readonly string[];
  /** Agencies of the publication itself: they need no original source. */
  readonly ownAgencies?: readonly string[];
}

/** `over` on top of `base`: single values replace, rules are set one by one, lists grow. */
export function merge(base: Settings, over: Settings): Settings {
  return {
    ...base,
    ...over,
    rules: { ...base.rules, ...over.rules },
    agencies: [...(base.agencies ?? []), ...(over.agencies ?? [])],
    cues: union(base.cues, over.cues),
    neverSources: union(base.neverSources, over.neverSources),
    ownAgencies: union(base.ownAgencies, over.ownAgencies),
  };
}

/** The settings as the engine takes them: the style first, then what was set by hand. */
export function analyserOptions(settings: Settings, rules: readonly Rule[]): AnalyserOptions {
  const preset = settings.style ? presetOf(settings.style, rules) : {};
  const { rules: chosen = {}, quotationMarks = 'any', claimQuotes = false, ...lists } = merge(preset, settings);
  const severities: Record<string, Severity | 'off'> = {};
  for (const rule of rules) {
    const setting = Object.hasOwn(chosen, rule.id) ? chosen[rule.id] : undefined;
    if (setting === 'on') severities[rule.id] = ownSeverity(rule);
    else if (setting) severities[rule.id] = setting;
  }
  return {
    severities,
    marks: quotationMarks,
    claimQuoteHeadlines: !claimQuotes,
    agencies: lists.agencies,
    cues: lists.cues,
    neverSources: lists.neverSources,
    ownAgencies: lists.ownAgencies,
  };
}

/** A rule's severity when it is on. */
export function ownSeverity({ severity, whenOn }: Rule): Severity {
  return severity === 'off' ? (whenOn ?? 'hint') : severity;
}

function union(a: readonly string[] = [], b: readonly string[] = []): string[] {
  return [...new Set([...a, ...b])];
}
