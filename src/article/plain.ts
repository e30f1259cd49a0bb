import { changeBetween } from './change';
import { wrapWidth, isFull } from './wrapped';
import { bodyStartOf } from './dateline';
import { seen } from './seen';
import { lowerBound, type Span } from './span';
import { assignZones, type Draft, type KnownWords } from './zones';
import type { Block } from './blocks';
import { pace } from '../steps';

/** A line without the blanks around it, wherever it stands. */
export interface Line {
  readonly text: string;
  /** How many blanks there are before it and behind it. */
  readonly indent: number;
  readonly trail: number;
  /** Whether the line before is blank, or there is none. */
  readonly afterBlank: boolean;
  /** What its words say by themselves; the same object as long as they are the same. */
  readonly own: OwnWords;
}

/** What a line says by itself. */
export interface OwnWords {
  readonly isRule: boolean;
  /** The mark of a list that it begins with, "" where there is none, and the kind of it. */
  readonly bullet: string;
  readonly bulletKind: string;
  /** What a mail's reader has set before a line to quote it: "> > ". */
  readonly quoted: string;
  readonly depth: number;
  /** Where a remark for this program begins at its end; its length where there is none. */
  readonly remark: number;
  /** For the whole line, where a reader sees all of it. */
  readonly known?: KnownWords;
}

/** A text and its lines. */
export interface Lines {
  readonly text: string;
  /** The same objects as in the version before where they are the same, wherever they have moved. */
  readonly lines: readonly Line[];
  /** Where the words of each begin. */
  readonly starts: readonly number[];
  /** Index of the line in which this version differs from the one before, where it is one alone. */
  readonly only?: number;
}

/**
 * The lines of a text that hold more than blanks; line ends are CRLF, LF, CR and the Unicode separators. Those that the
 * text before has, too, above and below what changed, are not read again.
 * Rests between.
 */
export function* readLines(text: string, before?: Lines): Generator<void, Lines> {
  const now: Growing = { lines: [], starts: [] };
  if (!before) {
    yield* scan(text, 0, text.length, 0, now);
    return { text, ...now };
  }
  const { prefix, suffix } = changeBetween(before.text, text);
  const { lines: old, starts } = before;
  const wordsEnd = (i: number): number => starts[i] + old[i].text.length;
  const below = before.text.length - suffix;
  let head = lowerBound(starts, (start) => start < prefix);
  if (head > 0 && wordsEnd(head - 1) + old[head - 1].trail >= prefix) head--;
  let tail = lowerBound(starts, (start) => start <= below);
  if (tail < old.length && starts[tail] - old[tail].indent <= below) tail++;
  tail = Math.max(head, tail);
  const last = head > 0 ? wordsEnd(head - 1) : 0;
  const top = head > 0 ? last + old[head - 1].trail : 0;
  const offset = text.length - before.text.length;
  const bottom = tail < old.length ? starts[tail] - old[tail].indent + offset : text.length;
  now.lines = old.slice(0, head);
  now.starts = starts.slice(0, head);
  const end = yield* scan(text, top, bottom, last, now);
  const only = tail === head + 1 && now.lines.length === tail ? head : undefined;
  const moved = now.lines.length;
  now.lines = now.lines.concat(old.slice(tail));
  for (let i = tail; i < starts.length; i++) now.starts.push(starts[i] + offset);
  if (tail < old.length) {
    const afterBlank = isBlankBetween(text, end, now.starts[moved]);
    if (afterBlank !== old[tail].afterBlank) now.lines[moved] = { ...old[tail], afterBlank };
  }
  return { text, ...now, only };
}

/** Lines that are being read. */
interface Growing {
  lines: Line[];
  starts: number[];
}

/**
 * Adds the lines of a stretch that begins and ends between lines; `last` is where the words of the line before end. Says
 * where the words of the last one do.
 */
function* scan(
  text: string,
  from: number,
  to: number,
  last: number,
  { lines, starts }: Growing,
): Generator<void, number> {
  const mayRest = pace(undefined, from);
  const pattern = /[^\r\n\u2028\u2029\f]+/g;
  pattern.lastIndex = from;
  let end = last;
  for (let match = pattern.exec(text); match && match.index < to; match = pattern.exec(text)) {
    const source = match[0];
    const trimmed = source.trim();
    if (!trimmed) continue;
    const indent = source.length - source.trimStart().length;
    const start = match.index + indent;
    // a slice would keep the whole text alive that it was cut from
    const words = ` ${trimmed}`.slice(1);
    const trail = source.length - indent - words.length;
    lines.push({ text: words, indent, trail, afterBlank: isBlankBetween(text, end, start), own: ownWords(words) });
    starts.push(start);
    end = start + words.length;
    if (mayRest(end)) yield;
  }
  return end;
}

function ownWords(line: string): OwnWords {
  const bullet = BULLET.exec(line)?.[0] ?? '';
  const quoted = QUOTED.exec(line)?.[0] ?? '';
  const remark = (line.endsWith(']') ? REMARK.exec(line)?.index : undefined) ?? line.length;
  const isWhole = remark === line.length && !quoted && !bullet;
  return {
    isRule: RULE.test(line) && !/^(?:#{2,}|-+ ?30)/.test(line),
    bullet,
    bulletKind: /^\d/.test(bullet) ? bullet.trim().slice(-1) : bullet.trim(),
    quoted,
    depth: (quoted.match(/>/g) ?? []).length,
    remark,
    known: isWhole ? { ...seen(squeezed(line)), bodyStart: bodyStartOf(line, false) } : undefined,
  };
}

/** With single spaces for blanks, as a reader sees it. */
function squeezed(line: string): string {
  return /\s\s|[^\S ]/.test(line) ? line.replace(/\s+/g, ' ') : line;
}

function isBlankBetween(text: string, end: number, start: number): boolean {
  return end === 0 || (text.slice(end, start).match(/\r\n|[\r\n\u2028\u2029\f]/g)?.length ?? 0) > 1;
}

/** A row of marks that parts sections: "* * *", "____". */
const RULE = /^[*\-_=~#•·.–—+> ]+$/;
const QUOTED = /^(?:> ?)+/;
const BULLET = /^(?:[•‣◦▪●*·]|[-–](?=\s)|\d{1,2}[.)])\s+/;
const REMARK = /\s*\[attribution-ignore[^\]]*\]$/i;

/** The paragraphs of plain text: a line each, or a run of lines where the text is hard-wrapped. Rests between. */
export function* readPlain(text: string, read: Lines): Generator<void, Block[]> {
  const lines: Line[] = [];
  const starts: number[] = [];
  for (let i = 0; i < read.lines.length; i++) {
    if (read.lines[i].own.isRule) continue;
    lines.push(read.lines[i]);
    starts.push(read.starts[i]);
  }
  const width = wrapWidth(lines);
  const drafts: Draft[] = [];
  for (let i = 0; i < lines.length; i++) {
    const first = i;
    while (width > 0 && i + 1 < lines.length && goesOn(lines[i], lines[i + 1], width)) i++;
    const { own, text: line } = lines[i];
    const start = starts[i];
    // nearly all: by far the commonest step, so not a call
    if (first === i && own.known)
      drafts.push({ start, end: start + line.length, markup: NO_MARKUP, quoteDepth: 0, known: own.known });
    else drafts.push(draftOf(lines, starts, first, i));
  }
  return yield* assignZones(text, drafts);
}

function goesOn(line: Line, next: Line, width: number): boolean {
  if (next.afterBlank || next.indent > line.indent + 1 || next.own.bullet) return false;
  if (line.own.depth !== next.own.depth) return false;
  return isFull(line, next, width) || (/^\p{Ll}/u.test(next.text) && !/[.!?]["”’)]*$/.test(line.text));
}

export const NO_MARKUP: readonly never[] = [];

function draftOf(lines: readonly Line[], starts: readonly number[], first: number, last: number): Draft {
  const start = starts[first];
  const end = starts[last] + lines[last].text.length;
  const markup: Span[] = [];
  for (let i = first; i <= last; i++) {
    const { own, text } = lines[i];
    const from = starts[i] - start;
    const mark = own.quoted || (i === first ? bulletOf(lines, i) : '');
    if (mark) markup.push({ start: from, end: from + mark.length });
    const remark = Math.max(mark.length, own.remark);
    if (remark > 0 && remark < text.length) markup.push({ start: from + remark, end: from + text.length });
  }
  const quoteDepth = lines[first].own.depth;
  if (quoteDepth) return { start, end, markup, quoteDepth, zone: 'block-quote' };
  return bulletOf(lines, first) ? { start, end, markup, quoteDepth, zone: 'list' } : { start, end, markup, quoteDepth };
}

/** The bullet of a line that stands among others with the same kind of bullet; a lone dash or number is none. */
function bulletOf(lines: readonly Line[], i: number): string {
  const { bullet, bulletKind } = lines[i].own;
  if (!bullet) return '';
  const sure = bulletKind === '•' || bulletKind === '*';
  const beside = [lines[i - 1], lines[i + 1]].some((line: Line | undefined) => line?.own.bulletKind === bulletKind);
  return sure || beside ? bullet : '';
}
