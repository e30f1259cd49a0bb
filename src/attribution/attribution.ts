import type { Span } from '../article/span';
import type { AgencyMention } from '../agencies/agency';
import type { Mention, Speaker } from '../people/speaker';
import type { Quotation } from '../quotations/quotation';

/** `direct`: all of the content stands in marks; `mixed`: some of it; `indirect`: none. */
export type AttributionKind = 'direct' | 'mixed' | 'indirect';

/**
 * `explicit`: full name or description with the cue. `resolved`: a pronoun, surname or role that had to be looked up.
 * `inferred`: no cue of its own.
 */
export type Certainty = 'explicit' | 'resolved' | 'inferred';

/** Why the program thinks so: one sentence of plain English, and the words of the article that decided. */
export interface Reason {
  readonly text: string;
  readonly evidence: readonly Span[];
}

/** Who said what. Offsets into the article's text; spans of one attribution do not overlap. */
export interface Attribution {
  readonly kind: AttributionKind;
  readonly content: readonly Span[];
  /** Empty where there is none. */
  readonly cue: readonly Span[];
  /** The words that name the source here; empty where there are none. */
  readonly source: readonly Span[];
  /** The source words as a mention that was looked up; undefined where there are no source words. */
  readonly mention?: Mention;
  readonly speaker: Speaker | null;
  readonly certainty: Certainty;
  /** 0–1: how sure the choice is. Below `DOUBTFUL` the hover says so and rules keep still. */
  readonly confidence: number;
  readonly reason: Reason;
  /** Other speakers who were possible, the likeliest first. */
  readonly alternatives: readonly Speaker[];
  /** tweet, statement, interview, news conference, phone call … where the copy says so. */
  readonly venue?: string;
  /** When the copy says it was said: "on Monday". */
  readonly time?: string;
  /** Agencies or media that relay it, the nearest to the original first. */
  readonly via: readonly AgencyMention[];
  /** The quotations that this attribution accounts for. */
  readonly quotations: readonly Quotation[];
  /** Lower-case base form of the main cue verb or "according to"; '' where there is no cue. */
  readonly cueLemma: string;
  readonly paragraph: number;
  /** The attribution that this quotation goes on with: the same act of speech, no cue of its own. */
  readonly continues?: Attribution;
}

/** Below this confidence an attribution is shown as doubtful. */
export const DOUBTFUL = 0.6;
