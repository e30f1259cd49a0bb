/** The command line over an archive: articles a second by number of threads, and whether memory stays flat. */
import { spawn } from 'node:child_process';
import { mkdirSync, openSync, writeFileSync } from 'node:fs';
import { availableParallelism, devNull } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { workspace } from './child.mjs';
import { article } from './texts.mjs';

const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const WORDS = 800;

/** Runs `sources` over a list of files; seconds from the first to the last byte of the process, peak memory in MB. */
function run(list, jobs, folder) {
  const watch = join(folder, 'watch.cjs');
  const say = 'if (require("node:worker_threads").isMainThread) process.on("exit", () => ';
  writeFileSync(watch, `${say}process.stderr.write("peak " + (process.resourceUsage().maxRSS >> 10)));`);
  const args = [
    '--require',
    watch,
    CLI,
    'sources',
    '-f',
    'jsonl',
    '--no-config',
    '-j',
    String(jobs),
    '--files-from',
    list,
  ];
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(process.execPath, args, { stdio: ['ignore', openSync(devNull, 'w'), 'pipe'] });
    let errors = '';
    child.stderr.on('data', (chunk) => (errors += chunk));
    child.on('close', (code) => {
      const seconds = (performance.now() - start) / 1000;
      const peak = Number(/peak (\d+)/.exec(errors)?.[1]);
      if (code === 0) resolve({ seconds, peak });
      else reject(new Error(errors));
    });
  });
}

/** @returns for one thread and for all, over `count` files, four and twenty times as many: what the table in the docs shows. */
export async function archive(count = 300) {
  const { folder } = workspace();
  const runs = [];
  const made = [];
  for (const files of [count, 4 * count, 20 * count]) {
    while (made.length < files) {
      const day = join(folder, `day-${made.length % 31}`);
      mkdirSync(day, { recursive: true });
      const file = join(day, `${made.length}.txt`);
      // The texts repeat after a while; nothing is remembered from one file to the next.
      writeFileSync(file, article(WORDS, made.length % 500).join('\n\n'));
      made.push(file);
    }
    const list = join(folder, `${files}.list`);
    writeFileSync(list, made.join('\n'));
    for (const jobs of new Set([1, availableParallelism()])) {
      const { seconds, peak } = await run(list, jobs, folder);
      runs.push({ files, workers: jobs, seconds, rate: files / seconds, peak });
    }
  }
  return runs;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href)
  for (const { files, workers, seconds, rate, peak } of await archive())
    console.log(`${files} files, ${workers} threads: ${seconds.toFixed(1)} s, ${rate.toFixed(0)} a second, ${peak} MB`);
