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
  const quoted = quotedWords(words, marks);
  const sentenceOf = new Int32Array(words.length);
  prose.sentences.forEach(({ firstWord, endWord }, s) => sentenceOf.fill(s, firstWord, endWord));
  const inName = new Uint8Array(words.length);
  for (const mention of mentions) if (mention.kind === 'name') inName.fill(1, mention.firstWord, mention.endWord);
  const cues: Cue[] = [];
  for (let i = 0; i < words.length; i++) {
    if (quoted[i]) continue;
    const preposition = prepositionalCue(words, i);
    if (preposition) {
      const subject = subjectAfter(prose, mentions, preposition, quoted);
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
    const subjects = subjectsOf(prose, mentions, cue, cues, quoted, sentenceOf, lexicon);
    cues.push({ ...cue, subjects });
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

function subjectAfter(
  prose: Prose,
  mentions: readonly LocalMention[],
  at: number,
  quoted: Uint8Array,
): Subject | undefined {
  const { words } = prose;
  if (at >= words.length || quoted[at]) return undefined;
  let best = -1;
  mentions.forEach((mention, m) => {
    if (mention.firstWord > at + 2 || mention.firstWord < at) return;
    if (
      best < 0 ||
      mention.firstWord < mentions[best].firstWord ||
      (mention.firstWord === mentions[best].firstWord && mention.endWord > mentions[best].endWord)
    )
      best = m;
  });
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
  mentions: readonly LocalMention[],
  cue: Omit<Cue, 'subjects'>,
  earlier: readonly Cue[],
  quoted: Uint8Array,
  sentenceOf: Int32Array,
  lexicon: CueLexicon,
): Subject[] {
  const { words } = prose;
  const subjects: Subject[] = [];
  const add = (how: SubjectHow, mention: number, span: Span = mentions[mention]): void => {
    if (!subjects.some((subject) => subject.span.start === span.start && subject.span.end === span.end))
      subjects.push({ how, mention, span: { start: span.start, end: span.end } });
  };
  const { firstWord, endWord } = cue;
  const previous = words[firstWord - 1];
  const shared = earlier.findLast(
    (other) => other.sentence === cue.sentence && other.subjects.length > 0 && other.cueClass !== 'preposition',
  );
  if (previous && !quoted[firstWord - 1] && sentenceOf[firstWord - 1] === cue.sentence) {
    // "Ada Roe of the union said": the name before what belongs to it
    const tailed = widest(mentions, (mention) => mention.tailWord === firstWord);
    const adjacent = tailed >= 0 ? tailed : widest(mentions, (mention) => mention.endWord === firstWord);
    if (adjacent >= 0 && PREPOSITIONS.has(words[mentions[adjacent].firstWord - 1]?.lower)) {
      // "A notice taped to the pole at Market Cross said": what opens the clause is the subject, not what ends the phrase
      const opener = clauseOpener(prose, mentions, cue, quoted, sentenceOf);
      if (opener >= 0 && opener !== adjacent)
        add('before', opener, { start: mentions[opener].start, end: previous.end });
    }
    if (adjacent >= 0) add('before', adjacent, withTail(mentions[adjacent]));
    else if (/^(?:,|\)|–|—|-)$/.test(previous.text)) {
      const named = widest(
        mentions,
        (mention) => mention.endWord === firstWord - 1 && mention.kind === 'name' && mention.apposition !== undefined,
      );
      if (named >= 0) add('aside', named);
      const framed = mentions.findIndex(
        (mention) =>
          mention.aside !== undefined &&
          mention.kind !== 'pronoun' &&
          Math.abs(mention.aside.end - previous.end) < 1 &&
          mention.start >= words[sentenceStart(prose, cue.sentence)].start,
      );
      if (framed >= 0) add('aside', framed);
      // "X, 71, who has lived …, said": the first mention that opens the clause
      if (named < 0) {
        const opener = mentions.findIndex(
          (mention) =>
            sentenceOf[mention.firstWord] === cue.sentence &&
            mention.kind !== 'pronoun' &&
            mention.endWord < firstWord &&
            words[mention.endWord]?.text === ',' &&
            !quoted[mention.firstWord] &&
            opensClause(words, mention.firstWord, sentenceStart(prose, cue.sentence), quoted),
        );
        if (opener >= 0) add('aside', opener);
      }
    } else if (previous.lower === 'who' || previous.lower === 'which' || previous.lower === 'that') {
      const at = words[firstWord - 2]?.text === ',' ? firstWord - 2 : firstWord - 1;
      const antecedent = widest(mentions, (mention) => mention.endWord === at);
      if (antecedent >= 0) add('relative', antecedent);
    } else if (previous.lower === 'and' || previous.lower === 'but' || previous.lower === 'then') {
      if (shared) for (const { mention, span } of shared.subjects.slice(0, 1)) add('shared', mention, span);
      else {
        const main = clauseSubject(prose, mentions, cue, quoted, sentenceOf);
        if (main >= 0) add('shared', main);
      }
    }
    if (subjects.length === 0 && previous.kind === 'word' && cue.form !== 'participle' && !cue.infinitive) {
      const start = phraseStart(words, firstWord, quoted, sentenceStart(prose, cue.sentence), lexicon);
      if (start < firstWord) {
        const inside = widest(
          mentions,
          (mention) => mention.firstWord >= start && mention.endWord <= firstWord && mention.firstWord <= start + 1,
        );
        add('phrase', inside, { start: words[start].start, end: previous.end });
      }
    }
  }
  if (cue.lemma === 'quote' && !cue.passive) {
    // "The Gazette quoted Ruiz as saying": Ruiz said it
    const quotedAs = widest(
      mentions,
      ({ firstWord: at, endWord: end }) =>
        at === endWord && words[end]?.lower === 'as' && words[end + 1]?.lower === 'saying',
    );
    if (quotedAs >= 0) return [{ how: 'after', mention: quotedAs, span: mentions[quotedAs] }];
  }
  if (cue.passive) {
    // "is called “…” by Ruiz": the agent, wherever in the sentence
    for (let i = endWord; i < words.length && i < endWord + 40 && sentenceOf[i] === cue.sentence; i++) {
      if (quoted[i] || words[i].lower !== 'by') continue;
      const agent = subjectAfter(prose, mentions, i + 1, quoted);
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
    const inverted = widest(
      mentions,
      (mention) =>
        mention.firstWord === endWord ||
        (mention.firstWord === endWord + 1 && (ADVERBS.has(next.lower) || DETERMINERS.has(next.lower))),
    );
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
      const subject = subjectAfter(prose, mentions, endWord, quoted);
      if (subject) add('after', subject.mention, subject.span);
    }
  }
  if (subjects.length === 0 || cue.form === 'participle') {
    const main = shared?.subjects[0];
    if (main) add('shared', main.mention, main.span);
    else {
      const found = clauseSubject(prose, mentions, cue, quoted, sentenceOf);
      if (found >= 0) add('shared', found);
    }
  }
  return subjects;
}

const withTail = ({ start, end, tailEnd }: LocalMention): Span => ({ start, end: tailEnd ?? end });

/** The longest mention that `fits`; -1 where none does. */
function widest(mentions: readonly LocalMention[], fits: (mention: LocalMention) => boolean): number {
  let best = -1;
  mentions.forEach((mention, m) => {
    if (
      fits(mention) &&
      (best < 0 || mention.endWord - mention.firstWord > mentions[best].endWord - mentions[best].firstWord)
    )
      best = m;
  });
  return best;
}

const opensClause = (words: readonly Word[], at: number, start: number, quoted: Uint8Array): boolean =>
  at === start ||
  quoted[at - 1] === 1 ||
  /^(?:,|;|:|and|but|–|—)$/.test(words[at - 1].lower) ||
  (at === start + 1 && CONJUNCTIONS.has(words[start].lower));

/** The mention that opens the clause whose verb the cue is, with no punctuation or other verb between; -1 where none does. */
function clauseOpener(
  { words, sentences }: Prose,
  mentions: readonly LocalMention[],
  cue: Omit<Cue, 'subjects'>,
  quoted: Uint8Array,
  sentenceOf: Int32Array,
): number {
  const start = sentences[cue.sentence].firstWord;
  let best = -1;
  mentions.forEach((mention, m) => {
    if (
      best >= 0 ||
      sentenceOf[mention.firstWord] !== cue.sentence ||
      mention.endWord >= cue.firstWord ||
      mention.kind !== 'role'
    )
      return;
    if (!opensClause(words, mention.firstWord, start, quoted)) return;
    for (let i = mention.endWord; i < cue.firstWord; i++)
      if (
        quoted[i] ||
        (words[i].kind === 'punctuation' && words[i].text !== '&') ||
        AUXILIARIES.has(words[i].lower) ||
        CONJUNCTIONS.has(words[i].lower)
      )
        return;
    best = m;
  });
  return best;
}

/** The first mention of the cue's sentence that stands before it outside marks. */
function clauseSubject(
  prose: Prose,
  mentions: readonly LocalMention[],
  cue: Omit<Cue, 'subjects'>,
  quoted: Uint8Array,
  sentenceOf: Int32Array,
): number {
  return mentions.findIndex(
    (mention) =>
      sentenceOf[mention.firstWord] === cue.sentence &&
      mention.endWord <= cue.firstWord &&
      !quoted[mention.firstWord] &&
      !(mention.firstWord > 0 && PREPOSITIONS.has(prose.words[mention.firstWord - 1].lower)),
  );
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
