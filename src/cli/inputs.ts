import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { isAbsolute, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { glob, isDynamicPattern } from 'tinyglobby';
import { isSourceFile } from '../settings/source-files';
import { ENDINGS } from './language';

/** The file that a path on the command line stands for. */
export interface Input {
  /** As it is to be printed: the user's own words, or found below them. */
  readonly path: string;
  readonly file: string;
}

const IGNORED = ['node_modules', '.git'];

/**
 * Files, folders and glob patterns → files, in the order given, each once. A folder stands for the text, Markdown and
 * HTML files below it, a pattern for what it matches (the shell of Windows hands patterns on as they are). A folder is
 * walked while its files are analysed, so that a large one is never held in memory. `complain` gets a plain message
 * about each path that stands for nothing.
 */
export async function* findInputs(
  paths: readonly string[],
  cwd: string,
  complain: (message: string) => void,
): AsyncGenerator<Input, void, undefined> {
  // What a single path stands for comes once anyway.
  const seen = paths.length > 1 ? new Set<string>() : undefined;
  for (const path of paths) {
    let found = false;
    for await (const each of standsFor(path, cwd, complain)) {
      found = true;
      const file = resolve(cwd, each);
      if (seen?.has(file)) continue;
      seen?.add(file);
      yield { path: each, file };
    }
    if (!found) complain(await whyNothing(path, cwd));
  }
}

/**
 * The files that a list names, one path a line; empty lines are skipped. `list` is a file, or `-` for `stdin`. Read
 * while the files are analysed: a list may be longer than memory. Throws where the list cannot be read.
 */
export async function* listedInputs(
  list: string,
  cwd: string,
  stdin: () => Readable,
): AsyncGenerator<Input, void, undefined> {
  const stream = list === '-' ? stdin() : createReadStream(resolve(cwd, list));
  // Without a word of its own the line reader swallows a file that is not there.
  const failed = new Promise<never>((_, reject) => stream.once('error', reject));
  const lines = createInterface({ input: stream, crlfDelay: Infinity })[Symbol.asyncIterator]();
  try {
    for (;;) {
      const { done, value } = await Promise.race([lines.next(), failed]);
      if (done) return;
      if (value.trim()) yield { path: value, file: resolve(cwd, value) };
    }
  } finally {
    stream.destroy();
  }
}

async function* standsFor(
  path: string,
  cwd: string,
  complain: (message: string) => void,
): AsyncGenerator<string, void, undefined> {
  const kind = await kindOf(resolve(cwd, path));
  if (kind === 'file') yield path;
  else if (kind === 'folder') yield* filesBelow(path, cwd, complain);
  else if (isDynamicPattern(path)) yield* await matching(path, cwd);
}

async function whyNothing(path: string, cwd: string): Promise<string> {
  if ((await kindOf(resolve(cwd, path))) === 'folder') return `${path}: no text, Markdown or HTML files in this folder`;
  return isDynamicPattern(path) ? `${path}: no file matches` : `${path}: no such file or folder`;
}

async function kindOf(file: string): Promise<'file' | 'folder' | undefined> {
  try {
    return (await stat(file)).isDirectory() ? 'folder' : 'file';
  } catch {
    return undefined;
  }
}

/** Files below a folder by name, folder by folder; a link to a folder is not followed. */
async function* filesBelow(
  folder: string,
  cwd: string,
  complain: (message: string) => void,
): AsyncGenerator<string, void, undefined> {
  let entries;
  try {
    entries = await readdir(resolve(cwd, folder), { withFileTypes: true });
  } catch (error) {
    return complain(`${folder}: cannot be read (${error instanceof Error ? error.message : String(error)})`);
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!IGNORED.includes(entry.name)) yield* filesBelow(path, cwd, complain);
    } else if (ENDINGS.some((ending) => entry.name.toLowerCase().endsWith(ending)) && !isSourceFile(entry.name))
      yield path;
  }
}

async function matching(pattern: string, cwd: string): Promise<string[]> {
  const slashed = process.platform === 'win32' ? pattern.replaceAll('\\', '/') : pattern;
  const ignore = IGNORED.map((name) => `**/${name}/**`);
  const found = await glob(slashed, { cwd, ignore, absolute: isAbsolute(pattern), expandDirectories: false });
  return found.sort();
}
