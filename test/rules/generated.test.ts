import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, it } from 'mocha';

describe('what is generated from the rules', () => {
  it('is up to date', () => {
    const root = join(__dirname, '../..');
    const { status, stderr, stdout } = spawnSync(
      process.execPath,
      ['--import', 'tsx', join(root, 'scripts/generate.ts'), '--check'],
      { cwd: root, encoding: 'utf8' },
    );
    assert.equal(status, 0, stderr + stdout);
  });
});
