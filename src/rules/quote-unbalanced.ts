import type { Analysis } from '../analysis';
import type { Paragraph, Zone } from '../article/article';
import { shift, type Span } from '../article/span';
import type { StrayMark, Stretch } from '../quotations/quotation';
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
  check(analysis, report) {
    const joined = new Set([...joinedMarks(analysis), ...excerptMarks(analysis)]);
    for (const paragraph of analysis.article.paragraphs) {
      if (SILENT.has(paragraph.zone)) continue;
      const { stray, stretches } = analysis.marks[paragraph.index];
      for (const mark of stray) {
        const span = shift(mark, paragraph.start);
        if (inTag(analysis.article.text, span)) continue;
        if (mark.problem === 'unpaired' && (joined.has(span.start) || joined.has(-span.end))) continue;
        const data = dataOf(mark, stretches, paragraph);
        if (data.sort === 'unclosed' && goesOn(analysis, paragraph, mark)) continue;
        const partner = mark.partner && shift(mark.partner, paragraph.start);
        report({
          ...{ start: span.start, end: span.end },
          message: MESSAGES[data.sort],
          related: partner ? [{ ...partner, message: 'Its partner' }] : [],
          data,
        });
      }
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

/** Marks that need no partner in their paragraph: the start of opening ones, minus the end of closing ones. */
function joinedMarks({ quotations }: Analysis): Set<number> {
  const joined = new Set<number>();
  for (const { spans, paragraphs } of quotations)
    spans.forEach(({ start, end }, i) => {
      if (i + 1 < spans.length && paragraphs[i + 1] !== paragraphs[i]) joined.add(start);
      if (i > 0 && paragraphs[i - 1] !== paragraphs[i]) joined.add(-end);
    });
  return joined;
}

/** How many paragraphs an excerpt may run over. */
const LONGEST_EXCERPT = 12;

/**
 * The marks of a long excerpt: opened at its first paragraph, or at several, and closed at the end of its last. Nothing
 * else stands unpaired between; marks of a quotation within it pair among themselves.
 */
function excerptMarks({ article, marks }: Analysis): number[] {
  const joined: number[] = [];
  let opened: number[] = [];
  let first = 0;
  for (const { index, start, prose } of article.paragraphs) {
    if (index - first > LONGEST_EXCERPT) opened = [];
    const { stretches, stray } = marks[index];
    if (!stray.some(({ problem }) => problem === 'unpaired')) continue;
    const opener = stretches.find(({ closed }) => !closed) ?? loneOpener(prose.text, stray);
    const closer = stretches.find((stretch) => !stretch.opened);
    if (closer && !opener && opened.length > 0 && !prose.text.slice(closer.end).trim()) {
      joined.push(...opened, -(start + closer.end));
      opened = [];
    } else if (opener && !closer && opensExcerpt(prose.text, opener)) {
      if (opened.length === 0) first = index;
      opened.push(start + opener.start);
    } else opened = [];
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

function dataOf(mark: StrayMark, stretches: readonly Stretch[], { start: origin, prose: { text } }: Paragraph): Data {
  if (mark.problem === 'mixed' && mark.partner) {
    const [opens, closes] = mark.start < mark.partner.start ? [mark, mark.partner] : [mark.partner, mark];
    return { sort: 'mixed', opens: plain(opens, origin), closes: plain(closes, origin) };
  }
  const unclosed =
    stretches.find(({ start, opened, closed }) => opened && !closed && start === mark.start) ??
    (stretches.some(({ start, end }) => start <= mark.start && mark.end <= end) ? undefined : loneOpener(text, [mark]));
  if (unclosed) {
    const narrator = NARRATOR.exec(text.slice(unclosed.inner.start, unclosed.inner.end));
    return { sort: 'unclosed', at: origin + (narrator ? unclosed.inner.start + narrator.index + 1 : unclosed.end) };
  }
  const unopened = stretches.find(({ end, opened }) => !opened && end === mark.end);
  return unopened ? { sort: 'unopened', at: origin + unopened.start } : { sort: 'alone' };
}

function plain({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
