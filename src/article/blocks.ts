import type { Zone } from './article';
import { readHtml } from './html';
import { readMarkdown } from './markdown';
import { readPlain } from './plain';
import type { Markup } from './markup';
import type { Span } from './span';

/** A paragraph as a format's reader finds it: offsets into the article's text, `markup` relative to `start`. */
export interface Block extends Span {
  readonly zone: Zone;
  readonly markup: readonly Markup[];
  readonly bodyStart: number;
  readonly quoteDepth: number;
}

/** The paragraphs of a text in a VS Code language: plaintext, markdown, html; any other is read as plain text. */
export function readBlocks(text: string, languageId: string): Block[] {
  if (languageId === 'markdown') return readMarkdown(text);
  return languageId === 'html' ? readHtml(text) : readPlain(text);
}
