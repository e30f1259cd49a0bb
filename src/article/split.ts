import type { Block } from './blocks';

/**
 * Paragraphs longer than this (code units, some 3,500 words) are read in parts. No copy has them, but files do that
 * lost their line ends, and an edit is to cost a part of such a file, not all of it.
 */
export const LONGEST = 20_000;
/** How far back from the limit a good place to part is looked for. */
const WINDOW = 4000;

/** The blocks with those over `LONGEST` parted: at the end of a sentence, else at a space, else anywhere. */
export function splitLong(text: string, blocks: readonly Block[]): readonly Block[] {
  let isLong = false;
  for (const { start, end } of blocks) if (end - start > LONGEST) isLong = true;
  if (!isLong) return blocks;
  return blocks.flatMap((block) => (block.end - block.start <= LONGEST ? block : parts(text, block)));
}

function parts(text: string, block: Block): Block[] {
  const out: Block[] = [];
  let first = 0;
  for (let start = block.start; start < block.end;) {
    const end = block.end - start <= LONGEST ? block.end : cut(text, start + LONGEST);
    let last = first;
    while (last < block.markup.length && block.start + block.markup[last].start < end) last++;
    const markup = block.markup.slice(first, last).map((span) => ({
      ...span,
      start: Math.max(0, block.start + span.start - start),
      end: Math.min(end, block.start + span.end) - start,
    }));
    const bodyStart = Math.min(end - start, Math.max(0, block.start + block.bodyStart - start));
    out.push({ ...block, start, end: end - trailing(text, start, end), markup, bodyStart });
    first = last > 0 && block.start + block.markup[last - 1].end > end ? last - 1 : last;
    start = end;
  }
  return out;
}

/** Where to part before `limit`: the offset at which the next part begins. */
function cut(text: string, limit: number): number {
  const window = text.slice(limit - WINDOW, limit);
  let at = -1;
  for (const { index, 0: end } of window.matchAll(/[.!?]["\u201d\u2019')]*\s+(?=["\u201c\u2018\p{Lu}])/gu))
    at = index + end.length;
  if (at < 0) at = window.lastIndexOf(' ') + 1;
  if (at > 0) return limit - WINDOW + at;
  const low = text.charCodeAt(limit);
  return low >= 0xdc00 && low <= 0xdfff ? limit - 1 : limit;
}

/** White space at the end of a stretch, which belongs to no part. */
function trailing(text: string, start: number, end: number): number {
  let at = end;
  while (at > start + 1 && /\s/.test(text[at - 1])) at--;
  return end - at;
}
