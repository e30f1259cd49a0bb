import type { Rule } from '../../src/rules/rule';

const SEVERITIES = ['off', 'hint', 'information', 'warning', 'error', 'on'];

/** The setting `accordingTo.rules`; what `before` says beside the rules (its scope, its order) is kept. */
export function rulesSetting(rules: readonly Rule[], before: unknown): object {
  return {
    scope: 'language-overridable',
    markdownDescription:
      "Severity of each rule. What is not set keeps the default of the style; `on` is the rule's own severity.",
    ...(before as object | undefined),
    type: 'object',
    default: {},
    additionalProperties: false,
    properties: Object.fromEntries(
      rules.map((rule) => [
        rule.id,
        { type: 'string', enum: SEVERITIES, markdownDescription: `${rule.description} Default: \`${rule.severity}\`.` },
      ]),
    ),
  };
}

/** The `rules` of .according-to.json. */
export function rulesSchema(rules: readonly Rule[]): object {
  return {
    type: 'object',
    description: 'Severity of each rule.',
    additionalProperties: false,
    properties: Object.fromEntries(
      rules.map((rule) => [rule.id, { enum: SEVERITIES, default: rule.severity, description: rule.description }]),
    ),
  };
}

/** The rules as a Markdown table; `folder` is where the pages are, seen from the table. */
export function rulesTable(rules: readonly Rule[], folder: string): string {
  const rows = rules.map(({ id, severity, whenOn, description }) => {
    const level = severity === 'off' ? `off (${whenOn ?? 'hint'})` : severity;
    return `| [${id}](${folder}${id}.md) | ${level} | ${description.replaceAll('|', '\\|')} |`;
  });
  const table = ['| Rule | Severity | What it flags |', '| --- | --- | --- |', ...rows];
  // unpadded: a new rule then changes one line
  return ['<!-- prettier-ignore-start -->', '', ...table, '', '<!-- prettier-ignore-end -->'].join('\n');
}
