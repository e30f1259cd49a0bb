import type { SyntaxNode } from '@lezer/common';
import type { Zone } from './article';
import type { Block } from './blocks';
import { draft, merged, silent } from './drafting';
import { frontMatterDrafts, frontMatterEnd } from './front-matter';
import { htmlDrafts } from './html';
import { copyOf, type Markup } from './markup';
import { parsed, type Parsed } from './parsed';
import { markdownParser } from './parsers';
import { pace } from '../steps';
import { characterOf } from './references';
import type { Span } from './span';
import { assignZones, type Draft } from './zones';

/** Nodes that are markup from end to end. */
const MARKS = new Set(
  (
    'EmphasisMark LinkMark LinkTitle LinkLabel QuoteMark HeaderMark ListMark TaskMarker HardBreak InlineCode HTMLTag Comment ' +
    'ProcessingInstruction Strikethrough TableDelimiter'
  ).split(' '),
);

/** Shortcodes and templates, attribute lists, container fences, alerts: {{< x >}}, {% x %}, {{ x }}, {.x}, ::: x, [!NOTE] */
const TEMPLATES =
  /\{\{[^{}]{0,500}\}\}|\{%[^{}]{0,500}%\}|\{:?[#.][^{}\r\n]{0,200}\}|^[ \t>]{0,20}:::.*$|\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]|\[\[?toc\]?\]/gim;
const MAY_BE_TEMPLATE = /\{[{%:#.]|:::|\[[![tT]/;

/** A paragraph longer than this (code units) is read without its links: the time for them grows with its square. */
const LONGEST = 20_000;

const LINE_END = /[ \t]*(?:[\r\n]|$)/y;
const FOOTNOTE = /^[ \t>]*\[\^[^\]\s]+\]:[ \t]*/gm;

interface Context {
  readonly quoteDepth: number;
  readonly list: boolean;
}

/**
 * The paragraphs of a Markdown text (CommonMark, GitHub's tables and strikethrough, front matter, footnotes, shortcodes).
 * `before` is what was parsed of it before an edit. Rests between.
 */
export function* readMarkdown(
  text: string,
  before?: Parsed,
): Generator<void, { readonly blocks: Block[]; readonly parsed: Parsed }> {
  const matter = frontMatterEnd(text);
  const { source, place } = withLineFeeds(text, matter);
  const now = yield* parsed(markdownParser, withoutLinksInLong(source), before);
  const root = now.tree.topNode;
  const hasHeadline = hasTopHeading(root);
  const reader = new Reader(text, place, matter === 0 || hasHeadline);
  yield* reader.children(root, { quoteDepth: 0, list: false });
  const title = matter > 0 ? frontMatterDrafts(text, matter, !hasHeadline) : [];
  return { blocks: yield* assignZones(text, [...title, ...reader.drafts]), parsed: now };
}

/** The text from an offset on with the one end of lines that the parser knows, and where its offsets are in the text. */
function withLineFeeds(text: string, from: number): { source: string; place: (offset: number) => number } {
  const source = text.slice(from);
  if (!source.includes('\r')) return { source, place: (offset) => from + offset };
  const places = new Uint32Array(source.length + 1);
  let length = 0;
  for (let at = 0; at < source.length; at++) {
    places[length++] = from + at;
    if (source[at] === '\r' && source[at + 1] === '\n') at++;
  }
  places[length] = text.length;
  return { source: source.replace(/\r\n?/g, '\n'), place: (offset) => places[offset] };
}

function withoutLinksInLong(source: string): string {
  if (source.length <= LONGEST) return source;
  return source.replace(/(?:[^\n]+\n?)+/g, (run) => (run.length > LONGEST ? run.replace(/[[\]]/g, ' ') : run));
}

/** Whether the text has a heading of the first level outside lists and quotations. */
function hasTopHeading(root: SyntaxNode): boolean {
  for (let node = root.firstChild; node; node = node.nextSibling)
    if (node.name === 'ATXHeading1' || node.name === 'SetextHeading1') return true;
  return false;
}

/** Quotations and lists within one another that are read; copy has a few, and no text may exhaust the stack. */
const DEEPEST = 200;

class Reader {
  readonly drafts: Draft[] = [];
  private headline = false;
  private afterImage = false;
  private depth = 0;
  private readonly mayRest = pace();

  /** `place`: where the parser's offsets are in `text`. `mayHead`: whether a heading may be the headline. */
  constructor(
    private readonly text: string,
    private readonly place: (offset: number) => number,
    private readonly mayHead: boolean,
  ) {}

  *children(parent: SyntaxNode, context: Context): Generator<void, void> {
    if (this.depth >= DEEPEST) return;
    this.depth++;
    for (let node = parent.firstChild; node; node = node.nextSibling) {
      yield* this.block(node, context);
      if (this.mayRest(node.to)) yield;
    }
    this.depth--;
  }

  private *block(node: SyntaxNode, context: Context): Generator<void, void> {
    const { start, end } = this.spanOf(node);
    const wasImage = this.afterImage;
    this.afterImage = false;
    switch (node.name) {
      case 'Blockquote':
        return yield* this.children(node, { ...context, quoteDepth: context.quoteDepth + 1 });
      case 'BulletList':
      case 'OrderedList':
        return yield* this.children(node, { ...context, list: true });
      case 'ListItem':
        return yield* this.children(node, context);
      case 'Paragraph':
      case 'Task':
        return this.paragraph(node, { start, end }, context, wasImage);
      case 'FencedCode':
      case 'CodeBlock':
      case 'ProcessingInstructionBlock':
        return void this.drafts.push(silent(start, end, 'code', context.quoteDepth));
      case 'CommentBlock':
        return void this.drafts.push(silent(start, end, 'comment', context.quoteDepth));
      case 'HTMLBlock':
        for (const one of yield* htmlDrafts(this.text, start, end, this.rest(context))) this.drafts.push(one);
        return;
      case 'Table':
        return this.table(node, context);
      case 'LinkReference':
        return void this.footnotes({ start, end }, [], context);
      default:
        if (/Heading\d$/.test(node.name)) this.heading(node, { start, end }, context);
    }
  }

  private rest({ quoteDepth, list }: Context): { zone?: Zone; quoteDepth: number } {
    if (quoteDepth > 0) return { zone: 'block-quote', quoteDepth };
    return list ? { zone: 'list', quoteDepth } : { quoteDepth };
  }

  private add(span: Span, markup: readonly Markup[], rest: { zone?: Zone; quoteDepth: number }): boolean {
    const made = draft(this.text, span, markup, rest);
    if (made) this.drafts.push(made);
    return made !== undefined;
  }

  private heading(node: SyntaxNode, span: Span, context: Context): void {
    const first = /1$/.test(node.name) || this.drafts.length === 0;
    const zone =
      context.quoteDepth > 0 ? 'block-quote' : first && this.mayHead && !this.headline ? 'headline' : 'subhead';
    if (zone === 'headline') this.headline = true;
    this.add(span, this.markupOf(node), { zone, quoteDepth: context.quoteDepth });
  }

  private table(node: SyntaxNode, { quoteDepth }: Context): void {
    for (const row of node.getChildren('TableHeader').concat(node.getChildren('TableRow')))
      for (const cell of row.getChildren('TableCell')) {
        this.add(this.spanOf(cell), this.markupOf(cell), { zone: 'table', quoteDepth });
      }
  }

  /** Adds the footnotes of a paragraph, one after another; says whether there are any. */
  private footnotes(span: Span, markup: readonly Markup[], context: Context): boolean {
    const marks = [...this.text.slice(span.start, span.end).matchAll(FOOTNOTE)];
    if (marks.length === 0) return false;
    const starts = marks.map(({ index }) => span.start + index);
    this.add({ start: span.start, end: starts[0] }, markup, this.rest(context));
    marks.forEach(({ 0: mark }, i) => {
      const label = { start: starts[i], end: starts[i] + mark.length };
      const { quoteDepth } = context;
      this.add({ start: label.start, end: starts[i + 1] ?? span.end }, [...markup, label], {
        zone: 'footnote',
        quoteDepth,
      });
    });
    return true;
  }

  private paragraph(node: SyntaxNode, span: Span, context: Context, wasImage: boolean): void {
    const source = this.text.slice(span.start, span.end);
    const markup = this.markupOf(node);
    const rest = this.rest(context);
    if (source.includes('[^') && this.footnotes(span, markup, context)) return;
    const caption = { ...rest, zone: 'caption' as const };
    const images = imagesOf(node).map((image) => ({ image, ...this.spanOf(image) }));
    const pictures: Markup[] = images.map(({ start, end }) => ({ start, end }));
    const bare = images.length > 0 ? copyOf(source, merged([...markup, ...pictures], span)) : source;
    const isBare = (from: number, to: number) => !/\S/.test(bare.slice(from - span.start, to - span.start));
    let start = span.start;
    // pictures at the head of a paragraph, each alone on its line, are no part of what follows
    for (const { image, start: from, end: to } of images) {
      LINE_END.lastIndex = to - span.start;
      if (!isBare(start, from) || !LINE_END.test(source)) break;
      this.add({ start, end: to }, this.markupOf(image, true), caption);
      start = to;
      this.afterImage = true;
    }
    if (images.length > 0 && isBare(start, span.end)) return;
    const isCaption = (wasImage || this.afterImage) && this.isEmphasised(node, start);
    this.afterImage = false;
    this.add({ start, end: span.end }, [...markup, ...pictures], isCaption ? caption : rest);
  }

  /** Whether a paragraph, from `start` on, is emphasised as a whole. */
  private isEmphasised(node: SyntaxNode, start: number): boolean {
    let first = node.firstChild;
    while (first && this.place(first.from) < start) first = first.nextSibling;
    const last = node.lastChild;
    if (!first || !last || first.from !== last.from || !/Emphasis$/.test(first.name)) return false;
    const { start: from, end } = this.spanOf(first);
    return !/\S/.test(this.text.slice(start, from) + this.text.slice(end, this.place(node.to)));
  }

  private spanOf(node: SyntaxNode): Span {
    return { start: this.place(node.from), end: this.place(node.to) };
  }

  /** What is not copy between a node's ends, as offsets into the text. `alt`: the node is an image, its text is copy. */
  private markupOf(parent: SyntaxNode, alt = false): Markup[] {
    const { text } = this;
    const markup: Markup[] = [];
    const visit = (node: SyntaxNode, inLink: boolean) => {
      for (let child = node.firstChild; child; child = child.nextSibling) {
        const span = this.spanOf(child);
        if (MARKS.has(child.name) || (child.name === 'URL' && inLink)) markup.push(span);
        else if (child.name === 'Escape') markup.push({ start: span.start, end: span.start + 1 });
        else if (child.name === 'Entity') {
          const shows = characterOf(text.slice(span.start, span.end));
          if (shows) markup.push({ ...span, shows });
        } else if (child.name === 'Link' && text.startsWith('[^', span.start)) markup.push(span);
        else visit(child, child.name === 'Link' || child.name === 'Image');
      }
    };
    visit(parent, alt);
    const { start, end } = this.spanOf(parent);
    const source = text.slice(start, end);
    if (MAY_BE_TEMPLATE.test(source))
      for (const { index, 0: whole } of source.matchAll(TEMPLATES))
        markup.push({ start: start + index, end: start + index + whole.length });
    return markup;
  }
}

/** The images of a paragraph, those in links too, in order. */
function imagesOf(node: SyntaxNode): SyntaxNode[] {
  const images: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name === 'Image') images.push(child);
    else if (child.name === 'Link' && imagesOf(child).length > 0) images.push(child);
  }
  return images;
}
