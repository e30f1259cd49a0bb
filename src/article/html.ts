import type { SyntaxNodeRef, Tree } from '@lezer/common';
import type { Zone } from './article';
import type { Block } from './blocks';
import { draft, silent } from './drafting';
import type { Markup } from './markup';
import { parsed, treeOf, type Parsed } from './parsed';
import { htmlParser } from './parsers';
import { pace } from '../steps';
import { characterOf } from './references';
import { lowerBound, shift, type Span } from './span';
import { assignZones, type Draft } from './zones';

const words = (list: string) => new Set(list.split(' '));

const INLINE = words(
  'a abbr acronym b bdi bdo big cite data del dfn em font i ins kbd label mark q s samp small span strike strong sub sup ' +
    'time tt u var wbr code br img picture source ruby rt rp',
);
/** Elements whose text no reader reads as copy. */
const SKIPPED = words(
  'script style template noscript svg math iframe object canvas button select option nav form textarea audio video map',
);
const CODE = words('pre listing xmp');
const INLINE_CODE = words('code kbd samp var tt s strike del');

const ZONES: Readonly<Record<string, Zone>> = {
  h1: 'headline',
  h2: 'subhead',
  h3: 'subhead',
  h4: 'subhead',
  h5: 'subhead',
  h6: 'subhead',
  blockquote: 'block-quote',
  figcaption: 'caption',
  caption: 'caption',
  li: 'list',
  dd: 'list',
  dt: 'list',
  td: 'table',
  th: 'table',
  address: 'byline',
  footer: 'footer',
  title: 'front-matter',
};

/** What content systems call the parts of a story, in class names. */
const CLASSES: readonly (readonly [RegExp, Zone])[] = [
  [/(?:^|[\s_-])(?:byline|author|dateline|timestamp)s?(?:$|[\s_-])/i, 'byline'],
  [/(?:^|[\s_-])(?:kicker|eyebrow|overline)(?:$|[\s_-])/i, 'kicker'],
  [/(?:^|[\s_-])(?:standfirst|dek|deck|subtitle)(?:$|[\s_-])/i, 'standfirst'],
  [/(?:^|[\s_-])pull-?quote(?:$|[\s_-])/i, 'pull-quote'],
  [/(?:^|[\s_-])credits?(?:$|[\s_-])/i, 'credit'],
  [/(?:^|[\s_-])caption(?:$|[\s_-])/i, 'caption'],
  [/(?:^|[\s_-])(?:correction|editors?-note)(?:$|[\s_-])/i, 'note'],
];

interface Context {
  readonly zone?: Zone;
  readonly quoteDepth: number;
}

/** The paragraphs of an HTML page or fragment; `before` is what was parsed of it before an edit. Rests between. */
export function* readHtml(
  text: string,
  before?: Parsed,
): Generator<void, { readonly blocks: Block[]; readonly parsed: Parsed }> {
  const { source, hidden } = parseable(text);
  const now = yield* parsed(htmlParser, source, before);
  const drafts = yield* draftsOf(now.tree, text, 0, hidden);
  return { blocks: yield* assignZones(text, drafts), parsed: now };
}

/** Elements within one another that are parsed: pages have some thirty, and the parser takes a stack frame for each. */
const DEEPEST = 300;
const TAG = /<(\/?)([a-z][a-z0-9-]*)(?:[^<>]*[^<>/])?>/gi;
/** Elements that have no end or need none: they do not pile up. */
const OPEN_ENDED = words(
  'area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot option ' +
    'optgroup colgroup caption rt rp html head body',
);

/**
 * A source as long as the HTML that the parser reads in linear time and without exhausting the stack: an ampersand that
 * begins no reference is text, and tags that stand too deep in others are blank. `hidden` are those.
 */
function parseable(html: string): { readonly source: string; readonly hidden: readonly Span[] } {
  const hidden: Span[] = [];
  let depth = 0;
  for (const { index, 0: tag, 1: end, 2: name } of html.matchAll(TAG)) {
    if (OPEN_ENDED.has(name.toLowerCase())) continue;
    const at = end ? depth-- : ++depth;
    if (at > DEEPEST) hidden.push({ start: index, end: index + tag.length });
    depth = Math.max(0, depth);
  }
  let source = '';
  let from = 0;
  for (const span of hidden) {
    source += html.slice(from, span.start) + ' '.repeat(span.end - span.start);
    from = span.end;
  }
  source += html.slice(from);
  return { source: source.replace(/&(?!#?[a-z0-9])/gi, '+'), hidden };
}

/** The paragraphs of the HTML between two offsets of a text. Rests between. */
export function* htmlDrafts(text: string, from: number, to: number, outer?: Context): Generator<void, Draft[]> {
  const { source, hidden } = parseable(text.slice(from, to));
  const tags = hidden.map((span) => shift(span, from));
  return yield* draftsOf(yield* treeOf(htmlParser, source), text, from, tags, outer);
}

/**
 * The paragraphs of the HTML that begins at an offset of a text, as parsed: the runs of copy between block elements.
 * Tags, comments and inline code are markup, character references show what they mean, scripts and controls are left
 * out.
 */
function* draftsOf(
  tree: Tree,
  text: string,
  from: number,
  hidden: readonly Span[],
  outer: Context = { quoteDepth: 0 },
): Generator<void, Draft[]> {
  const drafts: Draft[] = [];
  const contexts: Context[] = [outer];
  let markup: Markup[] = [];
  let start = -1;
  let end = -1;
  let breaks = 0;
  const hasFirst = /<h1[\s>]/i.test(text.slice(from, from + tree.length));
  let headline = false;

  const flush = () => {
    const inside = hidden.slice(
      lowerBound(hidden, (span) => span.end <= start),
      lowerBound(hidden, (span) => span.start < end),
    );
    const marks = inside.length > 0 ? [...markup, ...inside] : markup;
    const made = start < 0 ? undefined : draft(text, { start, end }, marks, contexts[contexts.length - 1]);
    if (made) drafts.push(made.zone === 'front-matter' ? silent(made.start, made.end, 'front-matter') : made);
    markup = [];
    start = -1;
    breaks = 0;
  };
  const copy = (a: number, b: number) => {
    if (start < 0) start = a;
    end = b;
    breaks = 0;
  };
  const open = (name: string, tag: string): void => {
    flush();
    const { quoteDepth, zone } = contexts[contexts.length - 1];
    const named = CLASSES.find(([pattern]) => pattern.test(/\sclass\s*=\s*["']?([^"'>]*)/i.exec(tag)?.[1] ?? ''))?.[1];
    let own = named ?? (quoteDepth > 0 && name !== 'blockquote' ? zone : ZONES[name]) ?? zone;
    // without a first heading the page's title is the headline, or else the first heading that there is
    if (name === 'title' || (name === 'h2' && drafts.length === 0)) own = hasFirst || headline ? own : 'headline';
    if (name === 'h1' && headline) own = 'subhead';
    if (own === 'headline') headline = true;
    contexts.push({ zone: own, quoteDepth: quoteDepth + (name === 'blockquote' ? 1 : 0) });
  };

  const enter = (node: SyntaxNodeRef): boolean | undefined => {
    const [a, b] = [node.from + from, node.to + from];
    switch (node.name) {
      case 'Element': {
        const name = nameAt(text, a);
        if (SKIPPED.has(name)) {
          if (start >= 0) markup.push({ start: a, end: b });
          return false;
        }
        if (CODE.has(name)) {
          flush();
          drafts.push(silent(a, b, 'code', contexts[contexts.length - 1].quoteDepth));
          return false;
        }
        if (INLINE_CODE.has(name)) {
          markup.push({ start: a, end: b });
          return false;
        }
        if (name === 'br' && ++breaks > 1) flush();
        if (!INLINE.has(name)) open(name, text.slice(a, Math.min(b, a + 300)).split('>')[0]);
        return undefined;
      }
      case 'OpenTag':
      case 'CloseTag':
      case 'SelfClosingTag':
      case 'MismatchedCloseTag':
        tag(a, b);
        return false;
      case 'Comment':
        if (start < 0) drafts.push(silent(a, b, 'comment'));
        else markup.push({ start: a, end: b });
        return false;
      case 'DoctypeDecl':
      case 'ProcessingInst':
        markup.push({ start: a, end: b });
        return false;
      case 'EntityReference':
      case 'CharacterReference': {
        const shows = characterOf(text.slice(a, b));
        if (shows) markup.push({ start: a, end: b, shows });
        if (start >= 0 || shows?.trim() !== '') copy(a, b);
        return false;
      }
      case 'Text':
      case 'InvalidEntity':
      case 'IncompleteTag':
      case 'IncompleteCloseTag':
        if (/\S/.test(text.slice(a, b))) copy(a, b);
        return false;
      default:
        return undefined;
    }
  };
  /** A tag is no copy; but <q> stands for the quotation marks that a browser shows. */
  const tag = (a: number, b: number) => {
    const closes = text[a + 1] === '/';
    const quotes = nameAt(text, closes ? a + 1 : a) === 'q';
    markup.push(quotes ? { start: a, end: b, shows: closes ? '”' : '“' } : { start: a, end: b });
    if (quotes) copy(a, b);
  };
  const leave = (node: SyntaxNodeRef) => {
    if (node.name !== 'Element') return;
    const name = nameAt(text, node.from + from);
    if (INLINE.has(name) || SKIPPED.has(name) || CODE.has(name) || INLINE_CODE.has(name)) return;
    flush();
    contexts.pop();
  };
  yield* walk(tree, enter, leave);
  flush();
  return drafts;
}

/** `Tree.iterate` with rests between. */
function* walk(
  tree: Tree,
  enter: (node: SyntaxNodeRef) => boolean | undefined,
  leave: (node: SyntaxNodeRef) => void,
): Generator<void, void> {
  const mayRest = pace();
  for (const cursor = tree.cursor(); ;) {
    if (mayRest(cursor.from)) yield;
    if (enter(cursor) !== false) {
      if (cursor.firstChild()) continue;
      leave(cursor);
    }
    while (!cursor.nextSibling()) {
      if (!cursor.parent()) return;
      leave(cursor);
    }
  }
}

const NAME = /[a-z][a-z0-9-]*/iy;

/** The name of the element whose tag begins at `at`, in lower case. */
function nameAt(text: string, at: number): string {
  NAME.lastIndex = at + 1;
  return NAME.exec(text)?.[0].toLowerCase() ?? '';
}
