/**
 * Ours and the peers, side by side, on the same texts: node bench/run.mjs [--docs] [--tools a,b] [--sizes 1000,5000]
 * [--core FILE]. Prints a table, writes bench/results.json; with --docs also docs/performance.md and its chart.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { archive } from './archive.mjs';
import { workspace } from './child.mjs';
import { docs, table } from './report.mjs';
import { exponent, median } from './statistics.mjs';
import { PATHOLOGICAL, plain } from './texts.mjs';
import { TOOLS } from './tools.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const { values: options } = parseArgs({
  options: {
    docs: { type: 'boolean', default: false },
    tools: { type: 'string', default: Object.keys(TOOLS).join(',') },
    sizes: { type: 'string', default: '1000,5000,20000,100000' },
    core: { type: 'string', default: here('../dist/core.js') },
  },
});
const tools = options.tools.split(',');
const sizes = options.sizes.split(',').map(Number);
const { core } = options;
/** A tool that needs longer than this (ms) for one sort of measurement makes fewer rounds. */
const BUDGET = 3000;
/** Peers that are shown the pathological inputs, too, so that the table says what is usual. */
const WORST_BESIDE = ['cspell', 'harper'];
const say = (words) => process.stderr.write(`${words}\n`);

const space = workspace();
const files = new Map(sizes.map((size) => [size, [1, 2, 3].map((seed) => space.text(plain(size, seed)))]));

/** Everything about one tool at one size: medians of three processes for ours, one for each peer. */
async function atSize(tool, size) {
  const cold = [];
  for (let round = 0; round < (tool === 'ours' || tool === 'floor' ? 3 : 1); round++) {
    const job = {
      kind: 'cold',
      tool,
      core,
      files: files.get(size),
      edits: 60,
      budget: BUDGET,
      others: tool === 'ours',
    };
    const result = await space.run(job);
    if (result.error) return { size, error: result.error };
    cold.push(result);
  }
  const warm = await space.run({ kind: 'warm', tool, core, files: files.get(size), rounds: 12, budget: BUDGET });
  const middle = (name) => median(cold.map((result) => result[name]));
  return {
    size,
    load: middle('load'),
    first: middle('first'),
    again: warm.again,
    edit: middle('edit'),
    editP95: middle('editP95'),
    edits: cold[0].edits,
    peak: middle('peak'),
    ...(cold[0].others && {
      others: Object.fromEntries(
        Object.keys(cold[0].others).map((name) => [name, median(cold.map((result) => result.others[name]))]),
      ),
    }),
  };
}

/** Pathological input at a quarter, a half and the whole of its size: milliseconds, and how they grow. */
async function atWorst(tool, name) {
  const { size, make } = PATHOLOGICAL[name];
  const steps = [size / 4, size / 2, size];
  const job = {
    kind: 'sizes',
    tool,
    core,
    name,
    warmUp: files.get(sizes[0])[0],
    files: steps.map((n) => space.text(make(n))),
  };
  const { ms, error } = await space.run(job, 30_000);
  return error ? { name, size, error } : { name, size, ms, exponent: exponent(steps.map((n, at) => [n, ms[at]])) };
}

const results = {
  node: process.version,
  machine: `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB`,
  date: new Date().toISOString().slice(0, 10),
  tools: [],
};
for (const tool of tools) {
  const entry = { tool, label: TOOLS[tool].label, sizes: [], pathological: [] };
  for (const size of sizes) {
    say(`${tool}: ${size} words`);
    entry.sizes.push(await atSize(tool, size));
  }
  const grows = (name) => {
    const points = entry.sizes.filter((at) => at[name] > 0).map((at) => [at.size, at[name]]);
    return points.length > 1 ? exponent(points) : null;
  };
  entry.exponents = { first: grows('first'), again: grows('again'), edit: grows('edit') };
  for (const name of Object.keys(PATHOLOGICAL)) {
    if (tool !== 'ours' && (PATHOLOGICAL[name].format || !WORST_BESIDE.includes(tool))) continue;
    say(`${tool}: ${name}`);
    entry.pathological.push(await atWorst(tool, name));
  }
  results.tools.push(entry);
  save();
}

/** Written after each tool, so that a run that is stopped leaves what it had. */
function save() {
  const short = (_, value) => (typeof value === 'number' ? Number(value.toPrecision(4)) : value);
  writeFileSync(here('results.json'), `${JSON.stringify(results, short, 2)}\n`);
}
if (tools.includes('ours')) {
  say('the command line over an archive');
  results.archive = await archive();
}
save();
const written = JSON.parse(readFileSync(here('results.json'), 'utf8'));
process.stdout.write(table(written));
say('JSON: bench/results.json');
if (options.docs) docs(written, here('../docs/'));
