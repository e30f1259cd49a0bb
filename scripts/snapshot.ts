/** Writes what the rules find in the project's own articles anew; review the difference before it is committed. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root } from './paths';

const { status } = spawnSync(
  process.execPath,
  [path.join(root, 'node_modules/mocha/bin/mocha.js'), '--grep', 'own articles'],
  { cwd: root, stdio: 'inherit', env: { ...process.env, UPDATE_SNAPSHOT: '1' } },
);
process.exitCode = status ?? 1;
