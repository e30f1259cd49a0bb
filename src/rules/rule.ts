import type { Analysis } from '../analysis';
import type { Paragraph } from '../article/article';
import type { Span } from '../article/span';
import type { Quotation } from '../quotations/quotation';
import type { Carry } from './carry';
import type { Watch } from './watch';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** Another place that a finding points to. */
export interface Related extends Span {
  readonly message: string;
}

/** One problem. Offsets into the article's text. `message` is one line of desk English, no jargon, no blame. */
export interface Finding extends Span {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly related: readonly Related[];
  /** What the rule's fixes need to know; plain data, nobody else's business. */
  readonly data?: unknown;
}

export interface TextEdit extends Span {
  readonly text: string;
}

/** A change that mends a finding. `title` starts with a verb: "Attribute to Ana Ruiz". Edits do not overlap. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** The one that Ctrl+. offers first. At most one a finding. */
  readonly preferred?: boolean;
  /** Where the editor puts the cursor or a placeholder afterwards: a stretch of the first edit's text. */
  readonly select?: Span;
  /** May be applied to all findings of the rule in the file at once. */
  readonly safe?: boolean;
}

/** What a rule reports; the engine adds rule id and severity. `milder`: report one step below the set severity. */
export interface Report extends Span {
  readonly message: string;
  readonly related?: readonly Related[];
  readonly data?: unknown;
  readonly milder?: boolean;
}

/** House style and own lists, as far as rules need them. */
export interface RuleOptions {
  /** Names of the publication's own agencies: they need no original source. */
  readonly ownAgencies: readonly string[];
  /** Whether headline claims in marks need a body quotation. */
  readonly claimQuoteHeadlines: boolean;
  /** Words that are never sources. */
  readonly neverSources: readonly string[];
  /** Marks that the house uses for a quotation. */
  readonly marks: 'double' | 'single' | 'any';
  /** The source texts linked to the article, by name, for comparing quotations verbatim. */
  readonly sources?: readonly { readonly name: string; readonly text: string }[];
}

export type Reporter = (problem: Report) => void;

/** How far, in paragraphs, what a rule says of a paragraph or a quotation may reach. */
export const NEAR = 4;

/** Implements one of the three checks. */
export interface Rule {
  readonly id: string;
  /** Severity where nothing is set; `off`: shipped but off. */
  readonly severity: Severity | 'off';
  /** What severity it has when somebody turns an off rule on. */
  readonly whenOn?: Severity;
  /** One line: what it flags. */
  readonly description: string;
  /**
   * Adds what it finds in the article. Text scans go through `remember`, and what compares paragraphs through
   * `carry`, so that an edit re-does little. A generator rests between its steps.
   */
  check?(analysis: Analysis, report: Reporter, options: RuleOptions, carry: Carry): Iterable<void> | void;
  /**
   * Adds what it finds in a paragraph of copy, or of a quotation, and is asked again only where something has changed:
   * may depend on what stands up to `NEAR` paragraphs away and on what is known of speakers, not on where in the
   * article it is. `data` holds no offsets into the article.
   */
  checkParagraph?(analysis: Analysis, paragraph: Paragraph, report: Reporter, options: RuleOptions): void;
  checkQuotation?(analysis: Analysis, quotation: Quotation, report: Reporter, options: RuleOptions): void;
  /**
   * How far, in paragraphs, these two look, where that is less than `NEAR` and they ask for no speaker's mentions: what
   * they say of a paragraph then stands until something within reach of it changes. 0: they look at it alone.
   */
  readonly reach?: number;
  /** A paragraph of copy that holds none of these words is not asked by `checkParagraph`: it would find nothing there. */
  readonly words?: Watch;
  /** Computed when the user asks. `offset`s into the article that the finding was found in. */
  fixes?(finding: Finding, analysis: Analysis): readonly Fix[] | Promise<readonly Fix[]>;
}
