import type { Paragraph } from '../article/article';
import type { Prose } from '../article/prose';
import { overlaps, type Span } from '../article/span';
import type { Attribution } from '../attribution/attribution';
import { attributedAt, attributionsOfSentence, inArticle, namesSourceInPassing, scanned, sentenceAt } from './copy';
import { whoNote } from './fix/notes';
import type { Rule } from './rule';
import { matchesOf } from './matches';
import { hasAny, watchFor } from './watch';

/** Participles that report what somebody says or holds to be true. "expected", "known", "supposed" are no reports. */
const REPORTS = 'said|believed|thought|understood|reported|rumou?red|reputed|feared|claimed|presumed';
const ADVERBS =
  '(?:(?:also|now|still|widely|generally|commonly|long|already|variously|credibly|even|only|initially|originally|previously|once|first)\\s+)?';
const BE =
  "(?:(?:has|have|had|may|might|could|must|will|would)\\s+(?:also\\s+|since\\s+|long\\s+|sometimes\\s+|often\\s+|now\\s+)?be(?:en)?|is|are|was|were|'s|’s|’re|'re)";
/** What follows "to" where "to" is no infinitive: "was said to the committee", "was reported to police". */
const NO_VERB =
  '(?!(?:the|a|an|this|that|these|those|his|her|its|their|our|my|him|them|us|me|you|it|each|every|all|both|other|another|' +
  'police|staff|management|parliament|congress|court|people|social|local|\\p{Lu}[\\p{L}-]*|\\d\\S*|[a-z-]*[^suiy\\W]s)\\b)';
/** What can begin a clause after "it is understood": a determiner, a pronoun, a name, a figure, a plural. */
const CLAUSE =
  '(?:that|the|an?|he|she|they|we|there|his|her|its|their|this|these|those|some|many|more|most|several|at\\s+least|up\\s+to|around|about|no|both|all|only|' +
  "none|nobody|one|two|three|\\p{Lu}[\\p{L}’'-]*|[£$€]?\\d\\S*|(?!(?:as|is|was|has)\\b)[a-z]{3,}s\\s+(?!by\\b)[a-z]+)";

const PASSIVES = [
  // "are said to have left"; "is said and believed to be" is left alone
  new RegExp(`(?<![\\p{L}\\d])${BE}\\s+${ADVERBS}(?:${REPORTS})\\s+to(?=\\s+${NO_VERB})`, 'gu'),
  // "twelve are feared dead"
  new RegExp(
    `(?<![\\p{L}\\d])${BE}\\s+${ADVERBS}(?:feared|believed|thought|presumed|reported)\\s+(?:dead|killed|drowned|lost)\\b(?!\\s+by\\b)`,
    'gu',
  ),
  // "it is understood (that) talks resumed"
  new RegExp(
    `(?<![\\p{L}\\d])[Ii]t(?:\\s+(?:has|had)\\s+been|\\s+is|\\s+was|['’]s)\\s+(?:(?:also|now|widely|generally|commonly|further)\\s+)?` +
      `(?:${REPORTS}|hoped|suggested|argued|assumed)(?=\\s+${CLAUSE}(?![\\p{L}\\d]))(?:\\s+that\\b)?`,
    'gu',
  ),
];
const ADVERB = /(?<![\p{L}\d])(?:[Rr]eportedly|[Pp]urportedly)\b/gu;

/** "a man believed to be in his forties": the same without its verb, and milder. */
const REDUCED = /(?<=[\p{L}\d],?\s)(?:believed|thought|understood|rumou?red|reputed)\s+to(?=\s+(?:be|have)\b)/gu;
const BELIEVERS =
  /\b(?:police|detectives?|investigators?|officers?|officials?|prosecutors?|authorities|rescuers|experts)\b/iu;

/** "is said to be haunted by the locals": those who say so come last in the clause. */
const BELIEVER_LAST =
  /^[^.,;:!?\uFFFC]{0,80}\sby\s+(?:(?:the|its|their|his|her|some|many|most|local)\s+){0,2}(?:owners?|neighbou?rs|locals|residents|villagers|police|officials|experts|scientists|researchers|critics|friends|family|relatives|colleagues|staff|investigators|detectives|analysts|historians|doctors|many|some|most)(?=[.,;:!?]|$)/u;

/** "was once thought to be": what nobody holds any more. */
const PAST_BELIEF = /\b(?:was|were|had)\s.*\b(?:once|long|originally|initially|previously|first)\b/u;

/** What the passives look for, without "said". */
const REPORTED = watchFor(
  'believed thought understood reported rumoured rumored reputed feared claimed presumed hoped suggested argued assumed',
);
const REPORTEDLY = watchFor('reportedly purportedly');
const SAID = watchFor('said');
const BEFORE = "(?:been|is|was|['’]s|also|now|widely|generally|commonly|further)\\s+";
/** Where they may stand as the patterns have them: "is said to", "it is (widely) said", "are feared dead". */
const MAY_SAY = new RegExp(`said(?:(?=\\s+to\\s)|(?<=${BEFORE}said))`, 'u');
const MAY_REPORT = new RegExp(
  `(?:${REPORTS}|hoped|suggested|argued|assumed)(?:(?=\\s+(?:to|dead|killed|drowned|lost)\\b)|(?<=${BEFORE}\\p{L}+))`,
  'u',
);

/** A passive, relative to its paragraph. */
interface Passive extends Span {
  readonly milder: boolean;
}

function passives(text: string, prose: Prose): readonly Passive[] {
  const patterns = (hasAny(prose, REPORTED) ? MAY_REPORT : MAY_SAY).test(text) ? PASSIVES : NONE;
  const found: Passive[] = [];
  for (const pattern of hasAny(prose, REPORTEDLY) ? [...patterns, ADVERB] : patterns)
    for (const { index, 0: words } of matchesOf(pattern, text))
      found.push({ start: index, end: index + words.length, milder: PAST_BELIEF.test(words) });
  if (patterns === NONE) return found;
  for (const { index, 0: words } of matchesOf(REDUCED, text)) {
    const place = { start: index, end: index + words.length, milder: true };
    const before = text.slice(Math.max(0, index - 24), index);
    if (
      /\b(?:I|we|he|she|they|you|who|never|has|have|had|be|been|being|is|are|was|were)\s(?:\p{L}+ly\s)?$/u.test(before)
    )
      continue;
    if (/\bwhat\s[^.;,]*$/u.test(text.slice(Math.max(0, index - 60), index))) continue; // "what people believed to be"
    if (!found.some(({ start, end }) => start < place.end && place.start < end)) found.push(place);
  }
  return found.sort((a, b) => a.start - b.start);
}

const NONE: readonly never[] = [];

export const passiveAttribution: Rule = {
  id: 'passive-attribution',
  severity: 'warning',
  description: 'A passive or an adverb reports a claim without saying whose it is.',
  reach: 0,
  words: REPORTED | REPORTEDLY | SAID,
  checkParagraph(analysis, paragraph, report) {
    const { text, value } = scanned(analysis, paragraph, passives, passives);
    for (const place of value) {
      const span = inArticle(paragraph, place);
      const attributed = attributedAt(analysis, paragraph, span);
      const spills = attributed !== undefined && !standsWith(paragraph, place, attributed);
      if ((attributed && !spills) || namesSource(paragraph, place) || BELIEVER_LAST.test(text.slice(place.end)))
        continue;
      if (
        place.milder &&
        (believers(paragraph.prose.text, place, text) || attributionsOfSentence(analysis, paragraph, span).length > 0)
      )
        continue;
      const words = paragraph.prose.text.slice(place.start, place.end).replace(/\s+/g, ' ');
      report({
        ...span,
        message: `“${words}”: by whom?`,
        milder: spills || place.milder || paragraph.zone === 'standfirst' || reportedBefore(paragraph, place),
      });
    }
  },
  fixes: (finding, analysis) => [whoNote(analysis, finding)],
};

/** Whether an attribution has its cue, its source or a quotation in the sentence of `place`, not in one before it. */
function standsWith(paragraph: Paragraph, place: Span, { cue, source, kind }: Attribution): boolean {
  const sentence = sentenceAt(paragraph, place.start);
  return (
    kind !== 'indirect' ||
    !sentence ||
    [...cue, ...source].some((span) => overlaps(span, inArticle(paragraph, sentence)))
  );
}

/** Whether the sentence goes on to "according to" somebody. */
function namesSource(paragraph: Paragraph, place: Span): boolean {
  const sentence = sentenceAt(paragraph, place.start);
  if (!sentence) return false;
  const words = paragraph.prose.text.slice(sentence.start, sentence.end);
  return /\b[Aa]ccording to\b/.test(words) || namesSourceInPassing(words);
}

/** "reportedly" in the sentence behind one that says which paper or agency reports: it is theirs. */
function reportedBefore({ prose: { sentences, text } }: Paragraph, place: Span): boolean {
  if (!/^reportedly$/i.test(text.slice(place.start, place.end))) return false;
  const before = sentences.findLast(({ end }) => end <= place.start);
  return (
    before !== undefined &&
    /\p{Lu}[^.!?]*\b(?:reports?|reported)\b|\baccording to\b/u.test(text.slice(before.start, before.end))
  );
}

/** Whether the copy before a reduced passive names those who believe it: "Police are looking for a man believed to …". */
function believers(copy: string, { start }: Span, text: string): boolean {
  const from = Math.max(text.lastIndexOf('. ', start), 0);
  return BELIEVERS.test(copy.slice(from, start));
}
