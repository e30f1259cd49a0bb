import type { AgencyMention } from '../agencies/agency';
import { lowerBound } from '../article/span';
import { endAlike, writtenAlike } from '../people/page';
import { sameQuotation, type Quotation } from '../quotations/quotation';
import type { AttributionMemory } from './attribute';
import type { Kept, Scene } from './candidate';
import { AHEAD, BACK, choose, movedChoice, sameChoice } from './choose';
import { draftIn, readParagraph } from './reading';
import type { Choice } from './score';

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

/** Paragraphs (first and, exclusive, end). */
interface Range {
  first: number;
  end: number;
}

/**
 * Chooses and reads again what an edit can have changed, and writes it into `memory`; undefined where that cannot be
 * told apart from the rest. `scene` was made from the one of `last`.
 */
export function readAgain(
  scene: Scene,
  agencies: readonly AgencyMention[],
  last: Readonly<AttributionMemory>,
  memory: AttributionMemory,
): Changed | undefined {
  const { scene: before, discourse } = last;
  const { article, quotations, kept } = scene;
  if (!before || !discourse || !kept || !discourse.turnTo(article, agencies, kept.alignment)) return undefined;
  const { paragraphs: by, offset } = kept.alignment;
  const shift = quotations.length - before.quotations.length;
  const change = changedParagraphs(before, scene, last.agencies, agencies, kept);
  const { choices, reach } = chooseAgain(scene, last.choices, change, by, shift);
  const { first } = reach;
  let { end } = reach;

  for (let p = end - by; p < last.readings.length; p++) {
    const { page } = last.readings[p];
    page.index += by;
    page.offset += offset;
    page.quotations += shift;
  }
  const { taken, after } = discourse.back(first, end - by);
  const readings = last.readings.slice(0, first);
  const earlier = (q: number) => draftIn(readings, quotations[q], q);
  for (let p = first; p < article.paragraphs.length; p++) {
    const [from, to] = [firstIn(quotations, p), firstIn(quotations, p + 1)];
    const reading = readParagraph(scene, article.paragraphs[p], from, to, choices, discourse, earlier);
    if (discourse.conflict) return undefined;
    readings.push(reading);
    if (p + 1 < end) continue;
    const old = taken.at(-1);
    if (old && endAlike(reading.page, old) && !isLinkedOver(choices, quotations, p + 1)) break;
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

/** Index of the first quotation that begins in paragraph `p` or later. */
export const firstIn = (quotations: readonly Quotation[], p: number): number =>
  lowerBound(quotations, ({ paragraphs }) => paragraphs[0] < p);

/** The paragraphs of `scene` outside of which everything is as it was before. */
function changedParagraphs(
  before: Scene,
  scene: Scene,
  agenciesBefore: readonly AgencyMention[],
  agencies: readonly AgencyMention[],
  { alignment: { head, tail, offset, paragraphs: by }, first, end }: Kept,
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
  const { quotations } = scene;
  const oldEnd = before.quotations.length - (quotations.length - end);
  widen(before.quotations.slice(first, oldEnd), quotations.slice(first, end), sameQuotation, ({ paragraphs }) => ({
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

/** Quotations that can begin before a change, but for those in whose paragraphs it is. */
const MOST_OVER = 8;

/**
 * The choices for all quotations, made again where a candidate can have changed, and the paragraphs to read again: those
 * that changed, the one below, of which the first words may lean on them, and those where a choice is another now.
 */
function chooseAgain(
  scene: Scene,
  last: readonly (Choice | undefined)[],
  change: Readonly<Range>,
  by: number,
  shift: number,
): { readonly choices: readonly (Choice | undefined)[]; readonly reach: Range } {
  const { quotations, article } = scene;
  const reach = { first: change.first, end: Math.min(article.paragraphs.length, change.end + 1) };
  const endOf = (q: number): number => quotations[q].paragraphs[quotations[q].paragraphs.length - 1];
  const start = firstIn(quotations, change.first);
  let from = start;
  for (let q = start - 1; q >= 0 && q >= start - MOST_OVER; q--) if (endOf(q) + AHEAD >= change.first) from = q;
  from = Math.max(0, from - 1); // what the next quotation's speaker may be counts, too
  const to = firstIn(quotations, change.end + BACK);
  const choices = last.slice(0, from);
  for (let q = from; q < to; q++) {
    const { paragraphs } = quotations[q];
    const below = paragraphs[0] >= change.end;
    const before = below ? movedChoice(last[q - shift], by, shift) : endOf(q) < change.first ? last[q] : undefined;
    const now = choose(scene, q);
    const apart = now && (now.candidate.paragraph < change.first || now.candidate.paragraph >= change.end);
    if ((before || below || endOf(q) < change.first) && (!now || apart) && sameChoice(before, now)) {
      choices.push(before);
      continue;
    }
    choices.push(now);
    reach.first = Math.min(reach.first, paragraphs[0]);
    reach.end = Math.max(reach.end, endOf(q) + 1);
  }
  for (let q = to; q < quotations.length; q++) choices.push(movedChoice(last[q - shift], by, shift));
  return { choices, reach };
}

/** How far down, in paragraphs, a quotation may follow one that begins before. */
const FOLLOWS = 4;

/** Whether a quotation at or soon after paragraph `p` follows one that begins before it. */
function isLinkedOver(choices: readonly (Choice | undefined)[], quotations: readonly Quotation[], p: number): boolean {
  const start = firstIn(quotations, p);
  const end = firstIn(quotations, p + FOLLOWS);
  for (let q = start; q < end; q++) {
    const link = choices[q]?.candidate.link;
    if (link !== undefined && link < start) return true;
  }
  return false;
}
