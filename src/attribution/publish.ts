import type { AgencyMention } from '../agencies/agency';
import { byParagraph, paragraphAt, type Article } from '../article/article';
import { holds, hull, shift, type Span } from '../article/span';
import type { Discourse } from '../people/discourse';
import { Book, type NotedSpeaker } from '../people/notes';
import type { Entity } from '../people/registry';
import type { Mention, Speaker } from '../people/speaker';
import type { Quotation } from '../quotations/quotation';
import type { Attribution, AttributionKind, Certainty, Reason } from './attribution';
import type { Circumstances, Draft } from './drafts';
import { timeIn, venueIn } from './venue';

/** What publishing leaves for the next time: values that are handed out again where nothing about them changed. */
export interface Published {
  readonly speakers: ReadonlyMap<Entity, NotedSpeaker>;
}

export function nothingPublished(): Published {
  return { speakers: new Map() };
}

/** What attributions of one version of an article refer to. */
interface Edition {
  readonly book: Book;
  readonly speakers: ReadonlyMap<Entity, Speaker>;
  readonly quotations: readonly Quotation[];
  readonly agenciesIn: (paragraph: number) => readonly AgencyMention[];
}

/**
 * Drafts as values, in order of the text. `unmoved`: so many paragraphs stand where they stood at the time before, and
 * the values of drafts in them are handed out again.
 */
export function publish(
  drafts: readonly Draft[],
  quotations: readonly Quotation[],
  discourse: Discourse,
  agencies: readonly AgencyMention[],
  article: Article,
  last: Published,
  unmoved: number,
): {
  readonly attributions: readonly Attribution[];
  /** By index. */
  readonly byQuotation: readonly (Attribution | undefined)[];
  readonly speakers: () => readonly Speaker[];
  readonly published: Published;
  /** Whether there are the same speakers as before, and nothing is known of them now but other mentions. */
  readonly sameSpeakers: boolean;
} {
  const book = new Book(article, discourse.pages);
  const speakers = discourse.notes.speakers(book, last.speakers, unmoved);
  const edition: Edition = { book, speakers, quotations, agenciesIn: byParagraph(agencies) };
  const made = inOrder(drafts).map((draft) => publishedDraft(draft, edition));
  const byQuotation: (Attribution | undefined)[] = quotations.map(() => undefined);
  for (const attribution of made)
    for (const index of attribution.draft.quotations) byQuotation[index + attribution.quotationsBy] ??= attribution;
  return {
    attributions: made,
    byQuotation,
    speakers: () => book.inOrder(speakers),
    published: { speakers },
    sameSpeakers: speakers.size === last.speakers.size && [...speakers.keys()].every((one) => last.speakers.has(one)),
  };
}

/** The value of a draft: the one that it had where all that it refers to is the same, and where it was. */
function publishedDraft(draft: Draft, edition: Edition): PublishedAttribution {
  const { page, print } = draft;
  const { last } = print;
  if (last?.edition === edition) return last;
  const continues = draft.continues && publishedDraft(draft.continues, edition);
  if (last?.stands(edition, continues)) {
    last.edition = edition;
    return last;
  }
  return (print.last = new PublishedAttribution(draft, edition, page, continues));
}

/**
 * An attribution in its place in the article. Where its words stand and what it refers to is worked out when it is asked
 * for: an edit moves nearly all attributions, and few are looked at.
 */
export class PublishedAttribution implements Attribution {
  readonly quotationsBy: number;
  readonly paragraph: number;
  private readonly offset: number;
  private readonly index: number;
  private ownContent?: readonly Span[];
  private ownCue?: readonly Span[];
  private ownSource?: readonly Span[];
  private ownMention?: Mention;
  private ownReason?: Reason;
  private ownAlternatives?: readonly Speaker[];
  private ownQuotations?: readonly Quotation[];
  private ownVia?: readonly AgencyMention[];
  private circumstances?: Circumstances;

  constructor(
    readonly draft: Draft,
    public edition: Edition,
    { offset, index, readAs, quotations }: Draft['page'],
    readonly continues: PublishedAttribution | undefined,
  ) {
    this.offset = offset;
    this.index = index;
    this.quotationsBy = quotations;
    this.paragraph = draft.paragraph + index - readAs;
  }

  /** Whether the draft has the same value in another edition: nothing in it or around it has moved or changed. */
  stands(edition: Edition, continues: PublishedAttribution | undefined): boolean {
    const { page, entity, others, quotations } = this.draft;
    const { edition: own, paragraph } = this;
    const isSame = (one: Entity): boolean => own.speakers.get(one) === edition.speakers.get(one);
    return (
      page.offset === this.offset &&
      page.index === this.index &&
      page.quotations === this.quotationsBy &&
      continues === this.continues &&
      (!entity || isSame(entity)) &&
      others.every(isSame) &&
      quotations.every((q) => own.quotations[q + page.quotations] === edition.quotations[q + page.quotations]) &&
      isSameList(own.agenciesIn(paragraph), edition.agenciesIn(paragraph))
    );
  }

  get kind(): AttributionKind {
    return this.draft.kind;
  }

  get content(): readonly Span[] {
    return (this.ownContent ??= placed(this.draft.content, this.offset));
  }

  get cue(): readonly Span[] {
    return (this.ownCue ??= placed(this.draft.cue, this.offset));
  }

  get source(): readonly Span[] {
    return (this.ownSource ??= placed(this.draft.source, this.offset));
  }

  get mention(): Mention | undefined {
    const { resolved, page } = this.draft;
    return (this.ownMention ??= resolved && this.edition.book.mentionOn(page, resolved.mention));
  }

  get speaker(): Speaker | null {
    const { entity } = this.draft;
    return entity ? (this.edition.speakers.get(entity) ?? null) : null;
  }

  get certainty(): Certainty {
    return this.draft.certainty;
  }

  get confidence(): number {
    return this.draft.confidence;
  }

  get reason(): Reason {
    return (this.ownReason ??= { text: this.draft.why, evidence: this.evidence() });
  }

  /** The words that decided, mostly those of cue and source. */
  private evidence(): readonly Span[] {
    const { evidence, cue, source } = this.draft;
    return evidence.map((span) => {
      const [asCue, asSource] = [cue.indexOf(span), source.indexOf(span)];
      return asCue >= 0 ? this.cue[asCue] : asSource >= 0 ? this.source[asSource] : shift(span, this.offset);
    });
  }

  get alternatives(): readonly Speaker[] {
    return (this.ownAlternatives ??= this.draft.others.flatMap((entity) => this.edition.speakers.get(entity) ?? []));
  }

  get venue(): string | undefined {
    return this.told().venue;
  }

  get time(): string | undefined {
    return this.told().time;
  }

  /** Where and when it was said, as far as the sentence around the cue says so. */
  private told(): Circumstances {
    if (!this.circumstances) {
      const anchor = this.cue.at(0) ?? this.source.at(0);
      const { article } = this.edition.book;
      const around = anchor && contextOf(article, this.paragraph, this.content, anchor);
      this.circumstances = around === undefined ? {} : { venue: venueIn(around), time: timeIn(around) };
    }
    return this.circumstances;
  }

  get via(): readonly AgencyMention[] {
    return (this.ownVia ??= this.cue.length
      ? relays(hull(this.cue), this.edition.agenciesIn(this.paragraph), this.speaker)
      : NOTHING);
  }

  get quotations(): readonly Quotation[] {
    return (this.ownQuotations ??= this.draft.quotations.map((q) => this.edition.quotations[q + this.quotationsBy]));
  }

  get cueLemma(): string {
    return this.draft.cueLemma;
  }
}

const NOTHING: readonly never[] = [];

function isSameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i]);
}

function placed(spans: readonly Span[], offset: number): readonly Span[] {
  return offset === 0 || spans.length === 0 ? spans : spans.map((span) => shift(span, offset));
}

/** In order of the text; drafts that begin at the same place stay as they were. */
function inOrder(drafts: readonly Draft[]): readonly Draft[] {
  let last = -Infinity;
  for (const draft of drafts) {
    const start = startOf(draft);
    if (start < last) return drafts.toSorted((a, b) => startOf(a) - startOf(b));
    last = start;
  }
  return drafts;
}

/** Where the first of content, cue and source begins. */
function startOf({ content, cue, source, print, page }: Draft): number {
  if (print.start === undefined) {
    print.start = Infinity;
    for (const spans of [content, cue, source])
      for (const span of spans) if (span.start < print.start) print.start = span.start;
  }
  return print.start + page.offset;
}

/** The narrator's words of the sentence around the cue. */
function contextOf(article: Article, own: number, content: readonly Span[], anchor: Span): string {
  const holder = paragraphAt(article, anchor.start);
  const paragraph = holder && holds(holder, anchor) ? holder : article.paragraphs[own];
  const at = anchor.start - paragraph.start;
  const sentence = paragraph.prose.sentences.find(({ start, end }) => start <= at && at < end);
  if (!sentence) return '';
  let text = paragraph.prose.text.slice(sentence.start, sentence.end);
  for (const { start, end } of content) {
    const from = Math.max(0, start - paragraph.start - sentence.start);
    const to = Math.min(text.length, end - paragraph.start - sentence.start);
    if (to > from) text = text.slice(0, from) + ' '.repeat(to - from) + text.slice(to);
  }
  return text;
}

/** Agencies of the sentence to whom it was said or who carried it. */
function relays(cue: Span, agencies: readonly AgencyMention[], speaker: Speaker | null): AgencyMention[] {
  if (speaker?.type === 'agency') return [];
  return agencies.filter(
    (mention) => mention.use === 'citation' && mention.start >= cue.end && mention.start - cue.end < 60,
  );
}
