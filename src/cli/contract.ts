import type { Analysis } from '../analysis';
import type { AnalyserResult } from '../core';
import type { Span } from '../article/span';
import type { AgencyUse } from '../agencies/agency';
import type { Attribution, AttributionKind, Certainty } from '../attribution/attribution';
import type { Speaker, SpeakerType } from '../people/speaker';
import type { QuotationKind } from '../quotations/quotation';
import type { Finding, Related, Severity } from '../rules/rule';

/**
 * What `sources --format json` prints, version 1: a public interface. Offsets are UTF-16 code units from the start of
 * the text (a byte order mark is not part of it), end-exclusive.
 */
export interface SourcesOutput {
  readonly version: 1;
  readonly files: readonly FileOutput[];
}

export interface SpeakerOutput {
  readonly name: string;
  readonly role?: string;
  readonly type: SpeakerType;
}

export interface AttributionOutput {
  readonly kind: AttributionKind;
  readonly content: readonly Span[];
  readonly cue: readonly Span[];
  readonly source: readonly Span[];
  readonly speaker: SpeakerOutput | null;
  readonly certainty: Certainty;
  readonly venue?: string;
  readonly via?: readonly string[];
}

export interface FindingOutput extends Span {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly related: readonly Related[];
}

export interface FileOutput {
  readonly path: string;
  readonly quotations: readonly {
    readonly spans: readonly Span[];
    readonly kind: QuotationKind;
    readonly speaker: SpeakerOutput | null;
  }[];
  readonly attributions: readonly AttributionOutput[];
  readonly agencies: readonly (Span & { readonly name: string; readonly use: AgencyUse })[];
  readonly speakers: readonly (SpeakerOutput & { readonly mentions: readonly Span[] })[];
  readonly findings: readonly FindingOutput[];
}

/** An analysed file as version 1 prints it. */
export function fileOutput(path: string, { analysis, findings }: AnalyserResult): FileOutput {
  return {
    path,
    quotations: analysis.quotations.map((quotation) => ({
      spans: quotation.spans.map(bare),
      kind: quotation.kind,
      speaker: speakerOutput(analysis.attributionOf(quotation)?.speaker),
    })),
    attributions: attributionsOutput(analysis),
    agencies: analysis.agencies.map(({ agency, start, end, use }) => ({ name: agency.name, start, end, use })),
    speakers: analysis.speakers.map((speaker) => ({ ...named(speaker), mentions: speaker.mentions.map(bare) })),
    findings: findings.map(findingOutput),
  };
}

/** A finding as version 1 prints it. */
export function findingOutput({ rule, severity, start, end, message, related }: Finding): FindingOutput {
  return {
    rule,
    severity,
    start,
    end,
    message,
    related: related.map((place) => ({ ...bare(place), message: place.message })),
  };
}

/** Acts of speech: a quotation that follows on without a cue of its own belongs to the attribution that it continues. */
function attributionsOutput(analysis: Analysis): AttributionOutput[] {
  const acts = new Map<Attribution, Attribution[]>();
  for (const attribution of analysis.attributions) {
    let head = attribution;
    while (head.continues) head = head.continues;
    const act = acts.get(head);
    if (act) act.push(attribution);
    else acts.set(head, [attribution]);
  }
  return [...acts].map(([head, parts]) => ({
    kind: parts.every(({ kind }) => kind === head.kind) ? head.kind : 'mixed',
    content: parts
      .flatMap(({ content }) => content)
      .sort((a, b) => a.start - b.start)
      .map(bare),
    cue: head.cue.map(bare),
    source: head.source.map(bare),
    speaker: speakerOutput(head.speaker),
    certainty: head.certainty,
    ...(head.venue && { venue: head.venue }),
    ...(head.via.length && { via: head.via.map(({ agency }) => agency.name) }),
  }));
}

function bare({ start, end }: Span): Span {
  return { start, end };
}

function named({ name, role, type }: Speaker): SpeakerOutput {
  return { name, ...(role && { role }), type };
}

function speakerOutput(speaker: Speaker | null | undefined): SpeakerOutput | null {
  return speaker ? named(speaker) : null;
}
