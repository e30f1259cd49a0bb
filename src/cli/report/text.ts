import { textOf, type Analysis } from '../../analysis';
import type { Attribution } from '../../attribution/attribution';
import type { AnalyserResult } from '../../core';
import type { Speaker } from '../../people/speaker';
import type { Severity } from '../../rules/rule';
import { placesIn, type Place } from '../lines';
import type { Reporter } from './index';

/** For people: `path:line:column: severity: message (rule)`, which terminals and editors make clickable. */
export function textReporter(what: 'check' | 'sources', write: (text: string) => void): Reporter {
  return what === 'sources' ? sourcesText(write) : findingsText(write);
}

function findingsText(write: (text: string) => void): Reporter {
  const counts = new Map<Severity, number>();
  return {
    start() {},
    file(path, { analysis, findings }) {
      const place = placesIn(analysis.article.text);
      for (const { start, severity, message, rule } of findings) {
        const { line, column } = place(start);
        write(`${path}:${line}:${column}: ${severity}: ${message} (${rule})\n`);
        counts.set(severity, (counts.get(severity) ?? 0) + 1);
      }
    },
    end() {
      const said = [...counts].map(([severity, n]) => plural(n, severity));
      if (said.length) write(`${said.join(', ')}\n`);
    },
  };
}

function sourcesText(write: (text: string) => void): Reporter {
  return {
    start() {},
    file(path, result) {
      write(`${path}\n`);
      for (const line of sourceLines(result)) write(`  ${line}\n`);
    },
    end() {},
  };
}

function* sourceLines({ analysis }: AnalyserResult): Generator<string> {
  const place = placesIn(analysis.article.text);
  for (const [speaker, attributions] of groupBySpeaker(analysis.attributions)) {
    yield speaker ? [speaker.name, speaker.role].filter(Boolean).join(', ') : 'Nobody named';
    for (const attribution of attributions) yield `  ${statementLine(analysis, attribution, place)}`;
  }
  const open = analysis.quotations.filter(
    (quotation) => quotation.kind === 'speech' && !analysis.attributionOf(quotation),
  );
  if (open.length) yield 'No speaker';
  for (const { spans } of open) yield `  ${place(spans[0].start).line}: ${excerpt(textOf(analysis, spans))}`;
  if (analysis.agencies.length) yield 'Agencies';
  for (const { agency, use, start } of analysis.agencies) yield `  ${place(start).line}: ${agency.name} (${use})`;
}

function statementLine(analysis: Analysis, { kind, content, cue }: Attribution, place: (at: number) => Place): string {
  const said = cue.length ? ` (${oneLine(textOf(analysis, cue))})` : '';
  const at = content[0] ?? cue[0];
  return `${at ? place(at.start).line : '?'}: ${kind}: ${excerpt(textOf(analysis, content))}${said}`;
}

function groupBySpeaker(attributions: readonly Attribution[]): Map<Speaker | null, Attribution[]> {
  const groups = new Map<Speaker | null, Attribution[]>();
  for (const attribution of attributions) {
    const group = groups.get(attribution.speaker);
    if (group) group.push(attribution);
    else groups.set(attribution.speaker, [attribution]);
  }
  return groups;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function excerpt(text: string): string {
  const line = oneLine(text);
  return line.length > 80 ? `${line.slice(0, 79).trimEnd()}…` : line;
}

function plural(n: number, severity: Severity): string {
  return severity === 'information' ? `${n} information` : `${n} ${severity}${n === 1 ? '' : 's'}`;
}
