import type { AgencyMention } from '../agencies/agency';
import { byParagraph, paragraphAt, type Article, type Paragraph } from '../article/article';
import { holds, hull, overlap, shift, type Span } from '../article/span';
import { Discourse, type Resolved } from '../people/discourse';
import { mentionsOf } from '../people/mentions';
import type { Entity } from '../people/registry';
import type { Speaker } from '../people/speaker';
import type { Quotation } from '../quotations/quotation';
import type { Attribution, AttributionKind, Certainty } from './attribution';
import { candidatesOf, type Candidate, type Scene } from './candidates';
import type { Cue, Subject } from './clauses';
import { clauseContent } from './content';
import { withSecondOpinion } from './opinion';
import { rank, type Choice } from './score';
import { statementsOf, type Statement } from './statements';
import { timeIn, venueIn } from './venue';

/** What the engine knows of one attribution before speakers are values. */
interface Draft {
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
  readonly quotations: readonly Quotation[];
  readonly cueLemma: string;
  readonly paragraph: number;
  /** The draft whose act of speech this one goes on with. */
  readonly continues?: Draft;
  /** Replaces the draft of the same cue, whose statement holds this quotation as well. */
  readonly again?: boolean;
}

export interface Attributed {
  readonly quotations: Quotation[];
  readonly attributions: Attribution[];
  readonly speakers: Speaker[];
}

/** Who said what: ties quotations and reported statements to speakers, from the top of the article to its end. */
export function attribute(scene: Scene, agencies: readonly AgencyMention[]): Attributed {
  const { article, quotations } = scene;
  const choices = quotations.map((quotation, q) =>
    isSpoken(quotation) || isDoubtful(quotation)
      ? rank(withSecondOpinion(scene, q, candidatesOf(scene, q)))
      : undefined,
  );
  const discourse = new Discourse(article, agencies);
  const drafts: Draft[] = [];
  const byQuotation = new Map<number, Draft>();
  let q = 0;
  for (const paragraph of article.paragraphs) {
    const from = q;
    while (q < quotations.length && quotations[q].paragraphs[0] === paragraph.index) q++;
    readParagraph(scene, paragraph, from, q, choices, discourse, drafts, byQuotation);
  }
  linkForward(scene, choices, byQuotation, drafts);
  const kinds = new Map<Quotation, Quotation>();
  const settled = quotations.map((quotation, i) => settle(quotation, byQuotation.has(i), choices[i], kinds));
  return publish(drafts, settled, kinds, discourse, agencies, article);
}

/** Speech and partial quotations want a source; a scare quotation turns out partial where one is in reach. */
const isSpoken = ({ kind }: Quotation): boolean => kind === 'speech' || kind === 'partial';
const isDoubtful = ({ kind }: Quotation): boolean => kind === 'scare';

function readParagraph(
  scene: Scene,
  paragraph: Paragraph,
  from: number,
  to: number,
  choices: readonly (readonly Choice[] | undefined)[],
  discourse: Discourse,
  drafts: Draft[],
  byQuotation: Map<number, Draft>,
): void {
  const { quotations } = scene;
  const mentions = mentionsOf(paragraph.prose);
  const quoted = (offset: number): boolean => {
    for (let i = Math.max(0, from - 2); i < to; i++)
      for (const { start, end } of quotations[i].spans) if (start <= offset && offset < end) return true;
    return false;
  };
  let open = from;
  while (open > 0 && quotations[open - 1].paragraphs.includes(paragraph.index)) open--;
  const voices = statementsOf(scene, paragraph, quotations.slice(open, to));
  // what a quotation's own choice tells better is left to it
  const statements = voices.filter((statement) =>
    statement.quotations.every(
      (quotation) =>
        takes(statement, quotation) ||
        (choices[quotations.indexOf(quotation)]?.[0].candidate.type ?? 'none') === 'none',
    ),
  );
  // sources are resolved in the order of the text, so that "he" sees what stands before it and not what comes after
  interface Event {
    readonly at: number;
    readonly run: () => void;
  }
  const events: Event[] = [];
  paragraph.prose.sentences.forEach(({ start }) =>
    events.push({ at: paragraph.start + start - 0.5, run: () => discourse.nextSentence() }),
  );
  mentions.forEach((mention, index) => {
    const at = paragraph.start + mention.start;
    if (mention.kind === 'pronoun' || quoted(at)) return;
    const subject =
      paragraph.prose.sentences.some(({ start }) => Math.abs(mention.start - start) < 2) ||
      scene.cues[paragraph.index].some(({ subjects }) => subjects[0]?.mention === index);
    events.push({ at: at + 0.25, run: () => discourse.pass(paragraph.index, index, subject) });
  });
  for (let i = from; i < to; i++) {
    const choice = choices[i]?.[0];
    if (!choice || choice.candidate.type === 'none') continue;
    if (statements.some((statement) => takes(statement, quotations[i]))) continue;
    const { candidate } = choice;
    const sourceAt = candidate.subject
      ? scene.article.paragraphs[candidate.paragraph].start + candidate.subject.span.start
      : quotations[i].spans[0].start;
    const at = candidate.paragraph === paragraph.index ? sourceAt : quotations[i].spans[0].start;
    events.push({
      at: candidate.link === undefined ? at : quotations[i].spans[0].start + 0.5,
      run: () => {
        const draft = draftQuotation(scene, i, choices[i]!, discourse, byQuotation, voices);
        if (!draft) return;
        if (draft.again) replaceDraft(draft, drafts, byQuotation);
        else drafts.push(draft);
        byQuotation.set(i, draft);
        if (draft.entity) discourse.spoke(draft.entity, paragraph.index);
      },
    });
  }
  for (const statement of statements) {
    events.push({
      at: statement.source.length ? statement.source[0].start : (statement.cue[0]?.start ?? statement.content[0].start),
      run: () => {
        const draft = draftStatement(paragraph, statement, discourse);
        drafts.push(draft);
        for (const quotation of statement.quotations) byQuotation.set(quotations.indexOf(quotation, from), draft);
        if (draft.entity) discourse.spoke(draft.entity, paragraph.index);
      },
    });
  }
  events.sort((a, b) => a.at - b.at);
  for (const { run } of events) run();
}

function replaceDraft(draft: Draft, drafts: Draft[], byQuotation: Map<number, Draft>): void {
  const at = drafts.findLastIndex(({ cue }) => cue.length > 0 && cue === draft.cue);
  const old = drafts[at];
  drafts[at] = draft;
  for (const [index, other] of byQuotation) if (other === old) byQuotation.set(index, draft);
}

/** A fragment in a reported clause belongs to the statement: the tagger knows where the clause begins and ends. */
const takes = (statement: Statement, quotation: Quotation): boolean =>
  quotation.kind !== 'speech' &&
  statement.source.length > 0 &&
  statement.confidence >= SURE &&
  statement.quotations.includes(quotation);

/** The least certainty of the tagger's for a fragment to be its own. */
const SURE = 0.3;

/** A quotation without a cue of its own whose speaker is another's. */
function followOn(head: Draft, quotation: Quotation, probability: number, why: string): Draft {
  return {
    ...head,
    kind: 'direct',
    content: quotation.spans,
    cue: [],
    source: [],
    resolved: undefined,
    certainty: 'inferred',
    confidence: Math.min(probability, head.confidence),
    why,
    quotations: [quotation],
    cueLemma: '',
    paragraph: quotation.paragraphs[0],
    continues: head,
    again: false,
  };
}

/** The draft of a quotation just before `index` that stands with the cue at `cue`. */
function sameCue(byQuotation: ReadonlyMap<number, Draft>, index: number, cue: Span): Draft | undefined {
  for (let q = index - 1; q >= 0 && q >= index - 4; q--) {
    const draft = byQuotation.get(q);
    if (draft?.cue.some((span) => overlap(span, cue) > 0)) return draft;
  }
  return undefined;
}

function draftQuotation(
  scene: Scene,
  index: number,
  ranked: readonly Choice[],
  discourse: Discourse,
  byQuotation: ReadonlyMap<number, Draft>,
  statements: readonly Statement[],
): Draft | undefined {
  const { article, quotations } = scene;
  const [{ candidate, probability }] = ranked;
  const quotation = quotations[index];
  const own = article.paragraphs[quotation.paragraphs[0]];
  if (candidate.link !== undefined) {
    const linked = byQuotation.get(candidate.link);
    if (!linked) return undefined; // a link forward is tied when its end is known
    return followOn(
      linked,
      quotation,
      probability,
      'It follows on from the quotation before it, and nobody else comes between.',
    );
  }
  const subject = candidate.subject;
  if (!subject) return undefined;
  const holder = article.paragraphs[candidate.paragraph];
  const sharing = candidate.cue && sameCue(byQuotation, index, shift(candidate.cue.span, holder.start));
  if (sharing) {
    // two fragments of one clause are one statement; a second utterance goes on with the first
    if (sharing.content.some((span) => overlap(span, quotation.spans[0]) > 0))
      return { ...sharing, again: true, quotations: [...sharing.quotations, quotation] };
    return followOn(sharing, quotation, probability, 'It stands with the same cue as the quotation before it.');
  }
  const resolved = resolveSubject(discourse, holder, subject);
  const cue = candidate.cue ? [shift(candidate.cue.span, holder.start)] : [];
  const mixed = quotation.kind !== 'speech' && candidate.type === 'cue';
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
  const certainty: Certainty = candidate.type === 'lead-in' ? 'inferred' : resolved?.explicit ? 'explicit' : 'resolved';
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
    quotations: [quotation],
    cueLemma: candidate.cue?.lemma ?? '',
    paragraph: own.index,
  };
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

function draftStatement(paragraph: Paragraph, statement: Statement, discourse: Discourse): Draft {
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
    quotations: statement.quotations,
    cueLemma: statement.lemma,
    paragraph: paragraph.index,
  };
}

/** Quotations whose speaker only the next one names: "…" "…," Ruiz said. Back to front, so that a row of them is tied. */
function linkForward(
  scene: Scene,
  choices: readonly (readonly Choice[] | undefined)[],
  byQuotation: Map<number, Draft>,
  drafts: Draft[],
): void {
  for (let i = choices.length - 1; i >= 0; i--) {
    const choice = choices[i]?.[0];
    if (choice?.candidate.link === undefined || byQuotation.has(i)) continue;
    const linked = byQuotation.get(choice.candidate.link);
    if (!linked) continue;
    const quotation = scene.quotations[i];
    const ahead = choice.candidate.link > i;
    const draft = followOn(
      linked,
      quotation,
      choice.probability,
      ahead
        ? 'The quotation beside it has this speaker and no narrator stands between.'
        : 'It follows on from the quotation before it.',
    );
    byQuotation.set(i, draft);
    drafts.push(draft);
  }
}

/** A fragment with a source is partial, one without is a mark of distance. */
function settle(
  quotation: Quotation,
  attributed: boolean,
  choice: readonly Choice[] | undefined,
  kinds: Map<Quotation, Quotation>,
): Quotation {
  void choice;
  let result = quotation;
  if (quotation.kind === 'scare' && attributed) result = { ...quotation, kind: 'partial', why: 'a source in reach' };
  else if (quotation.kind === 'partial' && !attributed)
    result = { ...quotation, kind: 'scare', why: 'no source in reach' };
  kinds.set(quotation, result);
  return result;
}

function publish(
  drafts: readonly Draft[],
  quotations: Quotation[],
  kinds: ReadonlyMap<Quotation, Quotation>,
  discourse: Discourse,
  agencies: readonly AgencyMention[],
  article: Article,
): Attributed {
  const agenciesIn = byParagraph(agencies);
  const speakers = discourse.speakers();
  const published = new Map<Draft, Attribution>();
  const make = (draft: Draft): Attribution => {
    const known = published.get(draft);
    if (known) return known;
    const around = contextOf(article, draft);
    const speaker = draft.entity ? (speakers.get(draft.entity) ?? null) : null;
    const attribution: Attribution = {
      kind: draft.kind,
      content: draft.content,
      cue: draft.cue,
      source: draft.source,
      mention: draft.resolved?.mention,
      speaker,
      certainty: draft.certainty,
      confidence: draft.confidence,
      reason: { text: draft.why, evidence: draft.evidence },
      alternatives: draft.others.flatMap((entity) => speakers.get(entity) ?? []),
      venue: venueIn(around),
      time: timeIn(around),
      via: draft.cue.length ? relays(draft, agenciesIn(draft.paragraph), speaker) : [],
      quotations: draft.quotations.map((quotation) => kinds.get(quotation) ?? quotation),
      cueLemma: draft.cueLemma,
      paragraph: draft.paragraph,
      continues: draft.continues && make(draft.continues),
    };
    published.set(draft, attribution);
    return attribution;
  };
  const attributions = drafts.map(make).sort((a, b) => startOf(a) - startOf(b));
  const list = [...new Set(speakers.values())].sort((a, b) => a.mentions[0].start - b.mentions[0].start);
  return { quotations, attributions, speakers: list };
}

const startOf = ({ content, cue, source }: Attribution): number =>
  Math.min(...[...content, ...cue, ...source].map(({ start }) => start));

/** The narrator's words of the sentence around the cue. */
function contextOf(article: Article, draft: Draft): string {
  const anchor = draft.cue[0] ?? draft.source[0];
  if (!anchor) return '';
  const holder = paragraphAt(article, anchor.start);
  const paragraph = holder && holds(holder, anchor) ? holder : article.paragraphs[draft.paragraph];
  const at = anchor.start - paragraph.start;
  const sentence = paragraph.prose.sentences.find(({ start, end }) => start <= at && at < end);
  if (!sentence) return '';
  let text = paragraph.prose.text.slice(sentence.start, sentence.end);
  for (const { start, end } of draft.content) {
    const from = Math.max(0, start - paragraph.start - sentence.start);
    const to = Math.min(text.length, end - paragraph.start - sentence.start);
    if (to > from) text = text.slice(0, from) + ' '.repeat(to - from) + text.slice(to);
  }
  return text;
}

/** Agencies of the sentence to whom it was said or who carried it. */
function relays(draft: Draft, agencies: readonly AgencyMention[], speaker: Speaker | null): AgencyMention[] {
  if (speaker?.type === 'agency') return [];
  const cue = hull(draft.cue);
  return agencies.filter(
    (mention) => mention.use === 'citation' && mention.start >= cue.end && mention.start - cue.end < 60,
  );
}
