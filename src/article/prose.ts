import type { Span } from './span';
import { splitSentences, type Sentence } from './sentences';
import { splitWords, type Word } from './words';

/**
 * A paragraph's text and what can be told from it alone. Offsets are relative to the paragraph's start.
 * `text` is as long as the source: markup (Markdown marks, link targets, tags, code) is blanked with spaces, so that
 * every room can read running copy and still point into the source.
 */
export interface Prose {
  readonly text: string;
  readonly words: readonly Word[];
  readonly sentences: readonly Sentence[];
  /** What was blanked, in order. */
  readonly markup: readonly Span[];
}

const remembered = new WeakMap<Prose, Map<unknown, unknown>>();

/**
 * What `compute` makes of a paragraph's text, computed once for as long as that text lives. `key` names the question:
 * use a module-level function or symbol, never a fresh closure. `compute` may depend on `prose` alone.
 */
export function remember<T>(prose: Prose, key: unknown, compute: (prose: Prose) => T): T {
  let answers = remembered.get(prose);
  if (!answers) remembered.set(prose, (answers = new Map()));
  if (answers.has(key)) return answers.get(key) as T;
  const answer = compute(prose);
  answers.set(key, answer);
  return answer;
}

/** Reads a paragraph's text; `markup` are the spans (relative, in order, disjoint) that are not copy. */
export function readProse(source: string, markup: readonly Span[] = []): Prose {
  let text = source;
  if (markup.length) {
    const parts: string[] = [];
    let at = 0;
    for (const { start, end } of markup) {
      parts.push(source.slice(at, start), ' '.repeat(end - start));
      at = end;
    }
    parts.push(source.slice(at));
    text = parts.join('');
  }
  const words = splitWords(text);
  return { text, words, sentences: splitSentences(text, words), markup };
}
