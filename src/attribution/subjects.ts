import type { Prose } from '../article/prose';
import type { Span } from '../article/span';
import type { Word } from '../article/words';
import { ADVERBS, AUXILIARIES, CONJUNCTIONS, DETERMINERS, isVerbForm, PREPOSITIONS } from '../language/lexicon';
import type { LocalMention } from '../people/mention';
import { clauseOpener, jointWith, opensClause, phraseStart } from './clause-openers';
import type { Cue, Subject, SubjectHow } from './clauses';
import type { CueLexicon } from './cues';
import { beginning, firstEnding, widest, type MentionIndex } from './mention-index';
import { sharedSubjects } from './shared-subjects';
import { subjectAfter } from './subject-after';

/** A cue whose subject is looked for, and what stands around it. */
interface Verb {
  readonly prose: Prose;
  readonly index: MentionIndex;
  readonly cue: Omit<Cue, 'subjects'>;
  /** The cue before it in the sentence, whose subject it may share. */
  readonly shared: Cue | undefined;
  /** 1 for each word inside quotation marks. */
  readonly quoted: Uint8Array;
  readonly lexicon: CueLexicon;
}

/** The subjects found so far; each place once. */
class Subjects {
  readonly all: Subject[] = [];

  constructor(private readonly mentions: readonly LocalMention[]) {}

  add(how: SubjectHow, mention: number, span: Span = this.mentions[mention], clue?: string): void {
    if (!this.all.some((subject) => subject.span.start === span.start && subject.span.end === span.end))
      this.all.push({ how, mention, span: { start: span.start, end: span.end }, clue });
  }
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
  const verb: Verb = { prose, index, cue, shared, quoted, lexicon };
  const alone = saying(verb) ?? agent(verb);
  if (alone) return [alone];
  const subjects = new Subjects(index.mentions);
  addBefore(verb, subjects);
  addAfter(verb, subjects);
  if (subjects.all.length === 0 || cue.form === 'participle') addShared(verb, subjects);
  return subjects.all;
}

/** "The Gazette quoted Ruiz as saying": Ruiz said it. */
function saying({ prose: { words }, index, cue }: Verb): Subject | undefined {
  if (cue.lemma !== 'quote' || cue.passive) return undefined;
  const { mentions } = index;
  const { endWord } = cue;
  const quotedAs = widest(
    mentions,
    beginning(index, endWord, endWord).filter((m) => {
      const as = mentions[m].endWord;
      return words[as]?.lower === 'as' && words[as + 1]?.lower === 'saying';
    }),
  );
  return quotedAs >= 0 ? { how: 'after', mention: quotedAs, span: mentions[quotedAs] } : undefined;
}

/** "is called “…” by Ruiz": the agent, wherever in the sentence; whom it is said of does not speak. */
function agent({ prose, index, cue, quoted }: Verb): Subject | undefined {
  if (!cue.passive || /^(?:quote|cite|report)$/.test(cue.lemma)) return undefined;
  const { words } = prose;
  const sentence = prose.sentences[cue.sentence];
  for (let i = cue.endWord; i < sentence.endWord && i < cue.endWord + 40; i++) {
    if (!quoted[i] && /^[,;:–—-]$/.test(words[i].text) && !quoted[i - 1]) return undefined;
    if (!quoted[i] && words[i].lower === 'by') return subjectAfter(prose, index, i + 1, quoted);
  }
  return undefined;
}

/** Who stands before the cue. */
function addBefore(verb: Verb, subjects: Subjects): void {
  const { prose, index, cue, quoted, lexicon } = verb;
  const { words, sentences } = prose;
  const { mentions } = index;
  const { firstWord } = cue;
  const first = sentences[cue.sentence].firstWord;
  if (firstWord === 0 || quoted[firstWord - 1] || firstWord <= first) return;
  const previous = words[firstWord - 1];
  // "Roe, who coined the word, once said": the adverb is the verb's
  let close = firstWord - 1;
  while (close > 0 && ADVERBS.has(words[close].lower)) close--;
  // "Ada Roe of the union said": the name before what belongs to it
  const tailed = widest(mentions, index.tailEndingAt(firstWord));
  const adjacent = tailed >= 0 ? tailed : widest(mentions, index.endingAt(firstWord));
  if (adjacent >= 0 && PREPOSITIONS.has(words[mentions[adjacent].firstWord - 1]?.lower)) {
    // "A notice taped to the pole at Market Cross said": what opens the clause is the subject, not what ends the phrase
    const opener = clauseOpener(prose, index, cue, quoted);
    if (opener >= 0 && opener !== adjacent)
      subjects.add('before', opener, { start: mentions[opener].start, end: previous.end });
  }
  const joint = adjacent < 0 ? undefined : jointWith(prose, index, adjacent, cue, quoted);
  if (joint) subjects.add('phrase', -1, joint);
  else if (adjacent >= 0) subjects.add('before', adjacent, withTail(mentions[adjacent]));
  else if (cue.form !== 'participle' && /^(?:,|\)|–|—|-)$/.test(words[close].text))
    addBeforeAside(verb, close, subjects);
  else if (previous.lower === 'who' || previous.lower === 'which' || previous.lower === 'that') {
    const at = words[firstWord - 2]?.text === ',' ? firstWord - 2 : firstWord - 1;
    const antecedent = widest(mentions, index.endingAt(at));
    if (antecedent >= 0) subjects.add('relative', antecedent);
  } else if (previous.lower === 'and' || previous.lower === 'but' || previous.lower === 'then')
    addShared(verb, subjects);
  if (subjects.all.length > 0 || previous.kind !== 'word' || cue.form === 'participle' || cue.infinitive) return;
  const start = phraseStart(words, firstWord, quoted, first, lexicon);
  if (start === firstWord) return;
  // "A document on the union's website states"
  const opener = clauseOpener(prose, index, cue, quoted);
  if (opener >= 0) subjects.add('before', opener, { start: mentions[opener].start, end: previous.end });
  const inside = widest(
    mentions,
    beginning(index, start, start + 1).filter((m) => mentions[m].endWord <= firstWord),
  );
  subjects.add('phrase', inside, { start: words[start].start, end: previous.end });
}

/** Who stands before an aside that the mark at word `close` ends: "Ada Roe, 71, said", "Ada Roe (D-Pa.), said". */
function addBeforeAside(
  { prose: { words, sentences }, index, cue, quoted }: Verb,
  close: number,
  subjects: Subjects,
): void {
  const { mentions } = index;
  const first = sentences[cue.sentence].firstWord;
  const bracketed = widest(
    mentions,
    index.tailEndingAt(close).filter(() => words[close - 1]?.text === ')'),
  );
  if (bracketed >= 0) subjects.add('aside', bracketed, withTail(mentions[bracketed]));
  const named = widest(
    mentions,
    index.endingAt(close).filter((m) => mentions[m].kind === 'name' && mentions[m].apposition !== undefined),
  );
  if (named >= 0) subjects.add('aside', named);
  const framed = index
    .asideEndingAt(words[close].end)
    .find(
      (m) =>
        mentions[m].kind !== 'pronoun' &&
        !PREPOSITIONS.has(words[mentions[m].firstWord - 1]?.lower) &&
        mentions[m].start >= words[first].start,
    );
  if (framed !== undefined) subjects.add('aside', framed);
  if (named >= 0) return;
  // "X, 71, who has lived …, said": the first mention that opens the clause
  const openers = index.inSentence(
    cue.sentence,
    'opener',
    (mention) =>
      mention.kind !== 'pronoun' &&
      words[mention.endWord]?.text === ',' &&
      !quoted[mention.firstWord] &&
      opensClause(words, mention.firstWord, first, quoted),
  );
  const opener = firstEnding(mentions, openers, close, cue.firstWord);
  // "Others, reacting to the news, shouted"
  if (QUANTITIES.test(words[first].lower) && words[first + 1].text === ',' && first + 1 < close && !quoted[first])
    subjects.add('aside', -1, words[first]);
  if (opener >= 0) subjects.add('aside', opener);
}

/** Who stands after the cue: "said Ada Roe", "said 9/11 widow Ada Roe", "said 22-year-old Tom Hale". */
function addAfter({ prose, index, cue, quoted }: Verb, subjects: Subjects): void {
  const { words } = prose;
  const { mentions } = index;
  const { firstWord, endWord } = cue;
  const next = words[endWord] as Word | undefined;
  if (!next || quoted[endWord] || cue.form === 'participle' || cue.infinitive) return;
  const afterMark = firstWord > 0 && quoted[firstWord - 1] === 1;
  if (subjects.all.length > 0 && firstWord > 0 && !afterMark) return;
  let at = endWord;
  while (at < endWord + 3 && words[at]?.kind === 'number') at++;
  const skips = ADVERBS.has(next.lower) || DETERMINERS.has(next.lower);
  const inverted = widest(mentions, beginning(index, endWord, skips ? endWord + 1 : at));
  if (inverted >= 0) {
    // "said she would": the pronoun is the next clause's
    const beyond = words[mentions[inverted].endWord] as Word | undefined;
    const clause = beyond && (AUXILIARIES.has(beyond.lower) || isVerbForm(beyond.lower)) && !afterMark;
    if (!clause) subjects.add('after', inverted, withTail(mentions[inverted]));
  } else if (
    words[at]?.kind === 'word' &&
    !PREPOSITIONS.has(words[at].lower) &&
    !CONJUNCTIONS.has(words[at].lower) &&
    !ADVERBS.has(words[at].lower) &&
    (firstWord === 0 || afterMark || words[firstWord - 1].text === ',')
  ) {
    const subject = subjectAfter(prose, index, at, quoted);
    if (subject) subjects.add('after', subject.mention, subject.span);
  }
}

/** The subject of another verb; for "The Gazette quoted Ruiz as saying" that of the cue before. */
function addShared({ prose, index, cue, shared, quoted }: Verb, subjects: Subjects): void {
  if (shared?.lemma === 'quote' && prose.words[cue.firstWord - 1]?.lower === 'as')
    for (const { mention, span } of shared.subjects.slice(0, 1)) subjects.add('shared', mention, span, 'cue');
  else
    for (const { mention, span, clue } of sharedSubjects(prose, index, cue, shared, quoted))
      subjects.add('shared', mention, span, clue);
}

/** Words that stand for people by themselves. */
const QUANTITIES = /^(?:others|some|many|most|several|both|one|another|few|all|none)$/;

const withTail = ({ start, end, tailEnd }: LocalMention): Span => ({ start, end: tailEnd ?? end });
