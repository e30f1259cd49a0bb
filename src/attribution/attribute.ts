import type { AgencyMention } from '../agencies/agency';
import { Discourse } from '../people/discourse';
import { newPage } from '../people/page';
import { firstIn, type Quotation } from '../quotations/quotation';
import { pace } from '../steps';
import type { Scene } from './candidate';
import { choose } from './choose';
import type { Draft } from './drafts';
import { linkForward, type Forward } from './forward';
import { refinedAgain } from './kinds';
import { tieHeadline } from './headline';
import { nothingPublished, publish, type Edition, type Published } from './publish';
import { changedParagraphs, chooseAgain, type Agencies } from './choose-again';
import { readAgain, type Changed, type ReadThrough } from './read-again';
import { draftIn, readParagraph, type Reading } from './reading';
import type { Choice } from './score';

export interface Attributed {
  readonly quotations: readonly Quotation[];
  /** What is said of them: the attributions, made when they are asked for. */
  readonly edition: Edition;
  /** What is not as it was at the call before; undefined where that may be anything. */
  readonly changed?: Changed;
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
  /** Indexes of those that had another kind in the scene. */
  refined: ReadonlySet<number>;
  /** The quotations whose speaker only a later one names. */
  forward: ReadonlyMap<number, Forward>;
  published: Published;
}

export function nothingAttributed(): AttributionMemory {
  return {
    agencies: [],
    readings: [],
    choices: [],
    quotations: [],
    refined: new Set(),
    forward: new Map(),
    published: nothingPublished(),
  };
}

/**
 * Who said what: ties quotations and reported statements to speakers, from the top of the article to its end. Equal to
 * a reading without memory, always; with one, only what an edit can have changed is read again: `scene` was then made
 * from the one in `memory`.
 */
export function* attribute(
  scene: Scene,
  found: Agencies,
  memory: AttributionMemory = nothingAttributed(),
): Generator<void, Attributed> {
  const agencies = found.mentions;
  const before = { ...memory };
  memory.discourse = undefined; // until all is read: what breaks off half-way is of no use
  const again = chosenAgain(scene, found, before);
  const choices = again?.choices ?? (yield* chooseAll(scene));
  const reread = again && readAgain(scene, agencies, choices, again.reach, before);
  const { discourse, readings } = reread ?? (yield* readAll(scene, agencies, choices));
  yield;
  const changed = reread?.changed;
  // without what it has in common with the scene before: memory holds one scene, not a row of them
  Object.assign(memory, { scene: { ...scene, kept: undefined }, agencies, discourse, readings, choices });
  const known = (q: number): Draft | undefined => draftIn(readings, scene.quotations[q], q);
  const forward = linkForward(scene, choices, readings, known);
  const linked = (q: number): Draft | undefined => forward.get(q)?.draft ?? known(q);
  const above = tieHeadline(scene, linked, newPage(-1, 0, 0));
  const instead = new Set<Draft | undefined>([...above.keys()].map(linked));
  for (const [q, { draft, linked: end }] of above) forward.set(q, { draft, end });
  const drafts = draftsOf(readings, scene.quotations, forward, instead);
  const { quotations, refined } = refinedAgain(
    scene.quotations,
    before,
    changed,
    forward,
    (q) => linked(q) !== undefined,
  );
  yield;
  const { edition, published, sameSpeakers } = publish(
    drafts,
    quotations,
    discourse,
    agencies,
    scene.article,
    before.published,
    changed,
  );
  Object.assign(memory, { quotations, refined, published, forward });
  const attributed = { quotations, edition };
  if (!changed || !sameSpeakers) return attributed;
  return { ...attributed, changed: widened(changed, before, quotations, forward) };
}

/** The drafts of each paragraph, but for those that another one stands `instead` of. */
function draftsOf(
  readings: readonly Reading[],
  quotations: readonly Quotation[],
  forward: ReadonlyMap<number, Forward>,
  instead: ReadonlySet<Draft | undefined>,
): (readonly Draft[])[] {
  const drafts: (readonly Draft[])[] = [];
  for (const reading of readings) drafts.push(reading.drafts);
  for (const [q, { draft }] of forward) {
    const [paragraph] = quotations[q].paragraphs;
    drafts[paragraph] = [...drafts[paragraph], draft];
  }
  if (instead.size === 0) return drafts;
  return drafts.map((list) => (list.some((one) => instead.has(one)) ? list.filter((one) => !instead.has(one)) : list));
}

/** The range with the quotations outside of it whose speaker another one names now. */
function widened(
  { first, end, offset, paragraphs }: Changed,
  before: Readonly<AttributionMemory>,
  quotations: readonly Quotation[],
  forward: ReadonlyMap<number, Forward>,
): Changed {
  const shift = quotations.length - before.quotations.length;
  const range = { first, end };
  const widen = (index: number): void => {
    range.first = Math.min(range.first, index);
    range.end = Math.max(range.end, index + 1);
  };
  const isAfter = (q: number): boolean => quotations[q].paragraphs[0] >= end;
  for (const [q, { end: draft }] of forward) {
    const [index] = quotations[q].paragraphs;
    if (index < first || index >= end) if (before.forward.get(isAfter(q) ? q - shift : q)?.end !== draft) widen(index);
  }
  for (const [q, { end: draft }] of before.forward) {
    const [index] = before.quotations[q].paragraphs;
    if (index < first && forward.get(q)?.end !== draft) widen(index);
    if (index + paragraphs >= end && forward.get(q + shift)?.end !== draft) widen(index + paragraphs);
  }
  return { ...range, offset, paragraphs };
}

/** Copy read between two rests, in code units: a few paragraphs. */
const STEP = 2000;
/** Quotations chosen for between two rests. */
const SEVERAL = 8;

function* chooseAll(scene: Scene): Generator<void, readonly (Choice | undefined)[]> {
  const choices: (Choice | undefined)[] = [];
  const mayRest = pace(STEP);
  for (let q = 0; q < scene.quotations.length; q++) {
    choices.push(choose(scene, q));
    if (mayRest(scene.quotations[q].spans[0].end) || q % SEVERAL === SEVERAL - 1) yield;
  }
  return choices;
}

/** The choices of which nothing has changed, the others made again; undefined without a scene before. */
function chosenAgain(
  scene: Scene,
  agencies: Agencies,
  { scene: before, discourse, agencies: agenciesBefore, choices }: Readonly<AttributionMemory>,
): ReturnType<typeof chooseAgain> | undefined {
  const { kept } = scene;
  if (!kept || !before || !discourse) return undefined;
  const change = changedParagraphs(before, scene, agenciesBefore, agencies, kept);
  const shift = scene.quotations.length - before.quotations.length;
  return chooseAgain(scene, choices, change, kept.alignment.paragraphs, shift);
}

function* readAll(
  scene: Scene,
  agencies: readonly AgencyMention[],
  choices: readonly (Choice | undefined)[],
): Generator<void, ReadThrough> {
  const { article, quotations } = scene;
  const discourse = new Discourse(article, agencies);
  const readings: Reading[] = [];
  const mayRest = pace(STEP);
  const earlier = (q: number): Draft | undefined => draftIn(readings, quotations[q], q);
  for (const paragraph of article.paragraphs) {
    const { index, end } = paragraph;
    const [from, to] = [firstIn(quotations, index), firstIn(quotations, index + 1)];
    readings.push(readParagraph(scene, paragraph, from, to, choices, discourse, earlier));
    if (mayRest(end)) yield;
  }
  return { discourse, readings };
}
