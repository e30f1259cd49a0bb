import type { Location, Log, ReportingDescriptor, Result } from 'sarif';
import { version } from '../../../package.json';
import type { Span } from '../../article/span';
import { rules, type AnalyserResult } from '../../core';
import type { Severity } from '../../rules/rule';
import { placesIn } from '../lines';
import type { Reporter } from './index';
import { uriOf } from './uri';

const LEVELS = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const satisfies Record<
  Severity,
  Result.level
>;

/** SARIF 2.1.0 (OASIS), one run, written when all files are in. */
export function sarifReporter(cwd: string, write: (text: string) => void): Reporter {
  const results: Result[] = [];
  return {
    start() {},
    file(path, result) {
      for (const found of resultsOf(uriOf(path, cwd), result)) results.push(found);
    },
    end: () => write(`${JSON.stringify(log(results), undefined, 2)}\n`),
  };
}

function log(results: Result[]): Log {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'According To', semanticVersion: version, rules: rules.map(descriptor) } },
        columnKind: 'utf16CodeUnits',
        results,
      },
    ],
  };
}

function descriptor({ id, description, severity }: (typeof rules)[number]): ReportingDescriptor {
  return {
    id,
    shortDescription: { text: description },
    defaultConfiguration: severity === 'off' ? { enabled: false } : { level: LEVELS[severity] },
  };
}

function resultsOf(uri: string, { analysis, findings }: AnalyserResult): Result[] {
  const place = placesIn(analysis.article.text);
  const location = ({ start, end }: Span): Location => ({
    physicalLocation: {
      artifactLocation: { uri },
      region: {
        startLine: place(start).line,
        startColumn: place(start).column,
        endLine: place(end).line,
        endColumn: place(end).column,
        charOffset: start,
        charLength: end - start,
      },
    },
  });
  return findings.map((finding) => ({
    ruleId: finding.rule,
    level: LEVELS[finding.severity],
    message: { text: finding.message },
    locations: [location(finding)],
    relatedLocations: finding.related.map((place, id) => ({
      id,
      ...location(place),
      message: { text: place.message },
    })),
  }));
}
