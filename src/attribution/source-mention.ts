import type { Paragraph } from '../article/article';
import type { Prose } from '../article/prose';
import { lowerBound, type Span } from '../article/span';
import { FUNCTION_WORDS, isVerbForm } from '../language/lexicon';
import { mentionsOf } from '../people/mentions';
import type { Subject } from './clauses';

/** The mention of a subject, unless its words go on after it: "posts on the board of the club". */
export function headMention({ prose }: Paragraph, { how, mention, span }: Subject): number {
  return how === 'phrase' && mention >= 0 && mentionsOf(prose)[mention].end !== span.end ? -1 : mention;
}

/** The mention that is the head of a source's words, the widest where several are; -1 where none is. */
export function sourceMention({ prose }: Paragraph, source: readonly Span[]): number {
  if (source.length === 0) return -1;
  const mentions = mentionsOf(prose);
  const [{ start, end }] = source;
  let best = -1;
  for (let m = firstFrom(prose, start); m < mentions.length && mentions[m].start < end; m++) {
    const mention = mentions[m];
    if (mention.end <= start) continue;
    if (best < 0) best = m;
    // "Saudi Arabia's Civil Defense Authority", "the authority director Ada Roe": the last of a chain is the head
    else if (
      mention.start >= mentions[best].end &&
      /^(?:['’]s?)?\s*$/.test(prose.text.slice(mentions[best].end, mention.start))
    )
      best = m;
    else if (mention.start === mentions[best].start && mention.end > mentions[best].end) best = m;
  }
  if (best < 0) return -1;
  if (isJoint(prose, source[0])) return -1;
  // "The “History” section of the site": a noun after the name is the head
  const { words } = prose;
  const next = words[mentions[best].tailWord ?? mentions[best].endWord] as (typeof words)[number] | undefined;
  const after = next && /^["”’]$/.test(next.text) ? words[words.indexOf(next) + 1] : next;
  if (
    mentions[best].kind === 'name' &&
    after?.kind === 'word' &&
    after.end <= end &&
    after.text === after.lower &&
    !FUNCTION_WORDS.has(after.lower) &&
    !isVerbForm(after.lower) &&
    after.lower !== "'s"
  )
    return -1;
  if (mentions[best].start <= start) return best;
  // "62 per cent of voters": words before the mention that are no part of it make it another source
  const before = prose.text.slice(start, mentions[best].start).trim();
  return before.split(/\s+/).filter((word) => /^\p{Ll}/u.test(word)).length > 2 ? -1 : best;
}

/** "Ada Roe and Tom Hale", "both the union and the company": two that speak as one. */
function isJoint(prose: Prose, { start, end }: Span): boolean {
  const mentions = mentionsOf(prose);
  const first = lowerBound(mentions, (mention) => mention.start < start);
  if (first === mentions.length || mentions[first].kind === 'pronoun' || mentions[first].start > start + 10)
    return false;
  let last = first + 1;
  while (last < mentions.length && (mentions[last].end !== end || mentions[last].kind === 'pronoun')) {
    if (mentions[last].start >= end) return false;
    last++;
  }
  if (last === mentions.length) return false;
  return /^\s+and\s+(?:the\s+)?$/.test(
    prose.text.slice(mentions[first].tailEnd ?? mentions[first].end, mentions[last].start),
  );
}

/** Index of the first mention that may reach `offset`: mentions are in order of their start and seldom long. */
function firstFrom(prose: Prose, offset: number): number {
  const mentions = mentionsOf(prose);
  const at = lowerBound(mentions, ({ start }) => start < offset);
  return Math.max(0, at - 3);
}
