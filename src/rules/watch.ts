import { remember, type Prose } from '../article/prose';
import type { Span } from '../article/span';
import type { Word } from '../article/words';
import { OTHERS } from './copy';

/**
 * A list of words that a rule looks for, as one bit. All lists are looked up in one pass over a paragraph's words: most
 * paragraphs hold no word of most lists, and what they stand for then need not be asked.
 */
export type Watch = number;

type Words = string | (() => Iterable<string>);

const lists: Words[] = [];
/** The lists in which each word stands. */
let table = new Map<string, Watch>();
let listed = 0;

/**
 * Has words looked out for: lower case, of ASCII letters with hyphens within, separated by blanks. For a module's own
 * constant. Throws a RangeError where there are more lists than bits.
 */
export function watchFor(words: Words): Watch {
  if (lists.length > 30) throw new RangeError('no bit left for another list of words');
  return 1 << (lists.push(words) - 1);
}

function watched(): ReadonlyMap<string, Watch> {
  if (listed === lists.length) return table;
  table = new Map();
  lists.forEach((words, i) => {
    for (const word of typeof words === 'string' ? words.split(' ') : words())
      table.set(word, (table.get(word) ?? 0) | (1 << i));
  });
  listed = lists.length;
  return table;
}

/** A word of some list in a paragraph, relative to it. */
interface Sighted extends Span {
  readonly watch: Watch;
}

/** What a paragraph holds of all lists. */
interface Sights {
  /** Lists of which a word stands anywhere, in any case, be it as a part of a compound with hyphens. */
  readonly all: Watch;
  /** The words that stand there by themselves, in order. */
  readonly words: readonly Sighted[];
}

const NOTHING: Sights = { all: 0, words: [] };

function sightsOf(prose: Prose): Sights {
  return remember(prose, watched(), look);
}

function look({ text, words }: Prose): Sights {
  const found: Sighted[] = [];
  let all = 0;
  for (const word of words) {
    if (word.kind === 'punctuation') continue;
    const { start, end, lower } = word;
    if (isPlain(word)) {
      const watch = table.get(lower);
      if (watch === undefined) continue;
      all |= watch;
      found.push({ start, end, watch });
      continue;
    }
    all |= table.get(lower) ?? 0;
    for (let at = start; at < end;) {
      const next = runEnd(text, at, end);
      if (next > at) {
        const run = text.slice(at, next).toLowerCase();
        const watch = table.get(run);
        if (watch !== undefined) found.push({ start: at, end: next, watch });
        all |= watch ?? 0;
        if (run.includes('-')) for (const part of run.split('-')) all |= table.get(part) ?? 0;
      }
      at = next + 1;
    }
  }
  return all === 0 ? NOTHING : { all, words: found };
}

/** Whether a word is ASCII letters as written, and nothing else. */
function isPlain({ start, end, lower }: Word): boolean {
  if (end - start !== lower.length) return false;
  for (let i = 0; i < lower.length; i++) {
    const code = lower.charCodeAt(i);
    if (code < 97 || code > 122) return false;
  }
  return true;
}

/** Where the ASCII letters from `at` on end, hyphens between two of them counted in. */
function runEnd(text: string, at: number, end: number): number {
  while (at < end && (isLetter(text.charCodeAt(at)) || (text[at] === '-' && isLetter(text.charCodeAt(at + 1))))) at++;
  return at;
}

function isLetter(unit: number): boolean {
  const lower = unit | 32;
  return lower >= 97 && lower <= 122;
}

/** The lists of which some word stands in a paragraph, in anybody's words. */
export function watchedIn(prose: Prose): Watch {
  return sightsOf(prose).all;
}

/** Whether some word of a list, or of several, stands in a paragraph, in anybody's words. */
export function hasAny(prose: Prose, watch: Watch): boolean {
  return (sightsOf(prose).all & watch) !== 0;
}

/** Each place where a word of a list stands by itself in `own`: a paragraph's text in which others' words are hidden. */
export function placesOf(prose: Prose, own: string, watch: Watch): (Span & { readonly word: string })[] {
  const found: (Span & { readonly word: string })[] = [];
  const { all, words } = sightsOf(prose);
  if ((all & watch) === 0) return found;
  for (const { start, end, watch: lists } of words)
    if ((lists & watch) !== 0 && own[start] !== OTHERS && own[end - 1] !== OTHERS)
      found.push({ start, end, word: own.slice(start, end) });
  return found;
}
