import type { Prose } from '../article/prose';
import type { Span } from '../article/span';
import type { Word } from '../article/words';
import { recently } from '../language/recently';
import { mentionsOf } from '../people/mentions';
import type { Marks } from '../quotations/quotation';
import { indexOf } from './mention-index';
import {
  cueForm,
  knownCues,
  opensPreposition,
  prepositionalCue,
  type CueClass,
  type CueForm,
  type CueLexicon,
} from './cues';
import { besideSpeech, unlistedForm } from './beside-speech';
import { subjectAfter } from './subject-after';
import { subjectsOf } from './subjects';
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

/** What a lower-case word can be: a cue of the engine's own list, or a verb that is one beside speech alone. */
const mayBeCue = recently(
  (lower): 'listed' | 'beside speech' | 'none' =>
    opensPreposition(lower) || GO_ON.has(lower) || cueForm(lower)
      ? 'listed'
      : unlistedForm(lower)
        ? 'beside speech'
        : 'none',
  4000,
);

/** The reporting cues of a paragraph, in order. Linear in the words. */
export function readCues(prose: Prose, marks: Marks, lexicon: CueLexicon = knownCues): Cue[] {
  const { words, sentences } = prose;
  const mentions = mentionsOf(prose);
  const index = indexOf(prose, mentions);
  const quoted = quotedWords(words, marks);
  const inName = new Uint8Array(words.length);
  for (const mention of mentions) if (mention.kind === 'name') inName.fill(1, mention.firstWord, mention.endWord);
  const hasSpeech = marks.stretches.length > 0;
  const cues: Cue[] = [];
  let shared: Cue | undefined;
  let sentence = 0;
  for (let i = 0; i < words.length; i++) {
    if (quoted[i]) continue;
    const { lower } = words[i];
    const may = mayBeCue(lower);
    if (may !== 'listed' && !(hasSpeech && may === 'beside speech') && lexicon === knownCues) continue;
    while (sentences[sentence].endWord <= i) sentence++;
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
          sentence,
          subjects: [subject],
        });
      i = preposition - 1;
      continue;
    }
    if (inName[i] && !(prose.sentences[sentence].firstWord === i && i + 1 < words.length && inName[i + 1])) continue;
    const next = i + 1 < words.length ? words[i + 1].lower : undefined;
    const listed = (next === 'on' ? GO_ON.get(lower) : undefined) ?? lexicon.form(lower, next);
    const own = listed && !isNoun(words, i, listed.form) ? listed : undefined;
    const form = own ?? (hasSpeech ? besideSpeech(prose, index, i, quoted, listed) : undefined);
    if (!form) continue;
    const first = groupStart(words, i, quoted);
    const infinitive = words[first].lower === 'to' || (first > 0 && words[first - 1].lower === 'to');
    const passive = form.form === 'past' && isPassive(words, first, i);
    const cue: Cue & { subjects: readonly Subject[] } = {
      span: { start: words[first].start, end: words[i].end },
      firstWord: first,
      endWord: i + 1,
      lemma: form.lemma,
      cueClass: form.cueClass,
      form: form.form,
      passive,
      infinitive,
      sentence,
      subjects: [],
    };
    const before = shared?.sentence === sentence ? shared : undefined;
    cue.subjects = subjectsOf(prose, index, cue, before, quoted, lexicon);
    cues.push(cue);
    if (cue.subjects.length > 0) shared = cue;
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
