import type { Analysis } from '../../analysis';
import type { Span } from '../../article/span';
import type { Fix } from '../rule';

/** Adds the desk's note `[who?]` behind the words (before a "to" or "that" that ends them), for the writer to answer. */
export function whoNote(analysis: Analysis, { start, end }: Span): Fix {
  const words = analysis.article.text.slice(start, end);
  const at = end - (/\s+(?:to|that)$/.exec(words)?.[0].length ?? 0);
  return { title: 'Add a note [who?]', edits: [{ start: at, end: at, text: ' [who?]' }], select: { start: 1, end: 7 } };
}
