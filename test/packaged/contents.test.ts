import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { Metafile } from 'esbuild';
import { before, describe, it } from 'mocha';
import { root } from '../../scripts/paths';

/** All that may be in the package. */
const allowed = [
  /^package\.json$/,
  /^(LICENSE|README\.md|CHANGELOG\.md)$/,
  /^dist\/(node|web)\/extension\.js$/,
  /^dist\/node\/(engine|compromise)\.js$/,
  /^dist\/node\/model\.bin$/,
  /^syntaxes\/[\w.-]+\.json$/,
  /^schemas\/[\w.-]+\.json$/,
  /^docs\/rules\/[\w-]+\.md$/,
  /^images\/icon\.png$/,
];

describe('the package', () => {
  let files: readonly string[];

  before(() => {
    const vsce = path.join(root, 'node_modules/@vscode/vsce/vsce');
    const listed = execFileSync(process.execPath, [vsce, 'ls', '--no-dependencies'], { cwd: root, encoding: 'utf8' });
    files = listed.trim().replaceAll('\\', '/').split(/\r?\n/);
  });

  it('holds only what runs', () => {
    assert.deepEqual(
      files.filter((file) => !allowed.some((pattern) => pattern.test(file))),
      [],
    );
  });

  it('holds scripts in ASCII, which V8 keeps at a byte a character instead of two', () => {
    for (const file of files.filter((file) => /^dist\/.*\.js$/.test(file)))
      assert.doesNotMatch(fs.readFileSync(path.join(root, file), 'latin1'), /[^\0-\x7f]/, file);
  });

  for (const entry of [
    'dist/node/extension.js',
    'dist/node/engine.js',
    'dist/node/compromise.js',
    'dist/node/model.bin',
    'dist/web/extension.js',
    'LICENSE',
  ])
    it(`holds ${entry}`, () => assert.ok(files.includes(entry), files.join('\n')));

  for (const bundle of ['node', 'engine', 'web'])
    it(`has no test in its ${bundle} bundle`, () => {
      const meta = JSON.parse(fs.readFileSync(path.join(root, `dist/meta/${bundle}.json`), 'utf8')) as Metafile;
      assert.deepEqual(
        Object.keys(meta.inputs).filter((file) => file.startsWith('test/')),
        [],
      );
    });
});

describe('the package for npm', () => {
  it('holds all that the command line and the library were built into', function () {
    const npm = process.env.npm_execpath;
    if (!npm) return this.skip();
    const told = execFileSync(process.execPath, [npm, 'pack', '--dry-run', '--json', '--ignore-scripts'], {
      cwd: root,
      encoding: 'utf8',
    });
    const [{ files }] = JSON.parse(told) as { files: { path: string }[] }[];
    const made = ['cli', 'core', 'core-forms'].flatMap((bundle) => {
      const meta = JSON.parse(fs.readFileSync(path.join(root, `dist/meta/${bundle}.json`), 'utf8')) as Metafile;
      return Object.keys(meta.outputs).filter((file) => !file.endsWith('.map'));
    });
    assert.ok(made.includes('dist/model.bin'), made.join('\n'));
    for (const file of made)
      assert.ok(
        files.some((one) => one.path === file),
        file,
      );
  });
});
