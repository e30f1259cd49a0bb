import { distance as editsBetween } from 'fastest-levenshtein';
import { STYLES } from './presets';
import type { OwnAgency, RuleSetting, Settings } from './settings';
import { boolean, isObject, listOf, oneOf, shown, words, type Complain, type Problem, type Read } from './values';

export const RULE_SETTINGS: readonly RuleSetting[] = ['error', 'warning', 'information', 'hint', 'on', 'off'];
export const MARKS = ['any', 'double', 'single'] as const;

const ruleSetting = oneOf(RULE_SETTINGS);

const agency: Read<OwnAgency> = (value, path, complain) => {
  if (typeof value === 'string' && value.trim()) return { name: value.trim() };
  if (!isObject(value)) {
    complain(path, `is a name or { "name": …, "tags": […] }, not ${shown(value)}`);
    return undefined;
  }
  const name = words(value.name, [...path, 'name'], complain);
  const tags = value.tags === undefined ? undefined : listOf(words)(value.tags, [...path, 'tags'], complain);
  return name === undefined ? undefined : { name, ...(tags && { tags }) };
};

const READERS: Readonly<Record<Exclude<keyof Settings, 'rules'>, Read<unknown>>> = {
  style: oneOf(STYLES),
  quotationMarks: oneOf(MARKS),
  claimQuotes: boolean,
  agencies: listOf(agency),
  cues: listOf(words),
  neverSources: listOf(words),
  ownAgencies: listOf(words),
};

/** The settings' names. */
export const SETTING_NAMES: readonly string[] = ['rules', ...Object.keys(READERS)];

/** Settings, and what was wrong with the value that they were read from. */
export interface ReadSettings {
  readonly settings: Settings;
  readonly problems: readonly Problem[];
}

/**
 * Reads settings out of any value: what is right is taken, what is wrong is left out and reported.
 * `ruleIds` are the rules that exist.
 */
export function readSettings(value: unknown, ruleIds: ReadonlySet<string>): ReadSettings {
  const problems: Problem[] = [];
  const complain: Complain = (path, message) => problems.push({ path, message });
  if (!isObject(value)) {
    complain([], 'is an object: { … }');
    return { settings: {}, problems };
  }
  const settings: Record<string, unknown> = {};
  for (const [name, given] of Object.entries(value)) {
    if (name === 'rules') settings[name] = readRules(given, ruleIds, complain);
    else if (isReader(name)) {
      const read = READERS[name](given, [name], complain);
      if (read !== undefined) settings[name] = read;
    } else complain([name], `is no setting${suggestion(name, SETTING_NAMES)}`);
  }
  return { settings, problems };
}

function isReader(name: string): name is keyof typeof READERS {
  return Object.hasOwn(READERS, name);
}

function readRules(value: unknown, ruleIds: ReadonlySet<string>, complain: Complain): Record<string, RuleSetting> {
  const rules: Record<string, RuleSetting> = {};
  if (!isObject(value)) {
    complain(['rules'], `is an object: { "rule": "severity" }, not ${shown(value)}`);
    return rules;
  }
  for (const [id, given] of Object.entries(value)) {
    const path = ['rules', id];
    const setting = ruleIds.has(id) ? ruleSetting(given, path, complain) : undefined;
    if (setting) rules[id] = setting;
    else if (!ruleIds.has(id)) complain(path, `is no rule${suggestion(id, [...ruleIds])}`);
  }
  return rules;
}

/** ": did you mean …?" where a known name is a typing mistake away. */
function suggestion(given: string, known: readonly string[]): string {
  let best: { readonly name: string; readonly distance: number } | undefined;
  for (const name of known) {
    const distance = editsBetween(given.toLowerCase(), name.toLowerCase());
    if (!best || distance < best.distance) best = { name, distance };
  }
  return best && best.distance <= Math.max(2, given.length / 4) ? `: did you mean "${best.name}"?` : '';
}
