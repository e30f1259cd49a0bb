import { Notes } from './notes';
import { newPage, type Page, type Table } from './page';
import type { Entity } from './entity';
import type { Place, Recent } from './resolve';
import type { Mention } from './speaker';

/** Mentions that the reader remembers. */
const KEPT = 32;

/** Something the reader came to know, and on which page. */
interface Known {
  readonly entity: Entity;
  readonly page: Page;
}

/**
 * What a reader of an article has in mind at one place of it: who was mentioned last, what was called what. It is written
 * down paragraph by paragraph, a page each (`open`, `close`), so that pages can be taken back and read anew (`back`,
 * `forget`).
 */
export class Memory {
  /** One for each paragraph that was read, in order. */
  pages: Page[] = [];
  /** Who is mentioned on which pages. */
  readonly notes = new Notes();
  /** A page came to know what a page further down already knows: that one has to be read again, and all after it. */
  conflict = false;
  private mentioned: Recent[] = [];
  /** What `mentioned` was when a page was last closed; undefined once it is written to. */
  private closed: readonly Recent[] | undefined;
  private sentence = 0;
  private page = newPage(-1, 0, 0);
  private readonly known: Readonly<Record<Table, Map<string, Known>>> = {
    described: new Map(),
    agency: new Map(),
    learnt: new Map(),
  };
  /** What pages that were taken back had written: where it comes again, it is the same entity. */
  private lost = new Map<string, Entity>();

  /** Those mentioned last, the latest at the end. */
  get recent(): readonly Recent[] {
    return this.mentioned;
  }

  /** Begins a paragraph that starts at offset `start`; `quotation` is the index of the first that begins in it or later. */
  open(paragraph: number, start: number, quotation: number): Page {
    this.page = newPage(paragraph, start, quotation);
    this.pages.push(this.page);
    return this.page;
  }

  /** Ends the paragraph. */
  close(): void {
    this.page.recent = this.closed ??= [...this.mentioned];
    this.page.sentence = this.sentence;
    this.notes.add(this.page);
  }

  /** What stands at `from` or behind it has moved by `offset` code units. */
  move(from: number, offset: number): void {
    for (const table of [this.known.described, this.known.agency])
      for (const { entity } of table.values()) if (entity.first >= from) entity.first += offset;
  }

  /**
   * Takes the pages from `from` to `to` (exclusive) back and stands before `from`, with what the reader had in mind
   * there; the pages after them are handed back.
   */
  back(from: number, to: number): { readonly taken: Page[]; readonly after: Page[] } {
    const after = this.pages.slice(to);
    const taken = this.pages.slice(from, to);
    this.pages = this.pages.slice(0, from);
    this.lost = new Map();
    this.conflict = false;
    taken.forEach((page) => this.forget(page));
    const last = this.pages.at(-1);
    const moved = last ? last.index - last.readAs : 0;
    this.closed = undefined;
    this.mentioned = (last?.recent ?? []).map((item) =>
      moved ? { ...item, paragraph: item.paragraph + moved } : item,
    );
    this.sentence = last?.sentence ?? 0;
    return { taken, after };
  }

  /** Takes what a page has written back. */
  forget(page: Page): void {
    this.notes.remove(page);
    for (const { table, key, entity } of page.written) {
      this.known[table].delete(key);
      this.lost.set(`${table} ${key}`, entity);
    }
  }

  find(table: Table, key: string): Entity | undefined {
    const known = this.known[table].get(key);
    return known && known.page.index <= this.page.index ? known.entity : undefined;
  }

  /** Comes to know an entity; the one to use from here on is handed back. */
  write(table: Table, key: string, entity: Entity): Entity {
    // known further down already: that would have been written here, too
    if (this.known[table].has(key)) this.conflict = true;
    const before = this.lost.get(`${table} ${key}`);
    const same = before && table !== 'learnt' && isAlike(before, entity) ? before : entity;
    same.first = entity.first;
    this.known[table].set(key, { entity: same, page: this.page });
    this.page.written.push({ table, key, entity: same });
    return same;
  }

  /** Counts a sentence on. */
  nextSentence(): void {
    this.sentence++;
  }

  /** An entity is mentioned: as the subject of its clause, as the source of what is said. */
  keep(entity: Entity, paragraph: number, subject: boolean, spoke: boolean): void {
    this.closed = undefined;
    if (this.mentioned.length === KEPT) this.mentioned.shift();
    this.mentioned.push({ entity, paragraph, sentence: this.sentence, subject, spoke });
  }

  /** Puts a mention down on the page. */
  note(entity: Entity, mention: Mention): void {
    this.page.notes.push({ entity, mention });
  }

  at(paragraph: number): Place {
    return { paragraph, sentence: this.sentence };
  }
}

function isAlike(a: Entity, b: Entity): boolean {
  return a.name === b.name && a.type === b.type && a.gender === b.gender && a.plural === b.plural;
}
