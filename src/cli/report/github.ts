import { relative, resolve, sep } from 'node:path';
import type { Severity } from '../../rules/rule';
import { placesIn } from '../lines';
import type { Reporter } from './index';

const LEVELS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** Workflow commands: GitHub shows them beside the lines of a pull request. */
export function githubReporter(cwd: string, write: (text: string) => void): Reporter {
  return {
    start() {},
    file(path, { analysis, findings }) {
      const place = placesIn(analysis.article.text);
      const file = relative(cwd, resolve(cwd, path)).split(sep).join('/');
      for (const { start, end, severity, message, rule } of findings) {
        const [from, to] = [place(start), place(end)];
        const properties = {
          file,
          line: from.line,
          endLine: to.line,
          // GitHub takes columns only within a line
          ...(from.line === to.line && { col: from.column, endColumn: to.column }),
          title: rule,
        };
        const list = Object.entries(properties).map(([key, value]) => `${key}=${property(String(value))}`);
        write(`::${LEVELS[severity]} ${list.join(',')}::${data(message)}\n`);
      }
    },
    end() {},
  };
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
