import type { Span } from '../../article/span';
import type { Fix, TextEdit } from '../../rules/rule';

/** Where a fix wants the selection once its edits are made; undefined where it has no wish. Offsets then. */
export function selectionAfter({ edits, select }: Fix): Span | undefined {
  if (!select || !edits.length) return undefined;
  const [first] = edits;
  const before = edits.filter((edit) => edit !== first && edit.start < first.start);
  const shift = before.reduce((sum, { start, end, text }) => sum + text.length - (end - start), 0);
  return { start: first.start + shift + select.start, end: first.start + shift + select.end };
}

/** Those of `fixes` that can be made together: one that touches what an earlier one changes is left for another time. */
export function together(fixes: readonly Fix[]): TextEdit[] {
  const made: TextEdit[] = [];
  for (const { edits } of fixes)
    if (!edits.some((edit) => made.some((other) => collide(edit, other)))) made.push(...edits);
  return made.sort((a, b) => a.start - b.start);
}

function collide(a: Span, b: Span): boolean {
  return a.start === b.start || (a.start < b.end && b.start < a.end);
}
