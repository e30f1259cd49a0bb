import type { Article, Paragraph } from './article';
import { readBlocks } from './blocks';
import { readProse, type Prose } from './prose';
import type { Stage } from '../trace';

/** Paragraph texts already read: a paragraph that comes again, here or after an edit, is not read again. */
export type ProseMemory = Map<string, Prose>;

/**
 * Reads an article. `before` is what an earlier reading remembered; what is read anew is added to it, so that a reading
 * which is dropped half-way is not lost. The memory returned holds just this article's paragraphs: it does not grow with
 * the edits.
 */
export function* readArticle(
  text: string,
  languageId: string,
  before: ProseMemory,
  stage: Stage,
): Generator<void, { article: Article; memory: ProseMemory }> {
  const memory: ProseMemory = new Map();
  const paragraphs: Paragraph[] = [];
  for (const block of stage('blocks', () => readBlocks(text, languageId))) {
    const source = text.slice(block.start, block.end);
    const key = block.markup.length
      ? `${block.markup.map(({ start, end }) => `${start}-${end}`).join()}\n${source}`
      : source;
    let prose = memory.get(key) ?? before.get(key);
    if (!prose) {
      const alone = detached(source);
      prose = stage('prose', () => readProse(alone, block.markup));
      before.set(detached(key), prose);
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

/**
 * The same characters in a string of their own. A slice keeps the whole text alive that it was cut from: with one
 * paragraph remembered from each edit, every version of a long article would stay in memory.
 */
function detached(slice: string): string {
  return ` ${slice}`.slice(1);
}
