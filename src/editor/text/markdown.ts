/** A piece of a line in a hover. What comes from the article is always `text`, never markup. */
export interface Run {
  readonly text: string;
  readonly style?: 'bold' | 'italic';
  /** A target that the extension itself wrote; never anything from the article. */
  readonly link?: string;
}

/** What a hover says, line by line; `items` are lines that belong together as a list. */
export interface Line {
  readonly runs: readonly Run[];
  readonly item?: boolean;
}

/**
 * Any text as Markdown that shows exactly this text: every ASCII punctuation mark is escaped (CommonMark 0.31, 2.4), which
 * leaves no link, image, HTML, entity, bare address, table or list; white space is single spaces; control and
 * direction marks, which could make text read other than it is written, are taken out.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

/** A link target in which no character ends the link early. */
export function escapeTarget(target: string): string {
  return target.replace(
    /[()<>\s\\'"]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

/** Lines as Markdown: one under the other, items as a list. */
export function toMarkdown(lines: readonly Line[]): string {
  let markdown = '';
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    if (before) markdown += line.item ? (before.item ? '\n' : '\n\n') : before.item ? '\n\n' : '  \n';
    markdown += (line.item ? '- ' : '') + line.runs.map(runMarkdown).join('');
  });
  return markdown;
}

/** Lines as plain text, for a screen reader or a tooltip. */
export function toPlainText(lines: readonly Line[]): string {
  return lines.map(({ runs }) => runs.map(({ text }) => text).join('')).join('\n');
}

const MARKS = { bold: '**', italic: '*' } as const;

function runMarkdown({ text, style, link }: Run): string {
  const escaped = escapeMarkdown(text);
  if (!escaped) return text ? ' ' : '';
  // Markdown's marks do not work beside a space: it goes outside
  const before = /^\s/.test(text) ? ' ' : '';
  const after = /\s$/.test(text) ? ' ' : '';
  const mark = style ? MARKS[style] : '';
  const marked = `${mark}${escaped}${mark}`;
  return before + (link ? `[${marked}](${escapeTarget(link)})` : marked) + after;
}
