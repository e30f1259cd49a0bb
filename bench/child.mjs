import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MEASURE = fileURLToPath(new URL('measure.mjs', import.meta.url));

/** A folder for texts and jobs, removed when the process ends. */
export function workspace() {
  const folder = mkdtempSync(join(tmpdir(), 'according-to-bench-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  let count = 0;
  /** Writes a text once and answers with its path. */
  const text = (words) => {
    const file = join(folder, `text-${count++}.txt`);
    writeFileSync(file, words);
    return file;
  };
  /** Runs one job in a process of its own; `{ error }` where it fails or passes `timeout` milliseconds. */
  const run = (job, timeout = 300_000) =>
    new Promise((resolve) => {
      const file = join(folder, `job-${count++}.json`);
      writeFileSync(file, JSON.stringify(job));
      const child = spawn(process.execPath, [MEASURE, file], { stdio: ['ignore', 'pipe', 'pipe'] });
      const timer = setTimeout(() => child.kill(), timeout);
      let [out, errors] = ['', ''];
      child.stdout.on('data', (chunk) => (out += chunk));
      child.stderr.on('data', (chunk) => (errors += chunk));
      child.on('close', (code, signal) => {
        clearTimeout(timer);
        if (code === 0) return resolve(JSON.parse(out.trim().split('\n').at(-1)));
        resolve({
          tool: job.tool,
          error: signal ? `stopped after ${timeout / 1000} s` : errors.trim().split('\n').at(-1),
        });
      });
    });
  return { folder, text, run };
}
