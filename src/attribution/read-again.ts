import type { AgencyMention } from '../agencies/agency';
import type { Discourse } from '../people/discourse';
import { endAlike, writtenAlike } from '../people/page';
import { firstIn } from '../quotations/quotation';
import type { AttributionMemory } from './attribute';
import type { Scene } from './candidate';
import type { Range } from './choose-again';
import { draftIn, readParagraph, type Reading } from './reading';
import { FOLLOWS } from './neighbours';
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

/** What a reading of the article from its top leaves. */
export interface ReadThrough {
  readonly discourse: Discourse;
  /** One a paragraph. */
  readonly readings: readonly Reading[];
}

/**
 * Reads again what an edit can have changed: the paragraphs in `reach`, and those below until the reader's memory is
 * what it was. Undefined where that cannot be told apart from the rest. `scene` was made from the one of `last`.
 */
export function readAgain(
  scene: Scene,
  agencies: readonly AgencyMention[],
  choices: readonly (Choice | undefined)[],
  reach: Range,
  last: Readonly<AttributionMemory>,
): (ReadThrough & { readonly changed: Changed }) | undefined {
  const { discourse } = last;
  const { article, quotations, kept } = scene;
  if (!discourse || !kept || !discourse.turnTo(article, agencies, kept.alignment)) return undefined;
  const { paragraphs: by, offset } = kept.alignment;
  const shift = quotations.length - last.quotations.length;
  const { first } = reach;
  let { end } = reach;

  for (let p = end - by; p < last.readings.length; p++) {
    const { page } = last.readings[p];
    page.offset += offset;
    if (by === 0 && shift === 0) continue;
    page.index += by;
    page.quotations += shift;
  }
  const { taken, after } = discourse.memory.back(first, end - by);
  const readings = last.readings.slice(0, first);
  const earlier = (q: number) => draftIn(readings, quotations[q], q);
  for (let p = first; p < article.paragraphs.length; p++) {
    const [from, to] = [firstIn(quotations, p), firstIn(quotations, p + 1)];
    const reading = readParagraph(scene, article.paragraphs[p], from, to, choices, discourse, earlier);
    if (discourse.memory.conflict) return undefined;
    readings.push(reading);
    if (p + 1 < end) continue;
    const old = taken.at(-1);
    if (old && endAlike(reading.page, old) && !isLinkedOver(choices, to)) break;
    const next = after.shift();
    if (!next) break;
    discourse.memory.forget(next);
    taken.push(next);
    end++;
  }
  if (after.length > 0 && !writtenAlike(taken, discourse.memory.pages.slice(first))) return undefined;
  discourse.memory.pages.push(...after);
  readings.push(...last.readings.slice(last.readings.length - after.length));
  return { discourse, readings, changed: { first, end, offset, paragraphs: by } };
}

/** Whether a quotation from index `start` on follows one before it: one of the three before it, and no other. */
function isLinkedOver(choices: readonly (Choice | undefined)[], start: number): boolean {
  return choices.slice(start, start + FOLLOWS).some((choice) => (choice?.candidate.link ?? start) < start);
}
