// Runs test/suite inside a real VS Code: tsx scripts/test-vscode.ts node|web. Exit code 0 when every test passed.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openWorkbench } from './host/workbench';
import { root } from './paths';
import { writeResult, type Counts } from './results';

/** A suite that has not ended by then hangs. */
const patience = 600_000;

async function main(host: 'node' | 'web'): Promise<number> {
  // VS Code in the browser saves by itself: work on a copy.
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'samples-'));
  const samples = path.join(root, 'samples');
  if (fs.existsSync(samples)) fs.cpSync(samples, folder, { recursive: true });
  let counts: Counts | undefined;
  const workbench = await openWorkbench({
    host,
    folder,
    tests: `dist/test/${host}/index.js`,
    onLog: (line) => {
      // The suite's reporter marks its own lines: the rest is VS Code's log.
      if (line.startsWith('T| ')) console.log(line.slice(3));
      else if (line.startsWith('RESULT| ')) counts = JSON.parse(line.slice(8)) as Counts;
      else if (process.env['DEBUG']) console.log(line);
    },
  });
  const code = await Promise.race([
    workbench.exited,
    new Promise<number>((resolve) => setTimeout(() => resolve(-1), patience).unref()),
  ]);
  await workbench.close();
  fs.rmSync(folder, { recursive: true, force: true });
  if (code === -1) console.error(`The suite in the ${host} host did not end within ${patience / 1000} s.`);
  if (!counts) return 1;
  writeResult(`vscode-${host}`, counts);
  return code === 0 && counts.failed === 0 && counts.passed > 0 ? 0 : 1;
}

main(process.argv[2] === 'web' ? 'web' : 'node').then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
