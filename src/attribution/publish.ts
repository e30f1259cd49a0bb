import type { AgencyMention } from '../agencies/agency';
import { byParagraph, paragraphAt, type Article } from '../article/article';
import { holds, hull, shift, type Span } from '../article/span';
import { placedOn, type Discourse } from '../people/discourse';
import type { Speaker } from '../people/speaker';
import type { Quotation } from '../quotations/quotation';
import type { Attribution } from './attribution';
import type { Draft } from './drafts';
import { timeIn, venueIn } from './venue';

/** A fragment with a source is partial, one without is a mark of distance. */
export function settle(quotation: Quotation, attributed: boolean): Quotation {
  if (quotation.kind === 'scare' && attributed) return { ...quotation, kind: 'partial', why: 'a source in reach' };
  if (quotation.kind === 'partial' && !attributed) return { ...quotation, kind: 'scare', why: 'no source in reach' };
  return quotation;
}

/** Drafts as values: everything in its place in the article, in order of the text. */
export function publish(
  drafts: readonly Draft[],
  quotations: readonly Quotation[],
  discourse: Discourse,
  agencies: readonly AgencyMention[],
  article: Article,
): { readonly attributions: Attribution[]; readonly speakers: Speaker[] } {
  const agenciesIn = byParagraph(agencies);
  const speakers = discourse.speakers();
  const published = new Map<Draft, Attribution>();
  const make = (draft: Draft): Attribution => {
    const known = published.get(draft);
    if (known) return known;
    const { page, resolved } = draft;
    const cue = placed(draft.cue, page.offset);
    const source = placed(draft.source, page.offset);
    const content = placed(draft.content, page.offset);
    const paragraph = draft.paragraph + page.index - page.readAs;
    const speaker = draft.entity ? (speakers.get(draft.entity) ?? null) : null;
    const { venue, time } = circumstancesOf(draft, article, paragraph, content, cue[0] ?? source[0]);
    const attribution: Attribution = {
      kind: draft.kind,
      content,
      cue,
      source,
      mention: resolved && placedOn(page, resolved.mention),
      speaker,
      certainty: draft.certainty,
      confidence: draft.confidence,
      reason: { text: draft.why, evidence: placed(draft.evidence, page.offset) },
      alternatives: draft.others.flatMap((entity) => speakers.get(entity) ?? []),
      venue,
      time,
      via: cue.length ? relays(hull(cue), agenciesIn(paragraph), speaker) : [],
      quotations: draft.quotations.map((index) => quotations[index + page.quotations]),
      cueLemma: draft.cueLemma,
      paragraph,
      continues: draft.continues && make(draft.continues),
    };
    published.set(draft, attribution);
    return attribution;
  };
  const attributions = inOrder(drafts.map(make), startOf);
  const list = inOrder([...speakers.values()], ({ mentions }) => mentions[0].start);
  return { attributions, speakers: list };
}

function placed(spans: readonly Span[], offset: number): readonly Span[] {
  return offset === 0 || spans.length === 0 ? spans : spans.map((span) => shift(span, offset));
}

/** Sorted by a number that each value has, computed once; values with the same number stay as they were. */
function inOrder<T>(values: readonly T[], number: (value: T) => number): T[] {
  return values
    .map((value) => ({ value, at: number(value) }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value);
}

function startOf({ content, cue, source }: Attribution): number {
  let start = Infinity;
  for (const spans of [content, cue, source]) for (const span of spans) if (span.start < start) start = span.start;
  return start;
}

interface Circumstances {
  readonly venue?: string;
  readonly time?: string;
}

const circumstances = new WeakMap<Draft, Circumstances>();
const NONE: Circumstances = {};

/** Where and when it was said, as far as the sentence around the cue says so; remembered by the draft. */
function circumstancesOf(
  draft: Draft,
  article: Article,
  paragraph: number,
  content: readonly Span[],
  anchor: Span | undefined,
): Circumstances {
  if (!anchor) return NONE;
  let known = circumstances.get(draft);
  if (!known) {
    const around = contextOf(article, paragraph, content, anchor);
    circumstances.set(draft, (known = { venue: venueIn(around), time: timeIn(around) }));
  }
  return known;
}

/** The narrator's words of the sentence around the cue. */
function contextOf(article: Article, own: number, content: readonly Span[], anchor: Span): string {
  const holder = paragraphAt(article, anchor.start);
  const paragraph = holder && holds(holder, anchor) ? holder : article.paragraphs[own];
  const at = anchor.start - paragraph.start;
  const sentence = paragraph.prose.sentences.find(({ start, end }) => start <= at && at < end);
  if (!sentence) return '';
  let text = paragraph.prose.text.slice(sentence.start, sentence.end);
  for (const { start, end } of content) {
    const from = Math.max(0, start - paragraph.start - sentence.start);
    const to = Math.min(text.length, end - paragraph.start - sentence.start);
    if (to > from) text = text.slice(0, from) + ' '.repeat(to - from) + text.slice(to);
  }
  return text;
}

/** Agencies of the sentence to whom it was said or who carried it. */
function relays(cue: Span, agencies: readonly AgencyMention[], speaker: Speaker | null): AgencyMention[] {
  if (speaker?.type === 'agency') return [];
  return agencies.filter(
    (mention) => mention.use === 'citation' && mention.start >= cue.end && mention.start - cue.end < 60,
  );
}
