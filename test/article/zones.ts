import { readBlocks } from '../../src/article/blocks';

/**
 * What a reader of blocks sees, a line each: "zone: text", with "| " where a dateline ends, "> " a level of block
 * quotes, and markup left out.
 */
export function zonesOf(text: string, languageId = 'plaintext'): string[] {
  return readBlocks(text, languageId).map(({ start, end, zone, markup, bodyStart, quoteDepth }) => {
    const source = text.slice(start, end);
    let seen = '';
    let at = 0;
    for (const span of [...markup, { start: source.length, end: source.length, shows: '' }]) {
      for (; at < span.start; at++) seen += at > 0 && at === bodyStart ? `| ${source[at]}` : source[at];
      seen += span.shows ?? '';
      at = span.end;
    }
    return `${'> '.repeat(quoteDepth)}${zone}: ${seen.replace(/\s+/g, ' ').trim()}`.trim();
  });
}
