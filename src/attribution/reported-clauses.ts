import type { Paragraph } from '../article/article';
import type { Prose } from '../article/prose';
import { holds, lowerBound, overlap, type Span } from '../article/span';
import { AUXILIARIES, isVerbForm, wordList } from '../language/lexicon';
import { mentionsOf } from '../people/mentions';
import type { Scene } from './candidate';
import type { Cue, Subject } from './clauses';
import { cueForm } from './cues';
import type { TaggedAttribution } from './tagger/tag';

/** How sure a clause is that its form alone shows, 0–1. */
const BY_FORM = 0.6;

/** Shortest clause, in code units. */
const SHORTEST = 8;

/** Classes of cues whose clause reports what was said. */
const REPORTS = new Set<Cue['cueClass']>([
  'neutral',
  'formal',
  'written',
  'doubt',
  'fault',
  'factive',
  'denial',
  'directive',
  'evaluative',
  'document',
]);

/** Classes whose clause needs no "that". */
const BARE = new Set<Cue['cueClass']>(['neutral', 'formal', 'doubt', 'fault', 'factive']);

/**
 * Reported clauses which the tagger passed over, by their form: "assured the board that …", "admitted she was …",
 * "As Roe told the Echo, …", "According to Roe, …", "…, Roe told us."
 */
export function reportedClauses(
  scene: Scene,
  paragraph: Paragraph,
  tags: readonly TaggedAttribution[],
): TaggedAttribution[] {
  const { prose } = paragraph;
  // a statement within the clause, or speech after its sentence, does not take its place
  const taken = (span: Span): boolean =>
    tags.some(({ source, cue, content }) => {
      const parts = [...source, ...cue, ...content];
      return parts.some((other) => overlap(other, span) > 0) && !parts.every((other) => holds(span, other));
    });
  return scene.cues[paragraph.index].flatMap((cue) => {
    const subject = cue.subjects[0] as Subject | undefined;
    if (!subject || cue.passive || cue.infinitive) return [];
    const sentence = prose.sentences[cue.sentence];
    if (
      tags.some(
        (tag) =>
          tag.cue.some((span) => overlap(span, cue.span) > 0) &&
          tag.content.some((span) => overlap(span, sentence) > 0),
      )
    )
      return [];
    const from =
      cue.cueClass === 'preposition'
        ? afterOpening(prose, cue, subject)
        : REPORTS.has(cue.cueClass) && (subject.how === 'before' || subject.how === 'aside')
          ? clauseStart(scene, prose, cue, subject)
          : -1;
    const content =
      from >= 0
        ? { start: prose.words[from].start, end: sentenceEnd(prose, cue.sentence) }
        : REPORTS.has(cue.cueClass) && subject.how === 'before'
          ? clauseBefore(prose, cue, subject)
          : undefined;
    if (!content) return [];
    if (content.end <= content.start + SHORTEST || taken(content)) return [];
    return [{ source: [subject.span], cue: [cue.span], content: [content], confidence: BY_FORM }];
  });
}

/** Word index at which the reported clause of a cue begins; -1 where there is none. */
function clauseStart(scene: Scene, prose: Prose, cue: Cue, subject: Subject): number {
  const { words } = prose;
  const that = thatAfter(prose, cue);
  if (that >= 0)
    return words
      .slice(cue.endWord, that)
      .some(({ kind, lower }) => kind === 'punctuation' || scene.house.lexicon.form(lower))
      ? -1
      : that;
  const first = prose.sentences[cue.sentence].firstWord;
  if (words[first].lower === 'as' && words[first + 1]?.start === subject.span.start)
    return afterComma(prose, cue.endWord, cue.sentence);
  return BARE.has(cue.cueClass) && cue.form !== 'base' && beginsClause(prose, cue.endWord) ? cue.endWord : -1;
}

/** Word index of "that" soon after a cue; -1 where there is none. */
function thatAfter({ words }: Prose, cue: Cue): number {
  for (let w = cue.endWord; w < words.length && w < cue.endWord + 6; w++) if (words[w].lower === 'that') return w;
  return -1;
}

/** Whether a clause begins at word `at`: "she was", "the findings show". */
function beginsClause(prose: Prose, at: number): boolean {
  const mentions = mentionsOf(prose);
  const mention = mentions.at(lowerBound(mentions, ({ firstWord }) => firstWord < at));
  if (mention?.firstWord !== at) return false;
  const next = prose.words[mention.tailWord ?? mention.endWord] as Prose['words'][number] | undefined;
  return next !== undefined && (AUXILIARIES.has(next.lower) || isFinite(next.lower));
}

/** Whether a content is a clause with a verb of its own: right after its cue, or in "As Roe told the Echo, …". */
export function isClause(prose: Prose, cue: Span, { start }: Span): boolean {
  const { words, sentences } = prose;
  const at = lowerBound(words, (word) => word.start < start);
  if (start > cue.end && start - cue.end < 3) return words[at]?.lower === 'that' || beginsClause(prose, at);
  const sentence = sentences.at(lowerBound(sentences, ({ end }) => end <= cue.start));
  return sentence !== undefined && words[sentence.firstWord].lower === 'as' && start > cue.end && start < sentence.end;
}

const isFinite = (lower: string): boolean =>
  isVerbForm(lower) || wordList('infinitive').has(lower) || cueForm(lower) !== undefined;

/** Where the sentence goes on after "According to Roe(, who runs the pier,)": -1 where it does not open with that. */
function afterOpening(prose: Prose, cue: Cue, subject: Subject): number {
  const opens = cue.firstWord <= prose.sentences[cue.sentence].firstWord + 1;
  if (!opens && prose.words[cue.firstWord - 1].lower !== 'that') return -1;
  const mention = subject.mention >= 0 ? mentionsOf(prose)[subject.mention] : undefined;
  const end = Math.max(subject.span.end, mention?.apposition === undefined ? 0 : (mention.aside?.end ?? 0) - 1);
  const at = lowerBound(prose.words, ({ start }) => start < end);
  const comma = afterComma(prose, at, cue.sentence);
  // "According to the ministry over 300 have been lost"
  const clause = prose.words.slice(at, comma < 0 ? prose.sentences[cue.sentence].endWord : comma - 1);
  const bare =
    opens &&
    mention !== undefined &&
    clause.some(({ lower }) => AUXILIARIES.has(lower) || isVerbForm(lower)) &&
    (beginsClause(prose, at) || /^(?:over|about|more|some|the|an?|no|all|both|most)$/.test(clause[0].lower));
  return bare ? at : comma;
}

/** "The toll was nine, Roe told us.", "He has left, the agency reported, citing an aide": the clause before the comma. */
function clauseBefore({ text, words, sentences }: Prose, cue: Cue, { span }: Subject): Span | undefined {
  const { firstWord, end } = sentences[cue.sentence];
  const comma = lowerBound(words, ({ start }) => start < span.start) - 1;
  if (comma <= firstWord || words[comma].text !== ',') return undefined;
  const rest = text.slice(cue.span.end, end);
  if (!/^(?: (?:me|us|him|her|them|reporters|journalists))?(?:, (?:citing|quoting)\b[^"“”]*)?[.!?]?$/.test(rest))
    return undefined;
  const content = { start: words[firstWord].start, end: words[comma - 1].end };
  if (/["“”«»]/.test(text.slice(content.start, content.end))) return undefined;
  return words.slice(firstWord, comma).some(({ lower }) => AUXILIARIES.has(lower) || isVerbForm(lower))
    ? content
    : undefined;
}

/** Index of the word after the first comma from word `at` on, within the sentence; -1 where there is none. */
function afterComma({ words, sentences }: Prose, at: number, sentence: number): number {
  const { endWord } = sentences[sentence];
  for (let w = at; w < endWord - 1; w++) if (words[w].text === ',') return w + 1;
  return -1;
}

function sentenceEnd({ text, sentences }: Prose, sentence: number): number {
  const { start, end } = sentences[sentence];
  return end - (/[.!?]$/.test(text.slice(start, end)) ? 1 : 0);
}

/** The same with a that-clause which breaks off before its verb led on to the sentence's end: "that the date, which …, was …". */
export function whole(prose: Prose, tagged: TaggedAttribution): TaggedAttribution {
  const last = tagged.content.at(-1);
  const joined = last && joinedClause(prose, tagged, last);
  if (joined) return { ...tagged, content: [...tagged.content.slice(0, -1), joined] };
  if (tagged.content.length !== 1 || !last || !/^that\b/i.test(prose.text.slice(last.start, last.start + 5)))
    return tagged;
  const { words } = prose;
  const from = lowerBound(words, ({ start }) => start < last.start);
  for (let w = from + 1; w < words.length && words[w].end <= last.end; w++)
    if (isVerbForm(words[w].lower)) return tagged;
  const sentence = lowerBound(prose.sentences, (each) => each.end <= last.start);
  const end = sentenceEnd(prose, sentence);
  const content = { start: last.start, end };
  const own = [...tagged.source, ...tagged.cue];
  return end <= last.end || own.some((span) => overlap(span, content) > 0) ? tagged : { ...tagged, content: [content] };
}

/** A content with what "and that" adds to it: "said the lift was slow and that nobody came". */
function joinedClause({ text, words, sentences }: Prose, { cue }: TaggedAttribution, last: Span): Span | undefined {
  if (!/^,? and that\b/.test(text.slice(last.end, last.end + 12)) || cue.every(({ end }) => end > last.start))
    return undefined;
  const sentence = lowerBound(sentences, ({ end }) => end <= last.start);
  const from = lowerBound(words, ({ start }) => start < last.end) + 2;
  const end = sentenceEnd({ text, words, sentences } as Prose, sentence);
  const clause = words.slice(from, sentences[sentence].endWord);
  // "and that man left": no clause is joined where nothing follows that a clause begins with
  return end > last.end && clause.some(({ lower }) => AUXILIARIES.has(lower) || isVerbForm(lower))
    ? { start: last.start, end }
    : undefined;
}
