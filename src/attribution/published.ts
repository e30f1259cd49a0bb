import type { AgencyMention } from '../agencies/agency';
import { paragraphAt, type Article } from '../article/article';
import { holds, hull, shift, type Span } from '../article/span';
import type { Entity } from '../people/entity';
import type { Mention, Speaker } from '../people/speaker';
import type { Quotation } from '../quotations/quotation';
import type { Attribution, AttributionKind, Certainty, Reason } from './attribution';
import type { Circumstances, Draft } from './drafts';
import type { Edition } from './publish';
import { timeIn, venueIn } from './venue';

/** Where a page stands in a version of the article, against where it stood when it was read. */
export interface Place {
  readonly index: number;
  /** How far its offsets and the indexes of its quotations have moved. */
  readonly offset: number;
  readonly quotations: number;
}

/** What is on no page stands where it says. */
export const NOWHERE: Place = { index: 0, offset: 0, quotations: 0 };

/** An attribution in its place in the article. Where its words stand is worked out when it is asked for. */
export class PublishedAttribution implements Attribution {
  readonly paragraph: number;
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
    private readonly place: Place,
    readonly continues: PublishedAttribution | undefined,
  ) {
    this.paragraph = draft.paragraph + (place === NOWHERE ? 0 : place.index - draft.page.readAs);
  }

  /** Whether the draft has the same value in another edition: nothing in it or around it has moved or changed. */
  stands(edition: Edition, { index, offset, quotations: by }: Place): boolean {
    const { entity, others, quotations } = this.draft;
    const { edition: own, paragraph, place } = this;
    const isSame = (one: Entity): boolean => own.speakers.get(one) === edition.speakers.get(one);
    return (
      offset === place.offset &&
      index === place.index &&
      by === place.quotations &&
      (!entity || isSame(entity)) &&
      others.every(isSame) &&
      quotations.every((q) => own.quotations[q + by] === edition.quotations[q + by]) &&
      isSameList(own.agenciesIn(paragraph), edition.agenciesIn(paragraph))
    );
  }

  get kind(): AttributionKind {
    return this.draft.kind;
  }

  get content(): readonly Span[] {
    return (this.ownContent ??= placed(this.draft.content, this.place.offset));
  }

  get cue(): readonly Span[] {
    return (this.ownCue ??= placed(this.draft.cue, this.place.offset));
  }

  get source(): readonly Span[] {
    return (this.ownSource ??= placed(this.draft.source, this.place.offset));
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
      return asCue >= 0 ? this.cue[asCue] : asSource >= 0 ? this.source[asSource] : shift(span, this.place.offset);
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
      const { article } = this.edition;
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
    return (this.ownQuotations ??= this.draft.quotations.map(
      (q) => this.edition.quotations[q + this.place.quotations],
    ));
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
