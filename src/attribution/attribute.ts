import type { AgencyMention } from '../agencies/agency';
import { align, type Alignment } from '../article/alignment';
import { Discourse } from '../people/discourse';
import { endAlike, newPage, writtenAlike } from '../people/page';
import type { Speaker } from '../people/speaker';
import type { Quotation } from '../quotations/quotation';
import type { Attribution } from './attribution';
import type { Candidate, Scene } from './candidate';
import { candidatesOf } from './candidates';
import { draftFollowing, type Draft } from './drafts';
import { tieHeadline } from './headline';
import { withSecondOpinion } from './opinion';
import { keep, nothingPublished, publish, sameQuotation, type Published } from './publish';
import { refineKind } from '../quotations/kind';
import { readParagraph, type Reading } from './reading';
import { likeliest, type Choice } from './score';

export interface Attributed {
  readonly quotations: Quotation[];
  readonly attributions: Attribution[];
  readonly speakers: Speaker[];
  /** What is not as it was at the call before; undefined where that may be anything. */
  readonly changed?: Changed;
}

/**
 * Paragraphs (first and, exclusive, end) outside of which everything is as it was, but for its place: quotations, marks,
 * agencies, attributions, and what is known of each speaker. Those after `end` have moved by `offset` code units and by
 * `paragraphs` paragraphs.
 */
export interface Changed {
  readonly first: number;
  readonly end: number;
  readonly offset: number;
  readonly paragraphs: number;
}

/** What one call leaves for the next, after an edit. Opaque to others; written over by each call. */
export interface AttributionMemory {
  scene?: Scene;
  agencies: readonly AgencyMention[];
  discourse?: Discourse;
  /** One a paragraph. */
  readings: readonly Reading[];
  /** The likeliest candidate of each quotation. */
  choices: readonly (Choice | undefined)[];
  quotations: readonly Quotation[];
  /** The quotations whose speaker only a later one names, and its draft. */
  forward: ReadonlyMap<number, Draft>;
  published: Published;
}

export function nothingAttributed(): AttributionMemory {
  return {
    agencies: [],
    readings: [],
    choices: [],
    quotations: [],
    forward: new Map(),
    published: nothingPublished(),
  };
}

/**
 * Who said what: ties quotations and reported statements to speakers, from the top of the article to its end. Equal to
 * a reading without memory, always; with one, only what an edit can have changed is read again.
 */
export function* attribute(
  scene: Scene,
  agencies: readonly AgencyMention[],
  memory: AttributionMemory = nothingAttributed(),
): Generator<void, Attributed> {
  const before = { ...memory };
  memory.discourse = undefined; // until all is read: what breaks off half-way is of no use
  const changed = readChange(scene, agencies, before, memory);
  if (!changed) yield* readAll(scene, agencies, memory);
  Object.assign(memory, { scene, agencies });
  const { discourse, readings, choices } = memory;
  const byQuotation = draftsByQuotation(readings);
  const linked = linkForward(scene, choices, byQuotation);
  const above = tieHeadline(scene, byQuotation, newPage(0));
  const instead = new Set<Draft | undefined>([...above.keys()].map((q) => byQuotation.get(q)));
  const drafts = [...readings.flatMap((reading) => reading.drafts), ...linked.drafts].filter(
    (draft) => !instead.has(draft),
  );
  for (const [q, { draft, linked: below }] of above) {
    drafts.push(draft);
    byQuotation.set(q, draft);
    linked.ends.set(q, below);
  }
  const quotations = scene.quotations.map((quotation, i) =>
    keep(before.quotations[i], refineKind(quotation, byQuotation.has(i))),
  );
  const { attributions, speakers, published, sameSpeakers } = publish(
    drafts,
    quotations,
    discourse!,
    agencies,
    scene.article,
    before.published,
  );
  Object.assign(memory, { quotations, published, forward: linked.ends });
  if (!changed || !sameSpeakers) return { quotations, attributions, speakers };
  return { quotations, attributions, speakers, changed: widened(changed, before, quotations, linked.ends) };
}

/** The range with the quotations outside of it whose speaker another one names now. */
function widened(
  { first, end, offset, paragraphs }: Changed,
  before: Readonly<AttributionMemory>,
  quotations: readonly Quotation[],
  ends: ReadonlyMap<number, Draft>,
): Changed {
  const shift = quotations.length - before.quotations.length;
  const range = { first, end };
  const widen = (index: number): void => {
    range.first = Math.min(range.first, index);
    range.end = Math.max(range.end, index + 1);
  };
  const isAfter = (q: number): boolean => quotations[q].paragraphs[0] >= end;
  for (const [q, draft] of ends) {
    const [index] = quotations[q].paragraphs;
    if (index < first || index >= end) if (before.forward.get(isAfter(q) ? q - shift : q) !== draft) widen(index);
  }
  for (const [q, draft] of before.forward) {
    const [index] = before.quotations[q].paragraphs;
    if (index < first && ends.get(q) !== draft) widen(index);
    if (index + paragraphs >= end && ends.get(q + shift) !== draft) widen(index + paragraphs);
  }
  return { ...range, offset, paragraphs };
}

/** Speech and partial quotations want a source; a scare quotation turns out partial where one is in reach. */
const mayHaveSpeaker = ({ kind }: Quotation): boolean => kind === 'speech' || kind === 'partial' || kind === 'scare';

function choose(scene: Scene, q: number): Choice | undefined {
  const choices = choicesOf(scene, q);
  const [best] = choices;
  // two quotations that point at each other have no speaker: the first of them looks for one elsewhere
  if (best?.candidate.link !== q + 1 || choicesOf(scene, q + 1)[0]?.candidate.link !== q) return best;
  return likeliest(choices.flatMap(({ candidate }) => (candidate.link === q + 1 ? [] : candidate)))[0];
}

/** The candidates for a quotation, the likeliest first; none for what nobody says. */
function choicesOf(scene: Scene, q: number): Choice[] {
  if (!mayHaveSpeaker(scene.quotations[q])) return [];
  const candidates = withSecondOpinion(scene, q, candidatesOf(scene, q));
  return likeliest(candidates.filter((candidate) => mayBeSource(scene, candidate)));
}

/** Whether the house lets a candidate's words be a source. */
function mayBeSource({ article, house }: Scene, { subject, paragraph }: Candidate): boolean {
  if (!subject) return true;
  const { text } = article.paragraphs[paragraph].prose;
  return !house.isNeverSource(text.slice(subject.span.start, subject.span.end));
}

/** Paragraphs read, and quotations chosen for, between two rests. */
const STEP = 4;

function* readAll(scene: Scene, agencies: readonly AgencyMention[], memory: AttributionMemory): Generator<void, void> {
  const { article, quotations } = scene;
  const choices: (Choice | undefined)[] = [];
  for (let q = 0; q < quotations.length; q++) {
    choices.push(choose(scene, q));
    if (q % STEP === STEP - 1) yield;
  }
  const discourse = new Discourse(article, agencies);
  const readings: Reading[] = [];
  const starts = firstQuotations(quotations, article.paragraphs.length);
  const drafts = new Map<number, Draft>();
  for (const paragraph of article.paragraphs) {
    const { index } = paragraph;
    const earlier = (q: number): Draft | undefined => drafts.get(q);
    const reading = readParagraph(scene, paragraph, starts[index], starts[index + 1], choices, discourse, earlier);
    for (const [q, draft] of reading.byQuotation) drafts.set(q, draft);
    readings.push(reading);
    if (index % STEP === STEP - 1) yield;
  }
  Object.assign(memory, { discourse, readings, choices });
}

/** Paragraphs around a change whose choices of speakers it can touch. */
const REACH = 4;

/** Reads again what changed since the last call; undefined where that cannot be told apart from the rest. */
function readChange(
  scene: Scene,
  agencies: readonly AgencyMention[],
  last: Readonly<AttributionMemory>,
  memory: AttributionMemory,
): Changed | undefined {
  const { scene: before, discourse } = last;
  if (!before || !discourse) return undefined;
  const { article, quotations } = scene;
  const alignment = align(
    before.article,
    article,
    (a, b) => before.marks[a] === scene.marks[b] && before.cues[a] === scene.cues[b],
  );
  if (alignment.head + alignment.tail === 0 || !discourse.turnTo(article, agencies, alignment)) return undefined;

  const change = changedParagraphs(before, scene, last.agencies, agencies, alignment);
  const first = Math.max(0, change.first - REACH);
  const shift = quotations.length - before.quotations.length;
  const starts = firstQuotations(quotations, article.paragraphs.length);
  let end = Math.min(article.paragraphs.length, change.end + REACH);
  const choices: (Choice | undefined)[] = quotations.map((_, q) =>
    q < starts[first]
      ? last.choices[q]
      : q >= starts[end]
        ? moved(last.choices[q - shift], alignment.paragraphs, shift)
        : choose(scene, q),
  );

  const { paragraphs: by, offset } = alignment;
  for (let p = end - by; p < last.readings.length; p++) {
    const { page } = last.readings[p];
    page.index += by;
    page.offset += offset;
    page.quotations += shift;
  }
  const { taken, after } = discourse.back(first, end - by);
  const readings = last.readings.slice(0, first);
  const drafts = draftsByQuotation(readings);
  const earlier = (q: number): Draft | undefined => drafts.get(q);
  for (let p = first; p < article.paragraphs.length; p++) {
    const paragraph = article.paragraphs[p];
    const reading = readParagraph(scene, paragraph, starts[p], starts[p + 1], choices, discourse, earlier);
    if (discourse.conflict) return undefined;
    for (const [q, draft] of reading.byQuotation) drafts.set(q, draft);
    readings.push(reading);
    if (p + 1 < end) continue;
    const old = taken.at(-1);
    if (old && endAlike(reading.page, old) && !isLinkedOver(choices, starts, p + 1)) break;
    const next = after.shift();
    if (!next) break;
    discourse.forget(next);
    taken.push(next);
    end++;
  }
  if (after.length > 0 && !writtenAlike(taken, discourse.pages.slice(first))) return undefined;
  discourse.pages.push(...after);
  readings.push(...last.readings.slice(last.readings.length - after.length));
  Object.assign(memory, { discourse, readings, choices });
  return { first, end, offset, paragraphs: by };
}

interface Range {
  readonly first: number;
  readonly end: number;
}

/** The paragraphs of `scene` (first and, exclusive, end) outside of which everything is as it was. */
function changedParagraphs(
  before: Scene,
  scene: Scene,
  agenciesBefore: readonly AgencyMention[],
  agencies: readonly AgencyMention[],
  { head, tail, offset, paragraphs: by }: Alignment,
): Range {
  const change = { first: head, end: scene.article.paragraphs.length - tail };
  const widen = <T>(old: readonly T[], now: readonly T[], same: Same<T>, range: (value: T) => Range): void => {
    const most = Math.min(old.length, now.length);
    let start = 0;
    while (start < most && same(old[start], now[start], 0, 0)) start++;
    let end = 0;
    while (end < most - start && same(old[old.length - 1 - end], now[now.length - 1 - end], offset, by)) end++;
    for (const value of now.slice(start, now.length - end)) {
      change.first = Math.min(change.first, range(value).first);
      change.end = Math.max(change.end, range(value).end);
    }
    for (const value of old.slice(start, old.length - end)) {
      change.first = Math.min(change.first, range(value).first);
      change.end = Math.max(change.end, range(value).end + by);
    }
  };
  widen(before.quotations, scene.quotations, sameQuotation, ({ paragraphs }) => ({
    first: paragraphs[0],
    end: paragraphs[paragraphs.length - 1] + 1,
  }));
  widen(agenciesBefore, agencies, sameAgency, ({ paragraph }) => ({ first: paragraph, end: paragraph + 1 }));
  return { first: Math.min(change.first, change.end), end: change.end };
}

/** Whether two values are the same but for `offset` code units and `by` paragraphs. */
type Same<T> = (a: T, b: T, offset: number, by: number) => boolean;

const sameAgency: Same<AgencyMention> = (a, b, offset, by) =>
  a.agency === b.agency &&
  a.use === b.use &&
  a.start + offset === b.start &&
  a.end + offset === b.end &&
  a.paragraph + by === b.paragraph;

/** For each paragraph, and for the end, the index of the first quotation that begins there or later. */
function firstQuotations(quotations: readonly Quotation[], paragraphs: number): number[] {
  const starts = [0];
  let q = 0;
  for (let p = 0; p < paragraphs; p++) {
    while (q < quotations.length && quotations[q].paragraphs[0] === p) q++;
    starts.push(q);
  }
  return starts;
}

function moved(choice: Choice | undefined, paragraphs: number, quotations: number): Choice | undefined {
  if (!choice || (paragraphs === 0 && quotations === 0)) return choice;
  const { candidate } = choice;
  const link = candidate.link === undefined ? undefined : candidate.link + quotations;
  return { ...choice, candidate: { ...candidate, paragraph: candidate.paragraph + paragraphs, link } };
}

/** Whether a quotation at or soon after paragraph `p` follows one that begins before it. */
function isLinkedOver(choices: readonly (Choice | undefined)[], starts: readonly number[], p: number): boolean {
  const end = starts[Math.min(p + REACH, starts.length - 1)];
  for (let q = starts[p]; q < end; q++) {
    const link = choices[q]?.candidate.link;
    if (link !== undefined && link < starts[p]) return true;
  }
  return false;
}

/** The drafts of quotations by their indexes now. */
function draftsByQuotation(readings: readonly Reading[]): Map<number, Draft> {
  const drafts = new Map<number, Draft>();
  for (const { page, byQuotation } of readings)
    for (const [index, draft] of byQuotation) drafts.set(index + page.quotations, draft);
  return drafts;
}

interface Linked {
  readonly drafts: Draft[];
  /** By quotation: the draft at the end of its row. */
  readonly ends: Map<number, Draft>;
}

/**
 * Quotations whose speaker only the next one names: "…" "…," Ruiz said. Back to front, so that a row of them is tied.
 * Adds them to `byQuotation`, too.
 */
function linkForward(
  { quotations }: Scene,
  choices: readonly (Choice | undefined)[],
  byQuotation: Map<number, Draft>,
): Linked {
  const drafts: Draft[] = [];
  const ends = new Map<number, Draft>();
  const page = newPage(0);
  for (let i = choices.length - 1; i >= 0; i--) {
    const choice = choices[i];
    const link = choice?.candidate.link;
    if (!choice || link === undefined || byQuotation.has(i)) continue;
    const linked = byQuotation.get(link);
    if (!linked) continue;
    const why =
      link > i
        ? 'The quotation beside it has this speaker and no narrator stands between.'
        : 'It follows on from the quotation before it.';
    const draft = draftFollowing(linked, quotations[i], i, choice.probability, why, page);
    ends.set(i, ends.get(link) ?? linked);
    byQuotation.set(i, draft);
    drafts.push(draft);
  }
  return { drafts, ends };
}
