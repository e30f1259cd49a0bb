import { agencyNoOriginal } from './agency-no-original';
import { agencyChain } from './agency-chain';
import { agencyNameVariant } from './agency-name-variant';
import { agencyAmbiguous } from './agency-ambiguous';
import { agencyCreditMismatch } from './agency-credit-mismatch';
import { studyNoCitation } from './study-no-citation';
import { anonymousOpinion } from './anonymous-opinion';
import { anonymousPluralDrop } from './anonymous-plural-drop';
import { placeNameSource } from './place-name-source';
import { roleOnlySource } from './role-only-source';
import { leadNoSource } from './lead-no-source';
import { singleAnonymousSource } from './single-anonymous-source';
import { sourceLabelShift } from './source-label-shift';
import { adjacentQuotesOneAttribution } from './adjacent-quotes-one-attribution';
import { allegationNoSource } from './allegation-no-source';
import { anonymousBare } from './anonymous-bare';
import { anonymousNoReason } from './anonymous-no-reason';
import { attributionScope } from './attribution-scope';
import { claimNoSource } from './claim-no-source';
import { editorialAssertion } from './editorial-assertion';
import { firstReferenceNoTitle } from './first-reference-no-title';
import { genderTitleMismatch } from './gender-title-mismatch';
import { headlineNameNotInBody } from './headline-name-not-in-body';
import { headlineQuoteNotInBody } from './headline-quote-not-in-body';
import { loadedVerb } from './loaded-verb';
import { mindReadingVerb } from './mind-reading-verb';
import { nameVariant } from './name-variant';
import { nonspeechVerb } from './nonspeech-verb';
import { numberNoSource } from './number-no-source';
import { passiveAttribution } from './passive-attribution';
import { quotePronounAmbiguous } from './quote-pronoun-ambiguous';
import { relativeDate } from './relative-date';
import type { Rule } from './rule';
import { speakerNeverIdentified } from './speaker-never-identified';
import { strayParagraph } from './stray-paragraph';
import { titleRepeated } from './title-repeated';
import { oneWordQuote } from './one-word-quote';
import { quoteInsertion } from './quote-insertion';
import { quoteLateAttribution } from './quote-late-attribution';
import { quoteNoAttribution } from './quote-no-attribution';
import { quoteNotInSource } from './quote-not-in-source';
import { quoteRepeatedUnquoted } from './quote-repeated-unquoted';
import { quoteTrailingText } from './quote-trailing-text';
import { quoteTwoAttributions } from './quote-two-attributions';
import { quoteUnbalanced } from './quote-unbalanced';
import { quoteVersionsDiffer } from './quote-versions-differ';
import { socialQuoteNoPlatform } from './social-quote-no-platform';
import { titleTwoNames } from './title-two-names';
import { twoSpeakersOneParagraph } from './two-speakers-one-paragraph';
import { unusedSuppression } from './unused-suppression';
import { vagueSource } from './vague-source';

/** Every rule, in the order of the catalogue. */
export const rules: readonly Rule[] = [
  // quotations
  quoteNoAttribution,
  adjacentQuotesOneAttribution,
  quoteLateAttribution,
  quotePronounAmbiguous,
  roleOnlySource,
  quoteTwoAttributions,
  twoSpeakersOneParagraph,
  quoteUnbalanced,
  quoteTrailingText,
  quoteInsertion,
  oneWordQuote,
  quoteRepeatedUnquoted,
  quoteVersionsDiffer,
  quoteNotInSource,
  socialQuoteNoPlatform,
  // claims and sources
  passiveAttribution,
  vagueSource,
  anonymousBare,
  anonymousNoReason,
  anonymousOpinion,
  anonymousPluralDrop,
  singleAnonymousSource,
  allegationNoSource,
  numberNoSource,
  claimNoSource,
  editorialAssertion,
  studyNoCitation,
  placeNameSource,
  leadNoSource,
  attributionScope,
  // verbs
  loadedVerb,
  nonspeechVerb,
  mindReadingVerb,
  // agencies
  agencyNoOriginal,
  agencyChain,
  agencyNameVariant,
  agencyAmbiguous,
  agencyCreditMismatch,
  // consistency
  titleTwoNames,
  headlineNameNotInBody,
  headlineQuoteNotInBody,
  genderTitleMismatch,
  speakerNeverIdentified,
  nameVariant,
  titleRepeated,
  sourceLabelShift,
  firstReferenceNoTitle,
  relativeDate,
  strayParagraph,
  // suppression
  unusedSuppression,
];
