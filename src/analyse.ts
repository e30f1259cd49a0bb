import { findAgencies, sightingsOf, type AgenciesRead } from './agencies/find';
import type { Matcher } from './agencies/match';
import type { Analysis } from './analysis';
import { align, type Alignment } from './article/alignment';
import { nothingRead, readArticle, type ReadingMemory } from './article/read';
import { attribute, nothingAttributed, type Attributed, type AttributionMemory } from './attribution/attribute';
import type { Changed } from './attribution/read-again';
import { NO_HOUSE, type House } from './attribution/house';
import { cuesOf, keyOf, marksOf, sceneInSteps } from './attribution/scene';
import { expectText } from './language/width';
import type { Quotation } from './quotations/quotation';
import type { Attribution } from './attribution/attribution';
import { paragraphAt, type Article, type Paragraph } from './article/article';
import { lowerBound } from './article/span';
import { kindOf } from './quotations/kind';
import { mentionsOf } from './people/mentions';
import type { Mentioned, Speaker } from './people/speaker';
import { countMarks, habitsOf, type MarkCount, type MarkHabits } from './quotations/marks';
import { inSteps, stagesFor, type Trace } from './trace';

/** What one analysis leaves for the next. */
export interface Memory {
  readonly reading: ReadingMemory;
  /** Of the article that was read. */
  readonly marks?: MarkCount;
  readonly agencies?: AgenciesRead;
  readonly attribution: AttributionMemory;
  /** The analysis itself; undefined before the first and while one is under way. */
  analysis?: Analysis;
}

/** What an analysis has in common with the one before it. */
export interface Since extends Changed {
  readonly before: Analysis;
}

/** The memory before anything was analysed. */
export function nothingAnalysed(): Memory {
  return { reading: nothingRead(), attribution: nothingAttributed() };
}

/**
 * Analyses a text in steps, so that a caller can rest between them. `before` comes from the analysis before; `matcher`
 * knows the agencies where a publication has its own, `house` its verbs and what it never takes for a source.
 */
export function* analyse(
  text: string,
  languageId: string,
  before: Memory,
  trace?: Trace,
  matcher?: Matcher,
  house: House = NO_HOUSE,
): Generator<void, { analysis: Analysis; memory: Memory; since?: Since }> {
  const stage = stagesFor(trace);
  if (!before.reading.article) expectText(text);
  const { article, memory: reading, alignment: aligned } = yield* readArticle(text, languageId, before.reading, trace);
  const old = before.attribution;
  const { article: was } = before.reading;
  const alignment = was && (aligned ?? align(was, article));
  const { gone, come } = between(was, article, alignment);
  const marks = yield* countMarks(come, before.marks && alignment && { count: before.marks, gone });
  const habits = habitsOf(marks);
  const asBefore = alignment && before.marks && keyOf(habitsOf(before.marks)) === keyOf(habits);
  for (const paragraph of asBefore ? come : article.paragraphs) {
    yield* inSteps(trace, 'paragraphs', prepare(paragraph, habits, house, matcher));
    yield;
  }
  const ofScene = was === old.scene?.article ? alignment : undefined;
  const scene = yield* inSteps(trace, 'quotations', sceneInSteps(article, house, old.scene, habits, ofScene));
  yield;
  const agencies = stage('agencies', () =>
    findAgencies(article, scene.marks, matcher, before.agencies, scene.kept?.alignment),
  );
  yield;
  const last = before.analysis;
  before.analysis = undefined; // what is written over from here on belongs to no analysis until all is done
  const attributed = yield* inSteps(trace, 'attribution', attribute(scene, agencies, old));
  const { changed } = attributed;
  const analysis = new ArticleAnalysis(article, scene.marks, agencies.mentions, attributed, scene.openAt);
  const since = last && changed && { ...changed, before: last };
  return { analysis, memory: { reading, marks, agencies, attribution: old, analysis }, since };
}

/** The paragraphs of two versions that are not the same. */
function between(was: Article | undefined, { paragraphs: now }: Article, alignment: Alignment | undefined) {
  const { head, tail } = alignment ?? { head: 0, tail: 0 };
  const old = was?.paragraphs ?? [];
  return { gone: old.slice(head, old.length - tail), come: now.slice(head, now.length - tail) };
}

/** A paragraph longer than this (code units) is prepared with rests between. */
const LONG = 4000;
/** Quotations of it whose kind is asked for between two rests. */
const SEVERAL = 100;

/** Does what the rooms after the article do with a paragraph alone, so that no step is long. */
function* prepare(
  { prose, zone }: Paragraph,
  habits: MarkHabits,
  house: House,
  matcher?: Matcher,
): Generator<void, void> {
  const isLong = prose.text.length > LONG;
  const marks = marksOf(prose, habits);
  if (isLong) yield;
  cuesOf(prose, marks, house.lexicon);
  if (isLong) yield;
  for (let i = 0; i < marks.stretches.length; i++) {
    kindOf(prose, marks.stretches, i, zone);
    if (i % SEVERAL === SEVERAL - 1) yield;
  }
  mentionsOf(prose);
  if (isLong) yield;
  sightingsOf(prose, matcher);
}

/** The value itself: plain data, and look-ups over it. */
class ArticleAnalysis implements Analysis {
  private readonly attributed: Attributed;
  private ownSpeakers?: Analysis['speakers'];
  /** Quotations with a span in a paragraph in which they do not begin. */
  private goingOn?: ReadonlyMap<number, readonly Quotation[]>;
  private readonly narrations = new Map<number, string>();
  /** By paragraph, of those that were asked for. */
  private readonly quotationsOf = new Map<number, readonly Quotation[]>();
  private readonly attributionsOf = new Map<number, readonly Attribution[]>();
  private readonly ofQuotation = new Map<Quotation, Attribution | null>();

  constructor(
    readonly article: Analysis['article'],
    readonly marks: Analysis['marks'],
    readonly agencies: Analysis['agencies'],
    attributed: Attributed,
    /** Indexes of paragraphs in which a quotation goes on. */
    private readonly openAt: ReadonlySet<number>,
  ) {
    this.attributed = attributed;
  }

  get quotations(): Analysis['quotations'] {
    return this.attributed.quotations;
  }

  get attributions(): Analysis['attributions'] {
    return this.attributed.edition.attributions;
  }

  get speakers(): Analysis['speakers'] {
    return (this.ownSpeakers ??= this.attributed.edition.speakersInOrder());
  }

  attributionOf(quotation: Quotation): Attribution | undefined {
    let known = this.ofQuotation.get(quotation);
    if (known === undefined) {
      const { start } = quotation.spans[0];
      const q = lowerBound(this.quotations, ({ spans }) => spans[0].start < start);
      known = (this.quotations.at(q) === quotation ? this.attributed.edition.attributionOf(q) : undefined) ?? null;
      this.ofQuotation.set(quotation, known);
    }
    return known ?? undefined;
  }

  quotationAt(offset: number): Quotation | undefined {
    const paragraph = paragraphAt(this.article, offset);
    if (!paragraph) return undefined;
    return this.quotationsIn(paragraph).find(({ spans }) =>
      spans.some(({ start, end }) => start <= offset && offset < end),
    );
  }

  narration(paragraph: Paragraph): string {
    const known = this.narrations.get(paragraph.index);
    if (known !== undefined) return known;
    let text = paragraph.prose.text;
    for (const { kind, spans, paragraphs } of this.quotationsIn(paragraph)) {
      if (kind !== 'speech' && kind !== 'partial') continue;
      spans.forEach((span, i) => {
        if (paragraphs[i] !== paragraph.index) return;
        const [start, end] = [span.start - paragraph.start, span.end - paragraph.start];
        text = text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
      });
    }
    this.narrations.set(paragraph.index, text);
    return text;
  }

  everybody(): Iterable<Speaker> {
    return this.attributed.edition.speakers.values();
  }

  quotationsIn({ index }: Paragraph): readonly Quotation[] {
    let found = this.quotationsOf.get(index);
    if (!found) {
      const from = lowerBound(this.quotations, ({ paragraphs }) => paragraphs[0] < index);
      let to = from;
      while (to < this.quotations.length && this.quotations[to].paragraphs[0] === index) to++;
      found = this.quotations.slice(from, to);
      if (this.openAt.has(index)) {
        this.goingOn ??= goingOn(this.quotations);
        found = [...(this.goingOn.get(index) ?? []), ...found];
      }
      this.quotationsOf.set(index, found);
    }
    return found;
  }

  attributionsIn(paragraph: Paragraph): readonly Attribution[] {
    const { index } = paragraph;
    let found = this.attributionsOf.get(index);
    if (!found) {
      found = this.attributed.edition.attributionsIn(index, this.quotationsIn(paragraph));
      this.attributionsOf.set(index, found);
    }
    return found;
  }

  mentionsIn({ index }: Paragraph): readonly Mentioned[] {
    return this.attributed.edition.mentionsIn(index);
  }
}

function goingOn(quotations: readonly Quotation[]): ReadonlyMap<number, readonly Quotation[]> {
  const sorted = new Map<number, Quotation[]>();
  for (const quotation of quotations) {
    const { paragraphs } = quotation;
    for (let i = 1; i < paragraphs.length; i++) {
      const paragraph = paragraphs[i];
      if (paragraph === paragraphs[i - 1]) continue;
      const known = sorted.get(paragraph);
      if (known) known.push(quotation);
      else sorted.set(paragraph, [quotation]);
    }
  }
  return sorted;
}
