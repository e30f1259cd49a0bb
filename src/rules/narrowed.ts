import { sameMention } from '../agencies/agency';
import type { Analysis } from '../analysis';
import { sameParagraph } from '../article/alignment';
import type { Span } from '../article/span';
import type { Changed } from '../attribution/read-again';
import type { Attribution } from '../attribution/attribution';
import { sameQuotation } from '../quotations/quotation';
import type { Speaker } from '../people/speaker';
import { agenciesIn } from './sources/agencies';

/**
 * The paragraphs of `since` without those at either end of which nothing has changed at all: text, zone, marks,
 * quotations, attributions, agencies. With the paragraphs over which a quotation or an attribution of one that has
 * changed reaches. Mentions are not looked at.
 */
export function narrowed(before: Analysis, now: Analysis, since: Changed): Changed {
  if (since.paragraphs !== 0) return since;
  const [was, is] = [before.article.paragraphs, now.article.paragraphs];
  let { first, end } = since;
  const isSame = (index: number, offset: number): boolean =>
    sameParagraph(was[index], is[index], offset) &&
    before.marks[index] === now.marks[index] &&
    sameList(before.quotationsIn(was[index]), now.quotationsIn(is[index]), (a, b) => sameQuotation(a, b, offset, 0)) &&
    sameList(before.attributionsIn(was[index]), now.attributionsIn(is[index]), (a, b) =>
      sameAttribution(a, b, offset),
    ) &&
    sameList(agenciesIn(before, was[index]), agenciesIn(now, is[index]), (a, b) => sameMention(a, b, offset, 0));
  while (first < end && isSame(first, 0)) first++;
  while (end > first && isSame(end - 1, since.offset)) end--;
  // what has changed between two paragraphs is seen from both
  if (first === end) return { ...since, first: Math.max(0, first - 1), end: Math.min(is.length, end + 1) };
  const range = { first, end };
  const widen = (index: number): void => {
    range.first = Math.min(range.first, index);
    range.end = Math.max(range.end, index + 1);
  };
  for (const analysis of [before, now])
    for (let index = first; index < end; index++) {
      const paragraph = analysis.article.paragraphs[index];
      for (const { paragraphs } of analysis.quotationsIn(paragraph)) paragraphs.forEach(widen);
      for (const attribution of analysis.attributionsIn(paragraph)) widen(attribution.paragraph);
    }
  return { ...since, ...range };
}

function sameAttribution(a: Attribution, b: Attribution, offset: number): boolean {
  if (a === b) return offset === 0;
  return (
    a.kind === b.kind &&
    a.certainty === b.certainty &&
    a.confidence === b.confidence &&
    a.cueLemma === b.cueLemma &&
    a.paragraph === b.paragraph &&
    (a.continues === undefined) === (b.continues === undefined) &&
    sameSpeaker(a.speaker, b.speaker) &&
    sameSpans(a.content, b.content, offset) &&
    sameSpans(a.cue, b.cue, offset) &&
    sameSpans(a.source, b.source, offset) &&
    sameList(a.quotations, b.quotations, (one, other) => sameQuotation(one, other, offset, 0)) &&
    sameList(a.alternatives, b.alternatives, sameSpeaker)
  );
}

/**
 * Whether two values mean the same speaker, of whom `since` says that nothing is known now but other mentions. Two of
 * one name are told apart by their lists of roles, which are passed from value to value.
 */
function sameSpeaker(a: Speaker | null, b: Speaker | null): boolean {
  return a === b || (a !== null && b !== null && a.id === b.id && a.roles === b.roles);
}

function sameSpans(a: readonly Span[], b: readonly Span[], offset: number): boolean {
  return sameList(a, b, (one, other) => one.start + offset === other.start && one.end + offset === other.end);
}

function sameList<T>(a: readonly T[], b: readonly T[], same: (a: T, b: T) => boolean): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (!same(a[i], b[i])) return false;
  return true;
}
