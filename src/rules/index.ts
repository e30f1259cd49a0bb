import { allegationNoSource } from './allegation-no-source';
import { anonymousBare } from './anonymous-bare';
import { anonymousNoReason } from './anonymous-no-reason';
import { genderTitleMismatch } from './gender-title-mismatch';
import { headlineNameNotInBody } from './headline-name-not-in-body';
import { loadedVerb } from './loaded-verb';
import { nameVariant } from './name-variant';
import { nonspeechVerb } from './nonspeech-verb';
import { passiveAttribution } from './passive-attribution';
import type { Rule } from './rule';
import { titleTwoNames } from './title-two-names';
import { unusedSuppression } from './unused-suppression';
import { vagueSource } from './vague-source';

/** Every rule, in the order of the catalogue. */
export const rules: readonly Rule[] = [
  // claims and sources
  passiveAttribution,
  vagueSource,
  anonymousBare,
  anonymousNoReason,
  allegationNoSource,
  // verbs
  loadedVerb,
  nonspeechVerb,
  // consistency
  titleTwoNames,
  headlineNameNotInBody,
  genderTitleMismatch,
  nameVariant,
  // suppression
  unusedSuppression,
];
