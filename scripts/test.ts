// npm test: every check and every suite, from a bare clone. Exit code 0 when all of them passed.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import manifest from '../package.json';
import { serverProblem, installHost } from './host/install';
import { resultsFolder, root } from './paths';
import { forgetResults, readResult, type Counts } from './results';

/** One line of the closing table. */
interface Stage {
  readonly name: string;
  /** A check passes or fails as a whole; a suite counts its own tests and is failed when it leaves no count. */
  readonly kind: 'check' | 'suite';
  readonly command: readonly string[];
}

const script = 'scripts/run.cjs';
const mocha = ['node_modules/mocha/bin/mocha.js', '--reporter', 'scripts/count-reporter.cjs'];
const check = (name: string, ...command: string[]): Stage => ({ name, kind: 'check', command });
const suite = (name: string, ...command: string[]): Stage => ({ name, kind: 'suite', command });

/** As in package.json's script "package". */
const packageOptions = manifest.scripts.package.split(' ').slice(1);

const stages: readonly Stage[] = [
  check('lint', 'node_modules/eslint/bin/eslint.js', '.'),
  check('format', 'node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'),
  check('types', 'node_modules/typescript/bin/tsc', '--noEmit'),
  check('types of the scripts', 'node_modules/typescript/bin/tsc', '--noEmit', '-p', 'scripts'),
  check('build', 'esbuild.js', '--production'),
  check('typings', 'node_modules/typescript/bin/tsc', '-p', 'tsconfig.types.json'),
  suite('unit', ...mocha),
  check('package', 'node_modules/@vscode/vsce/vsce', ...packageOptions),
  check('size', script, 'size'),
  check('growth', 'bench/short.mjs'),
  check('build of the suites', 'esbuild.js', '--tests'),
  suite('vscode-node', script, 'test-vscode', 'node'),
  suite('vscode-web', script, 'test-vscode', 'web'),
  suite('packaged', ...mocha, '--config', 'test/packaged/.mocharc.json'),
];

/** Without VS Code's server its suite runs in a desktop VS Code, and what plays a user there is nobody. */
function forThisMachine(): readonly Stage[] {
  installHost();
  const problem = serverProblem();
  if (!problem) return stages;
  console.log(`${problem}\nThe node suite runs in a desktop VS Code instead; the suite that plays a user is left out.`);
  return stages
    .filter(({ name }) => name !== 'packaged')
    .map((stage) => (stage.name === 'vscode-node' ? suite(stage.name, script, 'test-desktop') : stage));
}

function run({ name, kind, command }: Stage): Counts {
  console.log(`\n── ${name} ──`);
  const { status } = spawnSync(process.execPath, command, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, SUITE: name },
  });
  if (kind === 'check') return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  const counts = readResult(name);
  if (!counts || counts.passed + counts.failed === 0) {
    console.error(`The suite "${name}" ended with ${status} and ran no test.`);
    return { passed: 0, failed: 1 };
  }
  // A suite that breaks after its last test has not passed.
  return status === 0 ? counts : { ...counts, failed: Math.max(1, counts.failed) };
}

function main(): number {
  forgetResults();
  const started = Date.now();
  const rows = forThisMachine().map((stage) => ({ name: stage.name, ...run(stage) }));
  const total = rows.reduce((sum, row) => ({ passed: sum.passed + row.passed, failed: sum.failed + row.failed }), {
    passed: 0,
    failed: 0,
  });
  console.log(`\n── all of it, ${Math.round((Date.now() - started) / 1000)} s ──`);
  for (const { name, passed, failed } of rows)
    console.log(
      `${failed ? '✘' : '✔'} ${name.padEnd(24)}${String(passed).padStart(5)} passed ${failed ? `${failed} FAILED` : ''}`,
    );
  fs.mkdirSync(resultsFolder, { recursive: true });
  fs.writeFileSync(path.join(resultsFolder, 'total.txt'), `${total.passed} passed, ${total.failed} failed\n`);
  return total.failed ? 1 : 0;
}

process.exit(main());
