import type { Paragraph } from '../article/article';
import type { Prose } from '../article/prose';
import { holds, lowerBound, overlap, shift } from '../article/span';
import type { Discourse } from '../people/discourse';
import { mentionsOf } from '../people/mentions';
import type { Page } from '../people/page';
import type { Scene } from './candidate';
import { isClause } from './reported-clauses';
import { draftQuotation, draftStatement, type Draft } from './drafts';
import type { Choice } from './score';
import { statementsOf, type Statement } from './statements';
import type { Quotation } from '../quotations/quotation';

/** What the reading of one paragraph found: drafts in the order of the copy. */
export interface Reading {
  readonly page: Page;
  readonly drafts: readonly Draft[];
  /** The draft of each quotation that has one, by index as when it was read. */
  readonly byQuotation: ReadonlyMap<number, Draft>;
  /** Drafts of quotations that begin here and have their speaker from a later one, by index as when it was read. */
  forward?: Map<number, { readonly draft: Draft; readonly apart: number }>;
}

/** The draft of quotation `q` in what was read so far; where several paragraphs have one, that of the last. */
export function draftIn(readings: readonly Reading[], { paragraphs }: Quotation, q: number): Draft | undefined {
  for (let i = paragraphs.length - 1; i >= 0; i--) {
    if (i + 1 < paragraphs.length && paragraphs[i] === paragraphs[i + 1]) continue;
    const reading = paragraphs[i] < readings.length ? readings[paragraphs[i]] : undefined;
    const draft = reading?.byQuotation.get(q - reading.page.quotations);
    if (draft) return draft;
  }
  return undefined;
}

/**
 * Reads a paragraph as a reader does who has read all before it. `from` and `to` (exclusive) are the quotations that
 * begin in it; `earlier` finds the draft of one that began before.
 */
export function readParagraph(
  scene: Scene,
  paragraph: Paragraph,
  from: number,
  to: number,
  choices: readonly (Choice | undefined)[],
  discourse: Discourse,
  earlier: (quotation: number) => Draft | undefined,
): Reading {
  const page = discourse.open(paragraph.index, from);
  const drafts: Draft[] = [];
  const byQuotation = new Map<number, Draft>();
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
  const choiceOf = (quotation: Quotation): Choice | undefined => choices[quotations.indexOf(quotation, open)];
  const statements = voices
    .map((statement) =>
      statement.quotations.length === 0
        ? statement
        : withoutSpeech(withoutGoverned(statement, paragraph, choiceOf), paragraph, choiceOf),
    )
    .filter(
      (statement) =>
        (statement.source.length > 0 || statement.quotations.length === 0) &&
        statement.quotations.every(
          (quotation) => takes(statement, quotation) || (choiceOf(quotation)?.candidate.type ?? 'none') === 'none',
        ),
    );
  // sources are resolved in the order of the text, so that "he" sees what stands before it and not what comes after
  interface Event {
    readonly at: number;
    readonly run: () => void;
  }
  const events: Event[] = [];
  const { sentences } = paragraph.prose;
  const subjects = new Set<number | undefined>();
  for (const cue of scene.cues[paragraph.index]) subjects.add(cue.subjects.at(0)?.mention);
  let sentence = 0;
  let passed = 0;
  /** Goes on to what stands at offset `at`: past sentences that begin there or before, and mentions that begin before. */
  const goTo = (at: number): void => {
    for (;;) {
      const next = sentence < sentences.length ? paragraph.start + sentences[sentence].start : Infinity;
      const begins = passed < mentions.length ? paragraph.start + mentions[passed].start : Infinity;
      if (next <= begins) {
        if (sentence === sentences.length || next - 0.5 > at) return;
        sentence++;
        discourse.memory.nextSentence();
        continue;
      }
      if (begins >= at) return;
      const index = passed++;
      if (mentions[index].kind === 'pronoun' || quoted(begins)) continue;
      const subject = subjects.has(index) || beginsSentence(sentences, mentions[index].start);
      discourse.pass(paragraph.index, index, subject);
    }
  };
  for (let i = from; i < to; i++) {
    const choice = choices[i];
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
        const draft = draftQuotation(
          scene,
          i,
          choice,
          discourse,
          page,
          (q) => byQuotation.get(q) ?? earlier(q),
          voices,
        );
        if (!draft) return;
        byQuotation.set(i, draft);
        if (draft.replaces) replace(draft, drafts, byQuotation);
        else drafts.push(draft);
        if (draft.entity) discourse.spoke(draft.entity, paragraph.index, !isAgent(scene, draft));
      },
    });
  }
  for (const statement of statements) {
    const inside = statement.quotations.map((quotation) => quotations.indexOf(quotation, open));
    events.push({
      at: statement.source.length ? statement.source[0].start : (statement.cue[0]?.start ?? statement.content[0].start),
      run: () => {
        const draft = draftStatement(paragraph, statement, inside, discourse, page);
        drafts.push(draft);
        for (const index of inside) byQuotation.set(index, draft);
        if (draft.entity) discourse.spoke(draft.entity, paragraph.index, !isAgent(scene, draft));
      },
    });
  }
  events.sort((a, b) => a.at - b.at);
  for (const { at, run } of events) {
    goTo(at);
    run();
  }
  goTo(Infinity);
  discourse.memory.close();
  return { page, drafts, byQuotation };
}

/** Whether a sentence begins at `offset`, or a mark or blank before or behind it. */
function beginsSentence(sentences: Prose['sentences'], offset: number): boolean {
  const at = lowerBound(sentences, ({ start }) => start < offset - 1);
  return at < sentences.length && sentences[at].start <= offset + 1;
}

/** A fragment in a reported clause belongs to the statement: the tagger knows where the clause begins and ends. */
const takes = (statement: Statement, quotation: Quotation): boolean =>
  quotation.kind !== 'speech' &&
  statement.source.length > 0 &&
  statement.confidence >= SURE &&
  statement.quotations.includes(quotation);

/**
 * The statement without the fragments that a cue inside its content governs: in "Roe said the plan was mad when Hill
 * called it “brave”", the words in marks are Hill's.
 */
function withoutGoverned(
  statement: Statement,
  paragraph: Paragraph,
  choiceOf: (quotation: Quotation) => Choice | undefined,
): Statement {
  const isGoverned = (quotation: Quotation): boolean => {
    const choice = choiceOf(quotation);
    const cue = choice?.candidate.cue;
    // "Roe said she knew that it was “brave”": what Roe knows, Roe said
    if (cue?.cueClass === 'mental' || cue?.cueClass === 'weak') return false;
    if (
      !cue ||
      !choice.candidate.subject ||
      choice.probability < SURE ||
      choice.candidate.paragraph !== paragraph.index
    )
      return false;
    const at = shift(cue.span, paragraph.start);
    return at.end <= quotation.spans[0].start && statement.content.some((span) => holds(span, at));
  };
  const quotations = statement.quotations.filter((quotation) => !isGoverned(quotation));
  return quotations.length === statement.quotations.length ? statement : { ...statement, quotations };
}

/**
 * The statement without speech that stands beside its clause and has a source of its own: `Roe admitted she was late.
 * "It rained."`; as it is where all of it is speech.
 */
function withoutSpeech(
  statement: Statement,
  { start, prose }: Paragraph,
  choiceOf: (quotation: Quotation) => Choice | undefined,
): Statement {
  const beside = statement.quotations.filter(
    (quotation) => quotation.kind === 'speech' && (choiceOf(quotation)?.candidate.type ?? 'none') !== 'none',
  );
  const content = statement.content.filter((span) =>
    beside.every(({ spans }) => spans.every((part) => overlap(span, part) === 0)),
  );
  const [first] = content;
  const isBeside =
    beside.length > 0 &&
    content.length === 1 &&
    statement.cue.some((cue) => isClause(prose, shift(cue, -start), shift(first, -start)));
  if (!isBeside) return statement;
  return { ...statement, content, quotations: statement.quotations.filter((quotation) => !beside.includes(quotation)) };
}

/** The least certainty of the tagger's for a fragment to be its own. */
const SURE = 0.5;

/** Puts a draft that holds one more quotation in the place of the one that it grew from. */
function replace(draft: Draft, drafts: Draft[], byQuotation: Map<number, Draft>): void {
  drafts[drafts.indexOf(draft.replaces!)] = draft;
  for (const index of draft.quotations) byQuotation.set(index, draft);
}

/** "told by the defendant": the agent of a passive is no subject that a later "he" would go back to. */
const isAgent = ({ article }: Scene, { source }: Draft): boolean =>
  source.length > 0 && /\bby\s$/.test(article.text.slice(Math.max(0, source[0].start - 4), source[0].start));
