import type { Article } from '../src/article/article';
import { nothingRead, readArticle } from '../src/article/read';
import { toEnd } from '../src/steps';

/** A plain text read as an article, at one go. */
export function articleOf(text: string): Article {
  return toEnd(readArticle(text, 'plaintext', nothingRead())).article;
}
