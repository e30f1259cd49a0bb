import type { Word } from '../article/words';
import { ADVERBS, AUXILIARIES, DETERMINERS, isVerbForm, PREPOSITIONS, wordList, wordSet } from '../language/lexicon';
import type { CueForm } from './cues';

/** Forms that are nouns as often as verbs: after a determiner, adjective or possessive they are nouns. */
export const NOUN_TOO = new Set(
  'report reports claim claims call calls comment comments charge charges demand demands order orders appeal appeals promise promises request requests plan plans offer offers doubt doubts hope hopes fear fears wish wishes question questions challenge challenges attack attacks post posts message messages text texts email emails e-mail tweet tweets note notes remark remarks mention mentions list lists rule rules project projects estimate estimates forecast forecasts forecasts guess joke jokes start address show shows share shares cry laugh smile sigh shout point points brief sum speaking talk talks object record press fault run finding findings blast term terms state states label labels counsel caution praise blame support protest protests answer answers reply replies tease view decree finish rail type pen reason faults'.split(
    ' ',
  ),
);

/** Whether the form of a reporting verb at `i` is a noun there. */
export function isNoun(words: readonly Word[], i: number, form: CueForm['form']): boolean {
  if (i === 0) return form === 'base';
  const before = words[i - 1];
  const { lower } = words[i];
  if (form === 'base' && before.kind === 'punctuation' && before.text !== ',' && before.text !== ')')
    return NOUN_TOO.has(lower);
  // "a petition that read"
  if (before.lower === 'that' && !NOUN_TOO.has(lower)) return false;
  if (BEFORE_NOUNS.has(before.lower)) return form !== 'past' || !BEFORE_PAST.has(before.lower);
  if (!NOUN_TOO.has(lower)) return false;
  if (PREPOSITIONS.has(before.lower) && before.lower !== 'to') return true;
  const next = i + 1 < words.length ? words[i + 1] : undefined;
  // "made the following comment:", "a short statement"
  if (
    form !== 'past' &&
    (before.lower === 'following' || wordList('adjective').has(before.lower)) &&
    i > 1 &&
    DETERMINERS.has(words[i - 2].lower) &&
    (next?.lower !== 'that' || words[i - 2].lower !== 'the')
  )
    return true;
  if (next && AFTER_NOUNS.has(next.lower) && !AUXILIARIES.has(before.lower) && before.lower !== 'to') {
    return !SUBJECTS.has(before.lower) && !(lower === 'called' || (lower === 'call' && next.lower === 'for'));
  }
  return false;
}

const BEFORE_NOUNS = wordSet("a an the this that these those his her its their our my your no any some each every 's");
/** Words that stand before a past form as well: "that said", "Roe's called". */
const BEFORE_PAST = wordSet("that this 's her");
const AFTER_NOUNS = wordSet('of for from to by against about is are was were has have had will would in');
const SUBJECTS = wordSet('he she they it we i who and ,');

/** Start of the verb group: auxiliaries, "to", adverbs before the verb. */
export function groupStart(words: readonly Word[], verb: number, quoted: Uint8Array): number {
  let i = verb;
  while (i > 0 && !quoted[i - 1]) {
    const { lower, text } = words[i - 1];
    // Kelly, Emily and Italy are no adverbs
    if (
      AUXILIARIES.has(lower) ||
      ADVERBS.has(lower) ||
      (text.endsWith('ly') && /^[a-z]+ly$/.test(text) && lower.length > 4 && lower !== 'family')
    )
      i--;
    else if (
      (lower === 'as' || lower === 'to') &&
      i > 1 &&
      (isVerbForm(words[i - 2].lower) || words[i - 2].lower === 'used') &&
      !quoted[i - 2]
    )
      i -= 2;
    else break;
  }
  // adverbs at a clause's start belong to the clause: "However, …"
  while (
    i < verb &&
    (words[i].kind === 'punctuation' || (ADVERBS.has(words[i].lower) && i > 0 && words[i - 1].kind === 'punctuation'))
  )
    i++;
  return i;
}

export const isPassive = (words: readonly Word[], first: number, verb: number): boolean => {
  for (let i = verb - 1; i >= first; i--) {
    if (PASSIVE.has(words[i].lower)) return true;
    if (ACTIVE.has(words[i].lower)) return false;
  }
  // "when asked about it"
  return first > 0 && BEFORE_PASSIVE.has(words[first - 1].lower);
};

const PASSIVE = wordSet('is are was were been being be');
const ACTIVE = wordSet('has have had will would');
const BEFORE_PASSIVE = wordSet('when if unless though although');
