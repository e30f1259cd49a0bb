import { relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A path as a URI reference: relative to `cwd` where it lies below, with slashes; else a file URL. */
export function uriOf(path: string, cwd: string): string {
  const below = relative(cwd, resolve(cwd, path));
  if (below.startsWith('..') || resolve(below) === below) return pathToFileURL(resolve(cwd, path)).href;
  return below.split(sep).map(encodeURIComponent).join('/');
}
