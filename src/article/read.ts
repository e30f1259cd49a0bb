import { inSteps, stagesFor, type Trace } from '../trace';
import type { Alignment } from './alignment';
import type { Article, Paragraph } from './article';
import { blocksInSteps, type Block, type BlocksRead } from './blocks';
import { changeBetween } from './change';
import { readProse, type Prose } from './prose';
import type { Markup } from './markup';
import { lowerBound } from './span';
import { splitLong } from './split';

/** What one reading of an article leaves for the next. */
export interface ReadingMemory {
  /** The article as it was. */
  readonly article?: Article;
  /** Its paragraphs as the format has them. */
  readonly read?: BlocksRead;
  /** What readings since then had read when they were dropped. */
  readonly dropped: Map<string, Prose>;
}

/** The memory before anything was read. */
export function nothingRead(): ReadingMemory {
  return { dropped: new Map() };
}

/**
 * Reads an article. A paragraph whose text is what it was is not read again and keeps its prose; one that also stands
 * where it stood is the same object as before. Prose that is new is noted in `before.dropped`, so that a reading that
 * is dropped half-way is not lost. `alignment` is what is known without comparing of where paragraphs stand.
 */
export function* readArticle(
  text: string,
  languageId: string,
  before: ReadingMemory,
  trace?: Trace,
): Generator<void, { article: Article; memory: ReadingMemory; alignment?: Alignment }> {
  const stage = stagesFor(trace);
  const was = before.article;
  const { instead, ...read } = yield* inSteps(trace, 'blocks', blocksInSteps(text, languageId, before.read, was));
  const blocks = splitLong(text, read.blocks);
  const old = was?.paragraphs ?? [];
  const head = instead ? lowerBound(old, ({ start }) => start < instead.start) : 0;
  const below = instead ? lowerBound(old, ({ start }) => start < instead.end) : old.length;
  const { stood, moved } = stage('recall', () => recallFrom(before, text, head));
  const paragraphs = old.slice(0, head);
  // Two paragraphs with the same words have prose of their own: later rooms tell mentions apart by identity.
  const used = new Set<Prose>();
  for (const block of blocks) {
    const known = stood(block);
    const found = known ? undefined : moved(block);
    let prose = known?.prose ?? (found && !used.has(found) ? found : undefined);
    if (!prose) {
      const source = detached(text.slice(block.start, block.end));
      prose = stage('prose', () => readProse(source, block.markup));
      before.dropped.set(keyOf(source, block.markup), prose);
      yield;
    }
    if (!known) used.add(prose);
    const index = paragraphs.length;
    paragraphs.push(known && isSame(known, block, index) ? known : paragraphOf(block, index, prose));
  }
  const tail = old.length - below;
  const by = paragraphs.length - below;
  const offset = text.length - (was?.text.length ?? 0);
  for (let p = below; p < old.length; p++) {
    const { start, end, zone, prose, bodyStart, quoteDepth } = old[p];
    paragraphs.push({ index: p + by, start: start + offset, end: end + offset, zone, prose, bodyStart, quoteDepth });
  }
  const article: Article = { text, languageId, paragraphs };
  const isAligned = instead && was?.languageId === languageId;
  const alignment = isAligned ? { head, tail, offset, paragraphs: by } : undefined;
  return { article, memory: { article, read, dropped: new Map() }, alignment };
}

function paragraphOf({ start, end, zone, bodyStart, quoteDepth }: Block, index: number, prose: Prose): Paragraph {
  return { index, start, end, zone, prose, bodyStart, quoteDepth };
}

function isSame(paragraph: Paragraph, { start, end, zone, bodyStart, quoteDepth }: Block, index: number): boolean {
  return (
    paragraph.start === start &&
    paragraph.end === end &&
    paragraph.index === index &&
    paragraph.zone === zone &&
    paragraph.bodyStart === bodyStart &&
    paragraph.quoteDepth === quoteDepth
  );
}

/**
 * What is known of blocks of `text`. `stood` has to be asked in the order of the text: the paragraph that was there, or
 * as far from the end, with the same text and markup. `moved` finds the rest by its text: what was elsewhere in the
 * part that changed, or had been read when a reading was dropped. No paragraph before index `from` is asked for.
 */
function recallFrom({ article, dropped }: ReadingMemory, text: string, from: number) {
  const old = article?.paragraphs ?? [];
  const { prefix, suffix } = article ? changeBetween(article.text, text) : { prefix: 0, suffix: 0 };
  const shift = text.length - (article?.text.length ?? 0);
  let at = from;
  const stood = ({ start, end, markup }: Block): Paragraph | undefined => {
    const by = end <= prefix ? 0 : start >= text.length - suffix ? shift : undefined;
    if (by === undefined) return undefined;
    while (at < old.length && old[at].start < start - by) at++;
    const there = old[at];
    if (there?.start !== start - by || there.end !== end - by) return undefined;
    const known = there.prose.markup;
    return (markup.length === 0 && known.length === 0) || sameMarkup(known, markup) ? there : undefined;
  };
  let changed: Map<string, Prose> | undefined;
  const moved = ({ start, end, markup }: Block): Prose | undefined => {
    if (!changed) {
      changed = new Map();
      const from = article ? article.text.length - suffix : 0;
      for (const { start, end, prose } of old)
        if (article && end > prefix && start < from)
          changed.set(keyOf(article.text.slice(start, end), prose.markup), prose);
    }
    const key = keyOf(text.slice(start, end), markup);
    return changed.get(key) ?? dropped.get(key);
  };
  return { stood, moved };
}

/** Compares what is shown, too: <q> stands for a quotation mark in HTML and for nothing in Markdown. */
function sameMarkup(a: readonly Markup[], b: readonly Markup[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ start, end, shows }, i) => start === b[i].start && end === b[i].end && shows === b[i].shows)
  );
}

function keyOf(source: string, markup: readonly Markup[]): string {
  if (markup.length === 0) return source;
  return `${markup.map(({ start, end, shows = '' }) => `${start}-${end}${shows}`).join()}\n${source}`;
}

/**
 * The same characters in a string of their own. A slice keeps the whole text alive that it was cut from: with one
 * paragraph remembered from each edit, every version of a long article would stay in memory.
 */
function detached(slice: string): string {
  return ` ${slice}`.slice(1);
}
