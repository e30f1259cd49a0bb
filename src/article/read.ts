import type { Article, Paragraph } from './article';
import { readBlocks } from './blocks';
import { readProse, type Prose } from './prose';

/** Paragraph texts already read: a paragraph that comes again, here or after an edit, is not read again. */
export type ProseMemory = Map<string, Prose>;

/**
 * Reads an article. `before` is what an earlier reading remembered and is not changed; the memory returned holds just
 * this article's paragraphs, so that it does not grow with the edits.
 */
export function* readArticle(
  text: string,
  languageId: string,
  before: ProseMemory = new Map(),
): Generator<void, { article: Article; memory: ProseMemory }> {
  const memory: ProseMemory = new Map();
  const paragraphs: Paragraph[] = [];
  for (const block of readBlocks(text, languageId)) {
    const source = text.slice(block.start, block.end);
    const key = block.markup.length
      ? `${block.markup.map(({ start, end }) => `${start}-${end}`).join()}\n${source}`
      : source;
    let prose = memory.get(key) ?? before.get(key);
    if (!prose) {
      prose = readProse(source, block.markup);
      yield;
    }
    memory.set(key, prose);
    paragraphs.push({
      index: paragraphs.length,
      start: block.start,
      end: block.end,
      zone: block.zone,
      prose,
      bodyStart: block.bodyStart,
      quoteDepth: block.quoteDepth,
    });
  }
  return { article: { text, languageId, paragraphs }, memory };
}
