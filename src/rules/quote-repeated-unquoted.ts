import type { Analysis } from '../analysis';
import type { Paragraph, Zone } from '../article/article';
import { shift, type Span } from '../article/span';
import type { Changed } from '../attribution/read-again';
import type { Quotation } from '../quotations/quotation';
import { spliced, type Carry } from './carry';
import { inArticle, isCopy, scanned } from './copy';
import { collect, resting, spanAt, stands, standsBefore, type Place, type Places } from './places';
import { search, shingles, type Shingles } from './quotes/alike';
import { FEWEST_WORDS, longClauses, longSentences, type Clause } from './quotes/clauses';
import { plainWords } from './quotes/plain';
import { isSaid, isWhole, marksOf } from './quotes/words';
import { recently } from '../language/recently';
import type { Rule } from './rule';

/** Less alike is a paraphrase. */
const ALIKE = 0.9;
/** Of the runs of a sentence that is nine tenths the same, at least this share is the same. */
const LEAST_SHARED = 0.3;

/** A long sentence of a quotation; offsets from where the quotation's first paragraph starts. */
type Quoted = Clause;

/** A clause that was compared, and which of its words repeat which sentence, if any; offsets from where it starts. */
interface Compared {
  readonly clause: Clause;
  readonly repeats?: Repeats;
}

interface Repeats extends Span {
  readonly sentence: Place<Quoted>;
}

interface Known {
  readonly sentences: Places<Quoted>;
  readonly index: Shingles<Place<Quoted>>;
  readonly clauses: (readonly Compared[])[];
  /** The paragraphs with a clause that repeats something: few, so that not all are looked at for these. */
  readonly repeating: readonly number[];
}

export const quoteRepeatedUnquoted: Rule = {
  id: 'quote-repeated-unquoted',
  severity: 'warning',
  description: "The narrator's words repeat a quotation without its marks.",
  *check(analysis, report, _options, { before, since, keep }: Carry<Known>) {
    const known = yield* compare(analysis, before, since);
    keep(known);
    for (const index of known.repeating)
      for (const { clause, repeats } of known.clauses[index])
        if (repeats) {
          const { start, end } = inArticle(analysis.article.paragraphs[index], shift(repeats, clause.start));
          const quoted = spanAt(analysis, repeats.sentence, repeats.sentence.item);
          report({
            start,
            end,
            message: 'These words stand in a quotation elsewhere: restore the marks or leave them out',
            related: [{ start: quoted.start, end: quoted.end, message: 'The quotation' }],
          });
        }
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
  const sentences = yield* collect(analysis, before?.sentences, since, {
    of: (paragraph) => quotedIn(analysis, paragraph),
    same: (a, b) => a.text === b.text,
  });
  const index = before?.index ?? shingles<Place<Quoted>>();
  let isTurn = false;
  for (const place of sentences.removed) if (index.remove(place, place.item.runs)) isTurn = true;
  for (const place of sentences.added) if (index.add(place, place.item.runs)) isTurn = true;
  yield;
  // only clauses that share enough with a sentence that is new or gone can repeat another now, or any run whose count turns
  const touches = before && !stands(sentences) ? touching(sentences, isTurn ? 1 : Infinity) : undefined;
  const by = paragraphs.length - (before?.clauses.length ?? 0);
  const { first, end } = since ?? { first: 0, end: paragraphs.length };
  const old = new Map<string, Compared>();
  for (const clauses of before?.clauses.slice(first, end - by) ?? NOTHING)
    for (const one of clauses) if (!touches?.(one.clause.runs)) old.set(one.clause.text, one);
  const fresh = yield* resting(paragraphs.slice(first, end), (one) => comparedIn(analysis, one, index, old));
  if (!before) return { sentences, index, clauses: fresh, repeating: repeatingIn(fresh) };
  const clauses = spliced(before.clauses, first, end - first - by, fresh);
  if (touches)
    for (let p = 0; p < paragraphs.length; p++) {
      if (p >= first && p < end) continue;
      let isTouched = false;
      for (const { clause } of clauses[p]) isTouched ||= touches(clause.runs);
      if (isTouched)
        clauses[p] = clauses[p].map((one) => (touches(one.clause.runs) ? comparedWith(one.clause, index) : one));
    }
  else if (by === 0 && !fresh.some(repeatsSome) && !before.repeating.some((p) => p >= first && p < end))
    return { sentences, index, clauses, repeating: before.repeating };
  return { sentences, index, clauses, repeating: repeatingIn(clauses) };
}

function repeatingIn(clauses: Known['clauses']): readonly number[] {
  const found: number[] = [];
  for (let p = 0; p < clauses.length; p++) if (repeatsSome(clauses[p])) found.push(p);
  return found;
}

function repeatsSome(clauses: readonly Compared[]): boolean {
  for (const { repeats } of clauses) if (repeats) return true;
  return false;
}

/** The long clauses of a paragraph's narrator, and what they repeat: of those that read as one of `old`, the same. */
function comparedIn(
  analysis: Analysis,
  paragraph: Paragraph,
  index: Known['index'],
  old: ReadonlyMap<string, Compared>,
): readonly Compared[] {
  if (!isCopy(paragraph)) return NOTHING;
  const found = scanned(analysis, paragraph, longClauses, longClauses).value;
  if (found.length === 0) return NOTHING;
  return found.map((clause) => {
    const same = old.size > 0 ? old.get(clause.text) : undefined;
    return same ? { clause, repeats: same.repeats } : comparedWith(clause, index);
  });
}

/**
 * Tells whether a list of runs shares `most` runs with the sentences that are new or gone, or as many as a clause would need
 * to be compared with one of them. Few do: a table of a few bits of each run rules out nearly all.
 */
function touching({ added, removed }: Places<Quoted>, most: number): (list: Int32Array) => boolean {
  const runs = new Set<number>();
  const table = new Uint8Array(4096);
  let enough = most;
  for (const places of [added, removed])
    for (const { item } of places) {
      enough = Math.min(enough, fewestShared(item));
      for (const run of item.runs) {
        runs.add(run);
        table[run & 4095] = 1;
      }
    }
  return (list) => {
    let shared = 0;
    let i = list.length;
    while (i-- > 0) if (table[list[i] & 4095] === 1 && runs.has(list[i]) && ++shared === enough) return true;
    return false;
  };
}

/** So many runs at least does a clause share with a sentence that it is compared with. */
function fewestShared({ runs }: Quoted): number {
  return Math.max(2, Math.ceil(LEAST_SHARED * (runs.length - 1)));
}

const NOTHING: readonly never[] = [];

/** A clause with the stretch of it that repeats a sentence; of several those with most runs in common are looked at. */
function comparedWith(clause: Clause, index: Known['index']): Compared {
  const likely: { readonly sentence: Place<Quoted>; readonly shared: number }[] = [];
  index.near(clause.runs).forEach((shared, sentence) => {
    if (shared >= fewestShared(sentence.item)) likely.push({ sentence, shared });
  });
  if (likely.length === 0) return { clause };
  likely.sort((a, b) => b.shared - a.shared || (standsBefore(a.sentence, b.sentence, startOf) ? -1 : 1));
  const tried = triedOf(clause.text);
  for (const { sentence } of likely.slice(0, 4)) {
    const { text } = sentence.item;
    let repeated = tried.get(text);
    if (repeated === undefined) {
      if (tried.size >= MOST_TRIED) tried.clear();
      tried.set(text, (repeated = repeatedBy(clause, sentence.item)));
    }
    if (repeated) return { clause, repeats: { ...repeated, sentence } };
  }
  return { clause };
}

/** By a clause's text, what it was compared with: at an edit, and in a text read again, all that comes again. */
const triedOf = recently(() => new Map<string, Span | null>(), 2000);
const MOST_TRIED = 16;

/** The stretch of a clause that repeats a sentence, counted from where the clause starts; null where none does. */
function repeatedBy(clause: Clause, sentence: Quoted): Span | null {
  const found = search(clause, sentence, ALIKE);
  if (!found || found.alike < ALIKE || found.end - found.first < FEWEST_WORDS) return null;
  const words = plainWords(clause.text);
  return { start: words[found.first].start, end: words[found.end - 1].end };
}

const startOf = ({ start }: Quoted): number => start;

/** The sentences that are long enough to be known again, of the quotations that begin in a paragraph. */
function quotedIn(analysis: Analysis, paragraph: Paragraph): readonly Quoted[] {
  const quotations = analysis.quotationsIn(paragraph);
  if (quotations.length === 0) return NOTHING;
  return quotations.flatMap((quotation) =>
    quotation.paragraphs[0] === paragraph.index ? quotedSentences(analysis, quotation, paragraph) : NOTHING,
  );
}

function quotedSentences(analysis: Analysis, quotation: Quotation, { start: origin }: Paragraph): readonly Quoted[] {
  if (!isSaid(quotation) || quotation.wordCount < FEWEST_WORDS || isPulled(analysis, quotation)) return NOTHING;
  const by = quotation.spans[0].start - origin;
  return longSentences(analysis, quotation).map((one) => ({ ...one, ...shift(one, by) }));
}

const HEAD: ReadonlySet<Zone> = new Set<Zone>(['kicker', 'headline', 'standfirst', 'subhead', 'pull-quote']);

/** Whether a quotation stands above the copy or is shown off in it by itself: the copy says the same in its own way. */
function isPulled(analysis: Analysis, quotation: Quotation): boolean {
  if (HEAD.has(analysis.article.paragraphs[quotation.paragraphs[0]].zone)) return true;
  if (!isWhole(analysis, quotation)) return false;
  const attribution = analysis.attributionOf(quotation);
  return attribution === undefined || (attribution.cue.length === 0 && !attribution.continues);
}
