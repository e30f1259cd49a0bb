import { createAnalyser, rules, type AnalyserOptions } from '../core';
import type { Finding, Fix, TextEdit } from '../rules/rule';
import type { Analysis } from '../analysis';
import { readConfig, settingsFor, switchOff, type Config } from '../settings/config-file';
import { readSettings } from '../settings/read';
import { analyserOptions, merge, type Settings } from '../settings/settings';

/** What the editor wants of the core and of the house's settings. Loaded with the first article, not before. */
export interface Engine {
  readonly createAnalyser: typeof createAnalyser;
  readConfig(text: string): Config;
  /** Settings from VS Code, with what the configuration file says on top; `warn` hears of values that cannot be. */
  optionsFor(
    given: Readonly<Record<string, unknown>>,
    config: Config | undefined,
    languageId: string,
    warn: (message: string) => void,
  ): AnalyserOptions;
  /** The edits to a configuration file that switch a rule off. */
  switchOff(config: string, rule: string): readonly TextEdit[];
  fixes(finding: Finding, analysis: Analysis): readonly Fix[] | Promise<readonly Fix[]>;
}

const byId = new Map(rules.map((rule) => [rule.id, rule]));
const ruleIds: ReadonlySet<string> = new Set(byId.keys());

export const engine: Engine = {
  createAnalyser,
  readConfig: (text) => readConfig(text, ruleIds),
  optionsFor(given, config, languageId, warn) {
    const { settings, problems } = readSettings(given, ruleIds);
    for (const { path, message } of problems) warn(`accordingTo.${path.join('.')} ${message}`);
    const house: Settings = config ? merge(settings, settingsFor(config, languageId)) : settings;
    return analyserOptions(house, rules);
  },
  switchOff,
  fixes: (finding, analysis) => byId.get(finding.rule)?.fixes?.(finding, analysis) ?? [],
};
