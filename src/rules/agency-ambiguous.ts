import type { AgencyMention } from '../agencies/agency';
import type { Paragraph } from '../article/article';
import type { Span } from '../article/span';
import type { Carry } from './carry';
import { compared, spanAt, type Compared, type Place } from './places';
import type { Rule } from './rule';
import { agenciesIn, nameWithTag, spelledOut } from './sources/agencies';

export const agencyAmbiguous: Rule = {
  id: 'agency-ambiguous',
  severity: 'hint',
  description: 'A tag that agencies share, or that is also a word, is cited and never spelled out.',
  *check(analysis, report, _options, carry: Carry<Compared<Named, readonly Place<Named>[]>>) {
    const of = (paragraph: Paragraph): readonly Named[] =>
      agenciesIn(analysis, paragraph).map((mention) => ({
        agency: mention.agency,
        alternatives: mention.alternatives,
        unmistakable: mention.unmistakable,
        ambiguous: isAmbiguous(mention),
        start: mention.start - paragraph.start,
        end: mention.end - paragraph.start,
      }));
    for (const place of yield* compared(analysis, carry, { of, same }, compare)) {
      const { agency, alternatives } = place.item;
      const { start, end } = spanAt(analysis, place, place.item);
      const tag = analysis.article.text.slice(start, end);
      report({
        start,
        end,
        message: alternatives.length
          ? `${tag}: which one? ${[agency, ...alternatives].map(spelledOut).join(', or ')}`
          : `${tag}: spell it out once, ${nameWithTag(agency)}`,
        data: [agency, ...alternatives].map(spelledOut),
      });
    }
  },
  fixes: ({ start, end, data }) =>
    isNames(data)
      ? data.map((name) => ({
          title: `Write ${name}`,
          edits: [{ start, end, text: name }],
          preferred: data.length === 1,
        }))
      : [],
};

const isNames = (data: unknown): data is AgencyMention['agency']['name'][] => Array.isArray(data);

/** An agency as the copy names it; offsets from where the paragraph starts. */
interface Named extends Span, Pick<AgencyMention, 'agency' | 'alternatives' | 'unmistakable'> {
  /** Whether the tag that is cited may be another's, or is also a word. */
  readonly ambiguous: boolean;
}

function isAmbiguous({ agency, alternatives, use, anaphoric, unmistakable }: AgencyMention): boolean {
  if (use !== 'citation' || anaphoric || unmistakable) return false;
  return alternatives.length > 0 || agency.alsoA === 'word' || agency.alsoA === 'name';
}

function same(a: Named, b: Named): boolean {
  return (
    a.agency === b.agency &&
    a.unmistakable === b.unmistakable &&
    a.ambiguous === b.ambiguous &&
    a.alternatives.length === b.alternatives.length &&
    a.alternatives.every((one, i) => one === b.alternatives[i])
  );
}

/** Of each agency that the article nowhere spells out, the first ambiguous tag. */
function compare(all: readonly Place<Named>[]): readonly Place<Named>[] {
  const done = new Set<string>();
  for (const { item } of all) if (item.unmistakable) done.add(item.agency.id);
  return all.filter(({ item: { agency, ambiguous } }) => {
    if (!ambiguous || done.has(agency.id)) return false;
    done.add(agency.id);
    return true;
  });
}
