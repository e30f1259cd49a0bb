import { wrapWidth, isFull } from './wrapped';
import type { Span } from './span';
import { assignZones, type Draft } from './zones';
import type { Block } from './blocks';

/** A line without the blanks around it; `indent` is how many there were before it. */
export interface Line extends Span {
  readonly text: string;
  readonly indent: number;
  /** Whether the line before is blank, or there is none. */
  readonly afterBlank: boolean;
}

/** The lines of a text that hold more than blanks; line ends are CRLF, LF, CR and the Unicode separators. */
export function readLines(text: string): Line[] {
  const lines: Line[] = [];
  const pattern = /[^\r\n\u2028\u2029\f]+/g;
  let end = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const source = match[0];
    const trimmed = source.trim();
    if (!trimmed) continue;
    const indent = source.length - source.trimStart().length;
    const start = match.index + indent;
    lines.push({
      start,
      end: start + trimmed.length,
      text: trimmed,
      indent,
      afterBlank: isBlankBetween(text, end, start),
    });
    end = start + trimmed.length;
  }
  return lines;
}

function isBlankBetween(text: string, end: number, start: number): boolean {
  return end === 0 || (text.slice(end, start).match(/\r\n|[\r\n\u2028\u2029\f]/g)?.length ?? 0) > 1;
}

/** A row of marks that parts sections: "* * *", "____". */
const RULE = /^[*\-_=~#•·.–—+> ]+$/;
const QUOTED = /^(?:> ?)+/;
const BULLET = /^(?:[•‣◦▪●*·]|[-–](?=\s)|\d{1,2}[.)])\s+/;
const REMARK = /\s*\[attribution-ignore[^\]]*\]$/i;

/** The paragraphs of plain text: a line each, or a run of lines where the text is hard-wrapped. */
export function readPlain(text: string): Block[] {
  const lines = readLines(text).filter(({ text }) => !RULE.test(text) || /^(?:#{2,}|-+ ?30)/.test(text));
  const width = wrapWidth(lines);
  const drafts: Draft[] = [];
  for (let i = 0; i < lines.length; i++) {
    const first = i;
    while (width > 0 && i + 1 < lines.length && goesOn(lines[i], lines[i + 1], width)) i++;
    drafts.push(draftOf(lines, first, i));
  }
  return assignZones(text, drafts);
}

function goesOn(line: Line, next: Line, width: number): boolean {
  if (next.afterBlank || next.indent > line.indent + 1 || BULLET.test(next.text)) return false;
  if (depthOf(line.text) !== depthOf(next.text)) return false;
  return isFull(line, next, width) || (/^\p{Ll}/u.test(next.text) && !/[.!?]["”’)]*$/.test(line.text));
}

function depthOf(line: string): number {
  return (QUOTED.exec(line)?.[0].match(/>/g) ?? []).length;
}

function draftOf(lines: readonly Line[], first: number, last: number): Draft {
  const { start } = lines[first];
  const { end } = lines[last];
  const markup: Span[] = [];
  for (let i = first; i <= last; i++) {
    const line = lines[i];
    const mark = QUOTED.exec(line.text)?.[0] ?? (i === first ? bulletOf(lines, i) : '');
    if (mark) markup.push({ start: line.start - start, end: line.start - start + mark.length });
    const remark = Math.max(mark.length, remarkIn(line.text));
    if (remark > 0 && remark < line.text.length)
      markup.push({ start: line.start - start + remark, end: line.end - start });
  }
  const quoteDepth = depthOf(lines[first].text);
  if (quoteDepth) return { start, end, markup, quoteDepth, zone: 'block-quote' };
  return bulletOf(lines, first) ? { start, end, markup, quoteDepth, zone: 'list' } : { start, end, markup, quoteDepth };
}

/** Where a remark for this program begins at the end of a line; the line's length where there is none. */
function remarkIn(line: string): number {
  return (line.endsWith(']') ? REMARK.exec(line)?.index : undefined) ?? line.length;
}

/** The bullet of a line that stands among others with the same kind of bullet; a lone dash or number is none. */
function bulletOf(lines: readonly Line[], i: number): string {
  const mark = BULLET.exec(lines[i].text)?.[0];
  if (!mark) return '';
  const kind = kindOf(mark);
  const sure = kind === '•' || kind === '*';
  const beside = [lines[i - 1], lines[i + 1]].some(
    (line) => line && kindOf(BULLET.exec(line.text)?.[0] ?? '') === kind,
  );
  return sure || beside ? mark : '';
}

function kindOf(mark: string): string {
  return /^\d/.test(mark) ? mark.trim().slice(-1) : mark.trim();
}
