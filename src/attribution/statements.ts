import type { Paragraph } from '../article/article';
import { remember, type Prose } from '../article/prose';
import { lowerBound, overlap, shift, type Span } from '../article/span';
import { mentionsOf } from '../people/mentions';
import { isNoCopy } from '../quotations/kind';
import type { Quotation } from '../quotations/quotation';
import type { Scene } from './candidates';
import type { Cue, Subject } from './clauses';
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

/** What the tagger finds in a paragraph, relative to it; remembered by its text and the three flags. */
export function taggedIn(scene: Scene, paragraph: Paragraph): readonly TaggedAttribution[] {
  if (SILENT.has(paragraph.zone) || isNoCopy(scene.marks[paragraph.index].stretches)) return [];
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
  const tags = taggedIn(scene, paragraph);
  return [...tags, ...thatClauses(scene, paragraph, tags)].filter(isTold).flatMap((tagged): Statement[] => {
    const place = (span: Span): Span => shift(span, paragraph.start);
    const content = tagged.content.map(place);
    const subject = subjectOf(paragraph, cues, tagged);
    const source = tagged.source.length || !subject ? tagged.source : [subject.span];
    if (source.some(({ start, end }) => scene.house.isNeverSource(paragraph.prose.text.slice(start, end)))) return [];
    const statement: Statement = {
      source: source.map(place),
      cue: tagged.cue.map(place),
      content,
      mention: subject ? subject.mention : sourceMention(paragraph, tagged.source),
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

/** Reported clauses with "that" which the tagger passed over: "assured the board that …". */
function thatClauses(scene: Scene, paragraph: Paragraph, tags: readonly TaggedAttribution[]): TaggedAttribution[] {
  const { prose } = paragraph;
  if (SILENT.has(paragraph.zone) || isNoCopy(scene.marks[paragraph.index].stretches)) return [];
  const found: TaggedAttribution[] = [];
  const taken = (span: Span): boolean =>
    tags.some(({ source, cue, content }) => [...source, ...cue, ...content].some((other) => overlap(other, span) > 0));
  for (const cue of scene.cues[paragraph.index]) {
    const subject = cue.subjects[0];
    if (
      !subject ||
      cue.passive ||
      cue.infinitive ||
      !REPORTS.has(cue.cueClass) ||
      (subject.how !== 'before' && subject.how !== 'aside')
    )
      continue;
    const that = clauseStart(prose, cue);
    if (that < 0) continue;
    const between = prose.words.slice(cue.endWord, that);
    if (between.some(({ kind, lower }) => kind === 'punctuation' || scene.house.lexicon.form(lower))) continue;
    const sentence = prose.sentences[cue.sentence];
    const end = sentence.end - (/[.!?]$/.test(prose.text.slice(sentence.start, sentence.end)) ? 1 : 0);
    const content = { start: prose.words[that].start, end };
    if (content.end <= content.start + 8 || taken(content) || taken(cue.span)) continue;
    found.push({ source: [subject.span], cue: [cue.span], content: [content], confidence: 0.6 });
  }
  return found;
}

/** Word index of "that" soon after a cue; -1 where there is none. */
function clauseStart({ words }: Prose, cue: Cue): number {
  for (let w = cue.endWord; w < words.length && w < cue.endWord + 6; w++) if (words[w].lower === 'that') return w;
  return -1;
}

/** Classes of cues that a that-clause makes sure reports of speech. */
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
  return relative || found.how === 'before' || found.how === 'after' || found.how === 'aside' ? found : undefined;
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
  // "62 per cent of voters": words before the mention that are no part of it make it another source
  const before = prose.text.slice(start, Math.max(start, mentions[best].start)).trim();
  return before.split(/\s+/).filter((word) => /^\p{Ll}/u.test(word)).length > 2 ? -1 : best;
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
  if (/\baccording to\b/.test(text)) return 'according to';
  const words = text.split(/[^\p{L}'-]+/u);
  for (const [i, word] of words.entries()) {
    const form = house.lexicon.form(word, words[i + 1]);
    if (form) return form.lemma;
  }
  return text.trim();
}
