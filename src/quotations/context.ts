import { lowerBound } from '../article/span';
import type { Prose } from '../article/prose';
import type { Stretch } from './quotation';

/** Stands for another quoted stretch in what is read around one. */
export const QUOTED = '◊';

/** A quoted stretch as its kind is judged: what stands between the marks, and the narrator's sentence around it. */
export interface QuotedWords {
  readonly inner: string;
  /** The narrator's words before and after it in the same sentence, other quoted stretches as {@link QUOTED}. */
  readonly before: string;
  readonly after: string;
  /** Whether the copy before it, in the paragraph, is nothing but quoted stretches. */
  readonly alone: boolean;
}

const REACH = 220;

/** What surrounds the stretch at `index`; reads no more than a sentence either way, `REACH` characters at most. */
export function contextOf(prose: Prose, stretches: readonly Stretch[], index: number): QuotedWords {
  const { text } = prose;
  const stretch = stretches[index];
  const inner = text.slice(stretch.inner.start, stretch.inner.end).trim();
  const unfinished = !inner.endsWith('.');
  const from = Math.max(boundaryBefore(prose, stretches, stretch.start), stretch.start - REACH);
  const to = Math.min(boundaryAfter(prose, stretches, stretch.end, unfinished), stretch.end + REACH);
  const before = blank(text, stretches, from, stretch.start, index);
  const after = blank(text, stretches, stretch.end, to, index);
  return { inner, before, after, alone: /^[\s◊.,;–—-]*$/.test(before) && /^[\s◊.,;–—-]*$/.test(after) };
}

/** The last start of a narrator's sentence at or before `offset`: starts inside a quoted stretch do not count. */
function boundaryBefore({ sentences }: Prose, stretches: readonly Stretch[], offset: number): number {
  let at = lastStart(sentences, offset);
  for (; at > 0; at--) if (!inside(stretches, sentences[at].start)) break;
  return at < 0 ? 0 : sentences[at].start;
}

/** The first end of a narrator's sentence after `offset`; a sentence that a name and "said" still belong to goes on. */
function boundaryAfter(
  { sentences, text }: Prose,
  stretches: readonly Stretch[],
  offset: number,
  goesOn: boolean,
): number {
  for (let at = Math.max(0, lastStart(sentences, offset)); at < sentences.length; at++) {
    const { start, end } = sentences[at];
    if (end < offset || (end <= offset && goesOn) || inside(stretches, end)) continue;
    if (start >= offset && !goesOn) return offset;
    return end;
  }
  return text.length;
}

function lastStart(sentences: Prose['sentences'], offset: number): number {
  const at = lowerBound(sentences, ({ start }) => start <= offset);
  return at - 1;
}

/** Whether `offset` lies between the marks of a stretch. */
function inside(stretches: readonly Stretch[], offset: number): boolean {
  const at = lowerBound(stretches, ({ start }) => start < offset);
  return at > 0 && offset < stretches[at - 1].end;
}

function blank(text: string, stretches: readonly Stretch[], from: number, to: number, near: number): string {
  let first = near;
  while (first > 0 && stretches[first - 1].end > from) first--;
  let out = '';
  let at = from;
  for (let i = first; i < stretches.length && stretches[i].start < to; i++) {
    const { start, end } = stretches[i];
    if (i === near || end <= from) continue;
    out += text.slice(at, Math.max(at, start)) + QUOTED;
    at = Math.max(at, end);
  }
  return out + text.slice(at, Math.max(at, to));
}
