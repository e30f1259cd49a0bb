import { paragraphAt, type Article } from './article';
import { holds, shift, type Span } from './span';

/** A comment as it stands in an article, marks included; `text` is what is between them. */
export interface Comment extends Span {
  readonly text: string;
}

const HTML = /<!--(.*?)-->/gs;
const BRACKETS = /\[(attribution-ignore[^\]\r\n]*)\](?=[^\S\r\n]*(?:[\r\n]|$))/gi;

/**
 * The comments of an article, in order: `<!-- … -->` in Markdown and HTML, but for those in code; in plain text
 * `[attribution-ignore …]`, alone on its line or at a line's end.
 */
export function commentsOf(article: Article): Comment[] {
  const { text, languageId } = article;
  const comments = [...text.matchAll(languageId === 'markdown' || languageId === 'html' ? HTML : BRACKETS)].map(
    ({ index, 0: whole, 1: inside }) => ({ start: index, end: index + whole.length, text: inside.trim() }),
  );
  return comments.filter((comment) => !isCode(article, comment));
}

function isCode(article: Article, comment: Span): boolean {
  const paragraph = paragraphAt(article, comment.start);
  if (!paragraph || !holds(paragraph, comment)) return false;
  if (paragraph.zone === 'code' || paragraph.zone === 'front-matter') return true;
  const place = shift(comment, -paragraph.start);
  const around = paragraph.prose.markup.find((span) => holds(span, place));
  return around !== undefined && article.text[paragraph.start + around.start] === '`';
}
