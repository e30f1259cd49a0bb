import { readFile } from 'node:fs/promises';
import { createAnalyser, rules, type AnalyserOptions, type AnalyserResult } from '../core';
import { decode } from './decode';
import { findInputs, type Input } from './inputs';
import { languageOf } from './language';
import { EXIT, SEVERITIES, type Options } from './options';
import { reporterFor, type Reporter } from './report';
import { ruleList } from './report/rules';

/** Where the program reads and writes: the real streams, or a test's. */
export interface Streams {
  readonly cwd: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly stdin: () => Promise<Uint8Array>;
}

/** Does what the options ask; the exit code comes back. */
export async function run(options: Options, streams: Streams): Promise<number> {
  if (options.command === 'rules') {
    streams.out(ruleList(rules, options.format));
    return EXIT.clean;
  }
  const { inputs, problems } = await findInputs(
    options.paths.filter((path) => path !== '-'),
    streams.cwd,
  );
  let trouble = problems.length > 0;
  let grave = false;
  const complain = (message: string): void => {
    trouble = true;
    streams.err(`according-to: ${message}\n`);
  };
  problems.forEach(complain);

  const reporter = reporterFor(options, streams.out);
  reporter.start();
  const all: Input[] = options.paths.includes('-') ? [stdinInput(options), ...inputs] : [...inputs];
  for (const input of all) {
    const result = await analyseInput(input, options, streams, complain);
    if (!result) continue;
    grave ||= result.findings.some(({ severity }) => severity === 'error' || severity === 'warning');
    report(reporter, input.path, result, options);
  }
  reporter.end();
  return trouble ? EXIT.trouble : options.command === 'check' && grave ? EXIT.findings : EXIT.clean;
}

function stdinInput({ stdinFilename }: Options): Input {
  return { path: stdinFilename ?? '-', file: '-' };
}

function report(reporter: Reporter, path: string, result: AnalyserResult, { severity }: Options): void {
  const mildest = SEVERITIES.indexOf(severity);
  const findings = result.findings.filter((finding) => SEVERITIES.indexOf(finding.severity) <= mildest);
  reporter.file(path, { ...result, findings });
}

async function analyseInput(
  { path, file }: Input,
  { language }: Options,
  streams: Streams,
  complain: (message: string) => void,
): Promise<AnalyserResult | undefined> {
  let bytes: Uint8Array;
  try {
    bytes = file === '-' ? await streams.stdin() : await readFile(file);
  } catch (error) {
    complain(`${path}: cannot be read (${error instanceof Error ? error.message : String(error)})`);
    return undefined;
  }
  let text: string;
  try {
    text = decode(bytes);
  } catch {
    complain(`${path}: is neither UTF-8 nor UTF-16 text`);
    return undefined;
  }
  const settings: AnalyserOptions = {};
  return createAnalyser(settings).update(text, language ?? languageOf(path));
}
