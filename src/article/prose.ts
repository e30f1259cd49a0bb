import { copyOf, type Markup } from './markup';
import { splitSentences, type Sentence } from './sentences';
import { splitWords, type Word } from './words';

/**
 * A paragraph's text and what can be told from it alone. Offsets are relative to the paragraph's start.
 * `text` is as long as the source: markup (Markdown marks, link targets, tags, code) is blanked with spaces, every kind
 * of blank and line end is a space, and a character reference (&rsquo;) is the character that it means and filler, so
 * that every room can read running copy and still point into the source.
 */
export interface Prose {
  readonly text: string;
  readonly words: readonly Word[];
  readonly sentences: readonly Sentence[];
  /** What was blanked or decoded, in order. */
  readonly markup: readonly Markup[];
}

/** A paragraph with room for what has been computed of it: a look-up there is the commonest step of an edit, and one call. */
class ReadProse implements Prose {
  readonly #answers = new Map<unknown, unknown>();

  constructor(
    readonly text: string,
    readonly words: readonly Word[],
    readonly sentences: readonly Sentence[],
    readonly markup: readonly Markup[],
  ) {}

  /** See {@link remember}. */
  static remember<T>(prose: Prose, key: unknown, compute: (prose: Prose) => T): T {
    const answers = #answers in prose ? prose.#answers : answersOf(prose);
    const known = answers.get(key);
    if (known !== undefined || answers.has(key)) return known as T;
    const answer = compute(prose);
    answers.set(key, answer);
    return answer;
  }
}

/** The same room for prose that somebody made by hand. */
const answersOfOthers = new WeakMap<Prose, Map<unknown, unknown>>();

function answersOf(prose: Prose): Map<unknown, unknown> {
  let answers = answersOfOthers.get(prose);
  if (!answers) answersOfOthers.set(prose, (answers = new Map()));
  return answers;
}

/**
 * What `compute` makes of a paragraph's text, computed once for as long as that text lives. `key` names the question:
 * use a module-level function or symbol, never a fresh closure. `compute` may depend on `prose` alone.
 */
export const { remember } = ReadProse;

/** Reads a paragraph's text; `markup` (relative, in order, disjoint) is what is not copy, and character references. */
export function readProse(source: string, markup: readonly Markup[] = []): Prose {
  const text = copyOf(source, markup);
  const words = splitWords(text);
  return new ReadProse(text, words, splitSentences(text, words), markup);
}
