import type { Readable } from 'node:stream';
import { resolve } from 'node:path';
import { rules, type AnalyserResult } from '../core';
import { analyseAll, type Outcome, type StartLane } from './archive';
import { configFinder, type Configs } from './config';
import { analyseBytes, analyseFile, isGrave, Unreadable } from './file';
import { findInputs, listedInputs, type Input } from './inputs';
import type { Streams } from './cli';
import { EXIT, type Options } from './options';
import { progressOn } from './progress';
import { reporterFor } from './report';
import { ruleList } from './report/rules';

/** How to work on several files at once; `count` is what the machine can do. */
export interface Lanes {
  readonly start: StartLane;
  readonly count: number;
}

/** Fewer files than this are done before a second thread has loaded the engine. */
const FEW = 8;

/** Does what the options ask; the exit code comes back. */
export async function run(options: Options, streams: Streams, lanes?: Lanes): Promise<number> {
  if (options.command === 'rules') {
    await streams.out(ruleList(rules, options.format));
    return EXIT.clean;
  }
  let trouble = false;
  let grave = false;
  const complain = (message: string): void => {
    trouble = true;
    streams.err(`according-to: ${message}\n`);
  };
  const warned = new Set<string>();
  const warn = (message: string): void => {
    if (!warned.has(message)) streams.err(`according-to: ${message}\n`);
    warned.add(message);
  };
  const configs = configFinder(options.config, streams.cwd, warn);
  const unreadable = await configs.unreadable();
  if (unreadable) {
    complain(unreadable);
    return EXIT.trouble;
  }
  let writing: void | Promise<void> = undefined;
  const reporter = reporterFor(options, { cwd: streams.cwd, out: (text) => (writing = streams.out(text)) });
  const print = async (path: string, analysed: () => Promise<AnalyserResult>): Promise<void> => {
    try {
      const result = await analysed();
      grave ||= isGrave(result);
      reporter.file(path, result);
    } catch (error) {
      complain(problemOf(path, error));
    }
    await writing;
  };

  reporter.start();
  if (options.paths.includes('-')) {
    const name = options.stdinFilename ?? '-';
    const input = { path: name, file: resolve(streams.cwd, name) };
    await print(name, async () => analyseBytes(input, await everything(streams.stdin()), options, configs));
  }
  const inputs = inputsOf(options, streams, complain);
  const first = await upTo(FEW, inputs);
  const all = following(first, inputs);
  const many = first.length === FEW && options.format === 'jsonl';
  const progress = options.progress || (many && streams.watched) ? progressOn(streams.err, streams.watched) : undefined;
  if (many && lanes)
    for await (const { problem, warnings, output, grave: found } of analyseAll(
      all,
      lanes.start,
      options.jobs ?? lanes.count,
    )) {
      warnings?.forEach(warn);
      if (problem !== undefined) complain(problem);
      if (output !== undefined) await streams.out(output);
      grave ||= found;
      progress?.step();
    }
  else
    for await (const input of all) {
      await print(input.path, () => analyseFile(input, options, configs));
      progress?.step();
    }
  reporter.end();
  await writing;
  progress?.end();
  return trouble ? EXIT.trouble : options.command === 'check' && grave ? EXIT.findings : EXIT.clean;
}

/** What a lane does with each file: everything but printing. It never throws. */
export function worker(options: Options, cwd: string): (input: Input, id: number) => Promise<Outcome> {
  let warnings: string[] = [];
  const configs: Configs = configFinder(options.config, cwd, (message) => warnings.push(message));
  return async (input, id) => {
    let outcome: Outcome;
    try {
      const result = await analyseFile(input, options, configs);
      let output = '';
      reporterFor(options, { cwd, out: (text) => (output += text) }).file(input.path, result);
      outcome = { id, output, grave: isGrave(result) };
    } catch (error) {
      outcome = { id, problem: problemOf(input.path, error), grave: false };
    }
    if (warnings.length) outcome = { ...outcome, warnings };
    warnings = [];
    return outcome;
  };
}

async function* inputsOf(
  { paths, filesFrom }: Options,
  { cwd, stdin }: Streams,
  complain: (message: string) => void,
): AsyncGenerator<Input, void, undefined> {
  yield* findInputs(
    paths.filter((path) => path !== '-'),
    cwd,
    complain,
  );
  if (filesFrom === undefined) return;
  try {
    yield* listedInputs(filesFrom, cwd, stdin);
  } catch (error) {
    complain(`${filesFrom}: cannot be read (${error instanceof Error ? error.message : String(error)})`);
  }
}

async function everything(stream: Readable): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

/** The first `count` values at most; what is left stays in the iterator. */
async function upTo<T>(count: number, values: AsyncIterator<T>): Promise<T[]> {
  const first: T[] = [];
  while (first.length < count) {
    const next = await values.next();
    if (next.done) break;
    first.push(next.value);
  }
  return first;
}

async function* following<T>(first: readonly T[], rest: AsyncIterable<T>): AsyncGenerator<T, void, undefined> {
  yield* first;
  yield* rest;
}

function problemOf(path: string, error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return error instanceof Unreadable ? message : `${path}: could not be analysed (${message})`;
}
