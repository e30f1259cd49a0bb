import type { AgencyMention } from '../agencies/agency';
import type { Analysis } from '../analysis';
import type { Rule, TextEdit } from './rule';

interface Variant {
  readonly mention: AgencyMention;
  readonly written: string;
  readonly instead: string;
}

export const agencyNameVariant: Rule = {
  id: 'agency-name-variant',
  severity: 'hint',
  description: 'An agency is written in two ways, or by a name that it no longer has.',
  check(analysis, report) {
    for (const { mention, written, instead } of variants(analysis))
      report({ start: mention.start, end: mention.end, message: `${written}: write ${instead}`, data: instead });
  },
  fixes: (finding) => {
    if (typeof finding.data !== 'string') return [];
    const edit: TextEdit = { start: finding.start, end: finding.end, text: finding.data };
    return [{ title: `Write ${finding.data}`, edits: [edit], preferred: true, safe: true }];
  },
};

const plain = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
const known = new WeakMap<Analysis, Variant[]>();

function variants(analysis: Analysis): Variant[] {
  let found = known.get(analysis);
  if (found) return found;
  found = [];
  const first = new Map<string, string>();
  for (const mention of analysis.agencies) {
    // credits follow the picture desk's form, quotations the speaker's
    if (mention.anaphoric || mention.use === 'credit' || mention.why === 'named inside quotation marks') continue;
    const written = analysis.article.text.slice(mention.start, mention.end);
    const current = mention.agency.obsolete?.[written.replace(/\s+/g, ' ')];
    if (current) {
      found.push({ mention, written, instead: current });
      continue;
    }
    const key = `${mention.agency.id} ${plain(written)}`;
    const before = first.get(key);
    if (before === undefined) first.set(key, written);
    else if (before !== written && before.replace(/\s+/g, ' ') !== written.replace(/\s+/g, ' '))
      found.push({ mention, written, instead: before });
  }
  known.set(analysis, found);
  return found;
}
