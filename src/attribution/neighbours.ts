import { blanksIn } from '../article/characters';
import { lowerBound } from '../article/span';
import { mentionsOf } from '../people/mentions';
import { hasVerb } from './shared-subjects';
import type { QuotationKind } from '../quotations/quotation';
import { bucket, family, type Candidate, type Scene, type Setting } from './candidate';

/** So many quotations back is looked for the one that a quotation may follow. */
export const FOLLOWS = 3;

const FOLLOW = family`follow ${'d'}`;
const FOLLOW_GAP = family`follow ${'d'} gap=${'gap'}`;
const FOLLOW_BETWEEN = family`follow ${'d'} cues=${'cues'} names=${'names'}`;
const FOLLOW_KINDS = family`follow ${'d'} ${'kind'} ${'kind'}`;
const FOLLOW_STOPPED = family`follow ${'d'} stopped=${'stopped'} opening=${'opening'}`;
const FOLLOW_ENDING = family`follow ${'d'} ending=${'ending'}`;
const FOLLOW_ENDS = family`follow ${'d'} ends=${'ends'}`;
const FOLLOW_OPEN = family`follow open=${'open'} ${'d'}`;
const FOLLOW_ALONE = family`follow ${'d'} alone=${'alone'} ${'kind'}`;
const NEXT_TOUCHING = family`next p${'distance'} touching=${'touching'}`;
const NEXT_KINDS = family`next p${'distance'} ${'kind'}${'kind'}`;
const NEXT_ENDING = family`next p${'distance'} ending=${'ending'} opens=${'opens'}`;
const NEXT_GAP = family`next gap=${'gap'}`;
const NEXT_ALONE = family`next p${'distance'} alone=${'alone'} cued=${'cued'}`;
const LEAD_OWN = family`lead-in own=${'own'}`;
const LEAD_WHO = family`lead-in own=${'own'} who=${'kind'}/${'type'}`;
const LEAD_FIRST = family`lead-in own=${'own'} first=${'first'}`;
const LEAD_ENDS = family`lead-in own=${'own'} ends=${'ends'}`;
const LEAD_ENDING = family`lead-in own=${'own'} ending=${'ending'}`;
const LEAD_ACTS = family`lead-in own=${'own'} ends=${'ends'} ${'act'}`;
const ACT = family`${'kind'} acts=${'acts'}`;

/** More blanks than this are all the same, see `bucket`. */
const FAR = 31;

/** Whether what somebody said in a quotation of that kind may go on in the next. */
export const mayGoOn = (kind: QuotationKind): boolean => kind === 'speech' || kind === 'partial';

/** The quotation before, whose speaker may go on. */
export function addFollow(scene: Scene, s: Setting, out: Candidate[]): void {
  const { quotations, article, cues } = scene;
  for (let q = s.q - 1; q >= 0 && q >= s.q - FOLLOWS; q--) {
    const before = quotations[q];
    if (!mayGoOn(before.kind)) continue;
    const p = before.paragraphs[before.paragraphs.length - 1];
    const distance = s.first.index - p;
    if (distance > 2) return;
    const from = before.spans[before.spans.length - 1].end;
    const gap = article.text.slice(from, s.start);
    const origin = article.paragraphs[p].start;
    let cuesBetween = 0;
    for (const { span, infinitive } of cues[p])
      if (!infinitive && origin + span.start >= from && origin + span.end <= s.start) cuesBetween++;
    let names = 0;
    if (distance === 0)
      for (const { kind, start, end } of mentionsOf(s.first.prose))
        if (kind !== 'pronoun' && origin + start >= from && origin + end <= s.start) names++;
    const stopped = /[.!?]["”’)]*\s*$/.test(gap) || /^\s*$/.test(gap);
    const d = DISTANCES[distance];
    out.push({
      type: 'follow',
      paragraph: s.first.index,
      link: q,
      features: [
        'follow',
        FOLLOW(d),
        FOLLOW_GAP(d, bucket(blanksIn(gap, FAR))),
        FOLLOW_BETWEEN(d, Math.min(cuesBetween, 2), Math.min(names, 2)),
        FOLLOW_KINDS(d, s.kind, before.kind),
        FOLLOW_STOPPED(d, stopped, s.opening),
        FOLLOW_ENDING(d, s.ending),
        FOLLOW_ENDS(d, s.endsParagraph),
        FOLLOW_OPEN(!before.closed, d),
        FOLLOW_ALONE(d, s.opensParagraph && s.endsParagraph, before.kind),
      ],
    });
    return;
  }
}

/** In paragraphs. */
const DISTANCES = ['p0', 'p1', 'p2'];

/** The quotation after, whose speaker may have begun here. */
export function addNext(scene: Scene, s: Setting, out: Candidate[]): void {
  const { quotations, article } = scene;
  const next = quotations[s.q + 1];
  if (!next || !mayGoOn(next.kind)) return;
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
      NEXT_TOUCHING(distance, touching),
      NEXT_KINDS(distance, s.kind, next.kind),
      NEXT_ENDING(distance, s.ending, s.opensParagraph),
      NEXT_GAP(bucket(blanksIn(gap, FAR))),
      NEXT_ALONE(distance, alone, cued),
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
      LEAD_OWN(own),
      LEAD_WHO(own, mention.kind, mention.type ?? ''),
      LEAD_FIRST(own, mention.start - sentence.start < 3),
      LEAD_ENDS(own, s.endsParagraph),
      LEAD_ENDING(own, s.ending),
      LEAD_ACTS(own, s.endsParagraph, ACT(s.kind, acts)),
    ],
  });
}
