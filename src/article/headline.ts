import { bodyStartOf } from './dateline';
import { isByline, isNameAndJob } from './lines';

const MOST_WORDS = 30;
/** 99 in 100 headlines that end in a full stop have no more words. */
const MOST_WORDS_WITH_STOP = 24;

const ENDS = /[.!?…]["”’')\]]*$/;
const GOES_ON = /^(?:he|she|it|they|but|and|his|her|hers|its|their|this|that|these|those|so|then|we|i|you)\b/i;
const OPENS_COPY =
  /^(?:the|a|an|there|in|on|at|after|when|while|as|it|he|she|they|for|we|i|one|two|three|since|before|during|last|by)\b/i;
const TELLS =
  /\b(?:said|told|according to|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|[,?!]["”’] (?:\S+ ){0,5}says\b/i;

/** Whether a line ends as a sentence does. */
export function endsAsSentence(line: string): boolean {
  return ENDS.test(line);
}

const SMALL =
  /^(?:an?|the|and|or|nor|but|if|of|in|on|at|to|for|from|by|with|as|vs?|via|up|off|out|over|per|into|than|is|de|la|van|von)$/;

/** Whether all words of a line but the smallest have capitals, as headlines in American style do. */
function isTitleCase(line: string): boolean {
  const words = line.match(/\p{L}[\p{L}'’-]*/gu) ?? [];
  return words.length > 3 && words.every((word) => /^\p{Lu}/u.test(word) || SMALL.test(word));
}

function wordsOf(line: string): number {
  let words = 1;
  for (let at = line.indexOf(' '); at >= 0; at = line.indexOf(' ', at + 1)) words++;
  return words;
}

/**
 * Whether the first line of an article is its headline; `next` are the lines that follow. A line with a full stop is
 * one only where it does not read as the first sentence of the copy: a desk would rather have no headline than lose
 * its first paragraph.
 */
export function isHeadline(line: string, next: readonly string[]): boolean {
  const words = wordsOf(line);
  if (line.length > 220 || words > MOST_WORDS || next.length === 0 || /[:,]$/.test(line)) return false;
  if (bodyStartOf(line, true) > 0) return false;
  const following = next[0];
  if (!endsAsSentence(line)) return /^[^\p{Ll}]/u.test(line) && /\p{L}/u.test(line);
  if (isTitleCase(line) && words <= MOST_WORDS_WITH_STOP) return true;
  if (TELLS.test(line) || /[.!?]["”’)]* +["“‘(]?\p{Lu}\p{L}* \p{Ll}/u.test(line)) return false;
  if (isByline(following) || bodyStartOf(following, true) > 0) return words <= MOST_WORDS_WITH_STOP;
  if (next.length < 2 || words > MOST_WORDS_WITH_STOP || words < 3) return false;
  if (GOES_ON.test(following) || following.length <= line.length) return false;
  return !OPENS_COPY.test(line) || /^[^,.]{3,40}: /.test(line);
}

const KICKERS =
  /^(?:analysis|opinion|exclusive|comment(?:ary)?|explainer|interview|profile|review|obituary|politics|world|sports?|business|feature|live|breaking(?: news)?|culture|editorial|letters?|column|factbox|timeline|long read|first person|special report|q&a|news)(?: ?[:|]| of .{2,30})?$/i;

/** Whether a line above the headline is its kicker: a word or four in capitals, or a desk's own label. */
export function isKicker(line: string, next: readonly string[]): boolean {
  if (wordsOf(line) > 4 || endsAsSentence(line) || next.length < 2) return false;
  const capitals = /^\P{Ll}*\p{Lu}\P{Ll}*$/u.test(line);
  if (!capitals && !KICKERS.test(line) && !/[:|]$/.test(line)) return false;
  return isHeadline(next[0], next.slice(1)) && wordsOf(next[0]) > 3;
}

/** Whether a line below the headline stands above the copy: it has no full stop, or a byline follows soon. */
export function isStandfirst(line: string, next: readonly string[]): boolean {
  if (next.length === 0 || line.length > 320 || bodyStartOf(line, true) > 0) return false;
  const soon = next.slice(0, 2);
  if (soon.some((other) => isByline(other) || isNameAndJob(other))) return wordsOf(line) <= 60;
  return (
    !/["”’.!?:;,…)]$/.test(line) && wordsOf(line) > 3 && wordsOf(line) <= MOST_WORDS && next[0].length > line.length
  );
}

/** Whether a line may be a subhead by its own words; it is one between two paragraphs of copy. */
export function maySubhead(line: string): boolean {
  if (line.length > 70 || !/^["“‘']?\p{Lu}/u.test(line)) return false;
  return !/[.!?:;,…"”’')]$/.test(line) && wordsOf(line) <= 8;
}

/** Whether a line reads as the copy that stands under a subhead. */
export function isCopyBelow(line: string): boolean {
  return wordsOf(line) > 8 && endsAsSentence(line.trimEnd());
}

/** A quotation and the name of who said it, alone above the copy. */
export function isEpigraph(line: string): boolean {
  return line.length < 300 && /^["“‘'«].{8,}["”’'»][.,]? ?[-–—―]{1,2} ?\p{Lu}[^.!?]{2,60}$/u.test(line);
}
