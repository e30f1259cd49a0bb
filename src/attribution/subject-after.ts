import type { Prose } from '../article/prose';
import type { Word } from '../article/words';
import { ADVERBS, AUXILIARIES, CONJUNCTIONS, DETERMINERS, FUNCTION_WORDS, isVerbForm } from '../language/lexicon';
import type { LocalMention } from '../people/mention';
import type { Subject } from './clauses';
import type { MentionIndex } from './mention-index';

/** Words that a source of no known words may have at most. */
const LONGEST_PHRASE = 60;

/** Who stands after a cue at word `at`: a mention, or the words up to the phrase's end. */
export function subjectAfter(
  prose: Prose,
  { mentions, from }: MentionIndex,
  at: number,
  quoted: Uint8Array,
): Subject | undefined {
  const { words } = prose;
  if (at >= words.length || quoted[at]) return undefined;
  let best = -1;
  for (let m = from(at); m < mentions.length && mentions[m].firstWord <= at + 2; m++)
    if (
      best < 0 ||
      mentions[m].firstWord < mentions[best].firstWord ||
      (mentions[m].firstWord === mentions[best].firstWord && mentions[m].endWord > mentions[best].endWord)
    )
      best = m;
  for (let i = at; best >= 0 && i < mentions[best].firstWord; i++)
    if (!ADVERBS.has(words[i].lower) && !DETERMINERS.has(words[i].lower) && !/^\p{Ll}/u.test(words[i].text)) best = -1;
  best = best < 0 ? best : headOf(words, mentions, from, best);
  if (best >= 0 && !isModifier(words, mentions[best]))
    return {
      how: 'after',
      mention: best,
      span: { start: words[at].start, end: mentions[best].tailEnd ?? mentions[best].end },
    };
  let end = at;
  while (
    end < words.length &&
    end < at + LONGEST_PHRASE &&
    !quoted[end] &&
    words[end].kind !== 'punctuation' &&
    !CONJUNCTIONS.has(words[end].lower) &&
    !AUXILIARIES.has(words[end].lower)
  )
    end++;
  return end > at
    ? { how: 'phrase', mention: -1, span: { start: words[at].start, end: words[end - 1].end } }
    : undefined;
}

/** "Saudi Arabia's Civil Defence", "the Carrow team's coach": the last of a chain of owners. */
function headOf(
  words: readonly Word[],
  mentions: readonly LocalMention[],
  from: (w: number) => number,
  best: number,
): number {
  for (;;) {
    const { endWord } = mentions[best];
    const at = words[endWord]?.lower === "'s" ? endWord + 1 : endWord;
    const next = from(at);
    if (mentions[next]?.firstWord !== at || mentions[next].kind === 'pronoun') return best;
    best = next;
  }
}

/** "an Internet posting": a name before a common noun that no list knows. */
function isModifier(words: readonly Word[], { kind, type, endWord, tailWord }: LocalMention): boolean {
  const next = words[endWord] as Word | undefined;
  return (
    kind === 'name' &&
    type === undefined &&
    tailWord === undefined &&
    next?.kind === 'word' &&
    next.text === next.lower &&
    !FUNCTION_WORDS.has(next.lower) &&
    !isVerbForm(next.lower) &&
    next.lower !== "'s"
  );
}
