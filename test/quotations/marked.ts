import { readProse } from '../../src/article/prose';
import { readMarks, type MarkHabits } from '../../src/quotations/marks';
import type { Marks } from '../../src/quotations/quotation';

/**
 * Copy with its quotations marked: ⟦ ⟧ around a quoted stretch, ⟪ ⟫ around one inside it, ⟨ ⟩ around a mark that has
 * no partner, ⟨~ ⟩ around the odd one of a mixed pair.
 */
export function show(text: string, { stretches, stray }: Marks): string {
  const at: { offset: number; order: number; sign: string }[] = [];
  for (const { start, end, nested } of stretches) {
    at.push({ offset: start, order: 5, sign: '⟦' }, { offset: end, order: 3, sign: '⟧' });
    for (const inner of nested)
      at.push({ offset: inner.start, order: 6, sign: '⟪' }, { offset: inner.end, order: 2, sign: '⟫' });
  }
  for (const { start, end, problem } of stray)
    at.push({ offset: start, order: 7, sign: problem === 'mixed' ? '⟨~' : '⟨' }, { offset: end, order: 1, sign: '⟩' });
  at.sort((a, b) => a.offset - b.offset || a.order - b.order);
  let out = '';
  let from = 0;
  for (const { offset, sign } of at) {
    out += text.slice(from, offset) + sign;
    from = offset;
  }
  return out + text.slice(from);
}

export function plain(marked: string): string {
  return marked.replace(/⟨~|[⟦⟧⟪⟫⟨⟩]/g, '');
}

/** Reads the marks of a marked paragraph and shows what was found in the same way. */
export function reread(marked: string, habits: MarkHabits = { singles: false }): string {
  const text = plain(marked);
  return show(text, readMarks(readProse(text), habits));
}
