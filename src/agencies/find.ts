import type { Alignment } from '../article/alignment';
import type { Article, Paragraph, Zone } from '../article/article';
import { remember, type Prose } from '../article/prose';
import { lowerBound, type Span } from '../article/span';
import type { Marks } from '../quotations/quotation';
import type { Agency, AgencyMention, AgencyUse, Relation } from './agency';
import { createMatcher, type Form, type Matcher } from './match';
import { readSightings, type BackReference, type Sighting, type Sightings } from './sight';

const SILENT: ReadonlySet<Zone> = new Set<Zone>(['front-matter', 'code', 'comment']);
const CREDITS: ReadonlySet<Zone> = new Set<Zone>(['credit', 'byline', 'footer']);
const HEADS: ReadonlySet<Zone> = new Set<Zone>(['headline', 'kicker', 'standfirst', 'subhead']);

let usual: Matcher | undefined;

/** The agencies of an article, and what it says of agencies as a whole: what the next reading starts from. */
export interface AgenciesRead {
  readonly mentions: readonly AgencyMention[];
  readonly known: Known;
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
  const readings: [Paragraph, Sightings][] = [];
  for (const paragraph of paragraphs) {
    if (SILENT.has(paragraph.zone)) continue;
    const sightings = sightingsOf(paragraph.prose, matcher);
    if (sightings.names.length || sightings.back.length || sightings.others.length || sightings.countries.length)
      readings.push([paragraph, sightings]);
  }
  const known = gather(readings);
  const byIndex = new Map(readings.map((reading) => [reading[0].index, reading]));
  const mentions: AgencyMention[] = [];
  const old = before?.mentions ?? [];
  // an agency's use can depend on how far its paragraph is from the article's end
  const stands = before && alignment?.paragraphs === 0 && isSameKnown(before.known, known) ? alignment : undefined;
  let at = 0;
  for (const [paragraph, sightings] of readings) {
    const { index } = paragraph;
    if (!sightings.names.length && !sightings.back.length) continue;
    while (at < old.length && old[at].paragraph < index) at++;
    // whom "the agency" means depends on what stands above
    if (stands && sightings.back.length === 0 && !(index >= stands.head && index < paragraphs.length - stands.tail)) {
      const offset = index < stands.head ? 0 : stands.offset;
      for (; at < old.length && old[at].paragraph === index; at++) mentions.push(moved(old[at], offset));
      continue;
    }
    const quoted = (span: Span) => paragraph.zone === 'block-quote' || isQuoted(marks[index]?.stretches, span);
    const inOrder = [...sightings.names, ...sightings.back].sort((a, b) => a.start - b.start);
    for (const one of inOrder) {
      const mention =
        'form' in one
          ? judge(one, paragraph, known, quoted(one), article)
          : resolve(one, paragraph, sightings, byIndex, mentions, quoted(one));
      if (mention) mentions.push(keep(old.at(mentions.length), mention));
    }
  }
  return { mentions, known };
}

function moved(mention: AgencyMention, by: number): AgencyMention {
  return by === 0 ? mention : { ...mention, start: mention.start + by, end: mention.end + by };
}

function isSameKnown(a: Known, b: Known): boolean {
  const isSame = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
    one.size === other.size && [...one].every((item) => other.has(item));
  return (
    isSame(a.sure, b.sure) &&
    isSame(a.people, b.people) &&
    isSame(a.countries, b.countries) &&
    a.datelineCountries.join() === b.datelineCountries.join() &&
    a.initials.size === b.initials.size &&
    [...a.initials].every(([initials, agency]) => b.initials.get(initials) === agency)
  );
}

/** The mention as it was, where it is equal to `now`. */
function keep(before: AgencyMention | undefined, now: AgencyMention): AgencyMention {
  return before !== undefined &&
    before.start === now.start &&
    before.end === now.end &&
    before.agency === now.agency &&
    before.use === now.use &&
    before.relation === now.relation &&
    before.paragraph === now.paragraph &&
    before.anaphoric === now.anaphoric &&
    before.unmistakable === now.unmistakable &&
    before.why === now.why &&
    before.alternatives.length === now.alternatives.length &&
    before.alternatives.every((agency, i) => agency === now.alternatives[i])
    ? before
    : now;
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

/** What the article as a whole says: which agencies it names beyond doubt, which tags are people, which countries. */
export interface Known {
  readonly sure: ReadonlySet<string>;
  readonly people: ReadonlySet<string>;
  /** Agencies that the copy calls so and the list does not hold, by their initials. */
  readonly initials: ReadonlyMap<string, Agency>;
  readonly countries: ReadonlySet<string>;
  readonly datelineCountries: readonly string[];
}

function gather(readings: readonly (readonly [Paragraph, Sightings])[]): Known {
  const sure = new Set<string>();
  const people = new Set<string>();
  const initials = new Map<string, Agency>();
  const countries = new Set<string>();
  let datelineCountries: readonly string[] = [];
  for (const [paragraph, { names, countries: here }] of readings) {
    for (const code of here) countries.add(code);
    for (const { form, citing, place, guard, shouted } of names) {
      if (guard === 'person') people.add(form.written);
      if (!form.words.length) initials.set(initialsOf(form.written), form.agencies[0]);
      if (place?.use === 'dateline' || (paragraph.bodyStart > 0 && !datelineCountries.length)) datelineCountries = here;
      if (guard || form.agencies.length > 1) continue;
      const [{ id, country, alsoA }] = form.agencies;
      if (form.full || citing.proof === 'agency' || place?.use === 'dateline') sure.add(id);
      if (sure.has(id) || (citing.proof === 'relay' && !shouted && (alsoA !== 'name' || !form.mixedCase)))
        countries.add(country);
    }
  }
  return { sure, people, initials, countries, datelineCountries };
}

function judge(
  sighting: Sighting,
  paragraph: Paragraph,
  known: Known,
  quoted: boolean,
  article: Article,
): AgencyMention | undefined {
  const { form, citing, place } = sighting;
  if (sighting.guard && !(form.full && known.sure.has(form.agencies[0].id) && sighting.guard === 'person'))
    return undefined;
  const [agency, ...alternatives] = choose(form, known);
  const use = useOf(sighting, paragraph, quoted, article);
  if (!form.full && !accepts(sighting, agency, known, use)) return undefined;
  return {
    start: paragraph.start + sighting.start,
    end: paragraph.start + sighting.end,
    agency,
    use,
    relation: use === 'citation' ? (citing.relation ?? 'reported') : undefined,
    paragraph: paragraph.index,
    anaphoric: false,
    alternatives,
    unmistakable: form.full || citing.proof === 'agency',
    why: quoted
      ? 'named inside quotation marks'
      : use === 'mention'
        ? citing.relation
          ? citing.why
          : 'named in passing'
        : use === 'citation'
          ? citing.relation
            ? citing.why
            : 'cited in the headline'
          : (place?.why ?? 'in a credit line'),
  };
}

/** Of agencies that share a tag: the one named in full, of the dateline's country, of a country that the article names. */
function choose(
  { agencies, full, written }: Form,
  { sure, initials, datelineCountries, countries }: Known,
): readonly Agency[] {
  const unlisted = full ? undefined : initials.get(written);
  if (unlisted) return [unlisted];
  if (agencies.length === 1) return agencies;
  for (const fits of [
    ({ id }: Agency) => sure.has(id),
    ({ country }: Agency) => datelineCountries.includes(country),
    ({ country }: Agency) => countries.has(country),
  ]) {
    const fitting = agencies.filter(fits);
    if (fitting.length === 1) return fitting;
    if (fitting.length > 1) return fitting;
  }
  return agencies;
}

const initialsOf = (name: string) => name.replace(/[^\p{Lu}]/gu, '');

/** Whether a tag that may mean something else is the agency here. */
function accepts(sighting: Sighting, agency: Agency, known: Known, use: AgencyUse): boolean {
  const { form, citing, place } = sighting;
  const { proof, determiner } = citing;
  if (form.matching === 'caps' && !form.mixedCase) return true;
  const supported =
    known.sure.has(agency.id) || (known.countries.has(agency.country) && !known.people.has(form.written));
  const named = known.sure.has(agency.id);
  // nobody writes a person's name in capitals
  const alsoA = agency.alsoA === 'name' && !form.mixedCase && !sighting.shouted ? undefined : agency.alsoA;
  if (place) return alsoA !== 'name' || !sighting.beginsSentence || place.use !== 'credit' || supported;
  if (sighting.shouted && use !== 'citation') return named;
  if ((determiner === 'a' || determiner === 'an') && proof === 'none') return false;
  if (proof === 'agency') return true;
  // "the AAP said", "the PA told": an article before a tag is a body's way to be named
  if (alsoA === 'body' && determiner === 'the' && !named) return false;
  if (sighting.beginsSentence && form.mixedCase && alsoA === 'word' && proof !== 'relay') return supported;
  if (proof === 'relay') return alsoA === 'name' ? supported : !known.people.has(form.written);
  if (proof === 'said') return alsoA === undefined || alsoA === 'word' ? true : supported;
  return named && !form.mixedCase && alsoA === undefined && (citing.relation !== undefined || determiner === 'the');
}

function useOf(
  { citing, place, headlineCitation }: Sighting,
  paragraph: Paragraph,
  quoted: boolean,
  article: Article,
): AgencyUse {
  if (quoted) return 'mention';
  if (HEADS.has(paragraph.zone) && headlineCitation) return 'citation';
  if (place) {
    if (place.use !== 'tail') return place.use;
    // a tag on a line of its own with copy below is a byline or a picture's credit
    const above =
      paragraph.index < article.paragraphs.length - 3 ||
      (paragraph.index < 4 && paragraph.index < article.paragraphs.length - 2);
    return above && paragraph.prose.words.length < 6 ? 'credit' : 'tail';
  }
  if (CREDITS.has(paragraph.zone)) return 'credit';
  return citing.relation ? 'citation' : 'mention';
}

/** How many paragraphs back "the agency" may reach for an agency's name. */
const REACH = 3;

/** "the agency noted": the agency cited last, if no other agency came between. */
function resolve(
  reference: BackReference,
  paragraph: Paragraph,
  { others }: Sightings,
  before: ReadonlyMap<number, readonly [Paragraph, Sightings]>,
  mentions: readonly AgencyMention[],
  quoted: boolean,
): AgencyMention | undefined {
  if (quoted || !reference.citing.relation) return undefined;
  const start = paragraph.start + reference.start;
  let last: AgencyMention | undefined;
  for (let i = mentions.length - 1; i >= 0 && paragraph.index - mentions[i].paragraph <= REACH; i -= 1) {
    const { use, agency } = mentions[i];
    if (use !== 'citation' && !(use === 'mention' && reference.news) && !(use === 'dateline' && reference.news))
      continue;
    if (reference.country && agency.country !== reference.country) continue;
    last = mentions[i];
    break;
  }
  if (!last) return undefined;
  if (!reference.news && !reference.country) {
    const between = (at: number) => at > last.start && at < start;
    if (others.some((at) => between(paragraph.start + at))) return undefined;
    for (let index = last.paragraph; index < paragraph.index; index += 1) {
      const earlier = before.get(index);
      if (earlier?.[1].others.some((at) => between(earlier[0].start + at))) return undefined;
    }
  }
  return {
    start,
    end: paragraph.start + reference.end,
    agency: last.agency,
    use: 'citation',
    relation: reference.citing.relation,
    paragraph: paragraph.index,
    anaphoric: true,
    alternatives: last.alternatives,
    unmistakable: false,
    why: `the agency cited last, ${reference.citing.why}`,
  };
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
