const LANGUAGES: Readonly<Record<string, string>> = {
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.html': 'html',
  '.htm': 'html',
};

/** The endings that a folder is searched for. */
export const ENDINGS = ['.txt', '.text', ...Object.keys(LANGUAGES)];

/** The language of a file by the ending of its name; anything unknown is plain text. */
export function languageOf(path: string): string {
  return LANGUAGES[/\.[^./\\]*$/.exec(path)?.[0].toLowerCase() ?? ''] ?? 'plaintext';
}
