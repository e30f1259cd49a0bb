import { stat } from 'node:fs/promises';
import { isAbsolute, join, resolve } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { ENDINGS } from './language';

/** The file that a path on the command line stands for. */
export interface Input {
  /** As it is to be printed: the user's own words, or found below them. */
  readonly path: string;
  readonly file: string;
}

/** What the paths stand for; `problems` are plain messages about those that stand for nothing. */
export interface Inputs {
  readonly inputs: readonly Input[];
  readonly problems: readonly string[];
}

const IGNORED = ['**/node_modules/**', '**/.git/**'];

/**
 * Files, folders and glob patterns → files, in the order given, each once. A folder stands for the text, Markdown and
 * HTML files below it, a pattern for what it matches (the shell of Windows hands patterns on as they are).
 */
export async function findInputs(paths: readonly string[], cwd: string): Promise<Inputs> {
  const inputs = new Map<string, Input>();
  const problems: string[] = [];
  const add = (path: string): void => {
    const file = resolve(cwd, path);
    if (!inputs.has(file)) inputs.set(file, { path, file });
  };
  for (const path of paths) {
    const kind = await kindOf(resolve(cwd, path));
    if (kind === 'file') add(path);
    else if (kind === 'folder') {
      const found = await filesBelow(path, cwd);
      if (!found.length) problems.push(`${path}: no text, Markdown or HTML files in this folder`);
      found.forEach(add);
    } else {
      const found = isDynamicPattern(path) ? await matching(path, cwd) : undefined;
      if (!found?.length) problems.push(found ? `${path}: no file matches` : `${path}: no such file or folder`);
      found?.forEach(add);
    }
  }
  return { inputs: [...inputs.values()], problems };
}

async function kindOf(file: string): Promise<'file' | 'folder' | undefined> {
  try {
    return (await stat(file)).isDirectory() ? 'folder' : 'file';
  } catch {
    return undefined;
  }
}

async function filesBelow(folder: string, cwd: string): Promise<string[]> {
  const endings = ENDINGS.map((ending) => ending.slice(1)).join(',');
  const pattern = `**/*.{${endings}}`;
  const found = await glob(pattern, {
    cwd: resolve(cwd, folder),
    ignore: IGNORED,
    caseSensitiveMatch: false,
    expandDirectories: false,
  });
  return found.sort().map((path) => join(folder, path));
}

async function matching(pattern: string, cwd: string): Promise<string[]> {
  const slashed = process.platform === 'win32' ? pattern.replaceAll('\\', '/') : pattern;
  const found = await glob(slashed, { cwd, ignore: IGNORED, absolute: isAbsolute(pattern), expandDirectories: false });
  return found.sort();
}
