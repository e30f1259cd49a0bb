import type { Prose } from '../article/prose';
import type { Span } from '../article/span';
import type { Marks, MarkStyle, StrayMark, Stretch } from './quotation';
import type { MarkToken } from './tokens';

/**
 * What a mark does in a reading: nothing, opens, closes what is open, opens after what was left open, closes what
 * nothing opened.
 */
export type Act = 'skip' | 'open' | 'close' | 'restart' | 'unopened';

const FAMILY: Readonly<Record<string, MarkStyle>> = {
  '"': 'double',
  '“': 'double',
  '”': 'double',
  '‟': 'double',
  '„': 'low',
  '«': 'guillemet',
  '»': 'guillemet',
  '‹': 'guillemet',
  '›': 'guillemet',
  '「': 'corner',
  '『': 'corner',
  '``': 'tex',
  "''": 'tex',
};

/** The style of a pair by its opening (or only) mark. */
export function styleOf(mark: string): MarkStyle {
  return FAMILY[mark] ?? (mark === '‚' ? 'low' : 'single');
}

/** Turns a reading, one act a mark, into stretches and stray marks. */
export function stretchesOf(prose: Prose, tokens: readonly MarkToken[], acts: readonly Act[]): Marks {
  const stretches: Stretch[] = [];
  const stray: StrayMark[] = [];
  const open: MarkToken[] = [];
  let nested: Span[] = [];
  const end = trimmedEnd(prose.text, prose.text.length);
  const finish = (opener: MarkToken, stop: number, close?: MarkToken): void => {
    const inner = { start: opener.end, end: close ? close.start : stop };
    stretches.push({
      start: opener.start,
      end: stop,
      opened: true,
      closed: Boolean(close),
      style: styleOf(opener.mark),
      inner,
      nested,
    });
    nested = [];
    if (!close) stray.push({ start: opener.start, end: opener.end, problem: 'unpaired' });
  };
  tokens.forEach((token, i) => {
    const act = acts[i];
    if (act === 'skip') {
      if (!token.innocent) stray.push({ start: token.start, end: token.end, problem: 'unpaired' });
    } else if (act === 'open') open.push(token);
    else if (act === 'close') {
      const opener = open.pop() as MarkToken;
      const odd = mixed(opener, token);
      if (odd) stray.push(odd);
      if (open.length) nested.push({ start: opener.start, end: token.end });
      else finish(opener, token.end, token);
    } else if (act === 'restart') {
      finish(open.pop() as MarkToken, trimmedEnd(prose.text, token.start));
      open.push(token);
    } else {
      const from = sentenceBefore(prose, stretches.length ? stretches[stretches.length - 1].end : 0, token.start);
      stray.push({ start: token.start, end: token.end, problem: 'unpaired' });
      if (from < token.start)
        stretches.push({
          start: from,
          end: token.end,
          opened: false,
          closed: true,
          style: closingStyle(token.mark),
          inner: { start: from, end: token.start },
          nested: [],
        });
    }
  });
  for (const inner of open.slice(1)) stray.push({ start: inner.start, end: inner.end, problem: 'unpaired' });
  if (open.length) finish(open[0], Math.max(end, open[0].end));
  return { stretches, stray: stray.sort((a, b) => a.start - b.start) };
}

function closingStyle(mark: string): MarkStyle {
  return mark === '’' || mark === "'" ? 'single' : styleOf(mark);
}

const STRAIGHT = new Set(['"', "'"]);
const CURLY = new Set(['“', '”', '‘', '’', '„', '‚']);

/** A pair of one straight and one curly mark; the straight one is the odd one out. */
function mixed(open: MarkToken, close: MarkToken): StrayMark | undefined {
  const [odd, partner] = STRAIGHT.has(open.mark) ? [open, close] : [close, open];
  if (!STRAIGHT.has(odd.mark) || !CURLY.has(partner.mark)) return undefined;
  return { start: odd.start, end: odd.end, problem: 'mixed', partner: { start: partner.start, end: partner.end } };
}

function trimmedEnd(text: string, end: number): number {
  while (end > 0 && /\s/.test(text[end - 1])) end--;
  return end;
}

const REPORTING = /\b(?:said|says|told|tells|asked|asks|added|adds|wrote|writes|replied|according)\b/i;

/**
 * Where a quotation begins that has only its closing mark: with the first sentence after `from` where no narrator
 * speaks in between, else with the sentence that the mark closes.
 */
function sentenceBefore({ text, sentences }: Prose, from: number, mark: number): number {
  let own = from;
  let first = -1;
  for (const { start } of sentences) {
    if (start >= mark) break;
    if (start < from) continue;
    own = start;
    if (first < 0) first = start;
  }
  if (first >= 0 && first < own && mark - first < 2000 && !REPORTING.test(text.slice(first, mark))) own = first;
  while (own < mark && /\s/.test(text[own])) own++;
  return own;
}
