import { lowerBound } from '../article/span';
import { mentionsOf } from '../people/mentions';
import { hasVerb } from './subjects';
import { bucket, type Candidate, type Scene, type Setting } from './candidate';

/** So many quotations back is looked for the one that a quotation may follow. */
export const FOLLOWS = 3;

/** The quotation before, whose speaker may go on. */
export function addFollow(scene: Scene, s: Setting, out: Candidate[]): void {
  const { quotations, article, cues } = scene;
  for (let q = s.q - 1; q >= 0 && q >= s.q - FOLLOWS; q--) {
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
        `follow ${d} alone=${s.opensParagraph && s.endsParagraph} ${before.kind}`,
      ],
    });
    return;
  }
}

/** The quotation after, whose speaker may have begun here. */
export function addNext(scene: Scene, s: Setting, out: Candidate[]): void {
  const { quotations, article } = scene;
  const next = quotations[s.q + 1];
  if (!next || (next.kind !== 'speech' && next.kind !== 'partial')) return;
  const distance = next.paragraphs[0] - s.last.index;
  if (distance > 1) return;
  const gap = article.text.slice(s.end, next.spans[0].start);
  const touching = /^\s*$/.test(gap);
  if (!touching && distance > 0) return;
  const holder = article.paragraphs[next.paragraphs[0]];
  const cued = scene.cues[holder.index].some(
    ({ span, subjects, infinitive }) =>
      !infinitive && subjects.length > 0 && Math.abs(holder.start + span.start - next.spans[0].end) < 40,
  );
  const alone = s.opensParagraph && s.endsParagraph;
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
      `next p${distance} alone=${alone} cued=${cued}`,
    ],
  });
}

/** The subject of the sentence that ends right before a quotation: "Thorsen looks up. “Next.”" */
export function addLeadIn(scene: Scene, s: Setting, out: Candidate[]): void {
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
  // "Thorsen looks up. “Next.”": somebody does something, and the quotation ends the paragraph
  const end = lowerBound(paragraph.prose.words, ({ start }) => start < sentence.end);
  const acts = mention.type !== 'place' && mention.type !== 'document' && hasVerb(paragraph.prose.words, mention, end);
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
      `lead-in own=${own} ends=${s.endsParagraph} ${s.kind} acts=${acts}`,
    ],
  });
}
