import type { Zone } from './article';
import { readHtml } from './html';
import { readMarkdown } from './markdown';
import { readPlain, type Line } from './plain';
import type { Markup } from './markup';
import type { Span } from './span';

/** A paragraph as a format's reader finds it: offsets into the article's text, `markup` relative to `start`. */
export interface Block extends Span {
  readonly zone: Zone;
  readonly markup: readonly Markup[];
  readonly bodyStart: number;
  readonly quoteDepth: number;
}

/** Whether a VS Code language is read as plain text: all but markdown and html. */
export function isPlain(languageId: string): boolean {
  return languageId !== 'markdown' && languageId !== 'html';
}

/** The paragraphs of a text in a VS Code language; `lines` are those of a plain text, where they are known. */
export function readBlocks(text: string, languageId: string, lines?: readonly Line[]): Block[] {
  if (isPlain(languageId)) return readPlain(text, lines);
  return languageId === 'markdown' ? readMarkdown(text) : readHtml(text);
}
