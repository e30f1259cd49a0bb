/**
 * The form for continuous integration: ours alone, under a minute. It fails on growth and on ratios to one regular
 * expression over the same texts in the same run, never on milliseconds, so that a slow machine passes; it counts the
 * processor's time, so that a busy one does.
 */
import { fileURLToPath } from 'node:url';
import { workspace } from './child.mjs';
import { exponent } from './statistics.mjs';
import { PATHOLOGICAL, plain } from './texts.mjs';

const core = process.argv[2] ?? fileURLToPath(new URL('../dist/core.js', import.meta.url));

/** Limits; the words say what broke. Growth limits leave room for noise: a quadratic step that matters shows as 1.7 and more. */
const LIMITS = {
  growthAgain: 1.3,
  growthWorst: 1.6,
  /** An edit at 20,000 words against one at 5,000: the text is four times as long. */
  editGrowth: 2.6,
  /** A whole warm reading, and an edit, at 20,000 words, against the floor's whole reading: twice what was measured. */
  againToFloor: 2200,
  editToFloor: 60,
};
/** Below this many milliseconds a time is mostly noise and says nothing of growth. */
const NOISE = 8;
/** Input that takes less than this is measured at four times its size. */
const ENOUGH = 25;

const clock = 'processor';
const space = workspace();
const sizes = [1000, 5000, 20_000];
const files = new Map(sizes.map((size) => [size, [1, 2, 3].map((seed) => space.text(plain(size, seed)))]));
const failures = [];
const expect = (words, value, limit) => {
  const bad = !(value <= limit);
  console.log(`${bad ? 'FAIL' : 'ok  '}  ${words}: ${value.toFixed(2)} (at most ${limit})`);
  if (bad) failures.push(words);
};
const must = (result) => {
  if (result.error) throw new Error(`${result.tool}: ${result.error}`);
  return result;
};
const warm = async (tool, size) =>
  must(await space.run({ kind: 'warm', clock, tool, core, files: files.get(size), rounds: 12, budget: 3000 })).again;
/** The quieter of two runs: noise only ever adds. */
const quietest = async (measure) => Math.min(await measure(), await measure());

const floor = await quietest(() => warm('floor', 20_000));
const again = [];
for (const size of sizes) again.push([size, await quietest(() => warm('ours', size))]);
expect('growth of a whole reading, exponent', exponent(again), LIMITS.growthAgain);
expect('a whole reading at 20,000 words, in readings by the floor', again.at(-1)[1] / floor, LIMITS.againToFloor);

/** So many that most run compiled: during the first ones the processor's time is V8's, compiling, whatever the length. */
const EDITS = 300;
const edit = async (size) =>
  must(await space.run({ kind: 'cold', clock, tool: 'ours', core, files: files.get(size), edits: EDITS, budget: 6000 }))
    .edit;
const edits = new Map();
for (const size of [5000, 20_000]) edits.set(size, await quietest(() => edit(size)));
expect('an edit at 20,000 words, in edits at 5,000', edits.get(20_000) / edits.get(5000), LIMITS.editGrowth);
expect('an edit at 20,000 words, in readings by the floor', edits.get(20_000) / floor, LIMITS.editToFloor);

/** Times at a quarter, a half and the whole of a size, each the less of two runs. */
async function worst(name, size) {
  const { make } = PATHOLOGICAL[name];
  const steps = [size / 4, size / 2, size];
  const job = {
    kind: 'sizes',
    clock,
    tool: 'ours',
    core,
    name,
    warmUp: files.get(5000)[0],
    files: steps.map((n) => space.text(make(n))),
  };
  const [one, other] = [must(await space.run(job, 120_000)).ms, must(await space.run(job, 120_000)).ms];
  return steps.map((n, at) => [n, Math.min(one[at], other[at])]);
}

for (const [name, { size }] of Object.entries(PATHOLOGICAL)) {
  let points = await worst(name, size);
  if (points.at(-1)[1] < ENOUGH) {
    const more = await worst(name, 4 * size);
    if (more.at(-1)[1] > points.at(-1)[1]) points = more;
  }
  if (points.at(-1)[1] < NOISE) console.log(`ok    ${name}: too quick to tell growth`);
  else
    expect(`growth of ${name}, exponent`, exponent(points.filter(([, time]) => time > NOISE / 8)), LIMITS.growthWorst);
}
if (failures.length) {
  console.error(`\n${failures.length} limits passed over.`);
  process.exitCode = 1;
}
