import { pace } from '../steps';
import type { Zone } from './article';
import type { Block } from './blocks';
import { bodyStartOf } from './dateline';
import { isCopyBelow, isEpigraph, isHeadline, isKicker, isStandfirst } from './headline';
import { isByline, isNameAndJob } from './lines';
import { copyOf, type Markup } from './markup';
import { seen, type Seen } from './seen';
import type { Span } from './span';
import { speakerLabels, type Turn } from './transcript';

/** A paragraph whose zone is still open, unless the format says it (a Markdown heading, a table, code). */
export interface Draft extends Span {
  readonly zone?: Zone;
  /** Relative to `start`. */
  readonly markup: readonly Markup[];
  readonly quoteDepth: number;
  /** Where the format knows it already. */
  readonly known?: KnownWords;
}

/** What a reader sees of a paragraph: text without markup, its blanks single spaces. */
export interface KnownWords extends Seen {
  /** Where a dateline ends that does not open the body; 0 where there is none. */
  readonly bodyStart: number;
}

/** Where a dateline is looked for, in code units from the start of a paragraph. */
const HEAD_OF_COPY = 200;

/** How far down an article its head may reach, in paragraphs. */
const HEAD = 14;

/**
 * Gives each paragraph its zone, and the first of the body its dateline. Order and spans stay as they are. Every edit goes
 * over all paragraphs here: plain loops, for a call a paragraph is what would cost. Rests between.
 */
export function* assignZones(text: string, found: readonly Draft[]): Generator<void, Block[]> {
  const drafts: Draft[] = [];
  const all: Seen[] = [];
  const zones: (Zone | undefined)[] = [];
  let mayRest = pace();
  for (const draft of found) {
    if (draft.start >= draft.end) continue;
    const words = draft.known ?? seen(visible(text, draft), draft.zone);
    drafts.push(draft);
    all.push(words);
    zones.push(draft.zone ?? words.zone);
    if (mayRest(draft.end)) yield;
  }
  const first = readHead(all, zones);
  const turns: Turn[] = [];
  for (let i = 0; i < all.length; i++) {
    const { turn } = all[i];
    if (turn && zones[i] === undefined) turns.push(turn);
  }
  const isTurn = speakerLabels(turns);
  let foot = false;
  for (let i = first; i < all.length; i++) {
    const { beginsFoot, turn, maySubhead } = all[i];
    if (beginsFoot) foot = true;
    if (zones[i] !== undefined) continue;
    if (foot) zones[i] = 'footer';
    else if (turn && isTurn(turn)) zones[i] = 'transcript';
    else if (maySubhead && zones[i + 1] === undefined && i + 1 < all.length && isCopyBelow(all[i + 1].text))
      zones[i] = i === first ? 'body' : 'subhead';
  }
  const blocks: Block[] = [];
  mayRest = pace();
  for (let i = 0; i < drafts.length; i++) {
    const draft = drafts[i];
    const { start, end, quoteDepth, known } = draft;
    const zone = zones[i] ?? 'body';
    const markup = zone === 'comment' ? [{ start: 0, end: end - start }] : draft.markup;
    let bodyStart = 0;
    if (mayBeDatelined(zone, all[i].text))
      bodyStart = known && i > first ? known.bodyStart : datelineEnd(text, draft, i === first);
    blocks.push({ start, end, zone, markup, bodyStart, quoteDepth });
    if (mayRest(end)) yield;
  }
  return blocks;
}

/** Whether a dateline is looked for in a paragraph. */
export function mayBeDatelined(zone: Zone, text: string): boolean {
  return zone === 'body' && text.length > 20;
}

/** Gives the zones above the copy and says which paragraph is the first of it. */
function readHead(all: readonly Seen[], zones: (Zone | undefined)[]): number {
  const lines = all.slice(0, 2 * HEAD + 1).map(({ text }) => text);
  let headline = zones.includes('headline');
  let written = false;
  let i = 0;
  for (; i < all.length && i < HEAD; i++) {
    if (zones[i] !== undefined) continue;
    const line = lines[i];
    const next = lines.slice(i + 1, i + 1 + HEAD).filter((_, k) => zones[i + 1 + k] === undefined);
    if (isByline(line) || (headline && isNameAndJob(line))) {
      zones[i] = 'byline';
      written = true;
    } else if (!headline && isKicker(line, next)) zones[i] = 'kicker';
    else if (!headline && !written && isHeadline(line, next)) {
      zones[i] = 'headline';
      headline = true;
    } else if (headline && isEpigraph(line)) zones[i] = 'pull-quote';
    else if (headline && !written && !zones.includes('standfirst') && isDeck(lines[i - 1], line, next))
      zones[i] = 'standfirst';
    else break;
  }
  return i;
}

/** A standfirst, or the second half of a head that a news archive keeps in two lines: "Ferry stuck; / Crew waits". */
function isDeck(before: string | undefined, line: string, next: readonly string[]): boolean {
  return isStandfirst(line, next) || (before !== undefined && before.endsWith(';') && next.length > 0);
}

/** What a reader sees of a paragraph: markup left out, references decoded, blanks squeezed. */
function visible(text: string, { start, end, markup }: Draft): string {
  const source = text.slice(start, end);
  if (markup.length === 0 && !/\s\s|[^\S ]|^\s|\s$/.test(source)) return source;
  let seen = '';
  let at = 0;
  for (const span of markup) {
    seen += source.slice(at, span.start) + (span.shows ?? '');
    at = span.end;
  }
  return (seen + source.slice(at)).replace(/\s+/g, ' ').trim();
}

function datelineEnd(text: string, { start, end, markup }: Draft, first: boolean): number {
  if (markup.length === 0) return bodyStartOf(text.slice(start, Math.min(end, start + HEAD_OF_COPY)), first);
  const head = markup.filter((span) => span.start < HEAD_OF_COPY);
  const to = Math.max(HEAD_OF_COPY, head.at(-1)?.end ?? 0);
  return bodyStartOf(copyOf(text.slice(start, Math.min(end, start + to)), head), first);
}
