import type { Paragraph } from '../article/article';
import { lowerBound } from '../article/span';
import { mentionsOf } from '../people/mentions';
import { bucket, type Candidate, type Scene, type Setting } from './candidate';
import type { Subject } from './clauses';

/** The cues of paragraph `p` with each of their subjects. */
export function addCues(scene: Scene, s: Setting, p: number, out: Candidate[]): void {
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
          `cue ${where} how=${agent ? 'agent' : (subject?.how ?? 'no')}`,
          `cue ${side} ending=${s.ending} ${dist}`,
          `cue ${side} opening=${s.opening} ${dist}`,
          `cue others=${Math.min(others, 2)} ${where}`,
          `cue rivals=${Math.min(rivals, 2)} ${where}`,
          `cue class=${cue.cueClass}`,
          ...(cue.cueClass === 'preposition'
            ? [`cue to rivals=${Math.min(rivals, 1)} ${side}`, ...(rivals > 0 ? ['relay'] : [])]
            : []),
          `cue class=${cue.cueClass} ${where} ${dist === '0' || dist === '1'}`,
          ...(cue.cueClass === 'unlisted' ? [] : [`cue lemma=${cue.lemma}`]),
          `cue form=${cue.form}${agent ? ' agent' : cue.passive ? ' passive' : ''}${cue.infinitive ? ' to' : ''}`,
          `cue who=${who}`,
          `cue who=${mention?.type ?? who} ${side}`,
          `cue rank=${rank}`,
          ...(subject?.clue ? [`cue shared=${subject.clue}`, `cue shared=${subject.clue} ${cue.form}`] : []),
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
