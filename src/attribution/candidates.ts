import { lowerBound } from '../article/span';
import type { Article, Paragraph } from '../article/article';
import { mentionsOf } from '../people/mentions';
import type { Marks, Quotation } from '../quotations/quotation';
import type { Cue, Subject } from './clauses';
import type { House } from './house';

/**
 * Where a quotation's speaker may come from. `cue`: a reporting verb with its subject. `colon`: "Ruiz: “…”". `dash`:
 * "“…” – Ruiz". `follow`: the quotation before, whose speaker goes on. `next`: the quotation after. `lead-in`: the
 * subject of the sentence before. `none`: nobody.
 */
export type CandidateType = 'cue' | 'colon' | 'dash' | 'by' | 'follow' | 'next' | 'lead-in' | 'none' | 'tagged';

export interface Candidate {
  readonly type: CandidateType;
  readonly paragraph: number;
  readonly cue?: Cue;
  readonly subject?: Subject;
  /** Index of the quotation that this one follows or precedes. */
  readonly link?: number;
  readonly features: readonly string[];
}

/** What the choice of candidates reads: all relative to its paragraph but quotations. */
export interface Scene {
  readonly article: Article;
  /** By paragraph. */
  readonly marks: readonly Marks[];
  readonly quotations: readonly Quotation[];
  /** By paragraph. */
  readonly cues: readonly (readonly Cue[])[];
  /** Indexes of paragraphs that begin inside a quotation. */
  readonly openAt: ReadonlySet<number>;
  readonly house: House;
}

const bucket = (n: number): string =>
  n <= 0 ? '0' : n === 1 ? '1' : n <= 3 ? '3' : n <= 7 ? '7' : n <= 15 ? '15' : n <= 30 ? '30' : 'far';

/** Words around a quotation that its candidates share. */
interface Setting {
  readonly q: number;
  readonly quotation: Quotation;
  readonly kind: string;
  readonly first: Paragraph;
  readonly last: Paragraph;
  readonly start: number;
  readonly end: number;
  readonly ending: string;
  readonly opening: string;
  readonly opensParagraph: boolean;
  readonly endsParagraph: boolean;
}

/** Every candidate for quotation `q` with its features, `none` last. */
export function candidatesOf(scene: Scene, q: number): Candidate[] {
  const { article, quotations } = scene;
  const quotation = quotations[q];
  const first = article.paragraphs[quotation.paragraphs[0]];
  const last = article.paragraphs[quotation.paragraphs[quotation.paragraphs.length - 1]];
  const { start } = quotation.spans[0];
  const { end } = quotation.spans[quotation.spans.length - 1];
  const firstEnd = quotation.spans[0].end;
  const before = article.text.slice(first.start, start).trimEnd();
  const after = article.text.slice(end, last.end);
  const setting: Setting = {
    q,
    quotation,
    kind: quotation.kind === 'speech' ? 'S' : 'P',
    first,
    last,
    start,
    end,
    ending: ending(article.text.slice(start, firstEnd), article.text.slice(firstEnd, firstEnd + 1)),
    opening: /:$/.test(before)
      ? 'colon'
      : /,$/.test(before)
        ? 'comma'
        : /\bthat$/.test(before)
          ? 'that'
          : before === ''
            ? 'start'
            : /[.!?]["”’)]*$/.test(before)
              ? 'stop'
              : 'open',
    opensParagraph: before === '',
    endsParagraph: /^[\s.,]*$/.test(after),
  };
  const candidates: Candidate[] = [];
  // what a block quote holds is all somebody's words: its cue stands outside
  const paragraphs = quotation.style === 'none' ? [] : [...new Set(quotation.paragraphs)];
  for (const p of paragraphs)
    if (p === paragraphs[0] || p === paragraphs[paragraphs.length - 1]) addCues(scene, setting, p, candidates);
  if (setting.opensParagraph && first.index > 0) addIntroduction(scene, setting, candidates);
  addColonOrDash(scene, setting, candidates);
  addFollow(scene, setting, candidates);
  addNext(scene, setting, candidates);
  addLeadIn(scene, setting, candidates);
  const near = candidates.some(({ type, features }) => type === 'cue' && features.includes('near'));
  const words = quotation.wordCount;
  const size = words <= 1 ? '1' : words <= 3 ? '3' : words <= 6 ? '6' : words <= 15 ? '15' : 'long';
  candidates.push({
    type: 'none',
    paragraph: first.index,
    features: [
      'none',
      `none kind=${quotation.kind}`,
      `none size=${size}`,
      `none near=${near}`,
      `none ending=${setting.ending}`,
      `none opening=${setting.opening}`,
      `none alone=${setting.opensParagraph && setting.endsParagraph}`,
      `none zone=${first.zone}`,
    ],
  });
  return candidates;
}

/** How the quotation's first part ends: comma inside the marks asks for a cue, a full stop does not. */
function ending(text: string, next: string): string {
  const inner = /([,.!?…–—-])["”’'»“]*$/.exec(text)?.[1];
  if (inner === ',') return 'comma';
  if (inner === '?' || inner === '!') return 'ask';
  if (inner) return 'stop';
  return next === ',' ? 'comma' : next === '.' ? 'outer' : 'open';
}

function addCues(scene: Scene, s: Setting, p: number, out: Candidate[]): void {
  const paragraph = scene.article.paragraphs[p];
  const mentions = mentionsOf(paragraph.prose);
  const { words } = paragraph.prose;
  const cues = scene.cues[p];
  const spans = s.quotation.spans.filter((_, i) => s.quotation.paragraphs[i] === p);
  const start = spans[0].start - paragraph.start;
  const end = spans[spans.length - 1].end - paragraph.start;
  const firstWord = wordFrom(words, start);
  const endWord = wordFrom(words, end);
  const quoteSentences = sentencesOf(paragraph, start, end);
  cues.forEach((cue, c) => {
    const side = cue.span.end <= start ? 'B' : cue.span.start >= end ? 'A' : 'I';
    const gap = side === 'B' ? firstWord - cue.endWord : side === 'A' ? cue.firstWord - endWord : 0;
    if (gap > 45) return;
    const others =
      side === 'I'
        ? 0
        : quotationsBetween(scene, s, p, side === 'B' ? cue.span.end : end, side === 'B' ? start : cue.span.start);
    const rivals =
      side === 'I'
        ? 0
        : cues.reduce(
            (n, other, o) =>
              o !== c &&
              !other.infinitive &&
              (side === 'B'
                ? other.span.start >= cue.span.end && other.span.end <= start
                : other.span.start >= end && other.span.end <= cue.span.start)
                ? n + 1
                : n,
            0,
          );
    const same = cue.sentence >= quoteSentences[0] && cue.sentence <= quoteSentences[1];
    const subjects: readonly (Subject | undefined)[] = cue.subjects.length ? cue.subjects : [undefined];
    subjects.slice(0, 3).forEach((subject, rank) => {
      const mention = subject && subject.mention >= 0 ? mentions[subject.mention] : undefined;
      const who = !subject ? 'nobody' : (mention?.kind ?? 'words');
      // between the cue and the marks stands the inverted subject: it is no distance
      const covered =
        subject && subject.how === 'after' && subject.span.start >= cue.span.end && side === 'B'
          ? wordFrom(words, subject.span.end) - cue.endWord
          : 0;
      const toSubject =
        side === 'A' && subject && subject.span.end <= cue.span.start && subject.span.start >= end
          ? Math.max(0, wordFrom(words, subject.span.start) - endWord)
          : gap - covered;
      const dist = bucket(Math.max(0, toSubject));
      const near = same && others === 0 && toSubject <= 3;
      const where = `${side}${same ? '=' : '/'}`;
      out.push({
        type: 'cue',
        paragraph: p,
        cue,
        subject,
        features: [
          'cue',
          ...(near ? ['near'] : []),
          `cue ${where} dist=${dist}`,
          `cue ${where} dist=${dist} ${s.kind}`,
          `cue ${where} how=${subject?.how ?? 'no'}`,
          `cue ${side} ending=${s.ending} ${dist}`,
          `cue ${side} opening=${s.opening} ${dist}`,
          `cue others=${Math.min(others, 2)} ${where}`,
          `cue rivals=${Math.min(rivals, 2)} ${where}`,
          `cue class=${cue.cueClass}`,
          ...(cue.cueClass === 'preposition'
            ? [`cue to rivals=${Math.min(rivals, 1)} ${side}`, ...(rivals > 0 ? ['relay'] : [])]
            : []),
          `cue class=${cue.cueClass} ${where} ${dist === '0' || dist === '1'}`,
          `cue lemma=${cue.lemma}`,
          `cue form=${cue.form}${cue.passive ? ' passive' : ''}${cue.infinitive ? ' to' : ''}`,
          `cue who=${who}`,
          `cue who=${mention?.type ?? who} ${side}`,
          `cue rank=${rank}`,
          `cue ${s.kind} ${cue.cueClass}`,
        ],
      });
    });
  });
}

/** Index of the first word that begins at `offset` or later. */
const wordFrom = (words: Paragraph['prose']['words'], offset: number): number =>
  lowerBound(words, ({ start }) => start < offset);

function sentencesOf({ prose }: Paragraph, start: number, end: number): [number, number] {
  let first = -1;
  let last = 0;
  prose.sentences.forEach((sentence, i) => {
    if (sentence.start < end && sentence.end > start) {
      if (first < 0) first = i;
      last = i;
    }
  });
  return [Math.max(0, first), last];
}

function quotationsBetween({ article, quotations }: Scene, s: Setting, p: number, from: number, to: number): number {
  const { start } = article.paragraphs[p];
  let count = 0;
  for (const step of [-1, 1])
    for (let q = s.q + step; q >= 0 && q < quotations.length && quotations[q].paragraphs.includes(p); q += step)
      if (quotations[q].spans.some((span) => span.start - start >= from && span.end - start <= to)) count++;
  return count;
}

/** A paragraph that ends with a colon introduces the quotation that opens the next. */
function addIntroduction(scene: Scene, s: Setting, out: Candidate[]): void {
  const before = scene.article.paragraphs[s.first.index - 1];
  const colon = /:\s*$/.test(before.prose.text);
  const cues = scene.cues[before.index];
  const last = before.prose.sentences.length - 1;
  for (const cue of cues) {
    if (cue.sentence !== last) continue;
    const subject = cue.subjects[0];
    if (!subject) continue;
    const mention = mentionsOf(before.prose)[subject.mention];
    out.push({
      type: 'cue',
      paragraph: before.index,
      cue,
      subject,
      features: [
        'intro',
        `intro colon=${colon}`,
        `intro colon=${colon} class=${cue.cueClass}`,
        `intro colon=${colon} ending=${s.ending}`,
        `intro who=${mention?.kind ?? 'words'} ${colon}`,
      ],
    });
  }
  if (!colon || out.some(({ features }) => features[0] === 'intro')) return;
  // "Roe made this remark:" has no verb of speech; its subject speaks all the same
  const sentence = before.prose.sentences[last];
  const mentions = mentionsOf(before.prose);
  const at = mentions.findIndex(({ start, kind }) => sentence && start >= sentence.start && kind === 'name');
  if (at < 0) return;
  const { start, end, kind } = mentions[at];
  out.push({
    type: 'lead-in',
    paragraph: before.index,
    subject: { how: 'before', mention: at, span: { start, end } },
    features: ['intro', 'intro colon=true', `intro colon=true ending=${s.ending}`, `intro who=${kind} true`],
  });
}

function addColonOrDash(scene: Scene, s: Setting, out: Candidate[]): void {
  const { first, last } = s;
  const mentions = mentionsOf(first.prose);
  if (s.opening === 'colon') {
    const sentence = first.prose.sentences.findLast(({ start }) => first.start + start < s.start);
    const at = sentence
      ? mentions.findIndex((mention) => mention.start >= sentence.start && first.start + mention.end < s.start)
      : -1;
    if (at >= 0) {
      const gap = first.prose.text.slice(mentions[at].end, s.start - first.start);
      out.push({
        type: 'colon',
        paragraph: first.index,
        subject: { how: 'before', mention: at, span: mentions[at] },
        features: ['colon', `colon direct=${/^\s*:\s*$/.test(gap)}`, `colon who=${mentions[at].kind}`],
      });
    }
  }
  const by = /^\s+by\s+/.exec(scene.article.text.slice(s.end, s.end + 8));
  if (by) {
    const from = s.end - last.start + by[0].length;
    const list = mentionsOf(last.prose);
    const at = list.findIndex((mention) => mention.start >= from && mention.start <= from + 1);
    if (at >= 0)
      out.push({
        type: 'by',
        paragraph: last.index,
        subject: { how: 'after', mention: at, span: list[at] },
        features: ['by', `by ${s.quotation.kind}`, `by who=${list[at].kind}`],
      });
  }
  const label = /^["“‘'«„]\s*(\p{Lu}[\p{Lu} .'’-]{2,40}):\s/u.exec(scene.article.text.slice(s.start, s.start + 60));
  if (label) {
    const start = s.start - first.start + label[0].indexOf(label[1]);
    const span = { start, end: start + label[1].length };
    out.push({
      type: 'colon',
      paragraph: first.index,
      subject: { how: 'before', mention: mentions.findIndex((mention) => mention.start === start), span },
      features: ['label'],
    });
  }
  const tail = /^\s*(?:[–—―]|--?)\s*/.exec(scene.article.text.slice(s.end, last.end));
  const next = scene.article.paragraphs[last.index + 1];
  const ownLine = !tail && next ? /^\s*(?:[–—―]|--?)\s*(?=\S)/.exec(next.prose.text) : null;
  const holder = tail ? last : next;
  const from = tail ? s.end - last.start + tail[0].length : (ownLine?.[0].length ?? 0);
  if (tail || ownLine) {
    const at = mentionsOf(holder.prose).findIndex((mention) => mention.start >= from && mention.start <= from + 3);
    if (at >= 0) {
      const mention = mentionsOf(holder.prose)[at];
      out.push({
        type: 'dash',
        paragraph: holder.index,
        subject: { how: 'after', mention: at, span: mention },
        features: [
          'dash',
          `dash own=${ownLine !== null} short=${holder.prose.words.length < 25}`,
          `dash who=${mention.kind} ends=${holder.prose.words.length - mention.endWord < 12}`,
        ],
      });
    }
  }
}

function addFollow(scene: Scene, s: Setting, out: Candidate[]): void {
  const { quotations, article, cues } = scene;
  for (let q = s.q - 1; q >= 0 && q >= s.q - 3; q--) {
    const before = quotations[q];
    if (before.kind !== 'speech' && before.kind !== 'partial') continue;
    const p = before.paragraphs[before.paragraphs.length - 1];
    const distance = s.first.index - p;
    if (distance > 2) return;
    const from = before.spans[before.spans.length - 1].end;
    const gap = article.text.slice(from, s.start);
    const gapWords = gap.split(/\s+/).length - 1;
    const cuesBetween = cues[p].filter(
      ({ span, infinitive }) =>
        !infinitive &&
        article.paragraphs[p].start + span.start >= from &&
        article.paragraphs[p].start + span.end <= s.start,
    ).length;
    const names =
      distance === 0
        ? mentionsOf(s.first.prose).filter(
            (m) => m.kind !== 'pronoun' && s.first.start + m.start >= from && s.first.start + m.end <= s.start,
          ).length
        : 0;
    const stopped = /[.!?]["”’)]*\s*$/.test(gap) || /^\s*$/.test(gap);
    const d = `p${distance}`;
    out.push({
      type: 'follow',
      paragraph: s.first.index,
      link: q,
      features: [
        'follow',
        `follow ${d}`,
        `follow ${d} gap=${bucket(gapWords)}`,
        `follow ${d} cues=${Math.min(cuesBetween, 2)} names=${Math.min(names, 2)}`,
        `follow ${d} ${s.kind} ${before.kind}`,
        `follow ${d} stopped=${stopped} opening=${s.opening}`,
        `follow ${d} ending=${s.ending}`,
        `follow ${d} ends=${s.endsParagraph}`,
        `follow open=${!before.closed} ${d}`,
      ],
    });
    return;
  }
}

function addNext(scene: Scene, s: Setting, out: Candidate[]): void {
  const { quotations, article } = scene;
  const next = quotations[s.q + 1];
  if (!next || (next.kind !== 'speech' && next.kind !== 'partial')) return;
  const distance = next.paragraphs[0] - s.last.index;
  if (distance > 1) return;
  const gap = article.text.slice(s.end, next.spans[0].start);
  const touching = /^\s*$/.test(gap);
  if (!touching && distance > 0) return;
  out.push({
    type: 'next',
    paragraph: s.first.index,
    link: s.q + 1,
    features: [
      'next',
      `next p${distance} touching=${touching}`,
      `next p${distance} ${s.kind}${next.kind}`,
      `next p${distance} ending=${s.ending} opens=${s.opensParagraph}`,
      `next gap=${bucket(gap.split(/\s+/).length - 1)}`,
    ],
  });
}

/** The subject of the sentence that ends right before a quotation: "Thorsen looks up. “Next.”" */
function addLeadIn(scene: Scene, s: Setting, out: Candidate[]): void {
  if (s.opening !== 'stop' && s.opening !== 'start') return;
  const own = s.opening === 'stop';
  const paragraph = own ? s.first : scene.article.paragraphs[s.first.index - 1];
  if (!paragraph || paragraph.zone === 'headline') return;
  const limit = own ? s.start - paragraph.start : paragraph.prose.text.length;
  const sentence = paragraph.prose.sentences.findLast(({ end }) => end <= limit);
  if (!sentence) return;
  const mentions = mentionsOf(paragraph.prose);
  const at = mentions.findIndex((mention) => mention.start >= sentence.start && mention.end <= sentence.end);
  if (at < 0) return;
  const mention = mentions[at];
  if (
    scene.quotations
      .slice(Math.max(0, s.q - 2), s.q)
      .some(({ spans }) =>
        spans.some(
          (span) => span.start <= paragraph.start + mention.start && paragraph.start + mention.end <= span.end,
        ),
      )
  )
    return;
  out.push({
    type: 'lead-in',
    paragraph: paragraph.index,
    subject: { how: 'before', mention: at, span: mention },
    features: [
      'lead-in',
      `lead-in own=${own}`,
      `lead-in own=${own} who=${mention.kind}/${mention.type ?? ''}`,
      `lead-in own=${own} first=${mention.start - sentence.start < 3}`,
      `lead-in own=${own} ends=${s.endsParagraph}`,
      `lead-in own=${own} ending=${s.ending}`,
    ],
  });
}
