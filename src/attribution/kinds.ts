import { refineKind } from '../quotations/kind';
import { firstIn, freshStart, keep, type Quotation } from '../quotations/quotation';
import type { AttributionMemory } from './attribute';
import type { Forward } from './forward';
import type { Changed } from './read-again';

/**
 * The quotations, each of the kind that shows once it is known who said what. Asked again of those that have changed or
 * have their speaker, now or `before`, from another one.
 */
export function refinedAgain(
  found: readonly Quotation[],
  before: Readonly<AttributionMemory>,
  changed: Changed | undefined,
  forward: ReadonlyMap<number, Forward>,
  hasSource: (q: number) => boolean,
): readonly Quotation[] {
  const quotations = found.slice();
  const refine = (q: number): void => {
    const refined = refineKind(found[q], () => hasSource(q));
    quotations[q] = refined === found[q] ? refined : keep(before.quotations[q], refined);
  };
  const start = changed ? firstIn(found, freshStart(found, changed.first)) : 0;
  const end = changed ? firstIn(found, changed.end) : found.length;
  const shift = found.length - before.quotations.length;
  for (let q = 0; q < found.length; q++) {
    const { kind } = found[q];
    if (kind !== 'partial' && kind !== 'scare') continue; // no other is refined
    const was = q < start ? before.quotations[q] : q >= end ? before.quotations[q - shift] : undefined;
    if (!was) refine(q);
    else if (was.kind !== kind)
      quotations[q] = keep(
        was,
        refineKind(found[q], () => was.kind === 'partial'),
      );
  }
  for (const q of forward.keys()) if (q < start || q >= end) refine(q);
  for (const q of before.forward.keys())
    if (q < start) refine(q);
    else if (q + shift >= end) refine(q + shift);
  return quotations;
}
