import type { Analysis } from '../analysis';
import type { Paragraph, Zone } from '../article/article';
import { shift, type Span } from '../article/span';
import type { StrayMark, Stretch } from '../quotations/quotation';
import type { Carry } from './carry';
import { collect, type Place, type Places } from './places';
import { closingOf, hasPartner, openingOf } from './quotes/style';
import type { Fix, Rule } from './rule';

const SILENT: ReadonlySet<Zone> = new Set<Zone>([
  'front-matter',
  'code',
  'comment',
  'table',
  'stray',
  'credit',
  'footer',
]);

/** What the fixes need: where the missing mark belongs, or the two marks of a mixed pair. */
type Data =
  | { readonly sort: 'unclosed' | 'unopened'; readonly at: number }
  | { readonly sort: 'mixed'; readonly opens: Span; readonly closes: Span }
  | { readonly sort: 'alone' };

export const quoteUnbalanced: Rule = {
  id: 'quote-unbalanced',
  severity: 'warning',
  description: 'A quotation mark has no partner, or a straight one is paired with a curly one.',
  *check(analysis, report, _options, { before, since, keep }: Carry<Places<Strays>>) {
    const strays = yield* collect(analysis, before, since, {
      of: (paragraph) => straysIn(analysis, paragraph),
      same: () => true,
      reach: 1,
    });
    keep(strays);
    if (strays.all.length === 0) return;
    const joined = excerptMarks(strays.all);
    for (const place of strays.all)
      for (const { mark, data } of place.item.marks) {
        if (mark.problem === 'unpaired' && isJoined(joined.get(place), mark)) continue;
        const { start } = analysis.article.paragraphs[place.paragraph];
        report({
          ...shift(mark, start),
          message: MESSAGES[data.sort],
          related: mark.partner ? [{ ...shift(mark.partner, start), message: 'Its partner' }] : [],
          data: placed(data, start),
        });
      }
  },
  fixes(finding, analysis) {
    const data = finding.data as Data;
    const { text } = analysis.article;
    const mark = text.slice(finding.start, finding.end);
    const drop: Fix = { title: 'Delete the mark', edits: [{ start: finding.start, end: finding.end, text: '' }] };
    if (data.sort === 'alone') return [drop];
    if (data.sort === 'mixed') {
      const single = /['‘’]/.test(mark);
      const pair = (open: string, close: string): Fix['edits'] => [
        { ...data.opens, text: open },
        { ...data.closes, text: close },
      ];
      return [
        { title: 'Change both marks to curly ones', edits: single ? pair('‘', '’') : pair('“', '”'), safe: true },
        { title: 'Change both marks to straight ones', edits: single ? pair("'", "'") : pair('"', '"') },
      ];
    }
    if (mark.startsWith('&') && !hasPartner(mark)) return [drop];
    const missing = data.sort === 'unclosed' ? closingOf(mark) : openingOf(mark);
    const title = data.sort === 'unclosed' ? 'Close the quotation' : 'Open the quotation';
    return [{ title, edits: [{ start: data.at, end: data.at, text: missing }], preferred: true }, drop];
  },
};

const MESSAGES: Readonly<Record<Data['sort'], string>> = {
  unclosed: 'This quotation is opened and never closed',
  unopened: 'This quotation is closed and never opened',
  alone: 'This quotation mark has no partner',
  mixed: 'A straight and a curly mark are paired',
};

/** `<post date="…">` in plain text: the marks are no writer's. */
function inTag(text: string, { start, end }: Span): boolean {
  return text[start - 1] === '=' || /^\s*\/?>/.test(text.slice(end, end + 4));
}

/** Marks that need no partner in their paragraph: where opening ones start, where closing ones end. */
interface Joined {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

function isJoined(joined: Joined | undefined, { start, end }: Span): boolean {
  return joined !== undefined && (joined.starts.includes(start) || joined.ends.includes(end));
}

/** The marks of quotations that go on from paragraph to paragraph. */
function joinedMarks(analysis: Analysis, paragraph: Paragraph): Joined {
  const { index, start: origin } = paragraph;
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { spans, paragraphs } of analysis.quotationsIn(paragraph))
    spans.forEach(({ start, end }, i) => {
      if (paragraphs[i] !== index) return;
      if (i + 1 < spans.length && paragraphs[i + 1] !== index) starts.push(start - origin);
      if (i > 0 && paragraphs[i - 1] !== index) ends.push(end - origin);
    });
  return { starts, ends };
}

/** The strays of a paragraph; offsets from where it starts. */
interface Strays {
  /** Those to report, unless an excerpt joins them. */
  readonly marks: readonly { readonly mark: StrayMark; readonly data: Data }[];
  /** Whether any is unpaired, and what it opens or closes then. */
  readonly unpaired: boolean;
  readonly opener?: number;
  readonly opensExcerpt: boolean;
  readonly closer?: number;
  readonly closesExcerpt: boolean;
}

function straysIn(analysis: Analysis, paragraph: Paragraph): readonly Strays[] {
  const { stray, stretches } = analysis.marks[paragraph.index];
  if (stray.length === 0) return [];
  const { text } = paragraph.prose;
  const joined = joinedMarks(analysis, paragraph);
  const marks = (SILENT.has(paragraph.zone) ? [] : stray)
    .filter(
      (mark) =>
        !inTag(analysis.article.text, shift(mark, paragraph.start)) &&
        !(mark.problem === 'unpaired' && isJoined(joined, mark)),
    )
    .map((mark) => ({ mark, data: dataOf(mark, stretches, text) }))
    .filter(({ mark, data }) => !(data.sort === 'unclosed' && goesOn(analysis, paragraph, mark)));
  const opener = stretches.find(({ closed }) => !closed) ?? loneOpener(text, stray);
  const closer = stretches.find(({ opened }) => !opened);
  return [
    {
      marks,
      unpaired: stray.some(({ problem }) => problem === 'unpaired'),
      opener: opener?.start,
      opensExcerpt: opener !== undefined && opensExcerpt(text, opener),
      closer: closer?.end,
      closesExcerpt: closer !== undefined && !text.slice(closer.end).trim(),
    },
  ];
}

/** How many paragraphs an excerpt may run over. */
const LONGEST_EXCERPT = 12;

/**
 * The marks of a long excerpt: opened at its first paragraph, or at several, and closed at the end of its last. Nothing
 * else stands unpaired between; marks of a quotation within it pair among themselves.
 */
function excerptMarks(all: readonly Place<Strays>[]): ReadonlyMap<Place<Strays>, Joined> {
  const joined = new Map<Place<Strays>, Joined>();
  let opened: Place<Strays>[] = [];
  for (const place of all) {
    const { unpaired, opener, opensExcerpt, closer, closesExcerpt } = place.item;
    if (opened.length > 0 && place.paragraph - opened[0].paragraph > LONGEST_EXCERPT) opened = [];
    if (!unpaired) continue;
    if (closer !== undefined && opener === undefined && opened.length > 0 && closesExcerpt) {
      for (const one of opened) joined.set(one, { starts: [one.item.opener!], ends: [] });
      joined.set(place, { starts: [], ends: [closer] });
      opened = [];
    } else if (opener !== undefined && closer === undefined && opensExcerpt) opened.push(place);
    else opened = [];
  }
  return joined;
}

/** A mark that opens its paragraph and belongs to no stretch, as the stretch that it would open. */
function loneOpener(text: string, stray: readonly StrayMark[]): Pick<Stretch, 'start' | 'end' | 'inner'> | undefined {
  const start = text.length - text.trimStart().length;
  const mark = stray.find((one) => one.start === start && one.problem === 'unpaired' && text[start] === '"');
  const end = text.trimEnd().length;
  return mark && { start, end, inner: { start: mark.end, end } };
}

/** Whether an unclosed mark stands at its paragraph's start or behind a colon, and nobody else speaks behind it. */
function opensExcerpt(text: string, { start, inner }: Pick<Stretch, 'start' | 'inner'>): boolean {
  const before = text.slice(0, start).trimEnd();
  return (before === '' || before.endsWith(':')) && /[.!?…]\s*$/.test(text) && !NARRATOR.test(text.slice(inner.start));
}

/**
 * Whether a mark opens a whole paragraph of somebody's words, and the next paragraph opens with the same mark and is
 * theirs to its end: a long quotation, each of its paragraphs opened.
 */
function goesOn({ article, marks }: Analysis, paragraph: Paragraph, mark: Span): boolean {
  const { text } = paragraph.prose;
  const next = article.paragraphs.at(paragraph.index + 1);
  if (!next || text.slice(0, mark.start).trim() || NARRATOR.test(text.slice(mark.end))) return false;
  if (!/[.!?…–—-][)\]]*\s*$/.test(text)) return false;
  const following = next.prose.text;
  // of several paragraphs that are opened and never closed the last is reported
  const opens = following.length - following.trimStart().length;
  if (marks[next.index].stray.some(({ start, problem }) => start === opens && problem === 'unpaired')) return true;
  const first = marks[next.index].stretches.at(0);
  return (
    first !== undefined &&
    first.opened &&
    following.trimStart().startsWith(text.slice(mark.start, mark.end)) &&
    !following.slice(0, first.start).trim() &&
    !following.slice(first.end).trim() &&
    !NARRATOR.test(following.slice(first.start))
  );
}

/** The narrator's "Poe said" inside what a mark leaves open. */
const NARRATOR =
  /[,?!](?=\s+(?:(?:he|she|they|\p{Lu}[\p{L}.'’-]+(?:\s+\p{Lu}[\p{L}.'’-]+){0,4})\s+(?:said|says|told|added|asked|wrote)(?!\s+that\b)|(?:said|says|added|asked|wrote)\s+(?:he|she|they|\p{Lu}))(?!\p{L}))/u;

/** What the fixes need; offsets from where the paragraph starts. */
function dataOf(mark: StrayMark, stretches: readonly Stretch[], text: string): Data {
  if (mark.problem === 'mixed' && mark.partner) {
    const [opens, closes] = mark.start < mark.partner.start ? [mark, mark.partner] : [mark.partner, mark];
    return { sort: 'mixed', opens, closes };
  }
  const unclosed =
    stretches.find(({ start, opened, closed }) => opened && !closed && start === mark.start) ??
    (stretches.some(({ start, end }) => start <= mark.start && mark.end <= end) ? undefined : loneOpener(text, [mark]));
  if (unclosed) {
    const narrator = NARRATOR.exec(text.slice(unclosed.inner.start, unclosed.inner.end));
    return { sort: 'unclosed', at: narrator ? unclosed.inner.start + narrator.index + 1 : unclosed.end };
  }
  const unopened = stretches.find(({ end, opened }) => !opened && end === mark.end);
  return unopened ? { sort: 'unopened', at: unopened.start } : { sort: 'alone' };
}

/** The same `by` code units further on. */
function placed(data: Data, by: number): Data {
  if (data.sort === 'alone') return data;
  if (data.sort === 'mixed') return { ...data, opens: shift(data.opens, by), closes: shift(data.closes, by) };
  return { ...data, at: data.at + by };
}
