import type { Analysis } from '../analysis';
import type { Paragraph, Zone } from '../article/article';
import type { Span } from '../article/span';
import type { Changed } from '../attribution/read-again';
import type { Quotation } from '../quotations/quotation';
import { perParagraph, perQuotation, type Carry } from './carry';
import { inArticle, isCopy, OTHERS, scanned } from './copy';
import { nearest, runsOf, shingles, type Shingles } from './quotes/alike';
import { isSaid, isWhole, marksOf, plainWords, type PlainWord } from './quotes/words';
import { recently } from '../language/recently';
import type { Rule } from './rule';

/** Fewer words in common are a phrase; less alike is a paraphrase. */
const FEWEST_WORDS = 8;
const ALIKE = 0.9;
const RUN = 4;
/** Paragraphs looked at between two rests. */
const STEP = 32;
/** Of the runs of a sentence that is nine tenths the same, at least this share is the same. */
const LEAST_SHARED = 0.3;

/** A long sentence of a quotation; offsets from where the quotation starts. */
interface Quoted extends Span {
  readonly words: readonly string[];
}

/** The narrator's words that repeat one; offsets from where their paragraph starts. */
interface Repeated extends Span {
  readonly sentence: Quoted;
}

interface Known {
  /** By quotation. */
  readonly sentences: readonly (readonly Quoted[])[];
  readonly index: Shingles<Quoted>;
  /** In order of the text. */
  readonly order: ReadonlyMap<Quoted, number>;
  /** By paragraph. */
  readonly repeated: readonly (readonly Repeated[])[];
}

export const quoteRepeatedUnquoted: Rule = {
  id: 'quote-repeated-unquoted',
  severity: 'warning',
  description: "The narrator's words repeat a quotation without its marks.",
  *check(analysis, report, _options, { before, since, keep }: Carry<Known>) {
    const known = yield* compare(analysis, before, since);
    keep(known);
    const { sentences, repeated } = known;
    repeated.forEach((places, index) => {
      for (const { start, end, sentence } of places) {
        const at = analysis.quotations[sentences.findIndex((list) => list.includes(sentence))].spans[0].start;
        report({
          ...inArticle(analysis.article.paragraphs[index], { start, end }),
          message: 'These words stand in a quotation elsewhere: restore the marks or leave them out',
          related: [{ start: at + sentence.start, end: at + sentence.end, message: 'The quotation' }],
        });
      }
    });
  },
  fixes({ start, end, related: [quoted] }, analysis) {
    const { text } = analysis.article;
    const quotation = analysis.quotationAt(quoted.start);
    const [open, close] = quotation ? marksOf(analysis, quotation) : ['"', '"'];
    const stop = /^[.!?]/.exec(text.slice(end, end + 1))?.[0] ?? '';
    return [
      {
        title: 'Put the marks back',
        edits: [
          {
            start,
            end: end + stop.length,
            text: `${open}${text.slice(start, end)}${stop}${close}`,
          },
        ],
      },
    ];
  },
};

function* compare(analysis: Analysis, before: Known | undefined, since: Changed | undefined): Generator<void, Known> {
  const sentences = perQuotation(analysis, before?.sentences, since, (quotation) =>
    quotedSentences(analysis, quotation),
  );
  const { known, changed } =
    before && readAlike(before.sentences, sentences) ? { known: before, changed: NO_RUNS } : indexed(sentences, before);
  yield;
  const repeated: (readonly Repeated[])[] = [];
  const carried = perParagraph(analysis, before?.repeated, since, () => undefined);
  for (const paragraph of analysis.article.paragraphs) {
    const { index } = paragraph;
    const last = carried[index];
    repeated.push(last && !hasRuns(analysis, paragraph, changed) ? last : repeatedIn(analysis, paragraph, known));
    if (index % STEP === STEP - 1) yield;
  }
  return { ...known, repeated };
}

const NO_RUNS: ReadonlySet<number> = new Set();

/** Whether the quotations have the same sentences as before, in the same order. */
function readAlike(before: Known['sentences'], now: Known['sentences']): boolean {
  return (
    before.length === now.length &&
    before.every(
      (list, i) =>
        list === now[i] ||
        (list.length === now[i].length && list.every((sentence, k) => keyOf(sentence) === keyOf(now[i][k]))),
    )
  );
}

/** Brings the index up to date: what it holds now, and the runs whose sentences have changed. */
function indexed(
  fresh: Known['sentences'],
  before: Known | undefined,
): { readonly known: Omit<Known, 'repeated'>; readonly changed: ReadonlySet<number> } {
  const was = new Set(before?.sentences.flat());
  const now = new Set(fresh.flat());
  const gone = new Map<string, Quoted>();
  for (const sentence of was) if (!now.has(sentence)) gone.set(keyOf(sentence), sentence);
  // a sentence that reads as before is the same one: nothing has to be looked for again
  const sentences = fresh.map((list) =>
    list.every((sentence) => was.has(sentence))
      ? list
      : list.map((sentence) => (was.has(sentence) ? sentence : take(gone, sentence))),
  );
  const index = before?.index ?? shingles<Quoted>(RUN);
  const order = new Map(sentences.flat().map((sentence, i) => [sentence, i]));
  const changed = new Set<number>();
  const change = (act: 'add' | 'remove', sentence: Quoted): void => {
    index[act](sentence, sentence.words);
    for (const run of runsOf(sentence.words, RUN)) changed.add(run);
  };
  for (const sentence of was) if (!order.has(sentence)) change('remove', sentence);
  for (const sentence of order.keys()) if (!was.has(sentence)) change('add', sentence);
  return { known: { sentences, index, order }, changed };
}

const keyOf = ({ start, end, words }: Quoted): string => `${start} ${end} ${words.join(' ')}`;

/** The sentence of those that are gone which reads as `sentence` does, handed out once; else `sentence` itself. */
function take(gone: Map<string, Quoted>, sentence: Quoted): Quoted {
  const key = keyOf(sentence);
  const same = gone.get(key);
  gone.delete(key);
  return same ?? sentence;
}

function hasRuns(analysis: Analysis, paragraph: Paragraph, runs: ReadonlySet<number>): boolean {
  if (runs.size === 0 || !isCopy(paragraph)) return false;
  for (const clause of clausesOf(analysis, paragraph))
    for (const run of runsOf(wordsOf(clause), RUN)) if (runs.has(run)) return true;
  return false;
}

/** What a paragraph's clauses repeat. */
function repeatedIn(analysis: Analysis, paragraph: Paragraph, known: Omit<Known, 'repeated'>): Repeated[] {
  return isCopy(paragraph) ? clausesOf(analysis, paragraph).flatMap((clause) => repeatedBy(clause, known)) : [];
}

/** The stretch of a clause that repeats a sentence; of several sentences those with most runs in common are looked at. */
function repeatedBy(clause: readonly PlainWord[], { index, order }: Omit<Known, 'repeated'>): Repeated[] {
  const words = wordsOf(clause);
  const place = (sentence: Quoted): number => order.get(sentence) ?? 0;
  const likely = [...index.near(words)]
    .filter(([{ words: part }, shared]) => shared >= Math.max(2, LEAST_SHARED * (part.length - RUN)))
    .sort(([a, shared], [b, others]) => others - shared || place(a) - place(b));
  for (const [sentence] of likely.slice(0, 4)) {
    const found = nearest(words, sentence.words, RUN);
    if (!found || found.alike < ALIKE || found.end - found.first < FEWEST_WORDS) continue;
    return [{ start: clause[found.first].start, end: clause[found.end - 1].end, sentence }];
  }
  return [];
}

/** The sentences of a quotation that are long enough to be known again. */
function quotedSentences(analysis: Analysis, quotation: Quotation): readonly Quoted[] {
  if (!isSaid(quotation) || quotation.wordCount < FEWEST_WORDS || isPulled(analysis, quotation)) return [];
  const { start } = quotation.spans[0];
  const places = quotation.spans.map((span) => `${span.start - start}-${span.end - start}`).join();
  // two quotations that read alike have sentences of their own
  return sentencesOf(`${places}\n${readable(analysis, quotation)}`).map((sentence) => ({ ...sentence }));
}

const HEAD: ReadonlySet<Zone> = new Set<Zone>(['kicker', 'headline', 'standfirst', 'subhead', 'pull-quote']);

/** Whether a quotation stands above the copy or is shown off in it by itself: the copy says the same in its own way. */
function isPulled(analysis: Analysis, quotation: Quotation): boolean {
  if (HEAD.has(analysis.article.paragraphs[quotation.paragraphs[0]].zone)) return true;
  if (!isWhole(analysis, quotation)) return false;
  const attribution = analysis.attributionOf(quotation);
  return attribution === undefined || (attribution.cue.length === 0 && !attribution.continues);
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
