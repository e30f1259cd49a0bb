/**
 * One tool in a process of its own: `node measure.mjs JOB.json` prints one JSON object. The job says which tool, what to
 * do, and the files to read, so that making the texts costs this process neither time nor memory.
 *
 * - cold: load, the first reading, edits in one document, peak memory
 * - warm: a whole reading of a document never seen before, once the engine is warm
 * - sizes: a reading of each file in turn, median of three (pathological input)
 * - profile: the stages of a first, a warm and an edit reading
 */
import { readFileSync } from 'node:fs';
import { PATHOLOGICAL } from './texts.mjs';
import { median, percentile } from './statistics.mjs';
import { TOOLS } from './tools.mjs';

const job = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const read = (file) => readFileSync(file, 'utf8');
const memory = () => Math.round(process.resourceUsage().maxRSS / 1024);

/** Milliseconds so far: of the clock, or, for what must not depend on a busy machine, of the processor. */
const now = job.clock === 'processor' ? processorTime : () => performance.now();

function processorTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Milliseconds that a reading takes. */
async function timed(run, text) {
  const start = now();
  await run(text);
  return now() - start;
}

/** A string in one piece, as an editor hands it over: V8 keeps `a + b` as a tree until somebody reads it. */
const flat = (text) => Buffer.from(text, 'utf16le').toString('utf16le');

/**
 * Types words at the start, the middle and the end by turns, one character an edit, each on top of the one before.
 * Stops early where a tool has spent its time, but not before six edits.
 */
async function typing(run, text, edits, budget) {
  const places = [0.02, 0.5, 0.97].map((share) => text.indexOf(' ', Math.floor(text.length * share)));
  const times = [];
  let current = text;
  for (let edit = 0, spent = 0; edit < edits && (edit < 6 || spent < budget); edit++) {
    const place = edit % places.length;
    const letter = ' harbour'[Math.floor(edit / places.length) % 8];
    const at = places[place];
    current = flat(current.slice(0, at) + letter + current.slice(at));
    for (let later = 0; later < places.length; later++) if (later >= place) places[later]++;
    const ms = await timed(run, current);
    times.push(ms);
    spent += ms;
  }
  return times;
}

/** Edits other than a letter: what breaks paragraphs, marks and offsets. Milliseconds each, medians of five. */
async function otherEdits(run, text) {
  const near = (share) => text.indexOf(' ', Math.floor(text.length * share));
  const changes = {
    'quotation mark': (at) => [at, at, '"'],
    'paragraph break': (at) => [at, at, '\n\n'],
    'cut of 500 characters': (at) => [at, at + 500, ''],
    'paste of 500 words': (at) => [at, at, text.slice(0, 3000)],
  };
  const out = {};
  for (const [name, change] of Object.entries(changes)) {
    const times = [];
    for (const share of [0.05, 0.3, 0.5, 0.7, 0.9]) {
      const [from, to, words] = change(near(share));
      await run(text);
      times.push(await timed(run, flat(text.slice(0, from) + words + text.slice(to))));
    }
    out[name] = median(times);
  }
  return out;
}

async function main() {
  const stages = {};
  const trace = job.trace && ((stage, ms) => (stages[stage] = (stages[stage] ?? 0) + ms));
  const base = memory();
  const start = performance.now();
  const open = await TOOLS[job.tool].load({ core: job.core, trace });
  const load = performance.now() - start;
  const result = { tool: job.tool, load };

  if (job.kind === 'cold') {
    const text = read(job.files[0]);
    const run = open();
    result.first = await timed(run, text);
    result.peakAfterFirst = memory();
    const times = await typing(run, text, job.edits, job.budget);
    Object.assign(result, { edit: median(times), editP95: percentile(times, 0.95), edits: times.length });
    result.peak = memory();
    result.base = base;
    if (job.others) result.others = await otherEdits(run, text);
  } else if (job.kind === 'warm') {
    const times = [];
    for (let round = 0, spent = 0; round < job.rounds && (round < 2 || spent < job.budget); round++) {
      const ms = await timed(open(), flat(read(job.files[round % job.files.length])));
      times.push(ms);
      spent += ms;
    }
    // The first half warms the engine up; the second is measured.
    result.again = median(times.slice(times.length >> 1));
  } else if (job.kind === 'sizes') {
    const { format } = PATHOLOGICAL[job.name];
    await timed(open(format), read(job.warmUp));
    result.ms = [];
    for (const file of job.files) {
      const text = read(file);
      const times = [];
      for (let round = 0; round < 3; round++) times.push(await timed(open(format), text));
      result.ms.push(median(times));
    }
  } else if (job.kind === 'profile') {
    const text = read(job.files[0]);
    const take = () => {
      const taken = { ...stages };
      for (const key of Object.keys(stages)) delete stages[key];
      return taken;
    };
    let run = open(job.format);
    result.first = { ms: await timed(run, text), stages: take() };
    for (const file of job.files) await timed(open(job.format), read(file));
    take();
    run = open(job.format);
    result.again = { ms: await timed(run, text), stages: take() };
    const times = await typing(run, text, 60, 10_000);
    const taken = take();
    for (const key of Object.keys(taken)) taken[key] /= times.length;
    result.edit = { ms: times.reduce((a, b) => a + b, 0) / times.length, stages: taken };
  }
  process.stdout.write(JSON.stringify(result) + '\n');
}

await main();
process.exit(0);
