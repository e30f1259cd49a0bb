import { isHead, titledMentions } from './names/people';
import { plain } from './names/same';
import type { Fix, Rule } from './rule';
import type { Span } from '../article/span';

export const titleRepeated: Rule = {
  id: 'title-repeated',
  severity: 'off',
  whenOn: 'hint',
  description: 'Full title and full name are given a second time.',
  check(analysis, report) {
    const { text } = analysis.article;
    const first = new Map<string, Span>();
    for (const mention of titledMentions(analysis)) {
      const { titled, name, paragraph, start, end } = mention;
      if (
        isHead(paragraph) ||
        !name ||
        titled.office.honorific ||
        titled.nameWords.length < 2 ||
        titled.title.start > (titled.name?.start ?? 0)
      )
        continue;
      const key = `${titled.office.name} ${titled.nameWords.map(plain).join(' ')}`;
      const before = first.get(key);
      if (!before) {
        first.set(key, { start, end });
        continue;
      }
      report({
        start,
        end,
        message: `${text.slice(start, end).replace(/\s+/g, ' ')}: title and name were given before, the surname will do`,
        related: [{ ...before, message: 'first here' }],
        data: { family: titled.nameWords.at(-1) },
      });
    }
  },
  fixes({ start, end, data }): readonly Fix[] {
    const { family } = data as { readonly family: string };
    return [{ title: `Change to ${family}`, edits: [{ start, end, text: family }], preferred: true, safe: true }];
  },
};
