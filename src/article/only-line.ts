import type { Article, Paragraph } from './article';
import type { Block } from './blocks';
import { isCopyBelow } from './headline';
import { NO_MARKUP, type Lines } from './plain';
import { lowerBound, type Span } from './span';
import { mayBeDatelined, type KnownWords } from './zones';
import { isTooLong } from './wrapped';

/** The paragraph of a line, and the stretch of the version before that it stands for. */
export interface OnlyBlock {
  readonly block: Block;
  readonly instead: Span;
}

/**
 * The paragraph of the only line in which a text differs from the version `before`, of which `article` was made; undefined
 * where another paragraph may have changed with it. Most edits are of this kind, and cost a line so, not the article.
 */
export function onlyBlock(now: Lines, before: Lines, { paragraphs }: Article): OnlyBlock | undefined {
  const { only, lines, starts } = now;
  if (only === undefined) return undefined;
  const { own: was, text: wasText } = before.lines[only];
  const { own, text } = lines[only];
  if (was.isRule || own.isRule || !mayBeCopy(was.known) || !mayBeCopy(own.known)) return undefined;
  if (was.known.maySubhead !== own.known.maySubhead) return undefined;
  const above = only > 0 ? lines[only - 1].own : undefined;
  const underSubhead = above && (above.isRule || !above.known || above.known.maySubhead);
  if (underSubhead && isCopyBelow(was.known.text) !== isCopyBelow(own.known.text)) return undefined;
  if (!isUnwrapped(now, only) || !isBelowHead(before, only, paragraphs)) return undefined;
  const instead = { start: before.starts[only], end: before.starts[only] + wasText.length };
  const { zone } = paragraphs[lowerBound(paragraphs, ({ start }) => start < instead.start)];
  const start = starts[only];
  const bodyStart = mayBeDatelined(zone, own.known.text) ? own.known.bodyStart : 0;
  return { block: { start, end: start + text.length, zone, markup: NO_MARKUP, bodyStart, quoteDepth: 0 }, instead };
}

/** Whether all of a line is seen, and it says nothing of the zone that it or others stand in. */
function mayBeCopy(words: KnownWords | undefined): words is KnownWords {
  return words !== undefined && words.zone === undefined && words.turn === undefined && !words.beginsFoot;
}

/** Whether another line than the only one shows that the text is not hard-wrapped. */
function isUnwrapped({ lines }: Lines, only: number): boolean {
  for (let i = 0; i < lines.length; i++) if (i !== only && !lines[i].own.isRule && isTooLong(lines[i])) return true;
  return false;
}

/** Where the head of an article ends is told by the words of the line behind it and of the two below that may be copy. */
const LOOKED_AT = 3;

/** Whether so many lines of the body stand above a line. */
function isBelowHead({ lines, starts }: Lines, line: number, paragraphs: readonly Paragraph[]): boolean {
  let p = 0;
  let found = 0;
  for (let i = 0; i < line && found < LOOKED_AT; i++) {
    if (lines[i].own.isRule) continue;
    while (paragraphs[p].start < starts[i]) p++;
    if (paragraphs[p].zone === 'body') found++;
  }
  return found === LOOKED_AT;
}
