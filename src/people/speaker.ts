import type { Span } from '../article/span';

export type SpeakerType =
  | 'person'
  | 'role' // known by office only
  | 'unnamed' // "a source", "two people familiar with the talks"
  | 'collective' // "critics", "residents"
  | 'organisation'
  | 'place'
  | 'agency'
  | 'media'
  | 'document';

export type Gender = 'female' | 'male' | 'unknown';

/** How a mention names whom it means. */
export type MentionForm =
  'full-name' | 'surname' | 'first-name' | 'title-and-name' | 'role' | 'short-name' | 'pronoun' | 'description';

/** One naming of a speaker. Offsets into the article's text. */
export interface Mention extends Span {
  readonly paragraph: number;
  readonly form: MentionForm;
  /** The words that name a role or office in this mention ("UN spokesman"), without name and article. */
  readonly role?: string;
  /** What the mention's own words say of gender: spokesman, Mrs, she. */
  readonly gender: Gender;
}

/** Somebody or something that can be a source. One speaker for all the names that mean the same. */
export interface Speaker {
  /** Stable as long as `name` and `type` are. */
  readonly id: string;
  /** The fullest name that the article gives; for a role never named, the role's words without article. */
  readonly name: string;
  readonly type: SpeakerType;
  /** The first role that the copy gives ("Russian foreign minister"), if any. */
  readonly role?: string;
  /** All roles that the copy gives, in order, without repetition. */
  readonly roles: readonly string[];
  readonly affiliation?: string;
  readonly gender: Gender;
  readonly plural: boolean;
  /** In order of the text, pronouns included where they were resolved. */
  readonly mentions: readonly Mention[];
}

/** A speaker where one is mentioned. */
export interface Mentioned {
  readonly speaker: Speaker;
  readonly mention: Mention;
}
