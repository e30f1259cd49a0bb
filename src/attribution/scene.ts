import type { Article } from '../article/article';
import type { Prose } from '../article/prose';
import { findQuotations } from '../quotations/find';
import { markHabits, readMarks, type MarkHabits } from '../quotations/marks';
import type { Marks } from '../quotations/quotation';
import { remember } from '../article/prose';
import type { Scene } from './candidate';
import { readCues, type Cue } from './clauses';
import { knownCues, type CueLexicon } from './cues';
import { NO_HOUSE, type House } from './house';
import { joinParts } from './units';

/** One name for each way to read marks. */
export function keyOf({ singles, curly }: MarkHabits): string {
  return singles ? (curly ? 'marks, singles, curly' : 'marks, singles') : curly ? 'marks, curly' : 'marks';
}

/** The marks of a paragraph, remembered by its text and the article's habits. */
export function marksOf(prose: Prose, habits: MarkHabits): Marks {
  return remember(prose, keyOf(habits), () => readMarks(prose, habits));
}

const byMarks = (): Map<Marks, readonly Cue[]> => new Map();

/** The cues of a paragraph with its marks read so. Remembered by the prose for each lexicon: paragraphs without marks share theirs. */
export function cuesOf(prose: Prose, marks: Marks, lexicon: CueLexicon = knownCues): readonly Cue[] {
  const known = remember(prose, lexicon, byMarks);
  let cues = known.get(marks);
  if (!cues) known.set(marks, (cues = readCues(prose, marks, lexicon)));
  return cues;
}

/** Marks, cues and quotations of an article, parts around a cue joined: what the choice of speakers starts from. */
export function sceneOf(article: Article, house: House = NO_HOUSE): Scene {
  const habits = markHabits(article.paragraphs);
  const marks = article.paragraphs.map(({ prose }) => marksOf(prose, habits));
  const cues = article.paragraphs.map(({ prose, index }) => cuesOf(prose, marks[index], house.lexicon));
  const quotations = joinParts(article, findQuotations(article, marks), cues);
  const openAt = new Set<number>();
  for (const { paragraphs } of quotations) for (const p of paragraphs) if (p !== paragraphs[0]) openAt.add(p);
  return { article, marks, cues, quotations, openAt, house };
}
