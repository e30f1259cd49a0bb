import { lowerBound } from '../article/span';
import type { Quotation } from '../quotations/quotation';
import type { Scene } from './candidate';
import { draftFollowing, type Draft } from './drafts';
import type { Page } from '../people/page';

/** Paragraphs at the top of an article among which its headline and standfirst stand. */
const TOP = 6;

/** Shortest words, in code units, that can be known again in the body, and the places that are looked at. */
const SHORTEST = 8;
const MOST_PLACES = 4;

/** How sure the speaker below is the speaker above. */
const SAME_WORDS = 0.9;

/**
 * A headline's quotation is quoted again below, with its speaker: the drafts of those that the headline itself gives no
 * fuller context, by quotation. `draftOf` finds the draft that a quotation has so far.
 */
export function tieHeadline(
  scene: Scene,
  draftOf: (q: number) => Draft | undefined,
  page: Page,
): Map<number, { readonly draft: Draft; readonly linked: Draft }> {
  const { article, quotations } = scene;
  const tied = new Map<number, { draft: Draft; linked: Draft }>();
  for (let q = 0; q < quotations.length && quotations[q].paragraphs[0] < TOP; q++) {
    const { zone } = article.paragraphs[quotations[q].paragraphs[0]];
    const own = draftOf(q);
    if (zone !== 'headline' || !/^(?:speech|partial|scare)$/.test(quotations[q].kind) || own?.kind === 'mixed')
      continue;
    const linked = quotedBelow(scene, q, draftOf);
    if (!linked || linked.entity === own?.entity) continue;
    const why = 'The same words are quoted below, with this speaker.';
    tied.set(q, { draft: draftFollowing(linked, quotations[q], q, SAME_WORDS, why, page), linked });
  }
  return tied;
}

/** The draft of the first quotation below that holds the words of quotation `q` and has a speaker. */
function quotedBelow(
  { article, quotations }: Scene,
  q: number,
  draftOf: (q: number) => Draft | undefined,
): Draft | undefined {
  const words = wordsOf(article.text, quotations[q]);
  if (words.length < SHORTEST || !words.includes(' ')) return undefined;
  let at = quotations[q].spans[0].end;
  for (let n = 0; n < MOST_PLACES; n++) {
    at = article.text.indexOf(words, at + 1);
    if (at < 0) return undefined;
    const next = lowerBound(quotations, ({ spans }) => spans[0].start <= at) - 1;
    const held = next > q && quotations[next].spans.some(({ start, end }) => start <= at && at < end);
    const draft = held ? draftOf(next) : undefined;
    if (draft?.entity && article.paragraphs[quotations[next].paragraphs[0]].zone !== 'headline') return draft;
  }
  return undefined;
}

const wordsOf = (text: string, { spans: [{ start, end }] }: Quotation): string =>
  text.slice(start, end).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
