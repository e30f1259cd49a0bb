import type { Prose } from '../article/prose';
import type { Span } from '../article/span';
import type { Word } from '../article/words';
import { mentionsOf } from '../people/mentions';
import type { Marks } from '../quotations/quotation';
import { indexOf } from './mention-index';
import { knownCues, prepositionalCue, type CueClass, type CueForm, type CueLexicon } from './cues';
import { besideSpeech } from './beside-speech';
import { sentenceStart, subjectAfter, subjectsOf } from './subjects';
import { groupStart, isNoun, isPassive } from './verb-groups';

/** How a cue's subject was found. */
export type SubjectHow =
  | 'before' // "Ruiz said"
  | 'aside' // "Ruiz, who runs the port, said"
  | 'after' // "said Ruiz", "according to Ruiz"
  | 'shared' // "Ruiz sighed and said", "…, adding"
  | 'relative' // "Ruiz, who said"
  | 'phrase'; // words before the cue that no list knows

/** Who may be the subject of a cue. */
export interface Subject {
  readonly how: SubjectHow;
  /** Index in `mentionsOf(prose)`; -1 for words that no list knows. */
  readonly mention: number;
  /** Relative to the paragraph; apposition outside. */
  readonly span: Span;
  /** Why a `shared` subject may be the cue's: of the cue before, nearest subject of a verb, first of the sentence. */
  readonly clue?: string;
}

/** A reporting verb or "according to" outside quotation marks, with its possible subjects, the likeliest first. */
export interface Cue {
  /** Relative to the paragraph: auxiliaries, adverbs and verb. */
  readonly span: Span;
  readonly firstWord: number;
  readonly endWord: number;
  readonly lemma: string;
  readonly cueClass: CueClass;
  readonly form: 'base' | 'present' | 'past' | 'participle';
  readonly passive: boolean;
  /** After "to": "plans to say". */
  readonly infinitive: boolean;
  readonly sentence: number;
  readonly subjects: readonly Subject[];
}

/** "went on": a cue by its second word. */
const GO_ON: ReadonlyMap<string, CueForm> = new Map(
  (['base go', 'present goes', 'past went', 'past gone', 'participle going'] as const).map(
    (entry): [string, CueForm] => {
      const [form, word] = entry.split(' ') as [CueForm['form'], string];
      return [word, { lemma: 'go on', cueClass: 'neutral', form }];
    },
  ),
);

/** The reporting cues of a paragraph, in order. Linear in the words. */
export function readCues(prose: Prose, marks: Marks, lexicon: CueLexicon = knownCues): Cue[] {
  const { words } = prose;
  const mentions = mentionsOf(prose);
  const index = indexOf(prose, mentions);
  const quoted = quotedWords(words, marks);
  const sentenceOf = new Int32Array(words.length);
  prose.sentences.forEach(({ firstWord, endWord }, s) => sentenceOf.fill(s, firstWord, endWord));
  const inName = new Uint8Array(words.length);
  for (const mention of mentions) if (mention.kind === 'name') inName.fill(1, mention.firstWord, mention.endWord);
  const cues: Cue[] = [];
  let shared: Cue | undefined;
  for (let i = 0; i < words.length; i++) {
    if (quoted[i]) continue;
    const preposition = prepositionalCue(words, i);
    if (preposition) {
      const subject = subjectAfter(prose, index, preposition, quoted);
      if (subject)
        cues.push({
          span: { start: words[i].start, end: words[preposition - 1].end },
          firstWord: i,
          endWord: preposition,
          lemma: words
            .slice(i, preposition)
            .map(({ lower }) => lower)
            .join(' '),
          cueClass: 'preposition',
          form: 'base',
          passive: false,
          infinitive: false,
          sentence: sentenceOf[i],
          subjects: [subject],
        });
      i = preposition - 1;
      continue;
    }
    if (inName[i] && !(sentenceStart(prose, sentenceOf[i]) === i && words[i + 1] && inName[i + 1])) continue;
    const next = words[i + 1]?.lower;
    const listed = (next === 'on' ? GO_ON.get(words[i].lower) : undefined) ?? lexicon.form(words[i].lower, next);
    const form = listed && !isNoun(words, i, listed.form) ? listed : besideSpeech(prose, index, i, quoted, listed);
    if (!form) continue;
    const first = groupStart(words, i, quoted);
    const infinitive = words[first].lower === 'to' || words[first - 1]?.lower === 'to';
    const passive = form.form === 'past' && isPassive(words, first, i);
    const cue = {
      span: { start: words[first].start, end: words[i].end },
      firstWord: first,
      endWord: i + 1,
      lemma: form.lemma,
      cueClass: form.cueClass,
      form: form.form,
      passive,
      infinitive,
      sentence: sentenceOf[i],
    };
    const before = shared?.sentence === cue.sentence ? shared : undefined;
    const subjects = subjectsOf(prose, index, cue, before, quoted, sentenceOf, lexicon);
    const complete = { ...cue, subjects };
    cues.push(complete);
    if (subjects.length > 0) shared = complete;
  }
  return cues;
}

export function quotedWords(words: readonly Word[], marks: Marks): Uint8Array {
  const quoted = new Uint8Array(words.length);
  let w = 0;
  for (const { start, end } of marks.stretches) {
    while (w < words.length && words[w].end <= start) w++;
    for (let k = w; k < words.length && words[k].start < end; k++) quoted[k] = 1;
  }
  return quoted;
}
