import type { Span } from '../article/span';

/** A news agency as in agencies.json. */
export interface Agency {
  readonly id: string;
  /** Usual short name: "AP", "PA Media", "Agence France-Presse" as the desk's JSON gives it (see canonical names). */
  readonly name: string;
  readonly tags: readonly string[];
  readonly aliases: readonly string[];
  readonly country: string;
  /** How safely a tag may be matched: anywhere; only in capitals; only in a citation or after a full name. */
  readonly matching: 'unique' | 'caps' | 'context';
}

/** `citation`: source of a statement or the outlet spoken to; `tail`: sign-off at the end; `mention`: named, not a source. */
export type AgencyUse = 'citation' | 'dateline' | 'tail' | 'credit' | 'mention';

/** An agency named in the article; offsets into the article's text, the name only. */
export interface AgencyMention extends Span {
  readonly agency: Agency;
  readonly use: AgencyUse;
  readonly paragraph: number;
  /** "the agency", "the Portuguese agency": a word that refers back. */
  readonly anaphoric: boolean;
  /** Other agencies that the tag could mean; empty where it is sure. */
  readonly alternatives: readonly Agency[];
  /** What decided, in a few plain words: "after \"according to\"". */
  readonly why: string;
}
