// npm run size: what takes the room in the VSIX and in the web bundle. Exit code 1 above the limits.
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import type { Metafile } from 'esbuild';
import { root } from './paths';

/** Bytes: the whole VSIX, and the web bundle as a browser fetches it (gzip). */
const limits = { vsix: 4_000_000, web: 2_000_000 };

/** Parts below this share of a bundle are summed up as one line. */
const smallest = 0.01;

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(0)} kB`.padStart(9);

/** The npm package that a file is from, or the room of the project's own. */
function partOf(file: string): string {
  const inside = file.split('node_modules/').pop() ?? file;
  if (inside !== file)
    return inside
      .split('/')
      .slice(0, inside.startsWith('@') ? 2 : 1)
      .join('/');
  const own = file.split('/');
  return /\.(json|bin)$/.test(file) ? file : own.slice(0, own.length > 2 ? 2 : 1).join('/');
}

function report(name: 'node' | 'engine' | 'web'): void {
  const meta = JSON.parse(fs.readFileSync(path.join(root, `dist/meta/${name}.json`), 'utf8')) as Metafile;
  const outputs = Object.entries(meta.outputs);
  const [[file, output]] = outputs.filter(([, each]) => each.entryPoint);
  const parts = new Map<string, number>();
  for (const [input, { bytesInOutput }] of Object.entries(output.inputs))
    parts.set(partOf(input), (parts.get(partOf(input)) ?? 0) + bytesInOutput);
  console.log(`${file} ${kilobytes(output.bytes)}`);
  let rest = output.bytes;
  for (const [part, bytes] of [...parts].sort(([, a], [, b]) => b - a)) {
    if (bytes < smallest * output.bytes) break;
    rest -= bytes;
    console.log(`  ${kilobytes(bytes)}  ${part}`);
  }
  console.log(`  ${kilobytes(rest)}  everything else`);
  for (const [file, { bytes }] of outputs) if (file.endsWith('.bin')) console.log(`${file} ${kilobytes(bytes)}`);
}

function within(what: string, bytes: number, limit: number): boolean {
  const good = bytes <= limit;
  console.log(`${good ? '✔' : '✘'} ${what.padEnd(20)}${kilobytes(bytes)} of ${kilobytes(limit).trim()}`);
  return good;
}

report('node');
report('engine');
report('web');
const vsix = fs.statSync(path.join(root, 'according-to.vsix')).size;
const web = zlib.gzipSync(fs.readFileSync(path.join(root, 'dist/web/extension.js'))).length;
const good = [within('VSIX', vsix, limits.vsix), within('web bundle, gzip', web, limits.web)];
process.exitCode = good.every(Boolean) ? 0 : 1;
