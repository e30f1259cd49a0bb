import type { Paragraph } from '../article/article';
import { lowerBound } from '../article/span';
import { mentionsOf } from '../people/mentions';
import { bucket, family, type Candidate, type Scene, type Setting } from './candidate';
import type { Subject } from './clauses';

const DISTANCE = family`cue ${'where'} dist=${'dist'}`;
const DISTANCE_OF_KIND = family`cue ${'where'} dist=${'dist'} ${'kind'}`;
const HOW = family`cue ${'where'} how=${'how'}`;
const ENDING = family`cue ${'side'} ending=${'ending'} ${'dist'}`;
const OPENING = family`cue ${'side'} opening=${'opening'} ${'dist'}`;
const OTHERS = family`cue others=${'others'} ${'where'}`;
const RIVALS = family`cue rivals=${'rivals'} ${'where'}`;
const CLASS = family`cue class=${'class'}`;
const CLASS_AT = family`cue class=${'class'} ${'where'} ${'close'}`;
const RIVALS_OF_RELAY = family`cue to rivals=${'rivals'} ${'side'}`;
const LEMMA = family`cue lemma=${'lemma'}`;
const FORM = family`cue form=${'form'}${'voice'}${'to'}`;
const WHO = family`cue who=${'who'}`;
const WHO_AT = family`cue who=${'who'} ${'side'}`;
const RANK = family`cue rank=${'rank'}`;
const SHARED = family`cue shared=${'clue'}`;
const SHARED_FORM = family`cue shared=${'clue'} ${'form'}`;
const KIND = family`cue ${'kind'} ${'class'}`;

/** Adds the cues of paragraph `p` with each of their subjects. Tells whether one stands near. */
export function addCues(scene: Scene, s: Setting, p: number, out: Candidate[]): boolean {
  let isNear = false;
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
  for (const cue of cues) {
    const side = cue.span.end <= start ? 'B' : cue.span.start >= end ? 'A' : 'I';
    const gap = side === 'B' ? firstWord - cue.endWord : side === 'A' ? cue.firstWord - endWord : 0;
    if (gap > 45) continue;
    // what stands between the cue and the marks
    const [from, to] = side === 'B' ? [cue.span.end, start] : [end, cue.span.start];
    const others = side === 'I' ? 0 : quotationsBetween(scene, s, p, from, to);
    let rivals = 0;
    if (side !== 'I')
      for (const other of cues)
        if (other !== cue && !other.infinitive && other.span.start >= from && other.span.end <= to) rivals++;
    const same = cue.sentence >= quoteSentences[0] && cue.sentence <= quoteSentences[1];
    const subjects: readonly (Subject | undefined)[] = cue.subjects.length ? cue.subjects : [undefined];
    for (let rank = 0; rank < subjects.length && rank < MOST_SUBJECTS; rank++) {
      const subject = subjects[rank];
      const mention = subject && subject.mention >= 0 ? mentions[subject.mention] : undefined;
      // "was told by Roe": the agent speaks, whom the passive is said of does not
      const agent = cue.passive && subject?.how === 'after';
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
      const where = PLACES[side][same ? 0 : 1];
      const { cueClass, form } = cue;
      const features = ['cue'];
      if (near) {
        features.push('near');
        isNear = true;
      }
      features.push(
        DISTANCE(where, dist),
        DISTANCE_OF_KIND(where, dist, s.kind),
        HOW(where, agent ? 'agent' : (subject?.how ?? 'no')),
        ENDING(side, s.ending, dist),
        OPENING(side, s.opening, dist),
        OTHERS(Math.min(others, 2), where),
        RIVALS(Math.min(rivals, 2), where),
        CLASS(cueClass),
      );
      if (cueClass === 'preposition') {
        features.push(RIVALS_OF_RELAY(Math.min(rivals, 1), side));
        if (rivals > 0) features.push('relay');
      }
      features.push(CLASS_AT(cueClass, where, dist === '0' || dist === '1'));
      if (cueClass !== 'unlisted') features.push(LEMMA(cue.lemma));
      features.push(
        FORM(form, agent ? ' agent' : cue.passive ? ' passive' : '', cue.infinitive ? ' to' : ''),
        WHO(who),
        WHO_AT(mention?.type ?? who, side),
        RANK(rank),
      );
      if (subject?.clue) features.push(SHARED(subject.clue), SHARED_FORM(subject.clue, form));
      features.push(KIND(s.kind, cueClass));
      out.push({ type: 'cue', paragraph: p, cue, subject, features });
    }
  }
  return isNear;
}

/** Subjects of a cue that are candidates at most. */
const MOST_SUBJECTS = 3;

/** Before, after and inside the quotation; in its sentence or not. */
const PLACES = { B: ['B=', 'B/'], A: ['A=', 'A/'], I: ['I=', 'I/'] } as const;

/** Index of the first word that begins at `offset` or later. */
const wordFrom = (words: Paragraph['prose']['words'], offset: number): number =>
  lowerBound(words, ({ start }) => start < offset);

/** The first and the last sentence that hold some of what stands between two offsets. */
function sentencesOf({ prose: { sentences } }: Paragraph, start: number, end: number): readonly [number, number] {
  let first = 0;
  while (first < sentences.length && sentences[first].end <= start) first++;
  let last = first;
  while (last + 1 < sentences.length && sentences[last + 1].start < end) last++;
  return first < sentences.length && sentences[first].start < end ? [first, last] : [0, 0];
}

function quotationsBetween({ article, quotations }: Scene, s: Setting, p: number, from: number, to: number): number {
  const { start } = article.paragraphs[p];
  let count = 0;
  for (const step of [-1, 1])
    for (let q = s.q + step; q >= 0 && q < quotations.length && quotations[q].paragraphs.includes(p); q += step)
      for (const span of quotations[q].spans)
        if (span.start - start >= from && span.end - start <= to) {
          count++;
          break;
        }
  return count;
}
