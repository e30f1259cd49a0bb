import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type BuildOptions } from 'esbuild';

/* eslint-disable-next-line @typescript-eslint/no-require-imports -- the build script is plain CommonJS */
const { common, targets } = require('../../esbuild.js') as {
  readonly common: BuildOptions;
  readonly targets: Readonly<Record<'cli', BuildOptions>>;
};

/** Runs the bundled program, so that its threads are real ones; `input` goes to standard input. */
function run(program: string, cwd: string, args: readonly string[], input = '') {
  return new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    const child = spawn(process.execPath, [program, ...args], { cwd });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.on('close', (code) => resolve({ code, out, err }));
    child.stdin.end(input);
  });
}

describe('the command line over an archive', () => {
  let folder = '';
  let program = '';
  const names = Array.from({ length: 40 }, (_, i) => join('day', `${String(i).padStart(2, '0')}.txt`));
  const paths = (out: string): string[] =>
    out
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { path: string }).path);

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'according-to-'));
    program = join(folder, 'cli.js');
    await build({ ...common, ...targets.cli, sourcemap: false, metafile: false, outfile: program });
    mkdirSync(join(folder, 'day'));
    for (const name of names)
      writeFileSync(join(folder, name), `Harbour\n\n"We sail at ${name}," Ada Brandwyke said.\n`);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('prints one line a file, in the order of the names', async () => {
    const { code, out, err } = await run(program, folder, ['sources', '-f', 'jsonl', '-j', '2', 'day']);
    assert.deepEqual([code, err], [0, '']);
    assert.deepEqual(paths(out), names);
  });

  it('says the same on one thread and on three', async () => {
    const one = await run(program, folder, ['sources', '-f', 'jsonl', '-j', '1', 'day']);
    const three = await run(program, folder, ['sources', '-f', 'jsonl', '-j', '3', 'day']);
    assert.equal(one.out, three.out);
  });

  it('takes the list of files from standard input', async () => {
    const list = `${[...names].reverse().join('\r\n')}\n\n`;
    const { out } = await run(program, folder, ['sources', '-f', 'jsonl', '--files-from', '-'], list);
    assert.deepEqual(paths(out), [...names].reverse());
  });

  it('goes on past a file that cannot be read, and exits with 2', async () => {
    const list = [...names.slice(0, 20), 'day/missing.txt', ...names.slice(20)].join('\n');
    const { code, out, err } = await run(program, folder, ['sources', '-f', 'jsonl', '--files-from', '-'], list);
    assert.equal(code, 2);
    assert.match(err, /^according-to: day\/missing\.txt: cannot be read .*\n$/);
    assert.deepEqual(paths(out), names);
  });

  it('says plainly that a list is not there', async () => {
    const { code, err } = await run(program, folder, ['sources', '-f', 'jsonl', '--files-from', 'nowhere.list']);
    assert.equal(code, 2);
    assert.match(err, /^according-to: nowhere\.list: cannot be read/);
  });

  it('says how far it has come when asked', async () => {
    const { err } = await run(program, folder, ['sources', '-f', 'jsonl', '--progress', 'day']);
    assert.match(err, /^40 files, [\d,]+ a second\n$/);
  });

  it('ends quietly when its reader has seen enough', async () => {
    const { code, err } = await new Promise<{ code: number | null; err: string }>((resolve) => {
      const child = spawn(process.execPath, [program, 'sources', '-f', 'jsonl', 'day'], { cwd: folder });
      let err = '';
      child.stdout.destroy();
      child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
      child.on('close', (code) => resolve({ code, err }));
    });
    assert.deepEqual({ code, err }, { code: 0, err: '' });
  });
});
