import { wordSet } from '../language/lexicon';

/** Small sets of words that tell on which side of an agency's name its verb stands, and what it does. In lower case. */

/** Before a name: a person who left it. */
export const FORMER = wordSet('former ex one-time onetime retired then veteran late');
/** Between somebody and the body that they are of, or against. */
export const BELONGING = wordSet('for of at with against about');
export const AT = wordSet('for of at with');
/** Verbs before the name that ends the clause: "…, reported Xinhua." */
export const INVERTED = wordSet('reports reported writes wrote said says');
/** Owners of an agency: "the country's". */
export const OWNERS = wordSet('country nation kingdom region state government world');
export const BEFORE_OWNER = wordSet('the in on at');
export const POSSESSIVE = wordSet('my his her their our your');
export const SERVICES = wordSet('news wire press');
export const PASSIVE = wordSet('was were been is');
export const PAST_PASSIVE = wordSet('was were been');
export const TOLD = wordSet('told informed');
export const CARRYING = wordSet('reporting quoting citing carrying');
export const NOUN_OR_VERB = wordSet('reports report estimates polls accounts calculates');
export const TO = wordSet('to told');
export const CITED_BY = wordSet('to told citing by with');
/** Verbs that have "to" behind them without anybody being spoken to, but for what stands between. */
export const GAVE = wordSet('said sent given gave made provided issued supplied');
export const MEANS = wordSet('by phone telephone email e-mail video link exclusively briefly separately directly over');
