import type { Paragraph } from '../article/article';
import { remember, type Prose } from '../article/prose';
import { holds, lowerBound, overlap, shift, type Span } from '../article/span';
import { FUNCTION_WORDS, isVerbForm, wordSet } from '../language/lexicon';
import { mentionsOf } from '../people/mentions';
import { isNoCopy } from '../quotations/kind';
import type { Quotation } from '../quotations/quotation';
import type { Scene } from './candidate';
import type { Cue, Subject } from './clauses';
import { reportedClauses, whole } from './reported-clauses';
import { tagParagraph, type TaggedAttribution } from './tagger/tag';

/** A reported statement as the tagger finds it, offsets into the article. */
export interface Statement {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  /** Index of the source in `mentionsOf`; -1 for words that no list knows or no source. */
  readonly mention: number;
  readonly lemma: string;
  /** 0–1. */
  readonly confidence: number;
  /** Quotations inside the content. */
  readonly quotations: readonly Quotation[];
}

/** A part of a paragraph (`LONGEST` in article/split.ts) with more words and signs than this is no copy. */
const MOST_WORDS = 6500;

/** What the tagger finds in a paragraph, relative to it; remembered by its text and the three flags. */
export function taggedIn(scene: Scene, paragraph: Paragraph): readonly TaggedAttribution[] {
  if (SILENT.has(paragraph.zone) || isNoCopy(scene.marks[paragraph.index].stretches)) return [];
  if (paragraph.prose.words.length > MOST_WORDS) return [];
  const isHeadline = paragraph.zone === 'headline';
  const quotationOpen = scene.openAt.has(paragraph.index);
  const afterColon = /:\s*$/.test(scene.article.paragraphs[paragraph.index - 1]?.prose.text.slice(-3) ?? '');
  return remember(
    paragraph.prose,
    KEYS[(isHeadline ? 1 : 0) + (quotationOpen ? 2 : 0) + (afterColon ? 4 : 0)],
    ({ words }: Prose) => tagParagraph(words, { isHeadline, quotationOpen, afterColon }),
  );
}

const KEYS = Array.from({ length: 8 }, (_, flags) => `tags ${flags}`);
const SILENT = new Set(['front-matter', 'code', 'comment', 'byline', 'footer', 'credit', 'stray']);

/** The statements of a paragraph without or with some marks in them, in order of the text. */
export function statementsOf(scene: Scene, paragraph: Paragraph, quotations: readonly Quotation[]): Statement[] {
  const cues = scene.cues[paragraph.index];
  const tags = taggedIn(scene, paragraph)
    .map((tagged) => withoutListener(tagged, paragraph.prose))
    .filter((tagged) => isTold(tagged) && !isMisread(cues, tagged))
    .map((tagged) => whole(paragraph.prose, { ...tagged, source: withoutRelay(cues, tagged) }));
  const passed =
    SILENT.has(paragraph.zone) || isNoCopy(scene.marks[paragraph.index].stretches)
      ? []
      : reportedClauses(scene, paragraph, tags);
  return [...tags, ...passed].flatMap((tagged): Statement[] => {
    const place = (span: Span): Span => shift(span, paragraph.start);
    const content = tagged.content.map(place);
    const subject = subjectOf(paragraph, cues, tagged);
    const source = tagged.source.length || !subject ? tagged.source : [subject.span];
    if (source.some(({ start, end }) => scene.house.isNeverSource(paragraph.prose.text.slice(start, end)))) return [];
    const statement: Statement = {
      source: source.map(place),
      cue: tagged.cue.map(place),
      content,
      mention: subject
        ? headMention(paragraph, subject)
        : (ownSubject(cues, tagged) ?? sourceMention(paragraph, tagged.source)),
      lemma: lemmaOf(scene, paragraph, tagged.cue),
      confidence: tagged.confidence,
      quotations: quotations.filter(
        ({ spans, kind }) =>
          kind !== 'title' &&
          kind !== 'nickname' &&
          kind !== 'term' &&
          spans.some((span) => content.some((part) => overlap(part, span) * 2 > span.end - span.start)),
      ),
    };
    return [statement];
  });
}

/** Words without a content, or without both cue and source, tell nobody who said what. */
const isTold = ({ source, cue, content }: TaggedAttribution): boolean =>
  content.length > 0 && (source.length > 0 || cue.length > 0);

/** "The dean tells | me": who listens is no content. */
const withoutListener = (tagged: TaggedAttribution, { text }: Prose): TaggedAttribution => {
  const isListener = ({ start, end }: Span): boolean => end - start === 2 && LISTENERS.has(text.slice(start, end));
  return tagged.content.some(isListener)
    ? { ...tagged, content: tagged.content.filter((span) => !isListener(span)) }
    : tagged;
};

const LISTENERS = wordSet('me us');

/** The cue's subject by the clause's form, where the tagger found no source or only "who". */
function subjectOf(
  { prose }: Paragraph,
  cues: readonly Cue[],
  { source, cue, content }: TaggedAttribution,
): Subject | undefined {
  if (cue.length === 0) return undefined;
  const relative =
    source.length > 0 && /^(?:who|which|that|whose)\b/i.test(prose.text.slice(source[0].start, source[0].end));
  if (source.length > 0 && !relative) return undefined;
  const found = cues.find(({ span, passive }) => !passive && overlap(span, cue[0]) > 0)?.subjects[0];
  if (!found || content.some((part) => overlap(part, found.span) > 0)) return undefined;
  const opens = found.how === 'phrase' && prose.sentences.some(({ start }) => start === found.span.start);
  return relative || opens || /^(?:before|after|aside)$/.test(found.how) ? found : undefined;
}

/** The mention that the clause's form shows as the cue's subject, where the tagger's source holds it; undefined where none is. */
function ownSubject(cues: readonly Cue[], { source, cue }: TaggedAttribution): number | undefined {
  if (source.length === 0 || cue.length === 0) return undefined;
  const found = cues.find(({ span, passive }) => !passive && overlap(span, cue[0]) > 0)?.subjects[0];
  if (!found || found.mention < 0 || !/^(?:before|aside|after)$/.test(found.how)) return undefined;
  return holds(source[0], found.span) ? found.mention : undefined;
}

/** "Wikinews has learned that according to a posting, …": a source before "according to", and the one after it in the content. */
function isMisread(cues: readonly Cue[], { source, cue, content }: TaggedAttribution): boolean {
  if (source.length === 0 || cue.length === 0 || source[0].start > cue[0].start) return false;
  const own = cues.find(({ span, cueClass }) => cueClass === 'preposition' && overlap(span, cue[0]) > 0);
  return own !== undefined && content.some((span) => overlap(span, own.subjects[0].span) > 0);
}

/** The mention of a subject, unless its words go on after it: "posts on the board of the club". */
function headMention({ prose }: Paragraph, { how, mention, span }: Subject): number {
  return how === 'phrase' && mention >= 0 && mentionsOf(prose)[mention].end !== span.end ? -1 : mention;
}

/** The source without whom another cue before it names: "According to the Echo, | Roe, the chairman, said". */
function withoutRelay(cues: readonly Cue[], { source, cue }: TaggedAttribution): readonly Span[] {
  if (source.length === 0 || cue.length === 0) return source;
  const own = cues.find(({ span }) => overlap(span, cue[0]) > 0);
  const relay = cues.find(
    ({ cueClass, span, subjects }) =>
      cueClass === 'preposition' && span.end < source[0].start && subjects[0]?.span.start === source[0].start,
  );
  const start = own === relay ? undefined : own?.subjects[0]?.span.start;
  return relay && start !== undefined && start > relay.subjects[0].span.end && start < source[0].end
    ? [{ start, end: source[0].end }, ...source.slice(1)]
    : source;
}

/** The mention that is the head of a source's words, the widest where several are; -1 where none is. */
function sourceMention({ prose }: Paragraph, source: readonly Span[]): number {
  if (source.length === 0) return -1;
  const mentions = mentionsOf(prose);
  const [{ start, end }] = source;
  let best = -1;
  for (let m = firstFrom(prose, start); m < mentions.length && mentions[m].start < end; m++) {
    const mention = mentions[m];
    if (mention.end <= start) continue;
    if (best < 0) best = m;
    // "Saudi Arabia's Civil Defense Authority", "the authority director Ada Roe": the last of a chain is the head
    else if (
      mention.start >= mentions[best].end &&
      /^(?:['’]s?)?\s*$/.test(prose.text.slice(mentions[best].end, mention.start))
    )
      best = m;
    else if (mention.start === mentions[best].start && mention.end > mentions[best].end) best = m;
  }
  if (best < 0) return -1;
  if (isJoint(prose, source[0])) return -1;
  // "The “History” section of the site": a noun after the name is the head
  const { words } = prose;
  const next = words[mentions[best].tailWord ?? mentions[best].endWord] as (typeof words)[number] | undefined;
  const after = next && /^["”’]$/.test(next.text) ? words[words.indexOf(next) + 1] : next;
  if (
    mentions[best].kind === 'name' &&
    after?.kind === 'word' &&
    after.end <= end &&
    after.text === after.lower &&
    !FUNCTION_WORDS.has(after.lower) &&
    !isVerbForm(after.lower) &&
    after.lower !== "'s"
  )
    return -1;
  if (mentions[best].start <= start) return best;
  // "62 per cent of voters": words before the mention that are no part of it make it another source
  const before = prose.text.slice(start, mentions[best].start).trim();
  return before.split(/\s+/).filter((word) => /^\p{Ll}/u.test(word)).length > 2 ? -1 : best;
}

/** "Ada Roe and Tom Hale", "both the union and the company": two that speak as one. */
function isJoint(prose: Prose, { start, end }: Span): boolean {
  const mentions = mentionsOf(prose);
  const first = lowerBound(mentions, (mention) => mention.start < start);
  if (first === mentions.length || mentions[first].kind === 'pronoun' || mentions[first].start > start + 10)
    return false;
  let last = first + 1;
  while (last < mentions.length && (mentions[last].end !== end || mentions[last].kind === 'pronoun')) {
    if (mentions[last].start >= end) return false;
    last++;
  }
  if (last === mentions.length) return false;
  return /^\s+and\s+(?:the\s+)?$/.test(
    prose.text.slice(mentions[first].tailEnd ?? mentions[first].end, mentions[last].start),
  );
}

/** Index of the first mention that may reach `offset`: mentions are in order of their start and seldom long. */
function firstFrom(prose: Prose, offset: number): number {
  const mentions = mentionsOf(prose);
  const at = lowerBound(mentions, ({ start }) => start < offset);
  return Math.max(0, at - 3);
}

function lemmaOf({ house }: Scene, { prose }: Paragraph, cue: readonly Span[]): string {
  const [span] = cue;
  if (!span) return '';
  const text = prose.text.slice(span.start, span.end).toLowerCase();
  if (/^[a-z]+$/.test(text)) return house.lexicon.form(text)?.lemma ?? text;
  if (/\baccording to\b/.test(text)) return 'according to';
  const words = text.split(/[^\p{L}'-]+/u);
  for (const [i, word] of words.entries()) {
    const form = house.lexicon.form(word, words[i + 1]);
    if (form) return form.lemma;
  }
  return text.trim();
}
