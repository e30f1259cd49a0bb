import { BLANK_FILLER, SOFT_FILLER } from '../article/characters';
import type { Prose } from '../article/prose';
import { lowerBound, type Span } from '../article/span';

/** A paragraph as its reader sees it: neither blanked markup nor the room of a character reference is there. */
export interface Surface {
  /** The end of what stands before `at`, the start of what stands after it: blanked markup is looked through. */
  back(at: number): number;
  forward(at: number): number;
  /** The whole of the character reference (&ldquo;) that means the mark at `at`, or the mark itself. */
  whole(at: number, length: number): Span;
}

/** Look-ups by binary search in the paragraph's markup. */
export function surfaceOf({ markup, text }: Prose): Surface {
  if (!markup.length)
    return { back: (at) => at, forward: (at) => at, whole: (at, length) => ({ start: at, end: at + length }) };
  /** The last stretch of markup that starts before `at`. */
  const indexBefore = (at: number): number => {
    return lowerBound(markup, ({ start }) => start < at) - 1;
  };
  return {
    back(at) {
      for (let i = indexBefore(at); i >= 0 && !markup[i].shows && markup[i].end === at; i--) at = markup[i].start;
      return at;
    },
    forward(at) {
      for (
        let i = Math.max(0, indexBefore(at + 1));
        i < markup.length && !markup[i].shows && markup[i].start === at;
        i++
      )
        at = markup[i].end;
      return at < text.length && (text[at] === BLANK_FILLER || text[at] === SOFT_FILLER)
        ? this.forward(skipFiller(text, at))
        : at;
    },
    whole(at, length) {
      const found = markup.at(Math.max(0, indexBefore(at + 1)));
      return found?.shows && found.start <= at && at < found.end ? found : { start: at, end: at + length };
    },
  };
}

function skipFiller(text: string, at: number): number {
  while (text[at] === BLANK_FILLER || text[at] === SOFT_FILLER) at++;
  return at;
}
