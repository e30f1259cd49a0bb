/** Where the time goes, by stage: node bench/profile.mjs [WORDS] [FORMAT] prints cold, warm and edit side by side. */
import { fileURLToPath } from 'node:url';
import { workspace } from './child.mjs';
import { markdown, plain } from './texts.mjs';

const size = Number(process.argv[2] ?? 20_000);
const format = process.argv[3] ?? 'plaintext';
const core = fileURLToPath(new URL('../dist/core.js', import.meta.url));
const space = workspace();
const make = format === 'markdown' ? markdown : plain;
const files = [1, 2, 3, 4, 5, 6].map((seed) => space.text(make(size, seed)));
const result = await space.run({ kind: 'profile', tool: 'ours', core, trace: true, format, files });
if (result.error) throw new Error(result.error);

const { first, again, edit } = result;
const stages = [...new Set([first, again, edit].flatMap(({ stages }) => Object.keys(stages)))];
const sum = ({ stages }) => Object.values(stages).reduce((a, b) => a + b, 0);
const line = (name, values) =>
  console.log(name.padEnd(26), values.map((ms) => (ms ?? 0).toFixed(2).padStart(10)).join(''));
console.log(`${size.toLocaleString('en')} words, ${format}, milliseconds; load ${result.load.toFixed(1)}`);
console.log(''.padEnd(26), ['first', 'again', 'edit'].map((name) => name.padStart(10)).join(''));
for (const stage of stages)
  line(
    stage,
    [first, again, edit].map(({ stages }) => stages[stage]),
  );
line(
  '(between stages)',
  [first, again, edit].map((run) => run.ms - sum(run)),
);
line('all', [first.ms, again.ms, edit.ms]);
