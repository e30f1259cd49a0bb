import { findAgencies, sightingsOf } from './agencies/find';
import type { Matcher } from './agencies/match';
import type { Analysis } from './analysis';
import { nothingRead, readArticle, type ReadingMemory } from './article/read';
import { attribute, nothingAttributed, type AttributionMemory, type Changed } from './attribution/attribute';
import { NO_HOUSE, type House } from './attribution/house';
import { cuesOf, keyOf, marksOf, sceneOf } from './attribution/scene';
import type { Quotation } from './quotations/quotation';
import type { Attribution } from './attribution/attribution';
import { paragraphAt, type Paragraph } from './article/article';
import { remember } from './article/prose';
import { kindOf } from './quotations/kind';
import { mentionsOf } from './people/mentions';
import { markHabits, type MarkHabits } from './quotations/marks';
import { inSteps, stagesFor, type Trace } from './trace';

/** What one analysis leaves for the next. */
export interface Memory {
  readonly reading: ReadingMemory;
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
  const { article, memory: reading } = yield* readArticle(text, languageId, before.reading, stage);
  const habits = markHabits(article.paragraphs);
  for (const paragraph of article.paragraphs)
    if (stage('paragraphs', () => prepare(paragraph, habits, house, matcher))) yield;
  const scene = stage('quotations', () => sceneOf(article, house));
  yield;
  const agencies = stage('agencies', () => findAgencies(article, scene.marks, matcher));
  yield;
  const last = before.analysis;
  before.analysis = undefined; // what is written over from here on belongs to no analysis until all is done
  const { quotations, attributions, speakers, changed } = yield* inSteps(
    trace,
    'attribution',
    attribute(scene, agencies, before.attribution),
  );
  const analysis = new ArticleAnalysis(article, scene.marks, quotations, attributions, speakers, agencies);
  const since = last && changed && { ...changed, before: last };
  return { analysis, memory: { reading, attribution: before.attribution, analysis }, since };
}

/** Whether a paragraph was prepared already is remembered by the prose, apart for each way to read its marks. */
const preparedFor = (): Set<string> => new Set();

/** Does what the rooms after the article do with a paragraph alone, so that no step is long; false where it is done. */
function prepare({ prose, zone }: Paragraph, habits: MarkHabits, house: House, matcher?: Matcher): boolean {
  const prepared = remember(prose, preparedFor, preparedFor);
  if (prepared.has(keyOf(habits))) return false;
  prepared.add(keyOf(habits));
  const marks = marksOf(prose, habits);
  cuesOf(prose, marks, house.lexicon);
  marks.stretches.forEach((_, i) => kindOf(prose, marks.stretches, i, zone));
  mentionsOf(prose);
  sightingsOf(prose, matcher);
  return true;
}

/** The value itself: plain data, and three look-ups over it. */
class ArticleAnalysis implements Analysis {
  private readonly byQuotation = new Map<Quotation, Attribution>();
  private byParagraph?: Map<number, Quotation[]>;
  private readonly narrations = new Map<number, string>();

  constructor(
    readonly article: Analysis['article'],
    readonly marks: Analysis['marks'],
    readonly quotations: Analysis['quotations'],
    readonly attributions: Analysis['attributions'],
    readonly speakers: Analysis['speakers'],
    readonly agencies: Analysis['agencies'],
  ) {
    for (const attribution of attributions)
      for (const quotation of attribution.quotations)
        if (!this.byQuotation.has(quotation)) this.byQuotation.set(quotation, attribution);
  }

  attributionOf(quotation: Quotation): Attribution | undefined {
    return this.byQuotation.get(quotation);
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

  /** Quotations with a span in a paragraph, in order of the text. Sorted into paragraphs when first asked for. */
  private quotationsIn({ index }: Paragraph): readonly Quotation[] {
    if (!this.byParagraph) {
      this.byParagraph = new Map();
      for (const quotation of this.quotations)
        for (const paragraph of new Set(quotation.paragraphs)) {
          const known = this.byParagraph.get(paragraph);
          if (known) known.push(quotation);
          else this.byParagraph.set(paragraph, [quotation]);
        }
    }
    return this.byParagraph.get(index) ?? [];
  }
}
