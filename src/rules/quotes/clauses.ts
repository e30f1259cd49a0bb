import type { Analysis } from '../../analysis';
import type { Span } from '../../article/span';
import { recently } from '../../language/recently';
import type { Quotation } from '../../quotations/quotation';
import { OTHERS } from '../copy';
import { runsOfHashes } from './alike';
import { eachWord } from './plain';

/** Fewer words in common are a phrase. */
export const FEWEST_WORDS = 8;
/** By runs of so many words what says the same is found. */
export const RUN = 4;

/** A long sentence, or what of one stands together, from its first word to its last. */
export interface Clause extends Span {
  readonly text: string;
  /** Where each of its words starts, counted from where it starts. */
  readonly starts: readonly number[];
  /** One fewer, and `RUN`, than it has words. */
  readonly runs: Int32Array;
}

const NOTHING: readonly never[] = [];

/** The long sentences of the narrator's own words, cut where somebody else's words stand between. */
export function longClauses(own: string): readonly Clause[] {
  const found: Clause[] = [];
  const hashes: number[] = [];
  let starts: number[] = [];
  let [first, last] = [0, 0];
  const close = (): void => {
    if (hashes.length >= FEWEST_WORDS) {
      found.push({ start: first, end: last, text: own.slice(first, last), starts, runs: runsOfHashes(hashes, RUN) });
      starts = [];
    }
    starts.length = 0;
    hashes.length = 0;
  };
  eachWord(own, (start, end, hash) => {
    if (hashes.length > 0 && isCut(own, last, start)) close();
    if (hashes.length === 0) first = start;
    last = end;
    hashes.push(hash);
    starts.push(start - first);
  });
  close();
  return found.length > 0 ? found : NOTHING;
}

/** Whether a sentence ends between two words, or somebody else's words stand there. */
function isCut(text: string, from: number, to: number): boolean {
  if (to === from + 1) return text[from] === OTHERS;
  const between = text.slice(from, to);
  return between.includes(OTHERS) || /[.!?]["'”’)]*\s/.test(between);
}

/** The long sentences of a quotation; offsets from where it starts. */
export function longSentences(analysis: Analysis, quotation: Quotation): readonly Clause[] {
  return sentencesOf(readable(analysis, quotation));
}

const sentencesOf = recently(longClauses, 4000);

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
