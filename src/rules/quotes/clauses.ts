import type { Analysis } from '../../analysis';
import type { Span } from '../../article/span';
import { recently } from '../../language/recently';
import type { Quotation } from '../../quotations/quotation';
import { OTHERS } from '../copy';
import { runsOf, runsOfHashes } from './alike';
import { eachWord, hashOf, plainWords, type PlainWord } from './plain';

/** Fewer words in common are a phrase. */
export const FEWEST_WORDS = 8;
/** By runs of so many words what says the same is found. */
export const RUN = 4;

/** A sentence of a quotation. */
export interface LongSentence extends Span {
  readonly words: readonly string[];
  readonly runs: Int32Array;
}

/** A long clause of the narrator's, from its first word to its last; `start` counts from where the paragraph starts. */
export interface Clause {
  readonly start: number;
  readonly text: string;
  readonly runs: Int32Array;
}

const NOTHING: readonly never[] = [];

/** The narrator's words, sentence by sentence, cut where somebody else's words stand between; the long ones. */
export function longClauses(own: string): readonly Clause[] {
  const found: Clause[] = [];
  const hashes: number[] = [];
  let [first, last] = [0, 0];
  const close = (): void => {
    if (hashes.length >= FEWEST_WORDS)
      found.push({ start: first, text: own.slice(first, last), runs: runsOfHashes(hashes, RUN) });
    hashes.length = 0;
  };
  eachWord(own, (start, end) => {
    if (hashes.length > 0 && isCut(own, last, start)) close();
    if (hashes.length === 0) first = start;
    last = end;
    hashes.push(hashOf(own, start, end));
  });
  close();
  return found.length > 0 ? found : NOTHING;
}

/** Whether a sentence ends between two words, or somebody else's words stand there. */
function isCut(own: string, from: number, to: number): boolean {
  if (to === from + 1) return own[from] === OTHERS;
  const between = own.slice(from, to);
  return between.includes(OTHERS) || STOP.test(between);
}

const STOP = /[.!?]["'”’)]*\s/;

/** The long sentences of a quotation; offsets from where it starts. */
export function longSentences(analysis: Analysis, quotation: Quotation): readonly LongSentence[] {
  const [{ start: origin }] = quotation.spans;
  const places = quotation.spans.map(({ start, end }) => `${start - origin}-${end - origin}`).join();
  return sentencesOf(`${places}\n${readable(analysis, quotation)}`);
}

/** A quotation from its first mark to its last, as long as its source, character references read. */
function readable({ article }: Analysis, { spans, paragraphs }: Quotation): string {
  let text = '';
  const [{ start: origin }] = spans;
  spans.forEach(({ start, end }, i) => {
    const { start: home, prose } = article.paragraphs[paragraphs[i]];
    text += ' '.repeat(start - origin - text.length) + prose.text.slice(start - home, end - home);
  });
  return text;
}

/** The key: the quotation's spans, a line end, its text. */
const sentencesOf = recently((key) => {
  const cut = key.indexOf('\n');
  const text = key.slice(cut + 1);
  const found: LongSentence[] = [];
  let run: PlainWord[] = [];
  const close = (): void => {
    const words = run.map(({ plain }) => plain);
    if (run.length >= FEWEST_WORDS)
      found.push({ start: run[0].start, end: run[run.length - 1].end, words, runs: runsOf(words, RUN) });
    run = [];
  };
  for (const place of key.slice(0, cut).split(',')) {
    // Whole numbers to V8 too: it would else keep these, and every offset made of them, as fractions on the heap.
    const [from, to] = place.split('-').map((offset) => Number(offset) | 0);
    for (const word of plainWords(text.slice(from, to), from)) {
      const before = run.at(-1);
      if (before && word.start > before.end + 1 && STOP.test(text.slice(before.end, word.start))) close();
      run.push(word);
    }
  }
  close();
  return found;
}, 4000);
