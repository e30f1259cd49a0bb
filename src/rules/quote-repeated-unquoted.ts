import type { Analysis } from '../analysis';
import type { Paragraph, Zone } from '../article/article';
import { shift, type Span } from '../article/span';
import type { Changed } from '../attribution/read-again';
import type { Quotation } from '../quotations/quotation';
import { spliced, type Carry } from './carry';
import { inArticle, isCopy, OTHERS, scanned } from './copy';
import { collect, spanAt, standsBefore, type Place, type Places } from './places';
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

/** A long sentence of a quotation; offsets from where the quotation's first paragraph starts. */
interface Quoted extends Span {
  readonly words: readonly string[];
  readonly runs: Int32Array;
}

/** A long clause of the narrator's. */
interface Clause {
  readonly words: readonly string[];
  readonly runs: Int32Array;
  readonly repeats?: Repeats;
  /** Where what it repeats stands; counted from where the paragraph starts. */
  readonly span?: Span;
}

/** Which words of a clause, by first and end index, repeat which sentence. */
interface Repeats {
  readonly first: number;
  readonly end: number;
  readonly sentence: Place<Quoted>;
}

interface Known {
  readonly sentences: Places<Quoted>;
  readonly index: Shingles<Place<Quoted>>;
  /** By paragraph; and those of them that repeat something, so that not all are looked at for these few. */
  readonly clauses: (readonly Clause[])[];
  readonly repeating: (readonly Clause[])[];
}

export const quoteRepeatedUnquoted: Rule = {
  id: 'quote-repeated-unquoted',
  severity: 'warning',
  description: "The narrator's words repeat a quotation without its marks.",
  *check(analysis, report, _options, { before, since, keep }: Carry<Known>) {
    const known = yield* compare(analysis, before, since);
    keep(known);
    known.repeating.forEach((clauses, index) => {
      if (clauses === NOTHING) return;
      for (const { repeats, span } of clauses)
        if (repeats && span)
          report({
            ...inArticle(analysis.article.paragraphs[index], span),
            message: 'These words stand in a quotation elsewhere: restore the marks or leave them out',
            related: [{ ...spanAt(analysis, repeats.sentence, repeats.sentence.item), message: 'The quotation' }],
          });
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
  const { paragraphs } = analysis.article;
  const last = before && since && { known: before, since };
  const sentences = yield* collect(analysis, last?.known.sentences, last?.since, {
    of: (paragraph) => quotedIn(analysis, paragraph),
    same: (a, b) => sameWords(a.words, b.words),
  });
  const index = last?.known.index ?? shingles<Place<Quoted>>();
  const changed = new Set<number>();
  for (const [act, places] of [
    [index.remove, sentences.removed],
    [index.add, sentences.added],
  ] as const)
    for (const place of places) {
      act(place, place.item.runs);
      if (last) for (const run of place.item.runs) changed.add(run);
    }
  yield;
  const holds = holdsSome(changed);
  const { first, end, paragraphs: by } = last?.since ?? { first: 0, end: paragraphs.length, paragraphs: 0 };
  const fresh: (readonly Clause[])[] = [];
  for (let p = first; p < end; p++) {
    const old = last && by === 0 ? last.known.clauses[p].filter(({ runs }) => !holds(runs)) : NOTHING;
    fresh.push(clausesIn(analysis, paragraphs[p], index, old));
    if (p % STEP === STEP - 1) yield;
  }
  if (!last) return { sentences, index, clauses: fresh, repeating: fresh.map(repeatingOf) };
  const clauses = spliced(last.known.clauses, first, end - first - by, fresh);
  const repeating = spliced(last.known.repeating, first, end - first - by, fresh.map(repeatingOf));
  if (changed.size > 0)
    for (let p = 0; p < paragraphs.length; p++) {
      if ((p >= first && p < end) || !clauses[p].some(({ runs }) => holds(runs))) continue;
      const old = clauses[p].filter(({ runs }) => !holds(runs));
      clauses[p] = clausesIn(analysis, paragraphs[p], index, old);
      repeating[p] = repeatingOf(clauses[p]);
    }
  return { sentences, index, clauses, repeating };
}

function repeatingOf(clauses: readonly Clause[]): readonly Clause[] {
  const found = clauses.filter(({ repeats }) => repeats);
  return found.length > 0 ? found : NOTHING;
}

/** The long clauses of a paragraph's narrator, and what they repeat: of those that read as one of `old`, the same. */
function clausesIn(
  analysis: Analysis,
  paragraph: Paragraph,
  index: Known['index'],
  old: readonly Clause[],
): readonly Clause[] {
  if (!isCopy(paragraph)) return NOTHING;
  const found = scanned(analysis, paragraph, longClauses, longClauses).value;
  if (found.length === 0) return NOTHING;
  return found.map((clause): Clause => {
    const words = clause.map(({ plain }) => plain);
    const same = old.find((one) => sameWords(one.words, words));
    const runs = same?.runs ?? runsOf(words, RUN);
    const repeats = same ? same.repeats : repeatsOf(words, runs, index);
    const span = repeats && { start: clause[repeats.first].start, end: clause[repeats.end - 1].end };
    return same ? { ...same, span } : { words, runs, repeats, span };
  });
}

function sameWords(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** Tells whether a list of runs holds some of `runs`. Few do: a table of a few bits of each rules out nearly all. */
function holdsSome(runs: ReadonlySet<number>): (list: Int32Array) => boolean {
  const table = new Uint8Array(4096);
  for (const run of runs) table[run & 4095] = 1;
  return (list) => {
    for (const run of list) if (table[run & 4095] === 1 && runs.has(run)) return true;
    return false;
  };
}

const NOTHING: readonly never[] = [];

/** The stretch of a clause that repeats a sentence; of several sentences those with most runs in common are looked at. */
function repeatsOf(words: readonly string[], runs: Int32Array, index: Known['index']): Repeats | undefined {
  const likely = [...index.near(runs)]
    .filter(([{ item }, shared]) => shared >= Math.max(2, LEAST_SHARED * (item.words.length - RUN)))
    .sort(([a, shared], [b, others]) => others - shared || (standsBefore(a, b, startOf) ? -1 : 1));
  for (const [sentence] of likely.slice(0, 4)) {
    const found = nearest(words, sentence.item.words, RUN, ALIKE);
    if (!found || found.alike < ALIKE || found.end - found.first < FEWEST_WORDS) continue;
    return { first: found.first, end: found.end, sentence };
  }
  return undefined;
}

const startOf = ({ start }: Quoted): number => start;

/** The sentences that are long enough to be known again, of the quotations that begin in a paragraph. */
function quotedIn(analysis: Analysis, paragraph: Paragraph): readonly Quoted[] {
  return analysis
    .quotationsIn(paragraph)
    .flatMap((quotation) =>
      quotation.paragraphs[0] === paragraph.index ? quotedSentences(analysis, quotation, paragraph) : NOTHING,
    );
}

function quotedSentences(analysis: Analysis, quotation: Quotation, { start: origin }: Paragraph): readonly Quoted[] {
  if (!isSaid(quotation) || quotation.wordCount < FEWEST_WORDS || isPulled(analysis, quotation)) return NOTHING;
  const { start } = quotation.spans[0];
  const places = quotation.spans.map((span) => `${span.start - start}-${span.end - start}`).join();
  return sentencesOf(`${places}\n${readable(analysis, quotation)}`).map(({ words, runs, ...place }) => ({
    ...shift(place, start - origin),
    words,
    runs,
  }));
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

/** The long sentences of one quotation, offsets from the quotation's start. The key: its spans, a line end, its text. */
const sentencesOf = recently((key) => {
  const cut = key.indexOf('\n');
  const text = key.slice(cut + 1);
  const found: Quoted[] = [];
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
      if (before && /[.!?]["'”’)]*\s/.test(text.slice(before.end, word.start))) close();
      run.push(word);
    }
  }
  close();
  return found;
}, 4000);

/** The narrator's words, sentence by sentence, cut where somebody else's words stand between; the long ones. */
function longClauses(own: string): PlainWord[][] {
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
