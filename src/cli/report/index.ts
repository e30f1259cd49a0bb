import type { AnalyserResult } from '../../core';
import type { Options } from '../options';
import { githubReporter } from './github';
import { jsonReporter, jsonLinesReporter } from './json';
import { sarifReporter } from './sarif';
import { textReporter } from './text';

/** Prints results as they come. */
export interface Reporter {
  start(): void;
  file(path: string, result: AnalyserResult): void;
  end(): void;
}

/** Where a reporter writes, and what paths are relative to. */
export interface Target {
  readonly cwd: string;
  readonly out: (text: string) => void;
}

/** The reporter for what was asked. */
export function reporterFor({ command, format }: Options, { cwd, out: write }: Target): Reporter {
  const what = command === 'sources' ? 'sources' : 'check';
  switch (format) {
    case 'json':
      return jsonReporter(what, write);
    case 'jsonl':
      return jsonLinesReporter(what, write);
    case 'sarif':
      return sarifReporter(cwd, write);
    case 'github':
      return githubReporter(cwd, write);
    case 'text':
      return textReporter(what, write);
  }
}
