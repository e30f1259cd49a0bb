/** Finds the attributions of a paragraph by the trained model. */
import type { Span } from '../../article/span';
import type { Word } from '../../article/words';
import { linkPieces, type Link } from './link';
import { readModel, type Model } from './model';
import { bestPieces, type Piece } from './pieces';
import { read, type TagContext } from './reading';
import bytes from './model.bin';

/** An attribution found in a paragraph; offsets relative to the paragraph, spans in order and apart. */
export interface TaggedAttribution {
  /** Empty where the paragraph names none. */
  readonly source: readonly Span[];
  /** Empty for a content whose cue stands in another paragraph. */
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  /** 0–1: how sure the model is of these words. */
  readonly confidence: number;
}

/** A cue without content is believed from this probability on: of those below, most report nothing. */
const SURE_CUE = 0.7;

let loaded: Model | undefined;

/** The model, read when it is first needed. */
export function theModel(): Model {
  return (loaded ??= readModel(bytes()));
}

/** Attributions of a paragraph, in the order of the text. A cue without content is left out unless it has a source and is
 * all but certain. */
export function tagParagraph(
  words: readonly Word[],
  context: TagContext = {},
  model = theModel(),
): TaggedAttribution[] {
  if (words.length === 0) return [];
  const reading = read(words, context, model.lexicon);
  const found = bestPieces(words.length, model.scorer.likelyPieces(reading), model.price, reading.sentence);
  if (found.length === 0) return [];
  return linkPieces(found, reading, model.link)
    .filter(({ cue, source, content }) => content.length > 0 || (source && cue && cue.probability >= SURE_CUE))
    .map((link) => attribution(link, words));
}

function attribution(link: Link, words: readonly Word[]): TaggedAttribution {
  const span = (piece: Piece): Span => ({ start: words[piece.first].start, end: words[piece.end - 1].end });
  const parts = [link.source, link.cue, ...link.content].filter((piece) => piece !== undefined);
  const confidence = parts.reduce((least, piece) => Math.min(least, piece.certainty), 1);
  return {
    source: link.source ? [span(link.source)] : [],
    cue: link.cue ? [span(link.cue)] : [],
    content: link.content.map(span),
    confidence,
  };
}
