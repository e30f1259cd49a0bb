import type { Article } from '../article/article';
import { paragraphAt } from '../article/article';
import type { Comment } from '../article/comments';
import type { Span } from '../article/span';
import type { Finding } from './rule';

/** A comment that tells the rules to keep still. */
export interface Suppression {
  readonly comment: Comment;
  /** Where findings may begin to be left out; undefined for an end without a start. */
  readonly reach?: Span;
  /** Rules that it names; empty where it means all. */
  readonly rules: readonly string[];
  readonly reason?: string;
  /** The comment that ends a block belongs to the one that starts it and is not counted by itself. */
  readonly form: 'next line' | 'this line' | 'block' | 'end without start' | 'file';
}

const DIRECTIVE = /^\s*attribution-ignore(-next-line|-line|-start|-end|-file)?(?:\s*:\s*|\s+|$)/i;
const REASON = /(?:^|\s)(?:--|–|—)\s*/;

/**
 * Reads `attribution-ignore` comments, in order of the text. The bare word means the line it stands on, or the next
 * paragraph where it stands alone. Anything else in a comment is none of ours.
 */
export function suppressions(article: Article, comments: readonly Comment[]): Suppression[] {
  const found: Suppression[] = [];
  const open: { comment: Comment; rules: readonly string[]; reason?: string }[] = [];
  for (const comment of comments) {
    const match = DIRECTIVE.exec(comment.text);
    if (!match) continue;
    const rest = comment.text.slice(match[0].length);
    const dash = REASON.exec(rest);
    const reason = dash ? rest.slice(dash.index + dash[0].length).trim() : undefined;
    const rules = (dash ? rest.slice(0, dash.index) : rest).split(/[\s,]+/).filter(Boolean);
    const about = { comment, rules, reason };
    const line = lineAround(article.text, comment);
    switch (match[1]?.toLowerCase()) {
      case '-start':
        open.push(about);
        break;
      case '-end': {
        const at = rules.length ? open.findLastIndex((start) => same(start.rules, rules)) : open.length - 1;
        const [start] = at < 0 ? [] : open.splice(at, 1);
        if (start) found.push({ ...start, form: 'block', reach: { start: start.comment.end, end: comment.start } });
        else found.push({ ...about, form: 'end without start' });
        break;
      }
      case '-file':
        found.push({ ...about, form: 'file', reach: { start: 0, end: article.text.length + 1 } });
        break;
      case '-line':
        found.push({ ...about, form: 'this line', reach: line });
        break;
      case '-next-line':
        found.push({ ...about, form: 'next line', reach: nextParagraph(article, comment) });
        break;
      default:
        if (standsAlone(article.text, comment, line))
          found.push({ ...about, form: 'next line', reach: nextParagraph(article, comment) });
        else found.push({ ...about, form: 'this line', reach: line });
    }
  }
  for (const start of open)
    found.push({ ...start, form: 'block', reach: { start: start.comment.end, end: article.text.length + 1 } });
  return found.sort((a, b) => a.comment.start - b.comment.start);
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((rule) => b.includes(rule));
}

/** The line, without its end, on which `span` starts; end inclusive of the last offset, so that an empty line has one. */
function lineAround(text: string, { start, end }: Span): Span {
  let from = start;
  while (from > 0 && text[from - 1] !== '\n' && text[from - 1] !== '\r') from--;
  let to = end;
  while (to < text.length && text[to] !== '\n' && text[to] !== '\r') to++;
  return { start: from, end: to };
}

function standsAlone(text: string, comment: Span, line: Span): boolean {
  return /^[>\s]*$/.test(text.slice(line.start, comment.start)) && text.slice(comment.end, line.end).trim() === '';
}

/** The next line that is not empty; where a paragraph of several lines begins there, all of it. */
function nextParagraph(article: Article, comment: Span): Span {
  const { text } = article;
  let at = lineAround(text, comment).end;
  while (at < text.length && /\s/.test(text[at])) at++;
  const line = lineAround(text, { start: at, end: at });
  const paragraph = paragraphAt(article, at);
  const whole = paragraph && paragraph.start >= line.start && paragraph.start <= line.end ? paragraph.end : line.end;
  return { start: line.start, end: Math.max(line.end, whole) };
}

/** Id of the rule that reports what a suppression leaves unused. */
export const UNUSED = 'unused-suppression';

export interface Unused {
  readonly suppression: Suppression;
  /** Rules named there that do not exist. */
  readonly unknown: readonly string[];
  /** Rules named there that had nothing to report; empty where the comment names none. */
  readonly idle: readonly string[];
}

/**
 * Takes out the findings that a comment suppresses, and tells which comments were for nothing. `known` are all rules
 * there are, `active` those that are on: of a rule that is off nobody can tell whether its comment is still needed.
 */
export function applySuppressions(
  findings: readonly Finding[],
  found: readonly Suppression[],
  known: ReadonlySet<string>,
  active: ReadonlySet<string>,
): { findings: Finding[]; unused: Unused[] } {
  if (found.length === 0) return { findings: [...findings], unused: [] };
  const used = found.map(() => new Set<string>());
  const kept = findings.filter((finding) => {
    let suppressed = false;
    found.forEach(({ reach, rules }, i) => {
      if (!reach || finding.start < reach.start || finding.start >= Math.max(reach.end, reach.start + 1)) return;
      if (rules.length > 0 && !rules.includes(finding.rule)) return;
      used[i].add(finding.rule);
      suppressed = true;
    });
    return !suppressed;
  });
  const unused = found.flatMap((suppression, i): Unused[] => {
    const { rules, form } = suppression;
    const unknown = rules.filter((rule) => !known.has(rule));
    const idle = rules.filter((rule) => known.has(rule) && active.has(rule) && rule !== UNUSED && !used[i].has(rule));
    const nothing = rules.length === 0 && used[i].size === 0;
    return unknown.length || idle.length || nothing || form === 'end without start'
      ? [{ suppression, unknown, idle }]
      : [];
  });
  const tolerated = found.filter(({ rules }) => rules.includes(UNUSED));
  return {
    findings: kept,
    unused: unused.filter(
      ({ suppression: { comment } }) =>
        !tolerated.some(({ reach }) => reach && reach.start <= comment.start && comment.start < reach.end),
    ),
  };
}
