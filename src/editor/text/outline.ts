import type { AgencyMention } from '../../agencies/agency';
import { textOf, type Analysis } from '../../analysis';
import { hull, type Span } from '../../article/span';
import type { Attribution } from '../../attribution/attribution';
import type { Speaker } from '../../people/speaker';
import type { Quotation } from '../../quotations/quotation';
import { excerpt } from './words';

/** One thing that somebody said. */
export interface Said {
  readonly kind: 'quotation' | 'statement';
  readonly label: string;
  readonly span: Span;
}

/** A speaker and what the article has them say, in order. */
export interface SpeakerSays {
  readonly speaker: Speaker;
  readonly says: readonly Said[];
}

export interface AgencyNamed {
  readonly name: string;
  readonly mentions: readonly AgencyMention[];
}

/** The sources of an article, as the view and the outline show them. */
export interface Sources {
  /** Those who say something, by their first mention. */
  readonly speakers: readonly SpeakerSays[];
  readonly agencies: readonly AgencyNamed[];
  /** Quotations of which nobody can tell who said them. */
  readonly open: readonly Said[];
}

export function sourcesOf(analysis: Analysis): Sources {
  const said = new Map<Speaker, Said[]>();
  for (const attribution of analysis.attributions) {
    if (!attribution.speaker) continue;
    const list = said.get(attribution.speaker) ?? [];
    said.set(attribution.speaker, [...list, ...saidIn(analysis, attribution)]);
  }
  const speakers = analysis.speakers.flatMap((speaker): SpeakerSays[] => {
    const says = said.get(speaker);
    return says?.length ? [{ speaker, says }] : [];
  });
  const agencies = new Map<string, AgencyMention[]>();
  for (const mention of analysis.agencies)
    agencies.set(mention.agency.name, [...(agencies.get(mention.agency.name) ?? []), mention]);
  return {
    speakers,
    agencies: [...agencies].map(([name, mentions]) => ({ name, mentions })),
    open: analysis.quotations
      .filter((quotation) => isOpen(analysis, quotation))
      .map((one) => quotationSaid(analysis, one)),
  };
}

/** How many quotations there are, and how many of them have a speaker. Titles, terms and the like are none. */
export function quotationCounts(analysis: Analysis): { readonly quotations: number; readonly attributed: number } {
  const quotations = analysis.quotations.filter(({ kind }) => kind === 'speech' || kind === 'partial');
  const attributed = quotations.filter((quotation) => analysis.attributionOf(quotation)?.speaker);
  return { quotations: quotations.length, attributed: attributed.length };
}

function isOpen(analysis: Analysis, quotation: Quotation): boolean {
  return quotation.kind === 'speech' && !analysis.attributionOf(quotation)?.speaker;
}

function saidIn(analysis: Analysis, { quotations, kind, content, cue }: Attribution): Said[] {
  if (quotations.length) return quotations.map((quotation) => quotationSaid(analysis, quotation));
  const spans = content.length ? content : cue;
  if (!spans.length) return [];
  return [
    {
      kind: kind === 'indirect' ? 'statement' : 'quotation',
      label: excerpt(textOf(analysis, spans)),
      span: hull(spans),
    },
  ];
}

function quotationSaid(analysis: Analysis, { spans }: Quotation): Said {
  return { kind: 'quotation', label: excerpt(textOf(analysis, spans)), span: hull(spans) };
}
