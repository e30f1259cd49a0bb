import type { Prose } from '../article/prose';
import type { Span } from '../article/span';
import type { Word } from '../article/words';
import { AUXILIARIES, CONJUNCTIONS, DETERMINERS, FUNCTION_WORDS, isVerbForm, PREPOSITIONS } from '../language/lexicon';
import type { Cue } from './clauses';
import type { CueLexicon } from './cues';
import { widest, type MentionIndex } from './mention-index';
import { NOUN_TOO } from './verb-groups';

/** Whether the clause begins at word `at`; `start` is the sentence's first word. */
export const opensClause = (words: readonly Word[], at: number, start: number, quoted: Uint8Array): boolean =>
  at === start ||
  quoted[at - 1] === 1 ||
  /^(?:,|;|:|and|but|–|—)$/.test(words[at - 1].lower) ||
  (at === start + 1 && CONJUNCTIONS.has(words[start].lower));

/** Words that the role which opens a clause may have at most, with what stands in apposition to it. */
const LONGEST_OPENER = 60;

/** The mention that opens the clause whose verb the cue is, with no punctuation or other verb between; -1 where none does. */
export function clauseOpener(
  { words, sentences }: Prose,
  index: MentionIndex,
  cue: Omit<Cue, 'subjects'>,
  quoted: Uint8Array,
): number {
  const start = sentences[cue.sentence].firstWord;
  const { mentions } = index;
  let clause = cue.firstWord;
  const least = Math.max(start, cue.firstWord - LONGEST_OPENER);
  while (clause > least && !quoted[clause - 1] && !breaksClause(words[clause - 1])) clause--;
  for (let m = index.from(Math.max(start, clause - LONGEST_OPENER)); m < mentions.length; m++) {
    const { firstWord, endWord, kind } = mentions[m];
    if (firstWord >= cue.firstWord) return -1;
    if (kind !== 'role' || endWord >= cue.firstWord || endWord < clause) continue;
    if (opensClause(words, firstWord, start, quoted)) return m;
  }
  return -1;
}

const breaksClause = ({ kind, text, lower }: Word): boolean =>
  (kind === 'punctuation' && text !== '&') || (AUXILIARIES.has(lower) && lower !== "'s") || CONJUNCTIONS.has(lower);

/** "Ada Roe and Tom Hale said": both, where nothing but the clause's beginning stands before them; undefined for one alone. */
export function jointWith(
  { words, sentences }: Prose,
  index: MentionIndex,
  second: number,
  { firstWord, sentence }: Omit<Cue, 'subjects'>,
  quoted: Uint8Array,
): Span | undefined {
  const { mentions } = index;
  const and = mentions[second].firstWord - 1;
  if (words[and]?.lower !== 'and' || mentions[second].kind === 'pronoun') return undefined;
  const first = widest(mentions, [...index.endingAt(and), ...index.tailEndingAt(and)]);
  if (first < 0 || mentions[first].kind === 'pronoun' || quoted[mentions[first].firstWord]) return undefined;
  let start = mentions[first].firstWord;
  if (words[start - 1]?.lower === 'both') start--;
  const before = words[start - 1] as Word | undefined;
  const opens = start === sentences[sentence].firstWord || quoted[start - 1] === 1 || before?.text === ',';
  return opens ? { start: words[start].start, end: words[firstWord - 1].end } : undefined;
}

/** Start of the noun phrase that ends before `at`: back to a boundary word or a verb. */
export function phraseStart(
  words: readonly Word[],
  at: number,
  quoted: Uint8Array,
  sentence: number,
  lexicon: CueLexicon,
): number {
  let i = at;
  while (i > sentence && !quoted[i - 1] && at - i < 14) {
    const { lower, kind, text } = words[i - 1];
    if (kind === 'punctuation' && text !== '&') break;
    if (CONJUNCTIONS.has(lower) || (AUXILIARIES.has(lower) && lower !== "'s")) break;
    const verb = isVerbForm(lower) || (lexicon.form(lower)?.form === 'past' && !NOUN_TOO.has(lower));
    if (
      verb &&
      !(
        /(?:ed|ing)$/.test(lower) &&
        i > sentence + 1 &&
        (DETERMINERS.has(words[i - 2].lower) || PREPOSITIONS.has(words[i - 2].lower))
      )
    )
      break;
    i--;
    // "the two write"
    if (
      DETERMINERS.has(lower) &&
      !(i > sentence && /^(?:the|these|those)$/.test(words[i - 1].lower)) &&
      !(i > sentence && PREPOSITIONS.has(words[i - 1].lower))
    )
      break;
  }
  while (i < at && PREPOSITIONS.has(words[i].lower)) i++;
  return i < at &&
    !(
      at - i === 1 &&
      FUNCTION_WORDS.has(words[i].lower) &&
      !/^(?:some|many|others|most|several|few|one|another|both|this|that|none|everyone|everybody|nobody|someone|somebody|those)$/.test(
        words[i].lower,
      )
    )
    ? i
    : at;
}
