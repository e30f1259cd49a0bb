import type { Gender, SpeakerType } from './speaker';

/** Somebody or something that the article names; what is known so far. */
export interface Entity {
  name: string;
  /** Words of the name, lower case. */
  readonly words: readonly string[];
  type: SpeakerType;
  /** What the article's own words say: titles, roles, pronouns. */
  gender: Gender;
  /** What lists say of the first name. */
  guess: Gender;
  roles: string[];
  /** Head nouns of its roles, lower case: what "the minister" is matched against. */
  heads: Set<string>;
  /** Where it is first and last named: paragraph and offset order. */
  first: number;
  plural: boolean;
  /** Mr, Mrs, son, daughter: what says of gender more than a word like spokesman. */
  titled?: boolean;
  /** The first of these titles, lower case. */
  honorific?: string;
  /** How often it is named. */
  count: number;
  /** How often it stands behind "in" or "near". */
  where: number;
}
