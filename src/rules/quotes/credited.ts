import type { Analysis } from '../../analysis';
import type { Quotation } from '../../quotations/quotation';
import { isVerbForm } from '../../language/lexicon';
import { ownWords } from '../copy';

/** "… of August. Ida Holt, Harbour Institute": the words of a line that signs. */
const MOST_IN_SIGNATURE = 9;
/** `"Ida Holt: We never …"`: who speaks stands inside the marks. */
const LABEL = /^\P{L}*\p{Lu}[\p{L}.’'-]+(?:\s+\p{Lu}[\p{L}.’'-]+){0,3}:\s/u;
/** `"…" [AP.]`, `"…" (Harbour Post)`: the credit that a digest puts behind what it takes over. */
const CREDIT = /^[ \t]*[[(](?:\p{Lu}|[A-Z]{2,})[^\])\n]{1,40}[\])]/u;

/** Quotations with nothing but brackets between and behind them: a list of slogans, with years and a credit. */
const BRACKETS = /^[^\p{L}()]*(?:\([^()]*\)[^\p{L}()]*)+$/u;

/** `“…” — Ida Holt.` at a paragraph's end, whatever marks stand before. */
const SIGNED = /^\s*["“‘'«].*[.!?…"”’'»]\s*[―—–-]{1,2}\s*\p{Lu}[\p{L}.’'-]*(?:\s+\p{Lu}[\p{L}.’'-]*){0,4}\.?\s*$/u;

/** A few words behind a quotation that are a name or a role and no sentence: `“…” Harbour blogger, “A walk”`. */
function isNameAlone(own: string): boolean {
  const words = own.match(/\p{L}[\p{L}’'-]*/gu) ?? [];
  return (
    words.length > 1 &&
    words.length <= MOST_IN_SIGNATURE &&
    /^\s*[―—–-]*\s*\p{Lu}[^.!?]*$/u.test(own) &&
    !words.some((word) => isVerbForm(word.toLowerCase()))
  );
}

/**
 * Whether a quotation's layout says whose words it is: a credit in brackets behind it, a line inside the marks that
 * signs, a name and a colon inside the marks, or a heading in capitals that it follows in its paragraph.
 */
export function creditedByLayout(analysis: Analysis, quotation: Quotation): boolean {
  const { spans, paragraphs } = quotation;
  const { article } = analysis;
  const { text } = article;
  const home = article.paragraphs[paragraphs[0]];
  const own = ownWords(analysis, home);
  const last = spans[spans.length - 1];
  if (BRACKETS.test(own) || SIGNED.test(home.prose.text)) return true;
  if (last.end <= home.end && isNameAlone(own.slice(last.end - home.start))) return true;
  const { start, end } = spans[0];
  const words = text.slice(start, end);
  if (LABEL.test(words) || CREDIT.test(text.slice(last.end, last.end + 44))) return true;
  return (
    signs(text.slice(start, last.end)) || isHeading(text.slice(home.start, start)) || isHeading(text.slice(start, end))
  );
}

/** Whether the last line inside a quotation's marks signs it, as a pull quote's does. */
export function isSignedInside({ article: { text } }: Analysis, { spans }: Quotation): boolean {
  return signs(text.slice(spans[0].start, spans[spans.length - 1].end));
}

/** The last of several lines: capitals at its start, few words, no sentence. */
function signs(words: string): boolean {
  if (!words.includes('\n')) return false;
  const lines = words.split(/\r?\n/);
  const line = lines.at(-1)?.replace(/[\s.,"“”'‘’«»]+$/u, '') ?? '';
  return (
    lines.length > 1 &&
    line.split(/\s+/).length <= MOST_IN_SIGNATURE &&
    /^\P{L}*\p{Lu}[\p{L}.’'-]*\s(?:\p{Lu}[\p{L}.’'-]+(?:$|,)|.*\p{Lu}[\p{L}.’'-]+\s+\p{Lu}[\p{L}.’'-]+$)/u.test(line)
  );
}

/** Words in capitals throughout. */
function isHeading(words: string): boolean {
  return !/\p{Ll}/u.test(words) && (words.match(/\p{Lu}/gu)?.length ?? 0) > 3;
}
