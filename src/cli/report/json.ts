import type { AnalyserResult } from '../../core';
import { fileOutput, findingOutput } from '../contract';
import type { Reporter } from './index';

type What = 'check' | 'sources';

/** One object on standard output, written as the files come so that a long run does not pile up. */
export function jsonReporter(what: What, write: (text: string) => void): Reporter {
  let separator = '';
  return {
    start: () => write('{"version":1,"files":['),
    file(path, result) {
      write(separator + JSON.stringify(output(what, path, result)));
      separator = ',';
    },
    end: () => write(']}\n'),
  };
}

/** One object a line and file, each with its version. */
export function jsonLinesReporter(what: What, write: (text: string) => void): Reporter {
  return {
    start() {},
    file: (path, result) => write(`${JSON.stringify({ version: 1, ...output(what, path, result) })}\n`),
    end() {},
  };
}

function output(what: What, path: string, result: AnalyserResult) {
  return what === 'sources' ? fileOutput(path, result) : { path, findings: result.findings.map(findingOutput) };
}
