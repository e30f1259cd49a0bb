import type { Analysis } from '../analysis';
import type { Paragraph, Zone } from '../article/article';
import type { Span } from '../article/span';
import type { Quotation } from '../quotations/quotation';
import { copyParagraphs, inArticle, OTHERS, scanned } from './copy';
import { nearest, shingles } from './quotes/alike';
import { isSaid, isWhole, plainWords, type PlainWord } from './quotes/words';
import { recently } from '../language/recently';
import type { Rule } from './rule';

/** Fewer words in common are a phrase; less alike is a paraphrase. */
const FEWEST_WORDS = 8;
const ALIKE = 0.9;
const RUN = 4;
/** Of the runs of a sentence that is nine tenths the same, at least this share is the same. */
const LEAST_SHARED = 0.3;

interface Quoted extends Span {
  readonly words: readonly string[];
}

export const quoteRepeatedUnquoted: Rule = {
  id: 'quote-repeated-unquoted',
  severity: 'warning',
  description: "The narrator's words repeat a quotation without its marks.",
  check(analysis, report) {
    const index = shingles<Quoted>(RUN);
    for (const sentence of quotedSentences(analysis)) index.add(sentence, sentence.words);
    for (const paragraph of copyParagraphs(analysis))
      for (const clause of clausesOf(analysis, paragraph)) {
        const words = wordsOf(clause);
        const likely = [...index.near(words)]
          .filter(([{ words: part }, shared]) => shared >= Math.max(2, LEAST_SHARED * (part.length - RUN)))
          .sort((a, b) => b[1] - a[1]);
        for (const [sentence] of likely.slice(0, 4)) {
          const found = nearest(words, sentence.words, RUN);
          if (!found || found.alike < ALIKE || found.end - found.first < FEWEST_WORDS) continue;
          const [first, last] = [clause[found.first], clause[found.end - 1]];
          const span = inArticle(paragraph, { start: first.start, end: last.end });
          report({
            ...span,
            message: 'These words stand in a quotation elsewhere: restore the marks or leave them out',
            related: [{ start: sentence.start, end: sentence.end, message: 'The quotation' }],
          });
          break;
        }
      }
  },
  fixes({ start, end }, analysis) {
    const { text } = analysis.article;
    const curly = analysis.article.text.includes('“');
    const stop = /^[.!?]/.exec(text.slice(end, end + 1))?.[0] ?? '';
    return [
      {
        title: 'Put the marks back',
        edits: [
          {
            start,
            end: end + stop.length,
            text: `${curly ? '“' : '"'}${text.slice(start, end)}${stop}${curly ? '”' : '"'}`,
          },
        ],
      },
    ];
  },
};

const HEAD: ReadonlySet<Zone> = new Set<Zone>(['kicker', 'headline', 'standfirst', 'subhead', 'pull-quote']);

/** Whether a quotation stands above the copy or is shown off in it by itself: the copy says the same in its own way. */
function isPulled(analysis: Analysis, quotation: Quotation): boolean {
  if (HEAD.has(analysis.article.paragraphs[quotation.paragraphs[0]].zone)) return true;
  if (!isWhole(analysis, quotation)) return false;
  const attribution = analysis.attributionOf(quotation);
  return attribution === undefined || (attribution.cue.length === 0 && !attribution.continues);
}

/** The sentences of the article's quotations that are long enough to be known again. */
function quotedSentences(analysis: Analysis): Quoted[] {
  const { text } = analysis.article;
  return analysis.quotations.flatMap((quotation) => {
    if (!isSaid(quotation) || quotation.wordCount < FEWEST_WORDS || isPulled(analysis, quotation)) return [];
    const { start } = quotation.spans[0];
    const { end } = quotation.spans[quotation.spans.length - 1];
    const places = quotation.spans.map((span) => `${span.start - start}-${span.end - start}`).join();
    return sentencesOf(`${places}\n${text.slice(start, end)}`).map((sentence) => ({
      start: start + sentence.start,
      end: start + sentence.end,
      words: sentence.words,
    }));
  });
}

/** The long sentences of one quotation, offsets from its start. The key: its spans, a line end, its text. */
const sentencesOf = recently((key) => {
  const cut = key.indexOf('\n');
  const text = key.slice(cut + 1);
  const found: Quoted[] = [];
  let run: PlainWord[] = [];
  const close = (): void => {
    if (run.length >= FEWEST_WORDS)
      found.push({ start: run[0].start, end: run[run.length - 1].end, words: run.map(({ plain }) => plain) });
    run = [];
  };
  for (const place of key.slice(0, cut).split(',')) {
    const [from, to] = place.split('-').map(Number);
    for (const word of plainWords(text.slice(from, to), from)) {
      const before = run.at(-1);
      if (before && /[.!?]["'”’)]*\s/.test(text.slice(before.end, word.start))) close();
      run.push(word);
    }
  }
  close();
  return found;
}, 4000);

const knownWords = new WeakMap<readonly PlainWord[], readonly string[]>();

function wordsOf(clause: readonly PlainWord[]): readonly string[] {
  let words = knownWords.get(clause);
  if (!words) knownWords.set(clause, (words = clause.map(({ plain }) => plain)));
  return words;
}

/** The narrator's words, sentence by sentence, cut where somebody else's words stand between. */
function clausesOf(analysis: Analysis, paragraph: Paragraph): readonly (readonly PlainWord[])[] {
  return scanned(analysis, paragraph, clauses, clauses).value;
}

function clauses(own: string): PlainWord[][] {
  const found: PlainWord[][] = [];
  let run: PlainWord[] = [];
  for (const word of plainWords(own)) {
    const before = run.at(-1);
    const between = before ? own.slice(before.end, word.start) : '';
    if (between.includes(OTHERS) || /[.!?]["'”’)]*\s/.test(between)) {
      if (run.length >= FEWEST_WORDS) found.push(run);
      run = [];
    }
    run.push(word);
  }
  if (run.length >= FEWEST_WORDS) found.push(run);
  return found;
}
