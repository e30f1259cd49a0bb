import type { Paragraph } from '../article/article';
import type { Span } from '../article/span';
import type { Carry } from './carry';
import { compared, spanAt, type Compared, type Place } from './places';
import type { Rule, TextEdit } from './rule';
import { agenciesIn } from './sources/agencies';

/** An agency as it is written; offsets from where the paragraph starts. */
interface Written extends Span {
  readonly id: string;
  readonly written: string;
  /** Its name now, where it is written by one that it no longer has. */
  readonly current?: string;
}

interface Variant {
  readonly place: Place<Written>;
  readonly instead: string;
}

export const agencyNameVariant: Rule = {
  id: 'agency-name-variant',
  severity: 'hint',
  description: 'An agency is written in two ways, or by a name that it no longer has.',
  *check(analysis, report, _options, carry: Carry<Compared<Written, readonly Variant[]>>) {
    const { text } = analysis.article;
    const of = (paragraph: Paragraph): readonly Written[] =>
      agenciesIn(analysis, paragraph).flatMap(({ start, end, agency, anaphoric, use, why }) => {
        // credits follow the picture desk's form, quotations the speaker's
        if (anaphoric || use === 'credit' || why === 'named inside quotation marks') return [];
        const written = text.slice(start, end);
        const current = agency.obsolete?.[written.replace(/\s+/g, ' ')];
        return [{ id: agency.id, written, current, start: start - paragraph.start, end: end - paragraph.start }];
      });
    for (const { place, instead } of yield* compared(analysis, carry, { of, same }, variants))
      report({
        ...spanAt(analysis, place, place.item),
        message: `${place.item.written}: write ${instead}`,
        data: instead,
      });
  },
  fixes: (finding) => {
    if (typeof finding.data !== 'string') return [];
    const edit: TextEdit = { start: finding.start, end: finding.end, text: finding.data };
    return [{ title: `Write ${finding.data}`, edits: [edit], preferred: true, safe: true }];
  },
};

const plain = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
const same = (a: Written, b: Written): boolean => a.id === b.id && a.written === b.written;

function variants(all: readonly Place<Written>[]): Variant[] {
  const found: Variant[] = [];
  const first = new Map<string, string>();
  for (const place of all) {
    const { id, written, current } = place.item;
    if (current) {
      found.push({ place, instead: current });
      continue;
    }
    const key = `${id} ${plain(written)}`;
    const before = first.get(key);
    if (before === undefined) first.set(key, written);
    else if (before !== written && before.replace(/\s+/g, ' ') !== written.replace(/\s+/g, ' '))
      found.push({ place, instead: before });
  }
  return found;
}
