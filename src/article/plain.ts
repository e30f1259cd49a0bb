import { changeBetween } from './change';
import { wrapWidth, isFull } from './wrapped';
import { bodyStartOf } from './dateline';
import { seen } from './seen';
import { lowerBound, type Span } from './span';
import { assignZones, type Draft, type KnownWords } from './zones';
import type { Block } from './blocks';
import { pace } from '../steps';

/** A line without the blanks around it; `indent` is how many there were before it. */
export interface Line extends Span {
  /** With the blanks around it. */
  readonly whole: Span;
  readonly text: string;
  readonly indent: number;
  /** Whether the line before is blank, or there is none. */
  readonly afterBlank: boolean;
  /** What its words say by themselves; the same object as long as they are the same. */
  readonly own: OwnWords;
}

/** What a line says by itself. */
interface OwnWords {
  readonly isRule: boolean;
  /** The mark of a list that it begins with, "" where there is none, and the kind of it. */
  readonly bullet: string;
  readonly bulletKind: string;
  /** What a mail's reader has set before a line to quote it: "> > ". */
  readonly quoted: string;
  readonly depth: number;
  /** Where a remark for this program begins at its end; its length where there is none. */
  readonly remark: number;
  /** For the whole line, where a reader sees it as it is written. */
  readonly known?: KnownWords;
}

/** A text and its lines. */
export interface Lines {
  readonly text: string;
  readonly lines: readonly Line[];
}

/**
 * The lines of a text that hold more than blanks; line ends are CRLF, LF, CR and the Unicode separators. Those that the
 * text before has, too, above and below what changed, are not read again.
 * Rests between.
 */
export function* readLines(text: string, before?: Lines): Generator<void, Lines> {
  if (!before) return { text, lines: yield* scan(text, 0, text.length, 0) };
  const { prefix, suffix } = changeBetween(before.text, text);
  const { lines: old } = before;
  const head = lowerBound(old, ({ whole }) => whole.end < prefix);
  const below = before.text.length - suffix;
  const tail = Math.max(
    head,
    lowerBound(old, ({ whole }) => whole.start <= below),
  );
  const last = old.at(head - 1);
  const top = head > 0 && last ? last.whole.end : 0;
  const offset = text.length - before.text.length;
  const bottom = tail < old.length ? old[tail].whole.start + offset : text.length;
  const between = yield* scan(text, top, bottom, head > 0 && last ? last.end : 0);
  const lines = old.slice(0, head).concat(between);
  for (let i = tail; i < old.length; i++) {
    const { start, end, whole, text: words, indent, own } = old[i];
    const afterBlank = i > tail ? old[i].afterBlank : isBlankBetween(text, lines.at(-1)?.end ?? 0, start + offset);
    if (offset === 0 && afterBlank === old[i].afterBlank) lines.push(old[i]);
    else
      lines.push({
        start: start + offset,
        end: end + offset,
        whole: { start: whole.start + offset, end: whole.end + offset },
        text: words,
        indent,
        afterBlank,
        own,
      });
  }
  return { text, lines };
}

/** The lines of a stretch that begins and ends between lines; `last` is where the line before ends. */
function* scan(text: string, from: number, to: number, last: number): Generator<void, Line[]> {
  const lines: Line[] = [];
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
    lines.push({
      start,
      end: start + words.length,
      whole: { start: match.index, end: match.index + source.length },
      text: words,
      indent,
      afterBlank: isBlankBetween(text, end, start),
      own: ownWords(words),
    });
    end = start + words.length;
    if (mayRest(end)) yield;
  }
  return lines;
}

function ownWords(line: string): OwnWords {
  const bullet = BULLET.exec(line)?.[0] ?? '';
  const quoted = QUOTED.exec(line)?.[0] ?? '';
  const remark = (line.endsWith(']') ? REMARK.exec(line)?.index : undefined) ?? line.length;
  const asWritten = remark === line.length && !quoted && !bullet && !/\s\s|[^\S ]/.test(line);
  return {
    isRule: RULE.test(line) && !/^(?:#{2,}|-+ ?30)/.test(line),
    bullet,
    bulletKind: /^\d/.test(bullet) ? bullet.trim().slice(-1) : bullet.trim(),
    quoted,
    depth: (quoted.match(/>/g) ?? []).length,
    remark,
    known: asWritten ? { ...seen(line), bodyStart: bodyStartOf(line, false) } : undefined,
  };
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
export function* readPlain(text: string, read: readonly Line[]): Generator<void, Block[]> {
  const lines: Line[] = [];
  for (const line of read) if (!line.own.isRule) lines.push(line);
  const width = wrapWidth(lines);
  const drafts: Draft[] = [];
  for (let i = 0; i < lines.length; i++) {
    const first = i;
    while (width > 0 && i + 1 < lines.length && goesOn(lines[i], lines[i + 1], width)) i++;
    const { start, end, own } = lines[i];
    // nearly all: by far the commonest step, so not a call
    if (first === i && own.known) drafts.push({ start, end, markup: NO_MARKUP, quoteDepth: 0, known: own.known });
    else drafts.push(draftOf(lines, first, i));
  }
  return yield* assignZones(text, drafts);
}

function goesOn(line: Line, next: Line, width: number): boolean {
  if (next.afterBlank || next.indent > line.indent + 1 || next.own.bullet) return false;
  if (line.own.depth !== next.own.depth) return false;
  return isFull(line, next, width) || (/^\p{Ll}/u.test(next.text) && !/[.!?]["”’)]*$/.test(line.text));
}

const NO_MARKUP: readonly never[] = [];

function draftOf(lines: readonly Line[], first: number, last: number): Draft {
  const { start, own } = lines[first];
  const { end } = lines[last];
  const markup: Span[] = [];
  for (let i = first; i <= last; i++) {
    const line = lines[i];
    const mark = line.own.quoted || (i === first ? bulletOf(lines, i) : '');
    if (mark) markup.push({ start: line.start - start, end: line.start - start + mark.length });
    const remark = Math.max(mark.length, line.own.remark);
    if (remark > 0 && remark < line.text.length)
      markup.push({ start: line.start - start + remark, end: line.end - start });
  }
  const quoteDepth = own.depth;
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
