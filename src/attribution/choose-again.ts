import { sameMention, type AgencyMention } from '../agencies/agency';
import type { AgenciesRead } from '../agencies/find';
import { firstIn, freshStart, sameQuotation, type Quotation } from '../quotations/quotation';
import type { Kept, Scene } from './candidate';
import { mayGoOn } from './neighbours';
import { AHEAD, BACK, choose, movedChoice, sameChoice } from './choose';
import type { Choice } from './score';

/** Paragraphs (first and, exclusive, end). */
export interface Range {
  first: number;
  end: number;
}

/** The agencies of an article, and what is known of which have changed: see `AgenciesRead`. */
export type Agencies = Pick<AgenciesRead, 'mentions' | 'settled'>;

/** The paragraphs of `scene` outside of which everything is as it was before. */
export function changedParagraphs(
  before: Scene,
  scene: Scene,
  agenciesBefore: readonly AgencyMention[],
  { mentions, settled }: Agencies,
  { alignment: { head, tail, offset, paragraphs: by }, first, end }: Kept,
): Range {
  const change = { first: head, end: scene.article.paragraphs.length - tail };
  const widen = <T>(old: readonly T[], now: readonly T[], same: Same<T>, range: (value: T) => Range): void => {
    const most = Math.min(old.length, now.length);
    let start = 0;
    while (start < most && (old[start] === now[start] || same(old[start], now[start], 0, 0))) start++;
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
  if (settled !== undefined) change.end = Math.max(change.end, settled);
  else widen(agenciesBefore, mentions, sameMention, ({ paragraph }) => ({ first: paragraph, end: paragraph + 1 }));
  // a quotation around the change stands as it stood, and others between its parts may not
  const around = freshStart(quotations, change.first);
  for (const { paragraphs } of quotations.slice(firstIn(quotations, around), firstIn(quotations, change.first)))
    change.end = Math.max(change.end, paragraphs[paragraphs.length - 1] + 1);
  return { first: around, end: change.end };
}

/** Whether two values are the same but for `offset` code units and `by` paragraphs. */
type Same<T> = (a: T, b: T, offset: number, by: number) => boolean;

/**
 * The choices for all quotations, made again where a candidate can have changed, and the paragraphs to read again: those
 * that changed, the one below, of which the first words may lean on them, and those where a choice is another now.
 */
export function chooseAgain(
  scene: Scene,
  last: readonly (Choice | undefined)[],
  change: Readonly<Range>,
  by: number,
  shift: number,
): { readonly choices: readonly (Choice | undefined)[]; readonly reach: Range } {
  const { quotations, article } = scene;
  const reach = { first: change.first, end: Math.min(article.paragraphs.length, change.end + 1) };
  const endOf = (q: number): number => quotations[q].paragraphs[quotations[q].paragraphs.length - 1];
  let from = firstIn(quotations, freshStart(quotations, Math.max(0, change.first - AHEAD)));
  // what the next quotation's speaker may be counts, too, where it is near
  if (from > 0 && from < quotations.length && quotations[from].paragraphs[0] - endOf(from - 1) <= AHEAD) from--;
  const to = firstIn(quotations, change.end + BACK);
  const choices = last.slice(0, from);
  for (let q = from; q < to; q++) {
    const { paragraphs } = quotations[q];
    const below = paragraphs[0] >= change.end;
    const before = below ? movedChoice(last[q - shift], by, shift) : endOf(q) < change.first ? last[q] : undefined;
    if (q > 0 && paragraphs[0] > change.end && followsWithin(quotations[q - 1], change.end)) {
      choices.push(before);
      continue;
    }
    const now = choose(scene, q);
    const isApart = below || endOf(q) < change.first;
    // words on the other side of the change have moved against it
    const isBeside = !now || (below ? now.candidate.paragraph >= change.end : now.candidate.paragraph < change.first);
    if (isApart && isBeside && sameChoice(before, now)) {
      choices.push(before);
      continue;
    }
    choices.push(now);
    reach.first = Math.min(reach.first, paragraphs[0]);
    reach.end = Math.max(reach.end, endOf(q) + 1);
  }
  const below = last.slice(to - shift);
  if (by !== 0 || shift !== 0) for (let q = 0; q < below.length; q++) below[q] = movedChoice(below[q], by, shift);
  return { choices: choices.concat(below), reach };
}

/**
 * Whether a quotation, of which the paragraph before stands at `end` or below, sees nothing above `end`: so far back it
 * looks only for the one that it may follow, and that is this one right before it.
 */
function followsWithin({ kind, paragraphs }: Quotation, end: number): boolean {
  return paragraphs[0] >= end && mayGoOn(kind);
}
