import { silent } from './drafting';
import type { Draft } from './zones';

const YAML = /^\ufeff?---[ \t]*(?:\r\n|\n|\r)(?:[^]*?(?:\r\n|\n|\r))?(?:---|\.\.\.)[ \t]*(?=[\r\n]|$)/;
const TOML = /^\ufeff?\+\+\+[ \t]*(?:\r\n|\n|\r)(?:[^]*?(?:\r\n|\n|\r))?\+\+\+[ \t]*(?=[\r\n]|$)/;
const TITLE =
  /^(?:title|headline)[ \t]*[:=][ \t]*(?:"((?:[^"\\\r\n]|\\.)+)"|'((?:[^'\r\n]|'')+)'|([^\s"'#>|][^\r\n#]*))/im;

/** How long the front matter of a Markdown text is, with its marks, in code units; 0 where there is none. */
export function frontMatterEnd(text: string): number {
  return (YAML.exec(text) ?? TOML.exec(text))?.[0].length ?? 0;
}

/**
 * The front matter as stretches without copy; where `headline` says that the article has no other, its title between
 * them is the headline.
 */
export function frontMatterDrafts(text: string, end: number, headline: boolean): Draft[] {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const title = headline ? titleOf(text.slice(0, end)) : undefined;
  if (!title) return [silent(start, end, 'front-matter')];
  const [from, to] = title;
  return [
    silent(start, from, 'front-matter'),
    { start: from, end: to, zone: 'headline', markup: [], quoteDepth: 0 },
    silent(to, end, 'front-matter'),
  ];
}

function titleOf(matter: string): readonly [start: number, end: number] | undefined {
  const match = TITLE.exec(matter);
  if (!match) return undefined;
  const value = (match[1] ?? match[2] ?? match[3]).trimEnd();
  if (!value.trim()) return undefined;
  const start = match.index + match[0].lastIndexOf(value);
  return [start, start + value.length];
}
