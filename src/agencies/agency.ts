import type { Span } from '../article/span';

/**
 * What a tag is besides an agency's: a person's or place's `name`, an ordinary `word` written in capitals, another
 * `body` (a party, a company). Such a tag needs more around it before it counts as the agency.
 */
export type OtherSense = 'name' | 'word' | 'body';

/** A news agency as in agencies.json. */
export interface Agency {
  readonly id: string;
  /** The name that the desk sees: "Associated Press", "Reuters", "TASS". */
  readonly name: string;
  readonly tags: readonly string[];
  readonly aliases: readonly string[];
  /** Two letters, ISO 3166; XX for one of no country. */
  readonly country: string;
  /** How safely a tag may be matched: anywhere; only in capitals; only in a citation or after a full name. */
  readonly matching: 'unique' | 'caps' | 'context';
  /** Tags and aliases that are out of date or misspelt, each with what is written now. */
  readonly obsolete?: Readonly<Record<string, string>>;
  readonly alsoA?: OtherSense;
  /** Lower-case words that, right after a tag, show that something else is meant: AP *courses*, UPI *payments*. */
  readonly notBefore?: readonly string[];
}

/** `citation`: source of a statement or the outlet spoken to; `tail`: sign-off at the end; `mention`: named, not a source. */
export type AgencyUse = 'citation' | 'dateline' | 'tail' | 'credit' | 'mention';

/**
 * How a citation ties the agency to the statement: somebody `told` it, it `reported`, the statement is so
 * `according` to it, somebody else `cited` it.
 */
export type Relation = 'told' | 'reported' | 'according' | 'cited';

/** An agency named in the article; offsets into the article's text, the name only. */
export interface AgencyMention extends Span {
  readonly agency: Agency;
  readonly use: AgencyUse;
  /** For a citation: how it is cited. */
  readonly relation?: Relation;
  readonly paragraph: number;
  /** "the agency", "the Portuguese agency": a word that refers back. */
  readonly anaphoric: boolean;
  /** Other agencies that the tag could mean; empty where it is sure. */
  readonly alternatives: readonly Agency[];
  /** A full name or one that means nothing else, or a tag with "news agency" beside it. */
  readonly unmistakable: boolean;
  /** What decided, in a few plain words: "after \"according to\"". */
  readonly why: string;
}

/** Whether two mentions are the same but for their place: `offset` code units and `by` paragraphs further on. */
export function sameMention(a: AgencyMention, b: AgencyMention, offset: number, by: number): boolean {
  return (
    a.start + offset === b.start &&
    a.end + offset === b.end &&
    a.agency === b.agency &&
    a.use === b.use &&
    a.relation === b.relation &&
    a.paragraph + by === b.paragraph &&
    a.anaphoric === b.anaphoric &&
    a.unmistakable === b.unmistakable &&
    a.why === b.why &&
    a.alternatives.length === b.alternatives.length &&
    a.alternatives.every((agency, i) => agency === b.alternatives[i])
  );
}

/** An agency that a publication adds to the list. */
export interface OwnAgency {
  readonly name: string;
  readonly tags?: readonly string[];
}
