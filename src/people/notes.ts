import type { Article } from '../article/article';
import type { Page } from './page';
import type { Entity } from './entity';
import type { Gender, Mention, Speaker, SpeakerType } from './speaker';

/** The pages that mention somebody, in order. Copied before it is written to, once a speaker has it. */
interface Listed {
  pages: readonly Page[];
  shared: boolean;
}

/** Who is mentioned on which pages, kept up as pages are read and taken back. */
export class Notes {
  private readonly listed = new Map<Entity, Listed>();

  add(page: Page): void {
    for (const entity of new Set(page.notes.map((note) => note.entity))) {
      const listed = this.listed.get(entity);
      if (!listed) this.listed.set(entity, { pages: [page], shared: false });
      else {
        const at = listed.pages.findLastIndex(({ index }) => index < page.index) + 1;
        this.write(listed).splice(at, 0, page);
      }
    }
  }

  remove(page: Page): void {
    for (const entity of new Set(page.notes.map((note) => note.entity))) {
      const listed = this.listed.get(entity);
      if (!listed?.pages.includes(page)) continue;
      const pages = this.write(listed);
      pages.splice(pages.indexOf(page), 1);
      if (pages.length === 0) this.listed.delete(entity);
    }
  }

  private write(listed: Listed): Page[] {
    if (listed.shared) Object.assign(listed, { pages: [...listed.pages], shared: false });
    return listed.pages as Page[];
  }

  /**
   * Everybody who is mentioned. Those of `before` are handed out again where their mentions are what and where they
   * were: on the same pages, none of them behind paragraph `moved`. `renewed` are the others.
   */
  speakers(book: Book, before: ReadonlyMap<Entity, NotedSpeaker>, moved: number) {
    const speakers = new Map<Entity, NotedSpeaker>();
    const renewed = new Set<Entity>();
    for (const [entity, listed] of this.listed) {
      const { pages } = listed;
      const known = before.get(entity);
      listed.shared = true;
      if (known?.pages === pages && pages[pages.length - 1].index < moved) {
        known.book = book;
        speakers.set(entity, known);
      } else {
        speakers.set(entity, new NotedSpeaker(entity, pages, book));
        renewed.add(entity);
      }
    }
    return { speakers, renewed };
  }
}

/** One version of an article and the pages that were read of it, one a paragraph: where things stand in it. */
export class Book {
  private indexes?: Map<Page, number>;

  constructor(
    readonly article: Article,
    readonly pages: readonly Page[],
  ) {}

  /** The index of a page's paragraph; undefined for what is none of an article's pages. */
  indexOf(page: Page): number | undefined {
    // an edit after this version may have moved the page
    if (page.index < 0 || this.pages[page.index] === page) return page.index < 0 ? undefined : page.index;
    this.indexes ??= new Map(this.pages.map((one, index) => [one, index]));
    return this.indexes.get(page);
  }

  /** Who is mentioned in a paragraph, on whatever page it was noted; some twice. */
  mentionedIn(paragraph: number): readonly { readonly entity: Entity; readonly mention: Mention }[] {
    const found: { readonly entity: Entity; readonly mention: Mention }[] = [];
    const end = Math.min(this.pages.length, paragraph + APART + 1);
    for (let p = Math.max(0, paragraph - APART); p < end; p++) {
      const page = this.pages[p];
      const { notes } = page;
      const then = paragraph - p + page.readAs;
      let mentions: readonly Mention[] | undefined;
      for (let i = 0; i < notes.length; i++) {
        // few pages have noted what stands in another paragraph, and only these need be placed
        if (notes[i].mention.paragraph !== then) continue;
        mentions ??= this.mentionsOn(page);
        found.push({ entity: notes[i].entity, mention: mentions[i] });
      }
    }
    return found;
  }

  /** The mentions noted on a page, where they stand here; the same objects each time it is asked of the same version. */
  mentionsOn(page: Page): readonly Mention[] {
    const index = this.indexOf(page)!;
    const offset = this.article.paragraphs[index].start - page.start;
    const { placed } = page;
    if (placed?.offset === offset && placed.index === index) return placed.mentions;
    const by = index - page.readAs;
    const mentions = page.notes.map(({ mention }) => (offset === 0 && by === 0 ? mention : moved(mention, offset, by)));
    page.placed = { offset, index, mentions };
    return mentions;
  }

  /** A mention of a page where it stands here: the same object that its speaker has. */
  mentionOn(page: Page, mention: Mention): Mention {
    const at = page.notes.findIndex((note) => note.mention === mention);
    return at < 0 ? mention : this.mentionsOn(page)[at];
  }

  /** Speakers by first mention. */
  inOrder(speakers: ReadonlyMap<Entity, Speaker>): readonly Speaker[] {
    const seen = new Set<Entity>();
    for (const { notes } of this.pages) for (const { entity } of notes) seen.add(entity);
    const starts = new Map<Speaker, number>();
    for (const entity of seen) {
      const speaker = speakers.get(entity);
      if (speaker) starts.set(speaker, speaker.mentions[0].start);
    }
    return [...starts].sort((a, b) => a[1] - b[1]).map(([speaker]) => speaker);
  }
}

function moved({ start, end, paragraph, form, role, gender }: Mention, offset: number, by: number): Mention {
  return { start: start + offset, end: end + offset, paragraph: paragraph + by, form, role, gender };
}

/** A speaker whose mentions are gathered and placed when they are asked for: an edit moves nearly all, and few are looked at. */
export class NotedSpeaker implements Speaker {
  private ownMentions?: readonly Mention[];

  constructor(
    readonly entity: Entity,
    readonly pages: readonly Page[],
    public book: Book,
  ) {}

  get id(): string {
    return `${this.entity.type}:${this.entity.name}`;
  }

  get name(): string {
    return this.entity.name;
  }

  get type(): SpeakerType {
    return this.entity.type;
  }

  get role(): string | undefined {
    return this.entity.roles[0];
  }

  get roles(): readonly string[] {
    return this.entity.roles;
  }

  get gender(): Gender {
    return this.entity.gender === 'unknown' ? this.entity.guess : this.entity.gender;
  }

  get plural(): boolean {
    return this.entity.plural;
  }

  get mentions(): readonly Mention[] {
    return (this.ownMentions ??= this.gather());
  }

  private gather(): readonly Mention[] {
    const list: Mention[] = [];
    for (const page of this.pages) {
      const mentions = this.book.mentionsOn(page);
      for (let i = 0; i < mentions.length; i++)
        if (page.notes[i].entity === this.entity && !isNoted(list, mentions[i])) list.push(mentions[i]);
    }
    if (!areInOrder(list)) list.sort((a, b) => a.start - b.start);
    return list;
  }
}

/** They mostly are, and sorting costs room even then. */
function areInOrder(mentions: readonly Mention[]): boolean {
  for (let i = 1; i < mentions.length; i++) if (mentions[i].start < mentions[i - 1].start) return false;
  return true;
}

/** More paragraphs than a mention is noted away from where it stands: as passed there, or as a source beside it. */
const APART = 8;

/** Whether a mention is in the list: it can be noted as passed and as a source. */
function isNoted(list: readonly Mention[], { start, end, paragraph }: Mention): boolean {
  for (let i = list.length - 1; i >= 0 && list[i].paragraph >= paragraph - APART; i--)
    if (list[i].start === start && list[i].end === end) return true;
  return false;
}
