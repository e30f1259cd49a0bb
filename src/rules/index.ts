import { passiveAttribution } from './passive-attribution';
import type { Rule } from './rule';

/** Every rule, in the order of the catalogue. */
export const rules: readonly Rule[] = [
  // claims and sources
  passiveAttribution,
];
