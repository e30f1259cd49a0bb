import type { Rule } from '../../rules/rule';
import type { Format } from '../options';

/** The rules as a table or as `[{ id, severity, description, docs }]`; docs are paths inside the package. */
export function ruleList(rules: readonly Rule[], format: Format): string {
  const list = rules.map(({ id, severity, description }) => ({
    id,
    severity,
    description,
    docs: `docs/rules/${id}.md`,
  }));
  if (format === 'json') return `${JSON.stringify(list, undefined, 2)}\n`;
  if (format === 'jsonl') return list.map((rule) => `${JSON.stringify(rule)}\n`).join('');
  const width = Math.max(0, ...list.map(({ id }) => id.length));
  return list
    .map(({ id, severity, description }) => `${id.padEnd(width)}  ${severity.padEnd(11)}  ${description}\n`)
    .join('');
}
