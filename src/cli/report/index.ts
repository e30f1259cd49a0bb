import type { AnalyserResult } from '../../core';
import type { Options } from '../options';
import { jsonReporter, jsonLinesReporter } from './json';
import { textReporter } from './text';

/** Prints results as they come. */
export interface Reporter {
  start(): void;
  file(path: string, result: AnalyserResult): void;
  end(): void;
}

/** The reporter for what was asked; `write` gets its pieces. */
export function reporterFor({ command, format }: Options, write: (text: string) => void): Reporter {
  const what = command === 'sources' ? 'sources' : 'check';
  switch (format) {
    case 'json':
      return jsonReporter(what, write);
    case 'jsonl':
      return jsonLinesReporter(what, write);
    default:
      return textReporter(what, write);
  }
}
