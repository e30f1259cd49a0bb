import type { AgencyMention } from '../agencies/agency';
import { byParagraph, paragraphAt, type Article } from '../article/article';
import { holds, hull, shift, type Span } from '../article/span';
import { placedNote, type Discourse } from '../people/discourse';
import type { Entity } from '../people/registry';
import type { Speaker } from '../people/speaker';
import type { Quotation } from '../quotations/quotation';
import type { Attribution } from './attribution';
import type { Circumstances, Draft } from './drafts';
import { timeIn, venueIn } from './venue';

/** The quotation as it was, where it is equal to `now`: the value is then the same object as before the edit. */
export function keep(before: Quotation | undefined, now: Quotation): Quotation {
  return before?.why === now.why && sameQuotation(before, now, 0, 0) ? before : now;
}

/** What publishing leaves for the next time: values that are handed out again where nothing about them changed. */
export interface Published {
  readonly speakers: ReadonlyMap<Entity, Speaker>;
}

export function nothingPublished(): Published {
  return { speakers: new Map() };
}

/** Drafts as values: everything in its place in the article, in order of the text. */
export function publish(
  drafts: readonly Draft[],
  quotations: readonly Quotation[],
  discourse: Discourse,
  agencies: readonly AgencyMention[],
  article: Article,
  last: Published,
): {
  readonly attributions: Attribution[];
  readonly speakers: Speaker[];
  readonly published: Published;
  /** Whether there are the same speakers as before, and nothing is known of them now but other mentions. */
  readonly sameSpeakers: boolean;
} {
  const agenciesIn = byParagraph(agencies);
  const speakers = discourse.speakers(last.speakers);
  const made = new Map<Draft, Attribution>();
  const make = (draft: Draft): Attribution => {
    const known = made.get(draft);
    if (known) return known;
    const { page, resolved, others } = draft;
    const paragraph = draft.paragraph + page.index - page.readAs;
    const speaker = draft.entity ? (speakers.get(draft.entity) ?? null) : null;
    const alternatives = others.length ? others.flatMap((entity) => speakers.get(entity) ?? []) : NOBODY;
    const said = draft.quotations.map((index) => quotations[index + page.quotations]);
    const continues = draft.continues && make(draft.continues);
    const before = draft.print.last;
    const unmoved = before?.offset === page.offset && before.index === page.index ? before.attribution : undefined;
    const cue = unmoved?.cue ?? placed(draft.cue, page.offset);
    const via = cue.length ? relays(hull(cue), agenciesIn(paragraph), speaker) : NOBODY;
    if (
      unmoved?.speaker === speaker &&
      unmoved.continues === continues &&
      isSameList(unmoved.quotations, said) &&
      isSameList(unmoved.alternatives, alternatives) &&
      isSameList(unmoved.via, via)
    ) {
      made.set(draft, unmoved);
      return unmoved;
    }
    const source = placed(draft.source, page.offset);
    const content = placed(draft.content, page.offset);
    const { venue, time } = circumstancesOf(draft, article, paragraph, content, cue[0] ?? source[0]);
    const attribution: Attribution = {
      kind: draft.kind,
      content,
      cue,
      source,
      mention: resolved && placedNote(page, resolved.mention),
      speaker,
      certainty: draft.certainty,
      confidence: draft.confidence,
      reason: { text: draft.why, evidence: evidenceOf(draft, cue, source) },
      alternatives,
      venue,
      time,
      via,
      quotations: said,
      cueLemma: draft.cueLemma,
      paragraph,
      continues,
    };
    made.set(draft, attribution);
    draft.print.last = { offset: page.offset, index: page.index, attribution };
    return attribution;
  };
  const attributions = inOrder(drafts.map(make), startOf);
  const list = inOrder([...speakers.values()], ({ mentions }) => mentions[0].start);
  return {
    attributions,
    speakers: list,
    published: { speakers },
    sameSpeakers: areSame(last.speakers, speakers),
  };
}

function areSame(before: ReadonlyMap<Entity, Speaker>, now: ReadonlyMap<Entity, Speaker>): boolean {
  if (before.size !== now.size) return false;
  for (const [entity, speaker] of now) {
    const known = before.get(entity);
    if (known !== speaker && !(known && isSameBut(known, speaker))) return false;
  }
  return true;
}

/** Whether two values of one speaker tell the same, wherever the mentions stand. */
function isSameBut(a: Speaker, b: Speaker): boolean {
  return (
    a.id === b.id &&
    a.name === b.name &&
    a.type === b.type &&
    a.role === b.role &&
    a.affiliation === b.affiliation &&
    a.gender === b.gender &&
    a.plural === b.plural &&
    isSameList(a.roles, b.roles)
  );
}

const NOBODY: readonly never[] = [];

function isSameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i]);
}

/** Whether two quotations are the same but for their place: `offset` code units and `by` paragraphs further on. */
export function sameQuotation(a: Quotation, b: Quotation, offset: number, by: number): boolean {
  return (
    a.kind === b.kind &&
    a.wordCount === b.wordCount &&
    a.closed === b.closed &&
    a.style === b.style &&
    a.spans.length === b.spans.length &&
    a.spans.every(({ start, end }, i) => start + offset === b.spans[i].start && end + offset === b.spans[i].end) &&
    a.paragraphs.every((paragraph, i) => paragraph + by === b.paragraphs[i])
  );
}

/** The words that decided, mostly those of cue and source. */
function evidenceOf(draft: Draft, cue: readonly Span[], source: readonly Span[]): readonly Span[] {
  const { evidence, page } = draft;
  if (page.offset === 0) return evidence;
  return evidence.map((span) => {
    const [asCue, asSource] = [draft.cue.indexOf(span), draft.source.indexOf(span)];
    return asCue >= 0 ? cue[asCue] : asSource >= 0 ? source[asSource] : shift(span, page.offset);
  });
}

function placed(spans: readonly Span[], offset: number): readonly Span[] {
  return offset === 0 || spans.length === 0 ? spans : spans.map((span) => shift(span, offset));
}

/** Sorted by a number that each value has, computed once; values with the same number stay as they were. */
function inOrder<T>(values: readonly T[], number: (value: T) => number): T[] {
  const numbers = values.map(number);
  if (numbers.every((at, i) => i === 0 || numbers[i - 1] <= at)) return [...values];
  return values
    .map((value, i) => ({ value, at: numbers[i] }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value);
}

function startOf({ content, cue, source }: Attribution): number {
  let start = Infinity;
  for (const spans of [content, cue, source]) for (const span of spans) if (span.start < start) start = span.start;
  return start;
}

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
  if (!draft.print.circumstances) {
    const around = contextOf(article, paragraph, content, anchor);
    draft.print.circumstances = { venue: venueIn(around), time: timeIn(around) };
  }
  return draft.print.circumstances;
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
