import type { Changed } from '../attribution/read-again';

/** What a rule keeps from one check of an article to the next. */
export interface Carry<T = unknown> {
  /** What it kept at the check before, and what has changed since; this is undefined where anything may have. */
  readonly before?: T;
  readonly since?: Changed;
  /** The same with the paragraphs around in which other people may be mentioned now, by the same words. */
  readonly around?: Changed;
  keep(value: T): void;
}

/** `list`, written over, with `fresh` instead of the `count` values from `first` on. However many: no spreading. */
export function spliced<T>(list: T[], first: number, count: number, fresh: readonly T[]): T[] {
  if (count !== fresh.length) return list.slice(0, first).concat(fresh, list.slice(first + count));
  for (let i = 0; i < count; i++) list[first + i] = fresh[i];
  return list;
}

/** Copy checked between two rests, in code units: some 30 paragraphs, or one part of a paragraph without end. */
export const STEP = 8000;
