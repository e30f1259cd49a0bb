import { genderTitleMismatch } from './gender-title-mismatch';
import { headlineNameNotInBody } from './headline-name-not-in-body';
import { passiveAttribution } from './passive-attribution';
import type { Rule } from './rule';
import { titleTwoNames } from './title-two-names';
import { unusedSuppression } from './unused-suppression';

/** Every rule, in the order of the catalogue. */
export const rules: readonly Rule[] = [
  // claims and sources
  passiveAttribution,
  // consistency
  titleTwoNames,
  headlineNameNotInBody,
  genderTitleMismatch,
  // suppression
  unusedSuppression,
];
