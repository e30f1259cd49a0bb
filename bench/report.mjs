import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chart } from './chart.mjs';

const number = (value) => {
  if (value === undefined || value === null || Number.isNaN(value)) return '–';
  if (value >= 100) return Math.round(value).toLocaleString('en');
  return value >= 10 ? value.toFixed(0) : value.toFixed(value >= 1 ? 1 : 2);
};
const words = (size) => size.toLocaleString('en');

/** A Markdown table; columns after the first are right-aligned. */
function markdownTable(head, rows) {
  const width = head.map((cell, at) => Math.max(3, cell.length, ...rows.map((row) => row[at].length)));
  const line = (cells) =>
    `| ${cells.map((cell, at) => (at ? cell.padStart(width[at]) : cell.padEnd(width[at]))).join(' | ')} |`;
  const rule = `| ${width.map((n, at) => (at ? `${'-'.repeat(n - 1)}:` : '-'.repeat(n))).join(' | ')} |`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}

function sizeRows(results) {
  return results.tools.flatMap(({ tool, label, sizes }) =>
    sizes.map((at) => [
      tool === 'ours' ? `**${label}**` : label,
      words(at.size),
      ...(at.error
        ? [at.error, '', '', '', '', '']
        : [at.load, at.first, at.again, at.edit, at.editP95, at.peak].map(number)),
    ]),
  );
}
const SIZE_HEAD = ['tool', 'words', 'load', 'first', 'again, warm', 'edit', 'edit p95', 'peak MB'];

function exponentRows(results) {
  return results.tools.map(({ label, exponents }) => [
    label,
    ...['first', 'again', 'edit'].map((name) => number(exponents[name])),
  ]);
}

function worstRows(results) {
  const ours = results.tools.find(({ tool }) => tool === 'ours');
  if (!ours) return [];
  const other = (tool, name) => {
    const found = results.tools.find((entry) => entry.tool === tool)?.pathological.find((entry) => entry.name === name);
    if (found?.error) return found.error.startsWith('stopped') ? found.error : 'failed';
    return number(found?.ms?.at(-1));
  };
  return ours.pathological.map(({ name, size, ms, exponent, error }) => [
    `${name}: ${words(size)}`,
    ...(error ? [error, '', '', ''] : [...ms.map(number), number(exponent)]),
    other('cspell', name),
    other('harper', name),
  ]);
}
const WORST_HEAD = ['input', 'a quarter', 'a half', 'all', 'exponent', 'cspell-lib', 'harper.js'];

const editRows = (results) => {
  const ours = results.tools.find(({ tool }) => tool === 'ours');
  const kinds = Object.keys(ours?.sizes[0]?.others ?? {});
  return kinds.map((kind) => [kind, ...ours.sizes.map((at) => number(at.others?.[kind]))]);
};
const editHead = (results) => ['edit', ...(results.tools[0]?.sizes ?? []).map(({ size }) => `${words(size)} words`)];

/** How many times longer each peer takes for an edit at 20,000 words, or at the largest size there is. */
function ratios(results) {
  const at = (tool) => {
    const sizes = results.tools.find((entry) => entry.tool === tool)?.sizes ?? [];
    return sizes.find(({ size }) => size === 20_000) ?? sizes.at(-1);
  };
  const ours = at('ours')?.edit;
  if (!ours) return '';
  return results.tools
    .filter(({ tool }) => tool !== 'ours' && tool !== 'floor' && at(tool)?.edit)
    .map(({ tool, label }) => `${label} ${number(at(tool).edit / ours)} times`)
    .join(', ');
}

/** The tables for the terminal. */
export function table(results) {
  return [
    `Node ${results.node}, ${results.machine}. Milliseconds.`,
    markdownTable(SIZE_HEAD, sizeRows(results)),
    'Growth: time = c × words^e',
    markdownTable(['tool', 'first', 'again, warm', 'edit'], exponentRows(results)),
    `An edit at 20,000 words takes, against ours: ${ratios(results)}`,
    markdownTable(WORST_HEAD, worstRows(results)),
    markdownTable(editHead(results), editRows(results)),
    '',
  ].join('\n\n');
}

/** Writes performance.md and performance.svg into `folder`. */
export function docs(results, folder) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'performance.svg'), chart(results));
  writeFileSync(
    join(folder, 'performance.md'),
    `# Performance

Written by \`npm run bench -- --docs\` on ${results.date}: Node ${results.node}, ${results.machine}. All tools in one run on the
same made-up news copy, each in a process of its own. Milliseconds; medians, ours of three processes. How a machine compares with yours does not
matter much: the ratios do.

- _load_: import and set-up. _first_: the first reading after that, cold. _again, warm_: a text of that length not seen
  before, once the engine is warm. _edit_: one typed character, median and 95th percentile of 60 edits by turns near the
  start, the middle and the end (fewer where a tool takes seconds). _peak_: resident memory after load, first and edits.
- The peers do other things (spelling, grammar, style): this is what else runs at a keystroke in an editor. The
  floor is a single regular expression that finds quotation marks with a cue near them.

![One typed character against the length of the text](performance.svg)

${markdownTable(SIZE_HEAD, sizeRows(results))}

An edit at 20,000 words takes, against According To: ${ratios(results)}.

## Growth

The exponent _e_ in time = c × words^e: 1 is linear, 0 does not depend on the length.

${markdownTable(['tool', 'first', 'again, warm', 'edit'], exponentRows(results))}

## Other edits

${markdownTable(editHead(results), editRows(results))}

## Worst cases

Input made to be slow, at a quarter, a half and the whole of the size given; the peers at the whole.

${markdownTable(WORST_HEAD, worstRows(results))}
${archiveSection(results)}`,
  );
}

function archiveSection({ archive }) {
  if (!archive) return '';
  const head = ['files', 'workers', 'seconds', 'articles a second', 'peak MB'];
  const rows = archive.map((run) => [
    words(run.files),
    String(run.workers),
    number(run.seconds),
    number(run.rate),
    number(run.peak),
  ]);
  return `
## An archive

\`according-to sources --format jsonl\` over articles of 800 words, files read from disk, JSON lines out. The
first few hundred articles of each worker cost twice as much as the others: V8 compiles.

${markdownTable(head, rows)}
`;
}
