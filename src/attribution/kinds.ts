import { refineKind } from '../quotations/kind';
import { firstIn, freshStart, keep, type Quotation } from '../quotations/quotation';
import type { AttributionMemory } from './attribute';
import type { Forward } from './forward';
import type { Changed } from './read-again';

/** The quotations, each of the kind that shows once it is known who said what. */
export interface Kinds {
  readonly quotations: readonly Quotation[];
  /** Indexes of those that had another kind before. */
  readonly refined: ReadonlySet<number>;
}

/**
 * Says of what kind the quotations are that were `found`; asks again where they have changed or have their speaker, now or
 * `before`, from another one.
 */
export function refinedAgain(
  found: readonly Quotation[],
  before: Readonly<AttributionMemory>,
  changed: Changed | undefined,
  forward: ReadonlyMap<number, Forward>,
  hasSource: (q: number) => boolean,
): Kinds {
  const quotations = found.slice();
  const refined = new Set<number>();
  const set = (q: number, was: Quotation | undefined, isSaid: () => boolean): void => {
    const now = refineKind(found[q], isSaid);
    quotations[q] = now === found[q] ? now : keep(was, now);
    if (now === found[q]) refined.delete(q);
    else refined.add(q);
  };
  const ask = (q: number): void => {
    set(q, before.quotations.at(q), () => hasSource(q));
  };
  const start = changed ? firstIn(found, freshStart(found, changed.first)) : 0;
  const end = changed ? firstIn(found, changed.end) : found.length;
  const shift = found.length - before.quotations.length;
  /** Index of a quotation outside of what has changed; -1 for one inside. */
  const indexOf = (was: number): number => (was < start ? was : was + shift < end ? -1 : was + shift);
  for (const was of before.refined) {
    const q = indexOf(was);
    const quotation = before.quotations[was];
    if (q >= 0) set(q, quotation, () => quotation.kind === 'partial');
  }
  for (let q = start; q < end; q++) ask(q);
  for (const was of before.forward.keys()) if (indexOf(was) >= 0) ask(indexOf(was));
  for (const q of forward.keys()) if (q < start || q >= end) ask(q);
  return { quotations, refined };
}
