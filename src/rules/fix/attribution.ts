import type { Analysis } from '../../analysis';
import type { Speaker } from '../../people/speaker';
import type { Quotation } from '../../quotations/quotation';
import type { Fix } from '../rule';
import { nameAt } from './name';

/** How many speakers a quotation's fixes offer. */
const MOST = 5;

/** Speakers who can be offered for a quotation: people first, those named last before it before the others. */
export function likelySpeakers(analysis: Analysis, { spans }: Quotation): Speaker[] {
  const at = spans[0].start;
  const last = ({ mentions }: Speaker): number =>
    mentions.reduce((most, { start }) => (start < at ? Math.max(most, start) : most), -1);
  return analysis.speakers
    .filter(
      ({ type, mentions }) => (type === 'person' || type === 'organisation' || type === 'role') && mentions.length > 0,
    )
    .map((speaker) => ({ speaker, rank: (speaker.type === 'person' ? 1e9 : 0) + last(speaker) }))
    .sort((a, b) => b.rank - a.rank)
    .slice(0, MOST)
    .map(({ speaker }) => speaker);
}

/** Adds `Ana Ruiz said` behind the quotation's last mark; a full stop before that mark becomes a comma. */
export function attributeTo(analysis: Analysis, { spans }: Quotation, speaker: Speaker): Fix | undefined {
  const { text } = analysis.article;
  const { end } = spans[spans.length - 1];
  const tail = /([.,!?…–—-]?)((?:["'”’»“]|&[a-z]+;)+)$/.exec(text.slice(Math.max(0, end - 24), end));
  if (!tail) return undefined;
  const [, stop, marks] = tail;
  const at = end - marks.length;
  const name = `${nameAt(analysis, speaker, spans[0].start)} said`;
  const title = `Attribute to ${speaker.name}`;
  if (stop === '.')
    return {
      title,
      edits: [{ start: at - 1, end, text: `,${marks} ${name}.` }],
      select: { start: marks.length + 2, end: marks.length + 2 + name.length },
    };
  if (stop === ',' || stop === '') {
    const outside = text[end] === '.' && stop === '';
    const added = `${outside ? ',' : ''} ${name}`;
    return { title, edits: [{ start: end, end, text: outside ? added : `${stop ? '' : ','}${added}.` }] };
  }
  return { title, edits: [{ start: end, end, text: ` ${name}.` }] };
}
