import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { describe, it } from 'mocha';
import { createAnalyser, rules } from '../../src/core';

const root = join(__dirname, '../..');
const SNAPSHOT = join(root, 'test/fixtures/findings.txt');
/** Articles of the project's own writing. */
const FOLDERS = ['samples', 'test/fixtures/drift', 'test/fixtures/articles'];
const LANGUAGES: Readonly<Record<string, string>> = { '.txt': 'plaintext', '.md': 'markdown', '.html': 'html' };

/** What the desk sees in each article, every rule switched on: `line:column rule severity: words — message`. */
function findingsOfAll(): string {
  const severities = Object.fromEntries(
    rules.flatMap((rule) => (rule.severity === 'off' ? [[rule.id, rule.whenOn ?? 'hint']] : [])),
  );
  const report: string[] = [];
  for (const folder of FOLDERS) {
    if (!existsSync(join(root, folder))) continue;
    for (const name of readdirSync(join(root, folder)).sort()) {
      const languageId = LANGUAGES[extname(name)];
      if (!languageId || name === 'README.md') continue;
      const text = readFileSync(join(root, folder, name), 'utf8').replace(/\r\n/g, '\n');
      report.push(`# ${folder}/${name}`);
      for (const { rule, severity, start, end, message } of createAnalyser({ severities }).update(text, languageId)
        .findings) {
        const before = text.slice(0, start).split('\n');
        const words = text.slice(start, end).replace(/\s+/g, ' ');
        const shown = words.length > 60 ? `${words.slice(0, 57)}…` : words;
        report.push(`${before.length}:${(before.at(-1)?.length ?? 0) + 1} ${rule} ${severity}: ${shown} — ${message}`);
      }
      report.push('');
    }
  }
  return report.join('\n');
}

describe('the findings over the project’s own articles', () => {
  it('are those that were reviewed last (npm run snapshot, and read the difference)', () => {
    const now = findingsOfAll();
    if (process.env.UPDATE_SNAPSHOT) writeFileSync(SNAPSHOT, now);
    assert.equal(now, readFileSync(SNAPSHOT, 'utf8').replace(/\r\n/g, '\n'));
  });
});
