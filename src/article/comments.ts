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
  const isMarkup = languageId === 'markdown' || languageId === 'html';
  if (!text.includes(isMarkup ? '<!--' : '[')) return [];
  const comments = [...text.matchAll(isMarkup ? HTML : BRACKETS)].map(({ index, 0: whole, 1: inside }) => ({
    start: index,
    end: index + whole.length,
    text: inside.trim(),
  }));
  return comments.filter((comment) => !isCode(article, comment));
}

/** What a comment begins or ends with. */
const MARKS = /<!--|-->|\[/;

/** The same where `before` are those of the version before: where there were none, only what has changed can hold some. */
export function commentsSince(
  article: Article,
  before: readonly Comment[] | undefined,
  since: { readonly first: number; readonly end: number } | undefined,
): readonly Comment[] {
  if (before?.length !== 0 || !since) return commentsOf(article);
  const { text, paragraphs } = article;
  // from the paragraph before to the one behind, with the rest of a mark that is cut in two
  const start = since.first > 0 ? paragraphs[since.first - 1].end - 3 : 0;
  const end = since.end < paragraphs.length ? paragraphs[since.end].start + 3 : text.length;
  return MARKS.test(text.slice(Math.max(0, start), end)) ? commentsOf(article) : before;
}

function isCode(article: Article, comment: Span): boolean {
  const paragraph = paragraphAt(article, comment.start);
  if (!paragraph || !holds(paragraph, comment)) return false;
  if (paragraph.zone === 'code' || paragraph.zone === 'front-matter') return true;
  const place = shift(comment, -paragraph.start);
  const around = paragraph.prose.markup.find((span) => holds(span, place));
  return around !== undefined && article.text[paragraph.start + around.start] === '`';
}
