import type { Article, Paragraph, Zone } from '../article/article';
import type { Agency, AgencyMention, AgencyUse } from './agency';
import type { Known } from './known';
import type { Form } from './match';
import type { BackReference, Sighting, Sightings } from './sight';

const CREDITS: ReadonlySet<Zone> = new Set<Zone>(['credit', 'byline', 'footer']);
const HEADS: ReadonlySet<Zone> = new Set<Zone>(['headline', 'kicker', 'standfirst', 'subhead']);

/** What a name is in its place; undefined where it is no agency there. */
export function judge(
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
export const REACH = 3;

/** "the agency noted": the agency cited last, if no other agency came between. */
export function resolve(
  reference: BackReference,
  paragraph: Paragraph,
  { others }: Sightings,
  sightings: readonly (Sightings | undefined)[],
  paragraphs: readonly Paragraph[],
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
      const { start } = paragraphs[index];
      if (sightings[index]?.others.some((other) => between(start + other))) return undefined;
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
