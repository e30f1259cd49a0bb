import type { Article } from '../src/article/article';
import { nothingRead, readArticle } from '../src/article/read';
import { stagesFor } from '../src/trace';

/** A plain text read as an article, at one go. */
export function articleOf(text: string): Article {
  const reading = readArticle(text, 'plaintext', nothingRead(), stagesFor(undefined));
  for (;;) {
    const step = reading.next();
    if (step.done) return step.value.article;
  }
}
