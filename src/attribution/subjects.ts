import type { Prose } from '../article/prose';
import { lowerBound, type Span } from '../article/span';
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
import type { LocalMention } from '../people/mentions';
import type { Cue, Subject, SubjectHow } from './clauses';
import type { CueLexicon } from './cues';
import type { MentionIndex } from './mention-index';
import { NOUN_TOO } from './verb-groups';

export const sentenceStart = (prose: Prose, sentence: number): number => prose.sentences[sentence].firstWord;

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

/** Who may be the subject of a cue, the likeliest first. */
export function subjectsOf(
  prose: Prose,
  index: MentionIndex,
  cue: Omit<Cue, 'subjects'>,
  shared: Cue | undefined,
  quoted: Uint8Array,
  lexicon: CueLexicon,
): Subject[] {
  const { words } = prose;
  const { mentions } = index;
  const sentence = prose.sentences[cue.sentence];
  const subjects: Subject[] = [];
  const add = (how: SubjectHow, mention: number, span: Span = mentions[mention], clue?: string): void => {
    if (!subjects.some((subject) => subject.span.start === span.start && subject.span.end === span.end))
      subjects.push({ how, mention, span: { start: span.start, end: span.end }, clue });
  };
  const addShared = (): void => {
    // "The Gazette quoted Ruiz as saying"
    if (shared?.lemma === 'quote' && words[cue.firstWord - 1]?.lower === 'as')
      for (const { mention, span } of shared.subjects.slice(0, 1)) add('shared', mention, span, 'cue');
    else
      for (const { mention, span, clue } of sharedSubjects(prose, index, cue, shared, quoted))
        add('shared', mention, span, clue);
  };
  const { firstWord, endWord } = cue;
  const previous = words[firstWord - 1];
  // "Roe, who coined the word, once said": the adverb is the verb's
  let close = firstWord - 1;
  while (close > 0 && ADVERBS.has(words[close].lower)) close--;
  if (previous && !quoted[firstWord - 1] && firstWord > sentence.firstWord) {
    // "Ada Roe of the union said": the name before what belongs to it
    const tailed = widest(mentions, index.tailEndingAt(firstWord));
    const adjacent = tailed >= 0 ? tailed : widest(mentions, index.endingAt(firstWord));
    if (adjacent >= 0 && PREPOSITIONS.has(words[mentions[adjacent].firstWord - 1]?.lower)) {
      // "A notice taped to the pole at Market Cross said": what opens the clause is the subject, not what ends the phrase
      const opener = clauseOpener(prose, index, cue, quoted);
      if (opener >= 0 && opener !== adjacent)
        add('before', opener, { start: mentions[opener].start, end: previous.end });
    }
    const joint = adjacent < 0 ? undefined : jointWith(prose, index, adjacent, cue, quoted);
    if (joint) add('phrase', -1, joint);
    else if (adjacent >= 0) add('before', adjacent, withTail(mentions[adjacent]));
    else if (cue.form !== 'participle' && /^(?:,|\)|–|—|-)$/.test(words[close].text)) {
      // "Ada Roe (D-Pa.), said"
      const bracketed = widest(
        mentions,
        index.tailEndingAt(close).filter(() => words[close - 1]?.text === ')'),
      );
      if (bracketed >= 0) add('aside', bracketed, withTail(mentions[bracketed]));
      const named = widest(
        mentions,
        index.endingAt(close).filter((m) => mentions[m].kind === 'name' && mentions[m].apposition !== undefined),
      );
      if (named >= 0) add('aside', named);
      const framed = index
        .asideEndingAt(words[close].end)
        .find(
          (m) =>
            mentions[m].kind !== 'pronoun' &&
            !PREPOSITIONS.has(words[mentions[m].firstWord - 1]?.lower) &&
            mentions[m].start >= words[sentenceStart(prose, cue.sentence)].start,
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
        const opener = firstEnding(mentions, openers, close, firstWord);
        // "Others, reacting to the news, shouted"
        const first = sentenceStart(prose, cue.sentence);
        if (QUANTITIES.test(words[first].lower) && words[first + 1].text === ',' && first + 1 < close && !quoted[first])
          add('aside', -1, words[first]);
        if (opener >= 0) add('aside', opener);
      }
    } else if (previous.lower === 'who' || previous.lower === 'which' || previous.lower === 'that') {
      const at = words[firstWord - 2]?.text === ',' ? firstWord - 2 : firstWord - 1;
      const antecedent = widest(mentions, index.endingAt(at));
      if (antecedent >= 0) add('relative', antecedent);
    } else if (previous.lower === 'and' || previous.lower === 'but' || previous.lower === 'then') {
      addShared();
    }
    if (subjects.length === 0 && previous.kind === 'word' && cue.form !== 'participle' && !cue.infinitive) {
      const start = phraseStart(words, firstWord, quoted, sentenceStart(prose, cue.sentence), lexicon);
      if (start < firstWord) {
        // "A document on the union's website states"
        const opener = clauseOpener(prose, index, cue, quoted);
        if (opener >= 0) add('before', opener, { start: mentions[opener].start, end: previous.end });
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
  if (cue.passive && !/^(?:quote|cite|report)$/.test(cue.lemma)) {
    // "is called “…” by Ruiz": the agent, wherever in the sentence; whom it is said of does not speak
    for (let i = endWord; i < sentence.endWord && i < endWord + 40; i++) {
      if (!quoted[i] && /^[,;:–—-]$/.test(words[i].text) && !quoted[i - 1]) break;
      if (quoted[i] || words[i].lower !== 'by') continue;
      const agent = subjectAfter(prose, index, i + 1, quoted);
      if (agent) return [agent];
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
    // "said 9/11 widow Ada Roe", "said 22-year-old Tom Hale"
    let at = endWord;
    while (at < endWord + 3 && words[at]?.kind === 'number') at++;
    const skips = ADVERBS.has(next.lower) || DETERMINERS.has(next.lower);
    const inverted = widest(mentions, beginning(index, endWord, skips ? endWord + 1 : at));
    if (inverted >= 0) {
      // "said she would": the pronoun is the next clause's
      const beyond = words[mentions[inverted].endWord];
      const clause =
        beyond &&
        (AUXILIARIES.has(beyond.lower) || isVerbForm(beyond.lower)) &&
        !(firstWord > 0 && quoted[firstWord - 1]);
      if (!clause) add('after', inverted, withTail(mentions[inverted]));
    } else if (
      words[at]?.kind === 'word' &&
      !PREPOSITIONS.has(words[at].lower) &&
      !CONJUNCTIONS.has(words[at].lower) &&
      !ADVERBS.has(words[at].lower) &&
      (firstWord === 0 || quoted[firstWord - 1] || previous?.text === ',')
    ) {
      const subject = subjectAfter(prose, index, at, quoted);
      if (subject) add('after', subject.mention, subject.span);
    }
  }
  if (subjects.length === 0 || cue.form === 'participle') addShared();
  return subjects;
}

/** "Ada Roe and Tom Hale said": both, where nothing but the clause's beginning stands before them; undefined for one alone. */
function jointWith(
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

/** Words that stand for people by themselves. */
const QUANTITIES = /^(?:others|some|many|most|several|both|one|another|few|all|none)$/;

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
  (kind === 'punctuation' && text !== '&') || (AUXILIARIES.has(lower) && lower !== "'s") || CONJUNCTIONS.has(lower);

/** The first mention of the cue's sentence that stands before it outside marks. */
/** "Small groups of protesters", "dozens of residents": who is counted, not a complement. */
function isCounted(words: readonly Word[], at: number): boolean {
  return words[at - 1].lower === 'of' && at > 1 && COUNTS.test(words[at - 2].lower);
}
const COUNTS =
  /^(?:groups?|dozens|scores|hundreds|thousands|tens|millions|numbers?|crowds?|bands?|handful|couple|pair|majority|some|most|many|several|both|all|half|two|three)$/;

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

/** Mentions before a cue that are looked at for the subject that it shares with another verb. */
const LOOK_BACK = 16;

/**
 * Whose subject a cue without one of its own shares ("Ruiz rose when they sang and said", "…, adding"): that of the cue
 * before it, the nearest subject of any verb, the sentence's first mention. Their clues say which of these a subject is,
 * and whether it stands in a subordinate clause.
 */
function sharedSubjects(
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
