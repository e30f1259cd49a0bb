import type { AgencyMention, AgencyUse } from '../../agencies/agency';
import { textOf, type Analysis } from '../../analysis';
import type { Span } from '../../article/span';
import { DOUBTFUL, type Attribution } from '../../attribution/attribution';
import type { Speaker } from '../../people/speaker';
import type { Quotation, QuotationKind } from '../../quotations/quotation';
import { attributionOf, type Thing } from './at';
import type { Line, Run } from './markdown';
import { article, capitalised, count, excerpt, inWords } from './words';

/** How a hover points into the document. */
export interface Places {
  /** The line of an offset, from 1. */
  line(offset: number): number;
  /** A link to a place, or undefined where links are not wanted. */
  link?(span: Span): string;
}

/** Other quotations of a speaker that a hover lists at most. */
const OTHERS = 5;

/** What a hover says of a thing in the article: who, how, why, and where else. Empty where there is nothing to say. */
export function hoverText(analysis: Analysis, thing: Thing, places: Places): Line[] {
  switch (thing.kind) {
    case 'quotation':
      return thing.attribution
        ? attributionLines(analysis, thing.attribution, places, thing.quotation)
        : openQuotation(thing.quotation);
    case 'attribution':
      return attributionLines(analysis, thing.attribution, places);
    case 'agency': {
      const attribution = attributionOf(analysis, thing);
      const original = attribution?.speaker?.type === 'agency' ? undefined : attribution?.speaker;
      const relay: Line[] = original ? [{ runs: [{ text: 'It relays ' }, ...nameAndRole(original)] }] : [];
      return [...agencyLines(analysis, thing.agency), ...relay];
    }
    case 'speaker':
      return speakerLines(analysis, thing.speaker, places);
  }
}

function attributionLines(
  analysis: Analysis,
  attribution: Attribution,
  places: Places,
  quotation: Quotation | undefined = attribution.quotations[0],
): Line[] {
  const { speaker, confidence, reason, alternatives } = attribution;
  const doubtful = speaker !== null && confidence < DOUBTFUL;
  const lines: Line[] = [];
  if (!speaker) lines.push({ runs: [{ text: 'Nobody is named', style: 'bold' }] });
  else if (doubtful)
    lines.push({
      runs: [
        { text: 'Probably ', style: 'italic' },
        { text: speaker.name, style: 'bold' },
        { text: ': ' },
        { text: reason.text, style: 'italic' },
      ],
    });
  else lines.push({ runs: nameAndRole(speaker) });
  lines.push(plain(manner(analysis, attribution, quotation)));
  if (!doubtful && reason.text) lines.push(plain(reason.text));
  if (doubtful && alternatives.length)
    lines.push(
      plain(
        `Or: ${alternatives
          .slice(0, 3)
          .map(({ name }) => name)
          .join(', ')}`,
      ),
    );
  if (speaker) {
    lines.push(plain(tally(analysis, speaker, places, attribution.via)));
    lines.push(...otherQuotations(analysis, speaker, attribution, places));
  }
  return lines;
}

/** "said, at a news conference · one quotation in two parts" */
function manner(analysis: Analysis, attribution: Attribution, quotation: Quotation | undefined): string {
  const { cue, venue, time, kind } = attribution;
  const cueText = textOf(analysis, cue).replace(/\s+/g, ' ').replace(/\s*:$/, '');
  const saying = [cueText || 'no cue of its own'];
  if (venue && !cueText.toLowerCase().includes(venue.toLowerCase())) saying.push(venuePhrase(venue));
  if (time && !cueText.toLowerCase().includes(time.toLowerCase())) saying.push(time);
  const parts = quotation ? partsOf(quotation) : kind === 'indirect' ? 'in the narrator’s words' : 'a quotation';
  return `${saying.join(', ')} · ${parts}`;
}

function venuePhrase(venue: string): string {
  if (/^(?:in|at|on|by|to|during)\b/i.test(venue)) return venue;
  const preposition = /conference|briefing|hearing|rally|meeting|event|press/i.test(venue) ? 'at' : 'in';
  return `${preposition} ${article(venue)} ${venue}`;
}

function partsOf({ spans, paragraphs, kind }: Quotation): string {
  const what = kind === 'speech' ? 'quotation' : kind === 'partial' ? 'partial quotation' : KINDS[kind];
  const over = new Set(paragraphs).size;
  if (over > 1) return `one ${what} over ${inWords(over)} paragraphs`;
  return spans.length > 1 ? `one ${what} in ${inWords(spans.length)} parts` : `one ${what}`;
}

const KINDS: Readonly<Record<QuotationKind, string>> = {
  speech: 'quotation',
  partial: 'partial quotation',
  scare: 'words at a distance',
  title: 'title',
  nickname: 'nickname',
  term: 'term',
  other: 'quoted words',
};

function openQuotation({ kind, why }: Quotation): Line[] {
  const reason = why ? [plain(capitalised(sentence(why)))] : [];
  if (kind === 'speech' || kind === 'partial')
    return [{ runs: [{ text: 'No speaker', style: 'bold' }] }, plain('Nothing here tells who said it.'), ...reason];
  return [{ runs: [{ text: capitalised(KINDS[kind]), style: 'bold' }, { text: ', no quotation' }] }, ...reason];
}

function nameAndRole({ name, role }: Speaker): Run[] {
  return [{ text: name, style: 'bold' }, ...(role ? [{ text: `, ${role}` }] : [])];
}

/** "First mention line 9 · 1 quotation, 0 statements · via: –" */
function tally(analysis: Analysis, speaker: Speaker, places: Places, via: readonly AgencyMention[]): string {
  const own = analysis.attributions.filter((one) => one.speaker === speaker);
  const quotations = own.reduce((n, one) => n + one.quotations.length, 0);
  const statements = own.filter(({ kind }) => kind === 'indirect').length;
  const parts: string[] = [];
  if (speaker.mentions.length) parts.push(`First mention line ${places.line(speaker.mentions[0].start)}`);
  parts.push(`${count(quotations, 'quotation')}, ${count(statements, 'statement')}`);
  parts.push(`via: ${via.map(({ agency }) => agency.name).join(', then ') || '–'}`);
  return parts.join(' · ');
}

function otherQuotations(
  analysis: Analysis,
  speaker: Speaker,
  except: Attribution | undefined,
  places: Places,
): Line[] {
  const others = analysis.attributions
    .filter((one) => one.speaker === speaker && one !== except)
    .flatMap(({ quotations }) => quotations);
  if (!others.length) return [];
  const lines = others.slice(0, OTHERS).map(({ spans }): Line => {
    const link = places.link?.(spans[0]);
    return {
      item: true,
      runs: [
        { text: `line ${places.line(spans[0].start)}`, ...(link && { link }) },
        { text: ` ${excerpt(textOf(analysis, spans))}` },
      ],
    };
  });
  const rest = others.length - OTHERS;
  return [plain('Also said:'), ...lines, ...(rest > 0 ? [{ item: true, runs: [{ text: `and ${rest} more` }] }] : [])];
}

function speakerLines(analysis: Analysis, speaker: Speaker, places: Places): Line[] {
  const lines: Line[] = [{ runs: nameAndRole(speaker) }];
  const otherRoles = speaker.roles.filter((role) => role !== speaker.role);
  if (otherRoles.length) lines.push(plain(`Also called: ${otherRoles.join(', ')}`));
  lines.push(plain(tally(analysis, speaker, places, [])));
  return [...lines, ...otherQuotations(analysis, speaker, undefined, places)];
}

const COUNTRIES = new Intl.DisplayNames('en', { type: 'region' });

const USES: Readonly<Record<AgencyUse, string>> = {
  citation: 'cited as a source here',
  dateline: 'in the dateline',
  tail: 'signs off the copy',
  credit: 'credited',
  mention: 'named here, not a source',
};

function agencyLines(analysis: Analysis, { agency, use, why, alternatives }: AgencyMention): Line[] {
  const tags = agency.tags.filter((tag) => tag !== agency.name);
  const called = [...(tags.length ? [tags[0]] : []), countryName(agency.country)].filter(Boolean).join(', ');
  const times = analysis.agencies.filter((one) => one.agency.id === agency.id && one.use === 'citation').length;
  return [
    { runs: [{ text: agency.name, style: 'bold' }, ...(called ? [{ text: `, ${called}` }] : [])] },
    plain(`news agency, ${USES[use]}${times > 1 ? ` · cited ${inWords(times)} times` : ''}`),
    ...(why ? [plain(capitalised(sentence(why)))] : []),
    ...(alternatives.length ? [plain(`Could also be: ${alternatives.map(({ name }) => name).join(', ')}`)] : []),
  ];
}

/** "Norway" for "NO" (ISO 3166-1); nothing for XX, an agency of no country; anything else as it is. */
function countryName(country: string): string {
  if (country === 'XX') return '';
  return /^[A-Z]{2}$/.test(country) ? (COUNTRIES.of(country) ?? country) : country;
}

function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

function plain(text: string): Line {
  return { runs: [{ text }] };
}
