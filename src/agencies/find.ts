import type { Alignment } from '../article/alignment';
import type { Article, Paragraph, Zone } from '../article/article';
import { remember, type Prose } from '../article/prose';
import { lowerBound, type Span } from '../article/span';
import type { Marks } from '../quotations/quotation';
import { sameMention, type AgencyMention, type Relation } from './agency';
import { judge, REACH, resolve } from './judge';
import { gather, saysTheSame, type Known } from './known';
import { createMatcher, type Matcher } from './match';
import { readSightings, type Sightings } from './sight';

const SILENT: ReadonlySet<Zone> = new Set<Zone>(['front-matter', 'code', 'comment']);

let usual: Matcher | undefined;

/** The agencies of an article, and what the next reading starts from. */
export interface AgenciesRead {
  readonly mentions: readonly AgencyMention[];
  readonly paragraphs: readonly Paragraph[];
  /** By paragraph, where there are any. */
  readonly sightings: readonly (Sightings | undefined)[];
  readonly known: Known;
  /**
   * Index of a paragraph: of it and those below, and of those above the first that has changed, all mentions are as they
   * were but for their place. Undefined where that is not known.
   */
  readonly settled?: number;
}

/**
 * The agencies that an article names, in order of the text, and how it uses each. `marks` are those of each
 * paragraph, by index: an agency named in somebody's words is no source of the copy. Paragraphs are read once for as
 * long as their text lives; after an edit, where `before` and `alignment` say what stands, only what changed is judged
 * again, unless the article as a whole says something else now.
 */
export function findAgencies(
  article: Article,
  marks: readonly Marks[] = [],
  matcher: Matcher = usualMatcher(),
  before?: AgenciesRead,
  alignment?: Alignment,
): AgenciesRead {
  const { paragraphs } = article;
  const sighted = ({ zone, prose }: Paragraph): Sightings | undefined => {
    if (SILENT.has(zone)) return undefined;
    const found = sightingsOf(prose, matcher);
    return found.names.length || found.back.length || found.others.length || found.countries.length ? found : undefined;
  };
  const head = before && alignment ? alignment.head : 0;
  const end = paragraphs.length - (before && alignment ? alignment.tail : 0);
  const offset = alignment?.offset ?? 0;
  const changed = paragraphs.slice(head, end).map(sighted);
  const old = before?.sightings ?? [];
  const oldEnd = old.length - (paragraphs.length - end);
  const sightings = old.slice(0, head).concat(changed, old.slice(oldEnd));
  const isSame =
    before &&
    alignment?.paragraphs === 0 &&
    changed.every(
      (now, i) =>
        saysTheSame(old[head + i], now) &&
        before.paragraphs[head + i].bodyStart > 0 === paragraphs[head + i].bodyStart > 0,
    );
  const known = isSame ? before.known : gather(sightings, paragraphs, before?.known);
  // an agency's use can depend on how far its paragraph is from the article's end
  const stands = known === before?.known && alignment?.paragraphs === 0;
  const judged = before?.mentions ?? [];
  const firstOf = (index: number): number => lowerBound(judged, ({ paragraph }) => paragraph < index);
  const mentions = stands ? judged.slice(0, firstOf(head)) : [];
  let settled = stands ? end : paragraphs.length;
  let index = stands ? head : 0;
  // whom "the agency" means depends on what stands above it
  for (; index < paragraphs.length && index < settled + REACH; index++) {
    const here = sightings[index];
    if (!here || (!here.names.length && !here.back.length)) continue;
    const from = mentions.length;
    const paragraph = paragraphs[index];
    const quoted = (span: Span) => paragraph.zone === 'block-quote' || isQuoted(marks[index]?.stretches, span);
    const inOrder = [...here.names, ...here.back].sort((a, b) => a.start - b.start);
    for (const one of inOrder) {
      const mention =
        'form' in one
          ? judge(one, paragraph, known, quoted(one), article)
          : resolve(one, paragraph, here, sightings, paragraphs, mentions, quoted(one));
      if (mention) mentions.push(keep(judged.at(mentions.length), mention));
    }
    if (index < settled) continue;
    const [was, is] = [judged.slice(firstOf(index), firstOf(index + 1)), mentions.slice(from)];
    const isAsBefore = was.length === is.length && was.every((one, i) => sameMention(one, is[i], offset, 0));
    if (!isAsBefore) settled = index + 1;
  }
  if (!stands) return { mentions, paragraphs, sightings, known };
  const all = mentions.concat(moved(judged.slice(firstOf(index)), offset));
  return { mentions: all, paragraphs, sightings, known, settled };
}

function moved(mentions: readonly AgencyMention[], by: number): readonly AgencyMention[] {
  if (by === 0) return mentions;
  const all: AgencyMention[] = [];
  for (const { start, end, agency, use, relation, paragraph, anaphoric, alternatives, unmistakable, why } of mentions)
    all.push({
      start: start + by,
      end: end + by,
      agency,
      use,
      relation,
      paragraph,
      anaphoric,
      alternatives,
      unmistakable,
      why,
    });
  return all;
}

/** The mention as it was, where it is equal to `now`. */
function keep(before: AgencyMention | undefined, now: AgencyMention): AgencyMention {
  return before && sameMention(before, now, 0, 0) ? before : now;
}

/** What a paragraph's text alone shows of agencies; read once. */
export function sightingsOf(prose: Prose, matcher: Matcher = usualMatcher()): Sightings {
  return remember(prose, matcher, () => readSightings(prose, matcher));
}

function usualMatcher(): Matcher {
  return (usual ??= createMatcher());
}

/** Whether one of a paragraph's quoted stretches, in order and apart from one another, holds a name. */
function isQuoted(stretches: readonly Span[] = [], { start }: Span): boolean {
  const at = lowerBound(stretches, ({ end }) => end <= start);
  return at < stretches.length && stretches[at].start <= start;
}

/** Relations by how near they stand to the original source. */
const NEAREST: readonly Relation[] = ['told', 'cited', 'reported', 'according'];

/**
 * The agencies that pass on a statement in `sentence` (offsets into the article's text), the nearest to the original
 * source first: in "Ruiz told Interfax, Reuters reported" Interfax, then Reuters.
 */
export function relayChain(mentions: readonly AgencyMention[], sentence: Span): AgencyMention[] {
  const cited: AgencyMention[] = [];
  for (let i = firstFrom(mentions, sentence.start); i < mentions.length && mentions[i].end <= sentence.end; i += 1)
    if (mentions[i].use === 'citation') cited.push(mentions[i]);
  const nearness = ({ relation = 'reported' }: AgencyMention) => NEAREST.indexOf(relation);
  return cited.sort((a, b) => nearness(a) - nearness(b) || a.start - b.start);
}

/** Index of the first mention that begins at `offset` or later. */
function firstFrom(mentions: readonly AgencyMention[], offset: number): number {
  return lowerBound(mentions, ({ start }) => start < offset);
}
