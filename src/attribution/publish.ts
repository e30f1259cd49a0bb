import type { AgencyMention } from '../agencies/agency';
import { byParagraph, type Article } from '../article/article';
import type { Discourse } from '../people/discourse';
import { Book, type NotedSpeaker } from '../people/notes';
import type { Page } from '../people/page';
import type { Entity } from '../people/entity';
import type { Mentioned, Speaker } from '../people/speaker';
import { firstIn, freshStart, type Quotation } from '../quotations/quotation';
import type { Attribution } from './attribution';
import type { Draft } from './drafts';
import { NOWHERE, PublishedAttribution, type Place } from './published';
import type { Changed } from './read-again';

/**
 * One version of an article with all that its attributions refer to. They are made when they are asked for: an edit
 * moves nearly all of them, and few are looked at.
 */
export class Edition {
  /** The values that were made, those of the version before that stand here among them. */
  private readonly made = new Map<Draft, PublishedAttribution>();
  private readonly places = new Map<Page, Place>();
  private all?: readonly Attribution[];

  constructor(
    readonly article: Article,
    readonly quotations: readonly Quotation[],
    readonly speakers: ReadonlyMap<Entity, Speaker>,
    readonly book: Book,
    readonly agenciesIn: (paragraph: number) => readonly AgencyMention[],
    /** By paragraph. */
    private readonly drafts: readonly (readonly Draft[])[],
  ) {}

  /** In order of the text. */
  get attributions(): readonly Attribution[] {
    if (!this.all) {
      const starts = this.drafts.flatMap((drafts) => drafts.map((draft) => ({ draft, start: this.startOf(draft) })));
      const inOrder = starts.every(({ start }, i) => i === 0 || starts[i - 1].start <= start);
      if (!inOrder) starts.sort((a, b) => a.start - b.start);
      this.all = starts.map(({ draft }) => this.publish(draft));
    }
    return this.all;
  }

  /** The first attribution, in order of the text, that accounts for quotation `q`. */
  attributionOf(q: number): Attribution | undefined {
    let first: Draft | undefined;
    for (const paragraph of new Set(this.quotations[q].paragraphs))
      for (const draft of this.drafts[paragraph])
        if (draft.quotations.includes(q - this.placeOf(draft.page).quotations))
          if (!first || this.startOf(draft) < this.startOf(first)) first = draft;
    return first && this.publish(first);
  }

  /** The attributions of a paragraph, and those of its `quotations` that other paragraphs have, in order of the text. */
  attributionsIn(paragraph: number, quotations: readonly Quotation[]): readonly Attribution[] {
    const others = new Set<number>();
    for (const { paragraphs } of quotations) for (const other of paragraphs) others.add(other);
    others.delete(paragraph);
    const found = this.drafts[paragraph].map((draft) => this.publish(draft));
    for (const other of others)
      for (const draft of this.drafts[other]) {
        const attribution = this.publish(draft);
        if (attribution.quotations.some(({ paragraphs }) => paragraphs.includes(paragraph))) found.push(attribution);
      }
    const starts = found.map(({ draft }) => this.startOf(draft));
    if (starts.every((start, i) => i === 0 || starts[i - 1] <= start)) return found;
    return [...found.keys()].sort((a, b) => starts[a] - starts[b]).map((i) => found[i]);
  }

  /** Speakers by first mention. */
  speakersInOrder(): readonly Speaker[] {
    return this.book.inOrder(this.speakers);
  }

  /** Who is mentioned in a paragraph; some twice. */
  mentionsIn(paragraph: number): readonly Mentioned[] {
    return this.book.mentionedIn(paragraph).flatMap(({ entity, mention }) => {
      const speaker = this.speakers.get(entity);
      return speaker ? [{ speaker, mention }] : [];
    });
  }

  /** The value of a draft: the one that it had where all that it refers to is the same, and where it was. */
  publish(draft: Draft): PublishedAttribution {
    let attribution = this.made.get(draft);
    if (!attribution) {
      const continued = draft.continues && this.publish(draft.continues);
      attribution = new PublishedAttribution(draft, this, this.placeOf(draft.page), continued);
      this.made.set(draft, attribution);
    }
    return attribution;
  }

  /**
   * Takes over the values of the version before that stand here as they stood there. In the paragraphs above `top` nothing
   * has changed but who is `renewed`, and nothing there goes on below.
   */
  takeOver(before: Edition, top: number, renewed: ReadonlySet<Entity>): void {
    const isRenewed = (entity: Entity): boolean => renewed.has(entity);
    for (const attribution of before.made.values()) {
      const { paragraph, continues, draft } = attribution;
      const { entity, others, page } = draft;
      // nearly all of a long article, where somebody types at its end; what another one continues was made before it
      const stands =
        paragraph < top &&
        page.index >= 0 &&
        !(entity && renewed.has(entity)) &&
        (!continues || continues.edition === this) &&
        (others.length === 0 || !others.some(isRenewed));
      if (stands) this.hold(attribution);
      else this.takeOverOne(attribution);
    }
  }

  private takeOverOne(attribution: PublishedAttribution): boolean {
    if (attribution.edition === this) return true;
    const { draft, continues, paragraph } = attribution;
    if (continues && !this.takeOverOne(continues)) return false;
    // this is the latest version, in which a page knows its place
    const place = draft.page.index < 0 ? NOWHERE : draft.page;
    if (!attribution.stands(this, place) || !this.drafts.at(paragraph)?.includes(draft)) return false;
    this.hold(attribution);
    return true;
  }

  private hold(attribution: PublishedAttribution): void {
    attribution.edition = this;
    this.made.set(attribution.draft, attribution);
  }

  private startOf(draft: Draft): number {
    return firstOffset(draft) + this.placeOf(draft.page).offset;
  }

  /** What is on no page (a headline's speaker, taken from below) stands where it says. */
  private placeOf(page: Page): Place {
    let place = this.places.get(page);
    if (!place) {
      const index = this.book.indexOf(page);
      place = index === undefined ? NOWHERE : this.placeAt(index, page);
      this.places.set(page, place);
    }
    return place;
  }

  private placeAt(index: number, page: Page): Place {
    return {
      index,
      offset: this.article.paragraphs[index].start - page.start,
      quotations: firstIn(this.quotations, index) - page.firstQuotation,
    };
  }
}

/** What publishing leaves for the next time. */
export interface Published {
  readonly speakers: ReadonlyMap<Entity, NotedSpeaker>;
  readonly edition?: Edition;
}

export function nothingPublished(): Published {
  return { speakers: new Map() };
}

/**
 * The version of an article that `drafts`, by paragraph, make up. Where all but what has `changed` is as it was at the
 * time before, values are handed out again.
 */
export function publish(
  drafts: readonly (readonly Draft[])[],
  quotations: readonly Quotation[],
  discourse: Discourse,
  agencies: readonly AgencyMention[],
  article: Article,
  last: Published,
  changed: Changed | undefined,
): {
  readonly edition: Edition;
  readonly published: Published;
  /** Whether there are the same speakers as before, and nothing is known of them now but other mentions. */
  readonly sameSpeakers: boolean;
} {
  const book = new Book(article, discourse.memory.pages);
  const still = changed && changed.offset === 0 && changed.paragraphs === 0;
  const first = changed?.first ?? 0;
  const { speakers, renewed } = discourse.memory.notes.speakers(book, last.speakers, still ? Infinity : first);
  const sameSpeakers = isSameCompany(speakers, last.speakers);
  const edition = new Edition(article, quotations, speakers, book, byParagraph(agencies), drafts);
  if (last.edition) edition.takeOver(last.edition, sameSpeakers ? freshStart(quotations, first) : 0, renewed);
  return { edition, published: { speakers, edition }, sameSpeakers };
}

function isSameCompany(now: Published['speakers'], before: Published['speakers']): boolean {
  if (now.size !== before.size) return false;
  for (const entity of now.keys()) if (!before.has(entity)) return false;
  return true;
}

/** Where the first of content, cue and source begins, on the draft's page. */
function firstOffset({ content, cue, source, print }: Draft): number {
  if (print.start === undefined) {
    // Not in the field itself: with Infinity in one, V8 would keep the starts of all spans as fractions on the heap.
    let first = Infinity;
    for (const spans of [content, cue, source]) for (const { start } of spans) if (start < first) first = start;
    print.start = first;
  }
  return print.start;
}
