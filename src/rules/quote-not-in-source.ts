import type { Analysis } from '../analysis';
import type { Span } from '../article/span';
import { nearest, runsOf, shingles } from './quotes/alike';
import { plainWords, type PlainWord } from './quotes/plain';
import { innerOf, isSaid, short } from './quotes/words';
import type { Rule } from './rule';

/** A run of words to find the place by, how near a wording must come to be the same passage, and how short is too short. */
const RUN = 2;
const ALIKE = 0.6;
const FEWEST_WORDS = 4;

/** What was left out or put in: the pieces between must stand in the source. */
const CUTS = /(?:\.\s?\.\s?\.|…|\[[^[\]]*\]|\([^()]*\))/u;

interface Data extends Span {
  readonly wording: string;
}

interface Source {
  readonly name: string;
  readonly text: string;
  readonly words: readonly PlainWord[];
  readonly plain: readonly string[];
  /** All words, blank between each two, for looking a wording up. */
  readonly whole: string;
}

const read = new WeakMap<object, readonly Source[]>();

export const quoteNotInSource: Rule = {
  id: 'quote-not-in-source',
  severity: 'warning',
  description: 'A quotation differs from the source text that is linked to the article.',
  check(analysis, report, { sources }) {
    if (!sources?.length) return;
    const texts = sourcesOf(sources);
    const index = windows(texts);
    for (const quotation of analysis.quotations) {
      if (!isSaid(quotation)) continue;
      for (const span of quotation.spans) {
        const inner = innerOf(analysis, span);
        for (const piece of piecesOf(analysis, inner)) {
          const words = plainWords(analysis.article.text.slice(piece.start, piece.end), piece.start);
          if (words.length < FEWEST_WORDS) continue;
          const plain = words.map((word) => word.plain);
          if (texts.some(({ whole }) => whole.includes(` ${plain.join(' ')} `))) continue;
          const found = closest(index, plain);
          if (!found) continue;
          const { source, first, end } = found;
          const wording = source.text.slice(source.words[first].start, source.words[end - 1].end);
          report({
            start: words[0].start,
            end: words[words.length - 1].end,
            message: `${source.name} has: ${short(wording, 80)}`,
            data: { start: words[0].start, end: words[words.length - 1].end, wording } satisfies Data,
          });
        }
      }
    }
  },
  fixes({ data }) {
    const { start, end, wording } = data as Data;
    return [{ title: "Use the source's wording", edits: [{ start, end, text: wording.replace(/\s+/g, ' ') }] }];
  },
};

function sourcesOf(sources: readonly { readonly name: string; readonly text: string }[]): readonly Source[] {
  let known = read.get(sources);
  if (!known) {
    known = sources.map(({ name, text }) => {
      const words = plainWords(text);
      const plain = words.map((word) => word.plain);
      return { name, text, words, plain, whole: ` ${plain.join(' ')} ` };
    });
    read.set(sources, known);
  }
  return known;
}

/** The stretches of a quotation between what was left out or put in. */
function piecesOf({ article: { text } }: Analysis, { start, end }: Span): Span[] {
  const pieces: Span[] = [];
  let at = start;
  for (const piece of text.slice(start, end).split(CUTS)) {
    const from = text.indexOf(piece, at);
    pieces.push({ start: from, end: from + piece.length });
    at = from + piece.length;
  }
  return pieces;
}

/** A source cut into overlapping windows, so that looking for a passage does not read the whole of it. */
interface Window {
  readonly source: Source;
  readonly first: number;
  readonly end: number;
}
const WINDOW = 120;

function windows(sources: readonly Source[]): ReturnType<typeof shingles<Window>> {
  const index = shingles<Window>();
  for (const source of sources)
    for (let first = 0; first < source.plain.length; first += WINDOW / 2) {
      const end = Math.min(source.plain.length, first + WINDOW);
      index.add({ source, first, end }, runsOf(source.plain.slice(first, end), RUN));
    }
  return index;
}

function closest(index: ReturnType<typeof shingles<Window>>, words: readonly string[]): Window | undefined {
  const likely = [...index.near(runsOf(words, RUN))].sort((a, b) => b[1] - a[1]).slice(0, 4);
  let best: (Window & { readonly alike: number }) | undefined;
  for (const [{ source, first, end }] of likely) {
    const found = nearest(source.plain.slice(first, end), words, RUN, ALIKE);
    if (found && found.alike >= ALIKE && (!best || found.alike > best.alike))
      best = { source, first: first + found.first, end: first + found.end, alike: found.alike };
  }
  return best;
}
