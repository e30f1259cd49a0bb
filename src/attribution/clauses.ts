import type { Prose } from '../article/prose';
import type { Span } from '../article/span';
import type { Word } from '../article/words';
import {
  ADVERBS,
  AUXILIARIES,
  CONJUNCTIONS,
  DETERMINERS,
  FUNCTION_WORDS,
  isVerbForm,
  PREPOSITIONS,
} from '../language/lexicon';
import { mentionsOf, type LocalMention } from '../people/mentions';
import type { Marks } from '../quotations/quotation';
import { indexOf, type MentionIndex } from './mention-index';
import { knownCues, prepositionalCue, type CueClass, type CueForm, type CueLexicon } from './cues';

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

/** Forms that are nouns as often as verbs: after a determiner, adjective or possessive they are nouns. */
const NOUN_TOO = new Set(
  'report reports claim claims call calls comment comments charge charges demand demands order orders appeal appeals promise promises request requests plan plans offer offers doubt doubts hope hopes fear fears wish wishes question questions challenge challenges attack attacks post posts message messages text texts email emails e-mail tweet tweets note notes remark remarks mention mentions list lists rule rules project projects estimate estimates forecast forecasts forecasts guess joke jokes start address show shows share shares cry laugh smile sigh shout point points brief sum speaking talk talks object record press fault run finding findings blast term terms state states label labels counsel caution praise blame support protest protests answer answers reply replies tease view decree finish rail type pen reason faults'.split(
    ' ',
  ),
);

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
    const form = (next === 'on' ? GO_ON.get(words[i].lower) : undefined) ?? lexicon.form(words[i].lower, next);
    if (!form || isNoun(words, i, form.form)) continue;
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

const sentenceStart = (prose: Prose, sentence: number): number => prose.sentences[sentence].firstWord;

function isNoun(words: readonly Word[], i: number, form: Cue['form']): boolean {
  const before = words[i - 1];
  if (!before) return form === 'base';
  const { lower } = words[i];
  if (form === 'base' && before.kind === 'punctuation' && before.text !== ',' && before.text !== ')')
    return NOUN_TOO.has(lower);
  if (/^(?:a|an|the|this|that|these|those|his|her|its|their|our|my|your|no|any|some|each|every|'s)$/.test(before.lower))
    return (
      form !== 'past' ||
      /^(?:a|an|the|his|its|their)$/.test(before.lower) ||
      !/^(?:that|this|'s|her)$/.test(before.lower)
    );
  if (!NOUN_TOO.has(lower)) return false;
  if (PREPOSITIONS.has(before.lower) && before.lower !== 'to') return true;
  const next = words[i + 1];
  if (
    next &&
    /^(?:of|for|from|to|by|against|about|is|are|was|were|has|have|had|will|would|in)$/.test(next.lower) &&
    !AUXILIARIES.has(before.lower) &&
    before.lower !== 'to'
  ) {
    return (
      !/^(?:he|she|they|it|we|i|who|and|,)$/.test(before.lower) &&
      !(lower === 'called' || (lower === 'call' && next.lower === 'for'))
    );
  }
  return false;
}

/** Start of the verb group: auxiliaries, "to", adverbs before the verb. */
function groupStart(words: readonly Word[], verb: number, quoted: Uint8Array): number {
  let i = verb;
  while (i > 0 && !quoted[i - 1]) {
    const { lower } = words[i - 1];
    if (
      AUXILIARIES.has(lower) ||
      ADVERBS.has(lower) ||
      (/[a-z]{3}ly$/.test(lower) && lower !== 'family' && lower !== 'ally')
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

const isPassive = (words: readonly Word[], first: number, verb: number): boolean => {
  for (let i = verb - 1; i >= first; i--) {
    if (/^(?:is|are|was|were|been|being|be)$/.test(words[i].lower)) return true;
    if (/^(?:has|have|had|will|would)$/.test(words[i].lower)) return false;
  }
  return false;
};

/** Words that a source of no known words may have at most. */
const LONGEST_PHRASE = 60;

function subjectAfter(
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
  if (best >= 0)
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

function subjectsOf(
  prose: Prose,
  index: MentionIndex,
  cue: Omit<Cue, 'subjects'>,
  shared: Cue | undefined,
  quoted: Uint8Array,
  sentenceOf: Int32Array,
  lexicon: CueLexicon,
): Subject[] {
  const { words } = prose;
  const { mentions } = index;
  const subjects: Subject[] = [];
  const add = (how: SubjectHow, mention: number, span: Span = mentions[mention]): void => {
    if (!subjects.some((subject) => subject.span.start === span.start && subject.span.end === span.end))
      subjects.push({ how, mention, span: { start: span.start, end: span.end } });
  };
  const { firstWord, endWord } = cue;
  const previous = words[firstWord - 1];
  if (previous && !quoted[firstWord - 1] && sentenceOf[firstWord - 1] === cue.sentence) {
    // "Ada Roe of the union said": the name before what belongs to it
    const tailed = widest(mentions, index.tailEndingAt(firstWord));
    const adjacent = tailed >= 0 ? tailed : widest(mentions, index.endingAt(firstWord));
    if (adjacent >= 0 && PREPOSITIONS.has(words[mentions[adjacent].firstWord - 1]?.lower)) {
      // "A notice taped to the pole at Market Cross said": what opens the clause is the subject, not what ends the phrase
      const opener = clauseOpener(prose, index, cue, quoted);
      if (opener >= 0 && opener !== adjacent)
        add('before', opener, { start: mentions[opener].start, end: previous.end });
    }
    if (adjacent >= 0) add('before', adjacent, withTail(mentions[adjacent]));
    else if (/^(?:,|\)|–|—|-)$/.test(previous.text)) {
      const named = widest(
        mentions,
        index
          .endingAt(firstWord - 1)
          .filter((m) => mentions[m].kind === 'name' && mentions[m].apposition !== undefined),
      );
      if (named >= 0) add('aside', named);
      const framed = index
        .asideEndingAt(previous.end)
        .find(
          (m) => mentions[m].kind !== 'pronoun' && mentions[m].start >= words[sentenceStart(prose, cue.sentence)].start,
        );
      if (framed !== undefined) add('aside', framed);
      // "X, 71, who has lived …, said": the first mention that opens the clause
      if (named < 0) {
        const openers = index.inSentence(
          cue.sentence,
          'opener',
          (mention) =>
            mention.kind !== 'pronoun' &&
            words[mention.endWord]?.text === ',' &&
            !quoted[mention.firstWord] &&
            opensClause(words, mention.firstWord, sentenceStart(prose, cue.sentence), quoted),
        );
        const opener = firstEnding(mentions, openers, firstWord - 1, firstWord);
        if (opener >= 0) add('aside', opener);
      }
    } else if (previous.lower === 'who' || previous.lower === 'which' || previous.lower === 'that') {
      const at = words[firstWord - 2]?.text === ',' ? firstWord - 2 : firstWord - 1;
      const antecedent = widest(mentions, index.endingAt(at));
      if (antecedent >= 0) add('relative', antecedent);
    } else if (previous.lower === 'and' || previous.lower === 'but' || previous.lower === 'then') {
      if (shared) for (const { mention, span } of shared.subjects.slice(0, 1)) add('shared', mention, span);
      else {
        const main = clauseSubject(prose, index, cue, quoted);
        if (main >= 0) add('shared', main);
      }
    }
    if (subjects.length === 0 && previous.kind === 'word' && cue.form !== 'participle' && !cue.infinitive) {
      const start = phraseStart(words, firstWord, quoted, sentenceStart(prose, cue.sentence), lexicon);
      if (start < firstWord) {
        const inside = widest(
          mentions,
          beginning(index, start, start + 1).filter((m) => mentions[m].endWord <= firstWord),
        );
        add('phrase', inside, { start: words[start].start, end: previous.end });
      }
    }
  }
  if (cue.lemma === 'quote' && !cue.passive) {
    // "The Gazette quoted Ruiz as saying": Ruiz said it
    const quotedAs = widest(
      mentions,
      beginning(index, endWord, endWord).filter((m) => {
        const as = mentions[m].endWord;
        return words[as]?.lower === 'as' && words[as + 1]?.lower === 'saying';
      }),
    );
    if (quotedAs >= 0) return [{ how: 'after', mention: quotedAs, span: mentions[quotedAs] }];
  }
  if (cue.passive) {
    // "is called “…” by Ruiz": the agent, wherever in the sentence
    for (let i = endWord; i < words.length && i < endWord + 40 && sentenceOf[i] === cue.sentence; i++) {
      if (quoted[i] || words[i].lower !== 'by') continue;
      const agent = subjectAfter(prose, index, i + 1, quoted);
      if (agent) subjects.unshift(agent);
      break;
    }
  }
  const next = words[endWord];
  if (
    next &&
    !quoted[endWord] &&
    cue.form !== 'participle' &&
    !cue.infinitive &&
    (subjects.length === 0 || !previous || quoted[firstWord - 1])
  ) {
    const skips = ADVERBS.has(next.lower) || DETERMINERS.has(next.lower);
    const inverted = widest(mentions, beginning(index, endWord, skips ? endWord + 1 : endWord));
    if (inverted >= 0) {
      // "said she would": the pronoun is the next clause's
      const beyond = words[mentions[inverted].endWord];
      const clause =
        beyond &&
        (AUXILIARIES.has(beyond.lower) || isVerbForm(beyond.lower)) &&
        !(firstWord > 0 && quoted[firstWord - 1]);
      if (!clause) add('after', inverted, withTail(mentions[inverted]));
    } else if (
      next.kind === 'word' &&
      !PREPOSITIONS.has(next.lower) &&
      !CONJUNCTIONS.has(next.lower) &&
      !ADVERBS.has(next.lower) &&
      (firstWord === 0 || quoted[firstWord - 1] || previous?.text === ',')
    ) {
      const subject = subjectAfter(prose, index, endWord, quoted);
      if (subject) add('after', subject.mention, subject.span);
    }
  }
  if (subjects.length === 0 || cue.form === 'participle') {
    const main = shared?.subjects[0];
    if (main) add('shared', main.mention, main.span);
    else {
      const found = clauseSubject(prose, index, cue, quoted);
      if (found >= 0) add('shared', found);
    }
  }
  return subjects;
}

const withTail = ({ start, end, tailEnd }: LocalMention): Span => ({ start, end: tailEnd ?? end });

/** The longest of some mentions, by index; the first of several; -1 where there are none. */
function widest(mentions: readonly LocalMention[], list: readonly number[]): number {
  let best = -1;
  const length = (m: number): number => mentions[m].endWord - mentions[m].firstWord;
  for (const m of list) if (best < 0 || length(m) > length(best)) best = m;
  return best;
}

/** Indexes of the mentions that begin at one of the words from `first` to `last`. */
function beginning({ mentions, from }: MentionIndex, first: number, last: number): number[] {
  const found: number[] = [];
  for (let m = from(first); m < mentions.length && mentions[m].firstWord <= last; m++) found.push(m);
  return found;
}

/** The first of some mentions (indexes in order) that ends at word `last` or before; those from word `before` on cannot. */
function firstEnding(mentions: readonly LocalMention[], list: readonly number[], last: number, before: number): number {
  for (const m of list) {
    if (mentions[m].firstWord >= before) return -1;
    if (mentions[m].endWord <= last) return m;
  }
  return -1;
}

const opensClause = (words: readonly Word[], at: number, start: number, quoted: Uint8Array): boolean =>
  at === start ||
  quoted[at - 1] === 1 ||
  /^(?:,|;|:|and|but|–|—)$/.test(words[at - 1].lower) ||
  (at === start + 1 && CONJUNCTIONS.has(words[start].lower));

/** Words that the role which opens a clause may have at most, with what stands in apposition to it. */
const LONGEST_OPENER = 60;

/** The mention that opens the clause whose verb the cue is, with no punctuation or other verb between; -1 where none does. */
function clauseOpener(
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
  (kind === 'punctuation' && text !== '&') || AUXILIARIES.has(lower) || CONJUNCTIONS.has(lower);

/** The first mention of the cue's sentence that stands before it outside marks. */
function clauseSubject({ words }: Prose, index: MentionIndex, cue: Omit<Cue, 'subjects'>, quoted: Uint8Array): number {
  const list = index.inSentence(
    cue.sentence,
    'subject',
    ({ firstWord }) => !quoted[firstWord] && !(firstWord > 0 && PREPOSITIONS.has(words[firstWord - 1].lower)),
  );
  return firstEnding(index.mentions, list, cue.firstWord, cue.firstWord);
}

/** Start of the noun phrase that ends before `at`: back to a boundary word or a verb. */
function phraseStart(
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
    if (DETERMINERS.has(lower) && !(i > sentence && PREPOSITIONS.has(words[i - 1].lower))) break;
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
