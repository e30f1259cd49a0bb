/**
 * The files beside an article that hold what its quotations are taken from, a transcript say: of `speech.md` they are
 * `speech.source.txt` and `speech.source.md`. `name` is the article's file name without folders.
 */
export function sourceFilesOf(name: string): readonly string[] {
  if (isSourceFile(name)) return [];
  const base = name.replace(/\.[^.]+$/, '');
  return ENDINGS.map((ending) => base + ending);
}

/** Whether a file, by its name or path, is the source of an article and no article itself. */
export function isSourceFile(name: string): boolean {
  return ENDINGS.some((ending) => name.endsWith(ending));
}

const ENDINGS = ['.source.txt', '.source.md'];
