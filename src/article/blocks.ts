import type { Article, Zone } from './article';
import { readHtml } from './html';
import { readMarkdown } from './markdown';
import { onlyBlock } from './only-line';
import type { Parsed } from './parsed';
import { readLines, readPlain, type Lines } from './plain';
import type { Markup } from './markup';
import type { Span } from './span';
import { toEnd } from '../steps';

/** A paragraph as a format's reader finds it: offsets into the article's text, `markup` relative to `start`. */
export interface Block extends Span {
  readonly zone: Zone;
  readonly markup: readonly Markup[];
  readonly bodyStart: number;
  readonly quoteDepth: number;
}

/** What was made of a text: its paragraphs, and what a reading of it after an edit starts from. */
export interface BlocksRead {
  readonly blocks: readonly Block[];
  readonly lines?: Lines;
  readonly parsed?: Parsed;
  /** Where `blocks` are not all: the stretch of the version before that they stand for, outside of which all is as it was. */
  readonly instead?: Span;
}

/**
 * The paragraphs of a text in a VS Code language: plaintext, markdown, html; any other is read as plain text. With what
 * a reading before has left, only what changed is looked at again; with the article that was made of it, the paragraphs
 * that are as they were may be left out. Rests between.
 */
export function* blocksInSteps(
  text: string,
  languageId: string,
  before?: BlocksRead,
  article?: Article,
): Generator<void, BlocksRead> {
  if (languageId === 'markdown') return yield* readMarkdown(text, before?.parsed);
  if (languageId === 'html') return yield* readHtml(text, before?.parsed);
  const lines = yield* readLines(text, before?.lines);
  const only = before?.lines && article && onlyBlock(lines, before.lines, article);
  if (only) return { blocks: [only.block], lines, instead: only.instead };
  return { blocks: yield* readPlain(text, lines), lines };
}

/** The same in one go. */
export function readBlocksAgain(text: string, languageId: string, before?: BlocksRead): BlocksRead {
  return toEnd(blocksInSteps(text, languageId, before));
}

/** The same for a text that nobody has read before. */
export function readBlocks(text: string, languageId: string): readonly Block[] {
  return readBlocksAgain(text, languageId).blocks;
}
