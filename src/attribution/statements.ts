import type { Paragraph } from '../article/article';
import { remember, type Prose } from '../article/prose';
import { holds, overlap, shift, type Span } from '../article/span';
import { wordSet } from '../language/lexicon';
import { isNoCopy } from '../quotations/kind';
import type { Quotation } from '../quotations/quotation';
import type { Scene } from './candidate';
import type { Cue, Subject } from './clauses';
import type { House } from './house';
import { reportedClauses, whole } from './reported-clauses';
import { headMention, sourceMention } from './source-mention';
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

/** What a statement is by its paragraph alone, offsets relative to it. */
type Told = Omit<Statement, 'quotations'>;

/** The statements of a paragraph, and what they were read from: an edit reads many a paragraph again as it was. */
interface Known {
  tagged?: readonly TaggedAttribution[];
  cues?: readonly Cue[];
  house?: House;
  told: readonly Told[];
}

const nothingKnown = (): Known => ({ told: [] });

/** The statements of a paragraph without or with some marks in them, in order of the text. */
export function statementsOf(scene: Scene, paragraph: Paragraph, quotations: readonly Quotation[]): Statement[] {
  const tagged = taggedIn(scene, paragraph);
  const cues = scene.cues[paragraph.index];
  const { house } = scene;
  const known = remember(paragraph.prose, nothingKnown, nothingKnown);
  if (known.tagged !== tagged || known.cues !== cues || known.house !== house)
    Object.assign(known, { tagged, cues, house, told: toldIn(scene, paragraph, tagged) });
  return known.told.map((told) => inPlace(told, paragraph, quotations));
}

function inPlace(told: Told, { start }: Paragraph, quotations: readonly Quotation[]): Statement {
  const content = placed(told.content, start);
  return {
    source: placed(told.source, start),
    cue: placed(told.cue, start),
    content,
    mention: told.mention,
    lemma: told.lemma,
    confidence: told.confidence,
    quotations: quotations.filter(
      ({ spans, kind }) =>
        kind !== 'title' &&
        kind !== 'nickname' &&
        kind !== 'term' &&
        spans.some((span) => content.some((part) => overlap(part, span) * 2 > span.end - span.start)),
    ),
  };
}

const placed = (spans: readonly Span[], by: number): readonly Span[] => spans.map((span) => shift(span, by));

function toldIn(scene: Scene, paragraph: Paragraph, tagged: readonly TaggedAttribution[]): Told[] {
  const cues = scene.cues[paragraph.index];
  const tags = tagged
    .map((one) => withoutListener(one, paragraph.prose))
    .filter((one) => isTold(one) && !isMisread(cues, one))
    .map((one) => whole(paragraph.prose, { ...one, source: withoutRelay(cues, one) }));
  const passed =
    SILENT.has(paragraph.zone) || isNoCopy(scene.marks[paragraph.index].stretches)
      ? []
      : reportedClauses(scene, paragraph, tags);
  return [...tags, ...passed].flatMap((one): Told | readonly Told[] => {
    const { cue, content, confidence } = one;
    const subject = subjectOf(paragraph, cues, one);
    const source = one.source.length || !subject ? one.source : [subject.span];
    if (source.some(({ start, end }) => scene.house.isNeverSource(paragraph.prose.text.slice(start, end)))) return [];
    const mention = subject
      ? headMention(paragraph, subject)
      : (ownSubject(cues, one) ?? sourceMention(paragraph, one.source));
    return { source, cue, content, mention, lemma: lemmaOf(scene, paragraph, cue), confidence };
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
