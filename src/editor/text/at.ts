import type { AgencyMention } from '../../agencies/agency';
import type { Analysis } from '../../analysis';
import type { Span } from '../../article/span';
import type { Attribution } from '../../attribution/attribution';
import type { Mention, Speaker } from '../../people/speaker';
import type { Quotation } from '../../quotations/quotation';

/** What stands at a place in the article, the narrowest thing that the engine knows. `span` is what to mark. */
export type Thing =
  | { readonly kind: 'agency'; readonly agency: AgencyMention; readonly span: Span }
  | { readonly kind: 'attribution'; readonly attribution: Attribution; readonly span: Span }
  | {
      readonly kind: 'quotation';
      readonly quotation: Quotation;
      readonly attribution: Attribution | undefined;
      readonly span: Span;
    }
  | { readonly kind: 'speaker'; readonly speaker: Speaker; readonly mention: Mention; readonly span: Span };

/**
 * What stands at `offset`: an agency's name; the cue or the source of an attribution; a quotation; the content of a
 * statement without marks; a mention of a speaker. Undefined where there is nothing.
 */
export function thingAt(analysis: Analysis, offset: number): Thing | undefined {
  const agency = analysis.agencies.find((mention) => covers(mention, offset));
  if (agency) return { kind: 'agency', agency, span: agency };
  for (const attribution of analysis.attributions) {
    const span = [...attribution.cue, ...attribution.source].find((part) => covers(part, offset));
    if (span) return { kind: 'attribution', attribution, span };
  }
  for (const quotation of analysis.quotations) {
    const span = quotation.spans.find((part) => covers(part, offset));
    if (span) return { kind: 'quotation', quotation, attribution: analysis.attributionOf(quotation), span };
  }
  for (const speaker of analysis.speakers) {
    const mention = speaker.mentions.find((one) => covers(one, offset));
    if (mention) return { kind: 'speaker', speaker, mention, span: mention };
  }
  for (const attribution of analysis.attributions) {
    const span = attribution.content.find((part) => covers(part, offset));
    if (span) return { kind: 'attribution', attribution, span };
  }
  return undefined;
}

/** The attribution that a thing belongs to, if any. */
export function attributionOf(analysis: Analysis, thing: Thing): Attribution | undefined {
  switch (thing.kind) {
    case 'attribution':
    case 'quotation':
      return thing.attribution;
    case 'agency':
      return analysis.attributions.find(({ source }) => source.some((part) => covers(part, thing.span.start)));
    case 'speaker':
      return undefined;
  }
}

/** Whether the cursor touches a span: just behind its last character counts. */
function covers({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end && end > start;
}
