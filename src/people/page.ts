import type { Entity } from './entity';
import type { Recent } from './resolve';
import type { Mention } from './speaker';

/** What the reader may come to know of besides names: descriptions, agencies, new senses of a head noun. */
export type Table = 'described' | 'agency' | 'learnt';

/** Something that the reader came to know in a paragraph and knows from there on. */
export interface Entry {
  readonly table: Table;
  readonly key: string;
  readonly entity: Entity;
}

/**
 * What the reading of one paragraph left. All offsets and indexes in it are those of the article when it was read;
 * `offset`, `index` and `quotations` say how they have moved since then, so that an edit elsewhere changes three
 * numbers.
 */
export interface Page {
  /** The paragraph's index, below 0 for what is no paragraph's page, and its offset into the article when it was read. */
  readonly readAs: number;
  readonly start: number;
  /** The index of the first quotation that began in it or later, then. */
  readonly firstQuotation: number;
  /** Its index now. */
  index: number;
  /** How far the paragraph has moved since, in code units. */
  offset: number;
  /** How far the indexes of its quotations have moved since. */
  quotations: number;
  readonly notes: { readonly entity: Entity; readonly mention: Mention }[];
  /** The mentions of `notes` where they stood when they were last asked for. */
  placed?: { readonly offset: number; readonly index: number; readonly mentions: readonly Mention[] };
  readonly written: Entry[];
  /** What the reader remembered at the end, and how many sentences had been read. */
  recent: readonly Recent[];
  sentence: number;
}

export function newPage(index: number, start: number, firstQuotation: number): Page {
  return {
    readAs: index,
    start,
    firstQuotation,
    index,
    offset: 0,
    quotations: 0,
    notes: [],
    written: [],
    recent: [],
    sentence: 0,
  };
}

/** Whether the reader remembered the same at the end of two pages, wherever they stand. */
export function endAlike(a: Page, b: Page): boolean {
  return (
    a.recent.length === b.recent.length &&
    a.recent.every((one, i) => {
      const other = b.recent[i];
      return (
        one.entity === other.entity &&
        one.subject === other.subject &&
        one.spoke === other.spoke &&
        one.paragraph - a.readAs === other.paragraph - b.readAs &&
        one.sentence - a.sentence === other.sentence - b.sentence
      );
    })
  );
}

/** Whether the reader came to know the same on two runs of pages, in the same order. */
export function writtenAlike(a: readonly Page[], b: readonly Page[]): boolean {
  const [one, other] = [a.flatMap(({ written }) => written), b.flatMap(({ written }) => written)];
  return (
    one.length === other.length &&
    one.every(
      ({ table, key, entity }, i) => table === other[i].table && key === other[i].key && entity === other[i].entity,
    )
  );
}
