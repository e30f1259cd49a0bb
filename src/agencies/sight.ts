import type { Prose } from '../article/prose';
import type { Span } from '../article/span';
import type { Word } from '../article/words';
import { readCiting, type Citing } from './citing';
import { POSSESSIVE } from './citing-words';
import { isCapital, type Form, type Hit, type Matcher } from './match';
import { placeOf, type Place } from './placing';
import { WORDING } from './wording';

/** Why a tag is not an agency where it stands, whatever the article says elsewhere. */
export type Guard = 'person' | 'other thing';

/** A name as its paragraph alone shows it; offsets relative to the paragraph. */
export interface Sighting extends Span {
  readonly form: Form;
  readonly citing: Citing;
  readonly place?: Place;
  readonly guard?: Guard;
  /** The first word of a sentence, where a capital proves nothing. */
  readonly beginsSentence: boolean;
  /** The paragraph is all in capitals. */
  readonly shouted: boolean;
  /** At the end of the paragraph after a dash or before a colon at its start: what a headline does to cite. */
  readonly headlineCitation: boolean;
}

/** "the agency", "the Portuguese news agency": a word that refers back. */
export interface BackReference extends Span {
  /** "news agency", "wire service", not just "agency". */
  readonly news: boolean;
  /** Country code of "the Portuguese agency". */
  readonly country?: string;
  readonly citing: Citing;
}

/** What one paragraph says of agencies. */
export interface Sightings {
  readonly names: readonly Sighting[];
  readonly back: readonly BackReference[];
  /** Where another kind of agency is named ("the space agency"), which "the agency" may then mean. */
  readonly others: readonly number[];
  /** Country codes that the paragraph names. */
  readonly countries: readonly string[];
}

const NOTHING: Sightings = { names: [], back: [], others: [], countries: [] };

/** Reads a paragraph for agencies; what it finds depends on the paragraph's text and the matcher alone. */
export function readSightings({ text, words }: Prose, matcher: Matcher): Sightings {
  const hits: Hit[] = [];
  const countries = new Set<string>();
  const agencyWords: number[] = [];
  for (let i = 0; i < words.length; i += 1) {
    if (!matcher.matters(words[i])) {
      const { text: written } = words[i];
      if (isCapital(written) && written.length < 16 && written.includes('-')) hits.push(...compound(words, i, matcher));
      continue;
    }
    if (isAgencyWord(words, i)) agencyWords.push(i);
    const hit = matcher.at(words, i);
    if (hit) {
      hits.push(hit);
      i = hit.end - 1;
      continue;
    }
    const country = matcher.country(words, i);
    if (country) countries.add(country.code);
  }
  if (!hits.length && !agencyWords.length) return countries.size ? { ...NOTHING, countries: [...countries] } : NOTHING;
  const shouted = !/\p{Ll}/u.test(text);
  const names: Sighting[] = [];
  const kept: Hit[] = [];
  hits.forEach((hit, index) => {
    if (bracketedTag(words, hits, index)) return;
    kept.push(hit);
    names.push({
      start: words[hit.first].start,
      end: words[hit.end - 1].end,
      form: hit.form,
      citing: readCiting(words, hit.first, hit.end, matcher),
      place: placeOf(text, words, hits, index),
      guard: guardOf(words, hit, matcher),
      beginsSentence: hit.first === 0 || /^[.!?"“]$/.test(words[hit.first - 1].text),
      shouted,
      headlineCitation: citesHeadline(words, hit),
    });
  });
  const covered = new Set<number>();
  if (agencyWords.length) for (const { first, end } of hits) for (let i = first; i < end; i += 1) covered.add(i);
  const shared = share(names, kept, words);
  const back: BackReference[] = [];
  const others: number[] = [];
  for (const at of agencyWords) readAgencyWord(words, at, covered, matcher, shared, back, others);
  return { names: shared.sort((a, b) => a.start - b.start), back, others, countries: [...countries] };
}

function isAgencyWord(words: readonly Word[], at: number): boolean {
  const { lower } = words[at];
  if (lower === 'agency' || lower === 'newswire') return true;
  return lower === 'service' && /^(?:news|wire)$/.test(words[at - 1]?.lower ?? '');
}

/** "AFP-JIJI": tags joined by a hyphen, each a hit over the same word. */
function compound(words: readonly Word[], at: number, matcher: Matcher): Hit[] {
  const word = words[at];
  const parts: Hit[] = [];
  for (const part of word.text.split('-')) {
    const hit = matcher.at([{ ...word, text: part, lower: part.toLowerCase() }], 0);
    if (!hit) return [];
    parts.push({ form: hit.form, first: at, end: at + 1 });
  }
  return parts;
}

/** The tag in "Agence France-Presse (AFP)" says nothing that the name did not. */
function bracketedTag(words: readonly Word[], hits: readonly Hit[], index: number): boolean {
  const before = hits[index - 1];
  if (!before || before.end !== hits[index].first - 1 || words[before.end].text !== '(') return false;
  return hits[index].form.agencies.some((agency) => before.form.agencies.includes(agency));
}

const TITLES =
  /^(?:mr|mrs|ms|miss|dr|mayor|president|sir|lord|professor|prof|sen|senator|rep|judge|actor|actress|singer|aunt|king|queen|princess)\.?$/;
const PARTICLES =
  /^(?:the|a|an|in|on|at|to|by|from|and|but|as|with|for|of|via|per|after|when|while|citing|told|tells|photo|photograph|picture|image|source|credit|video|copyright|reporting|state|state-run|agency|agence|that)$/;

/** Tags that are a first name, a surname, or part of another name; course and payment names. */
function guardOf(words: readonly Word[], { form, first, end }: Hit, matcher: Matcher): Guard | undefined {
  const next = words[end];
  const before = words[first - 1];
  if (next && form.agencies.every(({ notBefore }) => notBefore?.includes(next.lower))) return 'other thing';
  if (form.full) return partOfLongerName(form, before) ? 'other thing' : undefined;
  if (before && POSSESSIVE.has(before.lower)) return 'other thing';
  if (form.matching !== 'context') return undefined;
  if (next && WORDING.bodyNouns.has(next.lower)) return 'other thing';
  if (form.mixedCase || form.agencies.some(({ alsoA }) => alsoA === 'name')) {
    if (before && TITLES.test(before.lower)) return 'person';
    const joined = before && before.end === words[first].start - 1;
    if (
      joined &&
      isCapital(before.text) &&
      !PARTICLES.test(before.lower) &&
      first > 0 &&
      !matcher.country(words, first - 1)
    )
      return 'person';
    if (
      next &&
      isCapital(next.text) &&
      next.start === words[end - 1].end + 1 &&
      !/^(?:News|Press|Agency|Television|TV|Photo|Photos|Images|Via)$/i.test(next.text)
    )
      return 'person';
  }
  return undefined;
}

const GENERIC = /^(?:press|national|central|african|federal|united|middle)$/;

/** "the Foreign Press Association" is not the Press Association. */
function partOfLongerName(form: Form, before: Word | undefined): boolean {
  return (
    form.words.length > 1 &&
    GENERIC.test(form.words[0]) &&
    !!before &&
    isCapital(before.text) &&
    !PARTICLES.test(before.lower)
  );
}

/** "Minister quits - TASS", "Reuters: minister quits". */
function citesHeadline(words: readonly Word[], { first, end }: Hit): boolean {
  if (first === 0) return words[end]?.text === ':';
  return end === words.length && /^(?:-+|[–—:|(])$/.test(words[first - 1].text);
}

/** "according to Reuters and AFP", "Reuters and AFP reported": what is said of one holds for the other. */
function share(names: readonly Sighting[], hits: readonly Hit[], words: readonly Word[]): Sighting[] {
  const shared = [...names];
  const joined = (a: number) => {
    for (let i = hits[a].end; i < hits[a + 1].first; i += 1)
      if (!/^(?:,|\/|&|and|or|the|both|agencies|news)$/.test(words[i].lower)) return false;
    return true;
  };
  for (let i = 0; i + 1 < shared.length; i += 1) {
    const { citing, place } = shared[i];
    const next = shared[i + 1];
    if (!joined(i)) continue;
    if (citing.relation && citing.side === 'left' && !next.citing.relation)
      shared[i + 1] = {
        ...next,
        citing: { ...next.citing, relation: citing.relation, proof: citing.proof, why: citing.why, side: 'left' },
      };
    if (place && !next.place) shared[i + 1] = { ...shared[i + 1], place };
  }
  for (let i = shared.length - 2; i >= 0; i -= 1) {
    const next = shared[i + 1].citing;
    if (next.relation && next.side === 'right' && !shared[i].citing.relation && joined(i))
      shared[i] = {
        ...shared[i],
        citing: { ...shared[i].citing, relation: next.relation, proof: next.proof, why: next.why, side: 'right' },
      };
  }
  return shared;
}

/** At "agency": a back reference, the name of an agency that the list does not hold, or some other agency. */
function readAgencyWord(
  words: readonly Word[],
  at: number,
  covered: ReadonlySet<number>,
  matcher: Matcher,
  names: Sighting[],
  back: BackReference[],
  others: number[],
): void {
  if (covered.has(at) || covered.has(at + 1)) return;
  let from = at - 1;
  let news = words[at].lower !== 'agency';
  let country: string | undefined;
  for (; from >= 0 && from > at - 6; from -= 1) {
    const { lower } = words[from];
    if (/^(?:news|wire|press|newswire)$/.test(lower)) news = true;
    else if (WORDING.adjectives.has(lower)) continue;
    else {
      const name = matcher.country(words, from) ?? (from > 0 ? matcher.country(words, from - 1) : undefined);
      if (name?.kind !== 'people') break;
      country = name.code;
      if (name.words.length > 1) from -= 1;
    }
  }
  if (covered.has(from)) return;
  // near a name: "TASS, the Russian state news agency", "Jordan's official agency, Petra"
  if ([from - 1, from - 2, from - 3, at + 2].some((near) => covered.has(near))) return;
  const unlisted = news ? unlistedAt(words, at, from, matcher) : undefined;
  if (unlisted) names.push(unlisted);
  else if (/^(?:the|that)$/.test(words[from]?.lower ?? ''))
    back.push({
      start: words[from].start,
      end: words[at].end,
      news,
      country,
      citing: readCiting(words, from, at + 1, matcher),
    });
  else others.push(words[at].start);
}

/** "the state news agency Vanta said", "Vanta news agency reported": an agency by its own words, cited. */
function unlistedAt(words: readonly Word[], at: number, from: number, matcher: Matcher): Sighting | undefined {
  let first = at + 1;
  let end = first;
  while (end < first + 3 && words[end] && isCapital(words[end].text) && words[end].kind === 'word') end += 1;
  if (end === first || words[at + 1].start !== words[at].end + 1) {
    end = from + 1;
    first = end;
    while (
      first > 0 &&
      first > end - 3 &&
      isCapital(words[first - 1].text) &&
      words[first - 1].kind === 'word' &&
      !PARTICLES.test(words[first - 1].lower)
    )
      first -= 1;
    if (first === end || matcher.country(words, first)) return undefined;
    if (isCapital(words[at].text)) end = at + 1;
  }
  const span = { start: words[first].start, end: words[end - 1].end };
  const name = words
    .slice(first, end)
    .map(({ text }) => text)
    .join(' ');
  const citing = readCiting(words, first, end, matcher);
  if (!citing.relation) return undefined;
  const form: Form = {
    agencies: [matcher.unlisted(name)],
    written: name,
    words: [],
    full: true,
    matching: 'unique',
    mixedCase: true,
  };
  return {
    ...span,
    form,
    citing: { ...citing, proof: 'agency' },
    beginsSentence: first === 0,
    shouted: false,
    headlineCitation: false,
  };
}
