import { passiveAttribution } from './passive-attribution';
import type { Rule } from './rule';
import { unusedSuppression } from './unused-suppression';

/** Every rule, in the order of the catalogue. */
export const rules: readonly Rule[] = [
  // claims and sources
  passiveAttribution,
  // suppression
  unusedSuppression,
];
