import type { Article } from '../article/article';
import type { Comment } from './suppress';

/**
 * The comments of an article: `<!-- … -->` in Markdown and HTML; in plain text `[attribution-ignore …]`, alone on its
 * line or at a line's end.
 */
export function commentsOf(article: Article): Comment[] {
  const pattern =
    article.languageId === 'markdown' || article.languageId === 'html'
      ? /<!--(.*?)-->/gs
      : /\[(attribution-ignore[^\]\r\n]*)\](?=[^\S\r\n]*(?:[\r\n]|$))/gi;
  return [...article.text.matchAll(pattern)].map(({ index, 0: whole, 1: text }) => ({
    start: index,
    end: index + whole.length,
    text: text.trim(),
  }));
}
