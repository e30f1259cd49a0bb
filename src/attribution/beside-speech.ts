import type { Prose } from '../article/prose';
import type { Word } from '../article/words';
import { ADVERBS, AUXILIARIES, DETERMINERS, isVerbForm, wordList } from '../language/lexicon';
import type { CueForm } from './cues';
import type { MentionIndex } from './mention-index';

/**
 * A verb that no list has for one of speech but that stands where only such a verb can: "“Never,” Roe thundered",
 * "“Why?” wondered the old man". `listed` is the form of a listed verb that could be a noun elsewhere.
 */
export function besideSpeech(
  prose: Prose,
  index: MentionIndex,
  i: number,
  quoted: Uint8Array,
  listed: CueForm | undefined,
): CueForm | undefined {
  const { words } = prose;
  const form = listed ?? unlisted(words[i]);
  if (!form || form.form === 'participle') return undefined;
  let verb = i;
  while (verb > 0 && ADVERBS.has(words[verb - 1].lower)) verb--;
  const { mentions } = index;
  const follows = (m: number): boolean => {
    let first = mentions[m].firstWord;
    for (let k = 0; k < 2 && first > 0 && modifies(words[first - 1]); k++) first--;
    return closesSpeech(prose, first, quoted);
  };
  if (index.endingAt(verb).some(follows) || index.tailEndingAt(verb).some(follows)) return form;
  if (!closesSpeech(prose, i, quoted)) return undefined;
  const m = index.from(i + 1);
  return m < mentions.length && mentions[m].firstWord === i + 1 ? form : undefined;
}

const modifies = ({ lower }: Word): boolean => DETERMINERS.has(lower) || wordList('adjective').has(lower);

/** A verb in a finite form, as a cue that no list has. */
function unlisted({ lower, text, kind }: Word): CueForm | undefined {
  return kind === 'word' && text === lower ? unlistedForm(lower) : undefined;
}

/** What a lower-case word is as a cue that no list has; undefined where it is no verb in a finite form. */
export function unlistedForm(lower: string): CueForm | undefined {
  if (AUXILIARIES.has(lower)) return undefined;
  if (wordList('past').has(lower) || (lower.endsWith('ed') && /[a-z]{2}ed$/.test(lower)))
    return { lemma: lower, cueClass: 'unlisted', form: 'past' };
  return isVerbForm(lower) ? { lemma: lower, cueClass: 'unlisted', form: 'present' } : undefined;
}

/** Whether speech that goes on in the narrator's sentence ends right before word `w`: "…,” or "…?”. */
function closesSpeech({ text, words }: Prose, w: number, quoted: Uint8Array): boolean {
  if (w === 0 || quoted[w]) return false;
  if (quoted[w - 1]) return /[,?!…–—-]["”’'»]+\s*$/.test(text.slice(Math.max(0, words[w].start - 6), words[w].start));
  return words[w - 1].text === ',' && w > 1 && quoted[w - 2] === 1;
}
