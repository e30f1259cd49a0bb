import assert from 'node:assert/strict';
import { ESLint } from 'eslint';
import { describe, it } from 'mocha';

/** What the linter says of a file that would stand at this path. */
async function lint(filePath: string, text: string): Promise<string[]> {
  const [result] = await new ESLint().lintText(text, { filePath });
  return result.messages.map((message) => message.ruleId ?? message.message);
}

describe('the core is pure', () => {
  for (const path of ['src/article/a.ts', 'src/rules/deep/b.ts', 'src/analysis.ts', 'src/core.ts']) {
    for (const name of ['vscode', 'node:fs', 'fs', 'path/posix'])
      it(`${path} may not import ${name}`, async () => {
        assert.deepEqual(await lint(path, `export * from '${name}';\n`), ['no-restricted-imports']);
      });
  }

  it('knows no Node globals', async () => {
    assert.deepEqual(await lint('src/people/a.ts', 'export const a = process.platform;\n'), ['no-restricted-globals']);
  });

  it('does not reach back into the editor', async () => {
    assert.deepEqual(await lint('src/rules/a.ts', "export { a } from '../editor/hover';\n"), ['no-restricted-imports']);
  });

  it('leaves the editor and the command line free', async () => {
    assert.deepEqual(await lint('src/editor/a.ts', "export * from 'vscode';\n"), []);
    assert.deepEqual(await lint('src/cli/a.ts', "export * from 'node:fs';\n"), []);
  });
});
