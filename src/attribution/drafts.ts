import type { Article, Paragraph } from '../article/article';
import { hull, overlap, shift, type Span } from '../article/span';
import type { Discourse } from '../people/discourse';
import type { Resolved } from '../people/meant';
import { mentionsOf } from '../people/mentions';
import type { Page } from '../people/page';
import type { Entity } from '../people/entity';
import type { Quotation } from '../quotations/quotation';
import type { AttributionKind, Certainty } from './attribution';
import type { Candidate, Scene } from './candidate';
import type { Cue, Subject } from './clauses';
import { clauseContent } from './content';
import type { Choice } from './score';
import type { Statement } from './statements';

/**
 * What the engine knows of one attribution before speakers are values. Its offsets and indexes are those of its page:
 * where they stand in the article now, the page says.
 */
export interface Draft {
  readonly kind: AttributionKind;
  readonly content: readonly Span[];
  readonly cue: readonly Span[];
  readonly source: readonly Span[];
  readonly resolved?: Resolved;
  readonly entity?: Entity;
  readonly certainty: Certainty;
  readonly confidence: number;
  readonly why: string;
  readonly evidence: readonly Span[];
  readonly others: readonly Entity[];
  /** By index. */
  readonly quotations: readonly number[];
  readonly cueLemma: string;
  readonly paragraph: number;
  /** The draft whose act of speech this one goes on with. */
  readonly continues?: Draft;
  /** The draft of the same clause that this one grew from: it holds one more of the clause's fragments. */
  readonly replaces?: Draft;
  readonly page: Page;
  readonly print: Print;
}

export interface Circumstances {
  readonly venue?: string;
  readonly time?: string;
}

/** What publishing remembers of a draft: its own business, and faster here than in a map. */
export interface Print {
  /** Where its first words begin. */
  start?: number;
}

export function draftQuotation(
  scene: Scene,
  index: number,
  { candidate, probability }: Choice,
  discourse: Discourse,
  page: Page,
  draftOf: (quotation: number) => Draft | undefined,
  statements: readonly Statement[],
): Draft | undefined {
  const { article, quotations } = scene;
  const quotation = quotations[index];
  const own = article.paragraphs[quotation.paragraphs[0]];
  if (candidate.link !== undefined) {
    const linked = draftOf(candidate.link);
    if (!linked) return undefined; // a link forward is tied when its end is known
    const why = 'It follows on from the quotation before it, and nobody else comes between.';
    return draftFollowing(linked, quotation, index, probability, why, page);
  }
  const subject = candidate.subject;
  if (!subject) return undefined;
  const holder = article.paragraphs[candidate.paragraph];
  const sharing = candidate.cue && sameCue(draftOf, index, shift(candidate.cue.span, holder.start), page);
  if (sharing) {
    // two fragments of one clause are one statement; a second utterance goes on with the first
    if (sharing.content.some((span) => overlap(span, quotation.spans[0]) > 0))
      return { ...sharing, quotations: [...sharing.quotations, index], replaces: sharing, print: {} };
    return draftFollowing(
      sharing,
      quotation,
      index,
      probability,
      'It stands with the same cue as the quotation before it.',
      page,
    );
  }
  const resolved = resolveSubject(discourse, holder, subject);
  const cue = candidate.cue ? [shift(candidate.cue.span, holder.start)] : colonAfter(holder, subject, candidate);
  const before = article.text.slice(Math.max(0, quotation.spans[0].start - 8), quotation.spans[0].start);
  const mixed = candidate.type === 'cue' && (quotation.kind !== 'speech' || /\bthat,?\s*$/.test(before));
  const voice = statements.find(
    (statement) => statement.quotations.includes(quotation) && agree(statement, holder, subject, candidate.cue),
  );
  const source = voice?.source.length ? voice.source : [sourceSpan(holder, subject, candidate)];
  const content = mixed
    ? (voice?.content ?? clauseContent(holder, candidate.cue!, subject, quotation))
    : candidate.features.includes('label')
      ? afterLabel(article, quotation, source[0])
      : quotation.spans;
  const wholly =
    content.length === quotation.spans.length &&
    content.every((span, i) => span.start === quotation.spans[i].start && span.end === quotation.spans[i].end);
  const certainty: Certainty = isUncued(candidate) ? 'inferred' : resolved?.explicit ? 'explicit' : 'resolved';
  return {
    kind: mixed && !wholly ? 'mixed' : 'direct',
    content,
    cue: voice?.cue.length && cue.length && overlap(hull(voice.cue), cue[0]) > 0 ? voice.cue : cue,
    source,
    resolved,
    entity: resolved?.entity,
    certainty,
    confidence: Math.min(1, probability * (resolved ? resolved.confidence : 0.5)),
    why: reasonFor(candidate, resolved, quotation),
    evidence: [...cue, ...source],
    others: resolved?.others ?? [],
    quotations: [index],
    cueLemma: candidate.cue?.lemma ?? '',
    paragraph: own.index,
    page,
    print: {},
  };
}

/** No cue of its own: the sentence or the paragraph before names somebody, and no colon hands over to the quotation. */
const isUncued = ({ type, features }: Candidate): boolean =>
  type === 'lead-in' || features.includes('intro colon=false');

/** The draft of a quotation of this page just before `index` that stands with the cue at `cue`. */
function sameCue(
  draftOf: (quotation: number) => Draft | undefined,
  index: number,
  cue: Span,
  page: Page,
): Draft | undefined {
  for (let q = index - 1; q >= 0 && q >= index - 4; q--) {
    const draft = draftOf(q);
    if (draft?.page === page && draft.cue.some((span) => overlap(span, cue) > 0)) return draft;
  }
  return undefined;
}

/** A quotation that has no source of its own and goes on with the act of speech of `linked`. */
export function draftFollowing(
  linked: Draft,
  quotation: Quotation,
  index: number,
  probability: number,
  why: string,
  page: Page,
): Draft {
  return {
    ...linked,
    kind: 'direct',
    content: quotation.spans,
    cue: [],
    source: [],
    resolved: undefined,
    certainty: 'inferred',
    confidence: Math.min(probability, linked.confidence),
    why,
    evidence: linked.evidence.map((span) => shift(span, linked.page.offset)),
    quotations: [index],
    cueLemma: '',
    paragraph: quotation.paragraphs[0],
    continues: linked,
    replaces: undefined,
    page,
    print: {},
  };
}

/** The colon of "NAME: …": as good as a verb. */
function colonAfter(holder: Paragraph, subject: Subject, { type }: Candidate): Span[] {
  const gap = type === 'colon' ? /^\s*:/.exec(holder.prose.text.slice(subject.span.end, subject.span.end + 4)) : null;
  const end = holder.start + subject.span.end + (gap?.[0].length ?? 0);
  return gap ? [{ start: end - 1, end }] : [];
}

/** What is said after "NAME:" inside the marks. */
function afterLabel(article: Article, { spans }: Quotation, label: Span): Span[] {
  const from = label.end + (/^\s*:\s*/.exec(article.text.slice(label.end, label.end + 5))?.[0].length ?? 0);
  return [{ start: from, end: Math.max(from, spans[0].end) }, ...spans.slice(1)];
}

/** Whether a statement that the tagger found has the same source or cue as the choice for the quotation in it. */
function agree(statement: Statement, holder: Paragraph, subject: Subject, cue: Cue | undefined): boolean {
  const at = shift(subject.span, holder.start);
  if (statement.source.some((span) => overlap(span, at) > 0)) return true;
  return (
    statement.source.length === 0 &&
    cue !== undefined &&
    statement.cue.some((span) => overlap(span, shift(cue.span, holder.start)) > 0)
  );
}

function resolveSubject(discourse: Discourse, holder: Paragraph, subject: Subject): Resolved | undefined {
  if (subject.mention >= 0 && subject.how !== 'phrase') return discourse.resolve(holder.index, subject.mention);
  if (subject.mention >= 0) {
    const mention = mentionsOf(holder.prose)[subject.mention];
    if (mention.end === subject.span.end) return discourse.resolve(holder.index, subject.mention);
  }
  return discourse.describeWords(holder.index, subject.span.start, subject.span.end);
}

/** The source's words: the mention with an apposition that stands between it and the cue. */
function sourceSpan(holder: Paragraph, subject: Subject, candidate: Candidate): Span {
  const mention = subject.mention >= 0 ? mentionsOf(holder.prose)[subject.mention] : undefined;
  const span = shift(subject.span, holder.start);
  if (!mention) return span;
  const mentions = mentionsOf(holder.prose);
  const title =
    mention.kind === 'name' && mention.apposition !== undefined && mentions[mention.apposition].end < mention.start
      ? mentions[mention.apposition]
      : undefined;
  const start = title ? holder.start + title.start : span.start;
  const { aside } = mention;
  if (!aside || !candidate.cue) return { start, end: span.end };
  const words = holder.prose.text.slice(aside.start, aside.end);
  if (subject.how === 'aside' && aside.end <= candidate.cue.span.start) return { start, end: holder.start + aside.end };
  if (subject.how === 'after' && DESCRIBES.test(words))
    return { start, end: holder.start + aside.end - (/[\s,.;:–—-]+$/.exec(words)?.[0].length ?? 0) };
  return { start, end: span.end };
}

/** An aside that says who somebody is, not what they do meanwhile. */
const DESCRIBES =
  /^[,(–—]\s*(?:who|whose|which|the|an?|his|her|its|one|now|then|former|\d|\p{Lu}|[\p{Ll}-]+ (?:of|for|at|with)\b)/u;

function reasonFor(candidate: Candidate, resolved: Resolved | undefined, quotation: Quotation): string {
  if (candidate.type === 'colon') return 'The name stands before the colon.';
  if (candidate.type === 'by') return 'The name stands after “by”.';
  if (candidate.type === 'dash') return 'The name stands after the dash.';
  if (candidate.type === 'lead-in')
    return 'The sentence before the quotation is about this speaker, and nobody else comes between.';
  const parts = quotation.spans.length > 1 && quotation.paragraphs[0] === quotation.paragraphs[1];
  if (resolved?.explicit && resolved.mention.form !== 'description')
    return parts ? 'The name stands with the cue between the parts.' : resolved.why;
  return resolved?.why ?? 'A reporting verb stands beside it.';
}

/** `quotations` are the indexes of the quotations in the statement. */
export function draftStatement(
  paragraph: Paragraph,
  statement: Statement,
  quotations: readonly number[],
  discourse: Discourse,
  page: Page,
): Draft {
  const resolved =
    statement.mention >= 0
      ? discourse.resolve(paragraph.index, statement.mention)
      : statement.source.length
        ? discourse.describeWords(
            paragraph.index,
            statement.source[0].start - paragraph.start,
            statement.source[statement.source.length - 1].end - paragraph.start,
          )
        : undefined;
  const mixed = statement.quotations.length > 0;
  const wholly =
    mixed &&
    statement.content.every((span) =>
      statement.quotations.some(({ spans }) => spans.some((part) => part.start <= span.start && span.end <= part.end)),
    );
  return {
    kind: wholly ? 'direct' : mixed ? 'mixed' : 'indirect',
    content: statement.content,
    cue: statement.cue,
    source: statement.source,
    resolved,
    entity: resolved?.entity,
    certainty: resolved?.explicit ? 'explicit' : resolved ? 'resolved' : 'inferred',
    confidence: Math.min(1, statement.confidence * (resolved ? resolved.confidence : 0.6)),
    why: resolved?.why ?? 'The copy names no source here.',
    evidence: [...statement.cue, ...statement.source],
    others: resolved?.others ?? [],
    quotations,
    cueLemma: statement.lemma,
    paragraph: paragraph.index,
    page,
    print: {},
  };
}
