import type { Article, Paragraph } from './article';
import { changeBetween } from './change';

/** What of an article's paragraphs stands as it did in the version before. */
export interface Alignment {
  /** So many paragraphs at the head are where they were. */
  readonly head: number;
  /** So many at the tail are the same but for their place. */
  readonly tail: number;
  /** How far the tail has moved, in code units and in paragraphs. */
  readonly offset: number;
  readonly paragraphs: number;
}

/** Compares two versions of an article; undefined where neither head nor tail is the same, or the language is another. */
export function align(before: Article, after: Article): Alignment | undefined {
  if (before.languageId !== after.languageId) return undefined;
  const { prefix, suffix } = changeBetween(before.text, after.text);
  const [old, now] = [before.paragraphs, after.paragraphs];
  const offset = after.text.length - before.text.length;
  const paragraphs = now.length - old.length;
  const most = Math.min(old.length, now.length);
  let head = 0;
  while (head < most && now[head].end < prefix && (old[head] === now[head] || sameParagraph(old[head], now[head], 0)))
    head++;
  let tail = 0;
  while (tail < most - head) {
    const [a, b] = [old[old.length - 1 - tail], now[now.length - 1 - tail]];
    if (b.start < after.text.length - suffix || !sameParagraph(a, b, offset)) break;
    tail++;
  }
  return head + tail > 0 ? { head, tail, offset, paragraphs } : undefined;
}

/** Whether two paragraphs are the same but for their place: `offset` code units further on. */
export function sameParagraph(a: Paragraph, b: Paragraph, offset: number): boolean {
  return (
    a.prose === b.prose &&
    a.start + offset === b.start &&
    a.end + offset === b.end &&
    a.zone === b.zone &&
    a.bodyStart === b.bodyStart &&
    a.quoteDepth === b.quoteDepth
  );
}
