import type { Analysis } from '../../analysis';
import { paragraphAt, type Zone } from '../../article/article';
import type { Finding, TextEdit } from '../../rules/rule';

/** Front matter as site generators read it: YAML between lines of ---, TOML between lines of +++. */
const FRONT_MATTER = /^(---|\+\+\+)[^\S\r\n]*(?:\r\n|\n|\r)[^]*?(?:\r\n|\n|\r)\1[^\S\r\n]*(?=[\r\n]|$)/;

/** Zones of Markdown that a line of its own would cut in two. */
const INSIDE: ReadonlySet<Zone> = new Set<Zone>(['list', 'table', 'block-quote', 'pull-quote']);

/** A comment of the language that tells the rules to keep still. */
function comment(languageId: string, form: string, rule: string): string {
  const words = `attribution-ignore${form}: ${rule}`;
  return languageId === 'markdown' || languageId === 'html' ? `<!-- ${words} -->` : `[${words}]`;
}

/** The edit that lets a rule ignore the place of a finding: a line of its own before it where that leaves the copy whole. */
export function ignoreHere(analysis: Analysis, { start, rule }: Finding): TextEdit {
  const { text, languageId } = analysis.article;
  const lineStart = text.slice(0, start).search(/[^\r\n]*$/);
  const paragraph = paragraphAt(analysis.article, start);
  const whole = languageId === 'markdown' && paragraph?.start === lineStart && !INSIDE.has(paragraph.zone);
  if (whole || !['markdown', 'html'].includes(languageId))
    return insert(lineStart, comment(languageId, '', rule) + endOfLine(text));
  // inside a list, a table or markup a line more would change what the copy is: the comment goes to the line's end
  const lineEnd = start + text.slice(start).search(/\r|\n|$/);
  return insert(lineEnd, ` ${comment(languageId, '-line', rule)}`);
}

/** The edit that lets a rule ignore the whole file: at its top, but below front matter; in HTML at its end. */
export function ignoreInFile(analysis: Analysis, { rule }: Finding): TextEdit {
  const { text, languageId } = analysis.article;
  const eol = endOfLine(text);
  const words = comment(languageId, '-file', rule);
  if (languageId === 'html') return insert(text.length, `${/(?:^|\n|\r)$/.test(text) ? '' : eol}${words}${eol}`);
  const matter = FRONT_MATTER.exec(text);
  return languageId === 'markdown' && matter
    ? insert(matter[0].length, `${eol}${eol}${words}`)
    : insert(0, `${words}${eol}${eol}`);
}

function insert(at: number, text: string): TextEdit {
  return { start: at, end: at, text };
}

function endOfLine(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}
