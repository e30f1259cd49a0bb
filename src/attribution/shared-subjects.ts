import type { Prose } from '../article/prose';
import { lowerBound, type Span } from '../article/span';
import type { Word } from '../article/words';
import { ADVERBS, CONJUNCTIONS, isVerbForm, PREPOSITIONS } from '../language/lexicon';
import type { LocalMention } from '../people/mention';
import type { Cue } from './clauses';
import { firstEnding, type MentionIndex } from './mention-index';

/** Mentions before a cue that are looked at for the subject that it shares with another verb. */
const LOOK_BACK = 16;

/**
 * Whose subject a cue without one of its own shares ("Ruiz rose when they sang and said", "…, adding"): that of the cue
 * before it, the nearest subject of any verb, the sentence's first mention. Their clues say which of these a subject is,
 * and whether it stands in a subordinate clause.
 */
export function sharedSubjects(
  { words }: Prose,
  index: MentionIndex,
  cue: Omit<Cue, 'subjects'>,
  shared: Cue | undefined,
  quoted: Uint8Array,
): { readonly mention: number; readonly span: Span; readonly clue: string }[] {
  const { mentions } = index;
  const found: { mention: number; span: Span; clue: string }[] = [];
  const add = (mention: number, span: Span, clue: string): void => {
    const same = found.find(({ span: { start, end } }) => start === span.start && end === span.end);
    if (same) same.clue += `+${clue}`;
    else found.push({ mention, span, clue });
  };
  const before = shared?.subjects[0];
  if (before) add(before.mention, before.span, before.how === 'relative' ? 'who' : 'cue');
  const main = clauseSubject({ words }, index, cue, quoted);
  if (main >= 0) add(main, mentions[main], 'first');
  const sentence = index.inSentence(cue.sentence, 'all', () => true);
  const end = lowerBound(sentence, (m) => mentions[m].firstWord < cue.firstWord);
  for (let k = end - 1; k >= 0 && k >= end - LOOK_BACK; k--) {
    const mention = mentions[sentence[k]];
    if (mention.endWord > cue.firstWord || quoted[mention.firstWord] || !hasVerb(words, mention, cue.firstWord))
      continue;
    if (mention.firstWord > 0 && PREPOSITIONS.has(words[mention.firstWord - 1].lower)) continue;
    add(sentence[k], mention, 'near');
    break;
  }
  return found.map(({ mention, span, clue }) => {
    const nested = mention >= 0 && isNested(words, mentions[mention].firstWord);
    return { mention, span, clue: nested ? `${clue}+nested` : clue };
  });
}

/** Words between a conjunction and the subject of its clause. */
const LONGEST_LEAD = 6;

/** Whether the noun phrase at word `at` stands in a clause that "when", "who" or "that" opens. */
export function isNested(words: readonly Word[], at: number): boolean {
  for (let i = at - 1; i >= 0 && i >= at - LONGEST_LEAD; i--) {
    const { kind, lower } = words[i];
    if (CONJUNCTIONS.has(lower)) return !/^(?:and|or|but|nor|yet|so)$/.test(lower);
    if ((kind === 'punctuation' && lower !== "'s") || isVerbForm(lower)) return false;
  }
  return false;
}

/** Whether a verb follows a mention, what belongs to the name and an aside between. */
export function hasVerb(words: readonly Word[], { endWord, tailWord, aside }: LocalMention, before: number): boolean {
  let at = tailWord ?? endWord;
  if (aside && words[at]?.start === aside.start) while (at < before && words[at].start < aside.end) at++;
  while (at < before && ADVERBS.has(words[at].lower)) at++;
  return at < before && isVerbForm(words[at].lower);
}

/** The first mention of the cue's sentence that stands before it outside marks. */
function clauseSubject(
  { words }: Pick<Prose, 'words'>,
  index: MentionIndex,
  cue: Omit<Cue, 'subjects'>,
  quoted: Uint8Array,
): number {
  const list = index.inSentence(
    cue.sentence,
    'subject',
    ({ firstWord }) =>
      !quoted[firstWord] &&
      !(firstWord > 0 && PREPOSITIONS.has(words[firstWord - 1].lower) && !isCounted(words, firstWord)),
  );
  return firstEnding(index.mentions, list, cue.firstWord, cue.firstWord);
}

/** "Small groups of protesters", "dozens of residents": who is counted, not a complement. */
function isCounted(words: readonly Word[], at: number): boolean {
  return words[at - 1].lower === 'of' && at > 1 && COUNTS.test(words[at - 2].lower);
}
const COUNTS =
  /^(?:groups?|dozens|scores|hundreds|thousands|tens|millions|numbers?|crowds?|bands?|handful|couple|pair|majority|some|most|many|several|both|all|half|two|three)$/;
