import { remember, type Prose } from '../article/prose';
import { pace, toEnd } from '../steps';
import type { Marks } from './quotation';
import { stretchesOf, styleOf, type Act } from './stretches';
import { isSingle, markTokens, type MarkToken } from './tokens';

/** What the article as a whole says about marks: a paragraph's reading depends on its text and on these alone. */
export interface MarkHabits {
  /** Single marks set off quotations here, not only quotations within quotations. */
  readonly singles: boolean;
  /** Double marks are curly here: a straight one that opens a paragraph and is never closed shows an excerpt. */
  readonly curly?: boolean;
}

const NONE: Marks = { stretches: [], stray: [] };

/** Readings kept while going along a paragraph; many more marks than copy ever has get a narrower look. */
const BEAM = 14;
const NARROW_BEAM = 4;
const MANY_MARKS = 4000;
const MAX_DEPTH = 3;

/** What it costs to leave a quotation open, to close one that nothing opened, to nest marks of one family. */
const COST = {
  abandoned: 3.2,
  unclosed: 2,
  unopened: 3,
  nestedSame: 2.2,
  nestedCurly: 1.5,
  nestedOther: 1,
  empty: 2,
  farApostrophe: 0.5,
};

/** Which mark closes which, and what the pair costs; a straight mark paired with a curly one is a slip. */
const MIXED = 0.7;
const PAIRS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  '"': { '"': 0, '”': MIXED, '“': 2.5, "''": 1 },
  '“': { '”': 0, '"': MIXED, '“': 1.5, "''": MIXED },
  '‟': { '”': 0, '"': MIXED },
  '”': { '”': 0, '"': MIXED },
  '„': { '“': 0, '”': 0, '"': MIXED },
  '«': { '»': 0 },
  '»': { '«': 0, '»': 0.5 },
  '‹': { '›': 0 },
  '›': { '‹': 0 },
  '「': { '」': 0 },
  '『': { '』': 0 },
  '``': { "''": 0, '"': 0.3, '”': 0.3 },
  "''": { "''": 0, '"': 0.7 },
  "'": { "'": 0, '’': MIXED },
  '‘': { '’': 0, "'": MIXED },
  '‛': { '’': 0, "'": MIXED },
  '‚': { '‘': 0, '’': 0 },
  '`': { "'": 0, '’': 0.2 },
  '´': { '´': 0, "'": 0.2 },
};

interface Opened {
  readonly token: MarkToken;
  readonly below: Opened | null;
  readonly depth: number;
}

/** One reading of the marks so far. */
interface Reading {
  /** The opening marks that are still open, as text: readings with the same are rivals. */
  readonly key: string;
  readonly open: Opened | null;
  readonly cost: number;
  readonly act: Act;
  readonly before: Reading | null;
}

/**
 * Pairs the marks of one paragraph: of all ways to read them, the one that costs least, where what a mark's neighbours
 * say, an unpaired mark and an odd pair each have a price. Linear in the paragraph's length, whatever stands in it.
 */
export function readMarks(prose: Prose, habits: MarkHabits): Marks {
  const tokens = markTokens(prose, habits.singles);
  if (!tokens.length) return NONE;
  const excerpt = habits.curly === true && opensExcerpt(prose, tokens);
  const own = excerpt ? tokens.slice(1) : tokens;
  const marks = stretchesOf(prose, own, plainest(own) ?? cheapest(own, habits));
  if (!excerpt) return marks;
  const [{ start, end }] = tokens;
  return { ...marks, stray: [{ start, end, problem: 'unpaired' }, ...marks.stray] };
}

/** Whether the first mark is a straight one that nothing closes: what stands behind it is another article's copy. */
function opensExcerpt({ text }: Prose, tokens: readonly MarkToken[]): boolean {
  const [first] = tokens;
  if (first.mark !== '"' || text.slice(0, first.start).trim() !== '') return false;
  let open = 0;
  for (const { mark } of tokens) {
    if (mark === '"' && ++open > 1) return false;
    if (mark === '“') open++;
    else if (mark === '”') open--;
  }
  return open === 1;
}

/**
 * The reading in which each mark does the one thing that costs least for it whatever the others do, and nothing stays open: there
 * is no cheaper one. Most paragraphs have it; undefined for the others.
 */
function plainest(tokens: readonly MarkToken[]): Act[] | undefined {
  const acts: Act[] = [];
  let top = null as Opened | null;
  for (const token of tokens) {
    const least = Math.min(token.skip, token.open, token.close);
    const opens: boolean = token.open === least && nesting(top, token) === 0 && (!top || top.depth < MAX_DEPTH);
    const closes: boolean =
      top !== null &&
      token.close === least &&
      PAIRS[top.token.mark]?.[token.mark] === 0 &&
      distance(top.token, token) === 0;
    const skips = token.skip === least;
    if (Number(opens) + Number(closes) + Number(skips) !== 1) return undefined;
    if (opens) top = { token, below: top, depth: (top?.depth ?? 0) + 1 };
    else if (closes) top = (top as Opened).below;
    acts.push(opens ? 'open' : closes ? 'close' : 'skip');
  }
  return top ? undefined : acts;
}

function cheapest(tokens: readonly MarkToken[], habits: MarkHabits): Act[] {
  const width = tokens.length > MANY_MARKS ? NARROW_BEAM : BEAM;
  let beam: Reading[] = [{ key: '', open: null, cost: 0, act: 'skip', before: null }];
  for (const token of tokens) {
    const next = new Map<string, Reading>();
    const offer = (before: Reading, act: Act, open: Opened | null, key: string, price: number): void => {
      const cost = before.cost + price;
      if (cost === Infinity) return;
      const rival = next.get(key);
      if (!rival || cost < rival.cost) next.set(key, { key, open, cost, act, before });
    };
    for (const reading of beam) step(reading, token, offer);
    beam = [...next.values()].sort((a, b) => a.cost - b.cost);
    if (beam.length > width) beam.length = width;
  }
  let best: Reading | undefined;
  let least = Infinity;
  for (const reading of beam) {
    const cost = reading.cost + unclosed(reading.open, habits);
    if (cost < least) [best, least] = [reading, cost];
  }
  const acts: Act[] = [];
  for (let at = best ?? beam[0]; at.before; at = at.before) acts.push(at.act);
  return acts.reverse();
}

type Offer = (before: Reading, act: Act, open: Opened | null, key: string, price: number) => void;

function step(reading: Reading, token: MarkToken, offer: Offer): void {
  const { open: top, key } = reading;
  offer(reading, 'skip', top, key, token.skip);
  if (token.open < Infinity && (!top || top.depth < MAX_DEPTH))
    offer(
      reading,
      'open',
      { token, below: top, depth: (top?.depth ?? 0) + 1 },
      `${key} ${token.mark}`,
      token.open + nesting(top, token),
    );
  if (!top) {
    if (styleOf(token.mark) !== 'single' || !token.innocent)
      offer(reading, 'unopened', null, '', token.close + COST.unopened);
    return;
  }
  const rest = key.slice(0, key.length - top.token.mark.length - 1);
  const pair = PAIRS[top.token.mark]?.[token.mark];
  if (pair !== undefined) offer(reading, 'close', top.below, rest, token.close + pair + distance(top.token, token));
  if (
    !top.below &&
    token.open < Infinity &&
    styleOf(top.token.mark) === styleOf(token.mark) &&
    styleOf(token.mark) !== 'single'
  )
    offer(reading, 'restart', { token, below: null, depth: 1 }, ` ${token.mark}`, token.open + COST.abandoned);
}

/** Marks alternate: double in single, single in double. The same again inside itself is a last resort. */
function nesting(top: Opened | null, { mark }: MarkToken): number {
  for (let at = top; at; at = at.below) {
    const outer = at.token.mark;
    if (isSingle(outer) !== isSingle(mark) || styleOf(outer) === 'corner') continue;
    if (outer === mark) return mark === '“' || mark === '«' ? COST.nestedCurly : COST.nestedSame;
    return COST.nestedOther;
  }
  return 0;
}

/** An empty pair is seldom meant; a single mark that could be an apostrophe seldom closes what began long before. */
function distance(open: MarkToken, close: MarkToken): number {
  if (close.start <= open.end) return COST.empty;
  if (styleOf(open.mark) === 'single' && close.close > 0 && close.start - open.end > 60) return COST.farApostrophe;
  return 0;
}

function unclosed(open: Opened | null, habits: MarkHabits): number {
  let cost = 0;
  for (let at = open; at; at = at.below) {
    // a single mark opens only where it is closed, but for copy that quotes in single marks over paragraphs
    if (styleOf(at.token.mark) === 'single' && (!habits.singles || at.below || at.token.open > 0.2)) return Infinity;
    cost += at.below ? COST.abandoned : COST.unclosed;
  }
  return cost;
}

/** Pairs of single marks that can be nothing else, pairs of double marks, and those of them that are curly. */
export interface MarkCount {
  readonly singles: number;
  readonly doubles: number;
  readonly curly: number;
}

/**
 * The marks of some paragraphs; with `before`, those of an article in which they have taken the place of others. Rests
 * between.
 */
export function* countMarks(
  paragraphs: readonly { readonly prose: Prose }[],
  before?: { readonly count: MarkCount; readonly gone: readonly { readonly prose: Prose }[] },
): Generator<void, MarkCount> {
  const sum = { singles: 0, doubles: 0, curly: 0, ...before?.count };
  const add = (prose: Prose, times: 1 | -1): void => {
    const { singles, doubles, curly } = remember(prose, countIn, countIn);
    sum.singles += times * singles;
    sum.doubles += times * doubles;
    sum.curly += times * curly;
  };
  for (const { prose } of before?.gone ?? []) add(prose, -1);
  const mayRest = pace();
  let read = 0;
  for (const { prose } of paragraphs) {
    add(prose, 1);
    if (mayRest((read += prose.text.length))) yield;
  }
  return sum;
}

/** Which marks does copy with so many of each use? */
export function habitsOf({ singles, doubles, curly }: MarkCount): MarkHabits {
  return { singles: singles > doubles, curly: curly > doubles / 2 };
}

/** Looks at the whole article: which marks does its copy use? */
export function markHabits(paragraphs: readonly { readonly prose: Prose }[]): MarkHabits {
  return habitsOf(toEnd(countMarks(paragraphs)));
}

function countIn({ text }: Prose): MarkCount {
  if (!/["“”„«‘'’]/.test(text)) return { singles: 0, doubles: 0, curly: 0 };
  const count = (marks: RegExp): number => text.match(marks)?.length ?? 0;
  const doubled = count(/``|''|["“”„«»]/g);
  const curly = count(/[“”]/g) / 2;
  if (!/[‘'’]/.test(text)) return { singles: 0, doubles: doubled / 2, curly };
  const opened = count(/(?<![^\s([{\-–—"“])[‘'](?!'|(?:n|em|til|tis|twas|cause)\b)(?=\p{L})/gu);
  const closed = count(/[.,!?…]['’](?!')(?=[\s)\]}"”.,;:]|$)|[^\s\d][^\s]{0,100}[^\ss]['’](?=[\s.,;:!?)]|$)/gu);
  return { singles: Math.min(opened, closed), doubles: doubled / 2, curly };
}
