import { copyParagraphs, OTHERS, ownWords } from './copy';
import { isHead, titledMentions } from './names/people';
import { plain } from './names/same';
import type { Fix, Rule } from './rule';

export const firstReferenceNoTitle: Rule = {
  id: 'first-reference-no-title',
  severity: 'off',
  whenOn: 'hint',
  description: 'A title is given later than the name.',
  check(analysis, report) {
    const { text } = analysis.article;
    const seen = new Set<string>();
    for (const { titled, name, title, paragraph, start } of titledMentions(analysis)) {
      if (!name || isHead(paragraph) || titled.office.honorific || titled.nameWords.length < 2) continue;
      const family = plain(titled.nameWords.at(-1) ?? '');
      if (seen.has(family)) continue;
      seen.add(family);
      const full = text.slice(name.start, name.end);
      const whole = new RegExp(
        `(?<![\\p{L}\\p{N}])${full.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`,
        'u',
      );
      for (const earlier of copyParagraphs(analysis)) {
        if (earlier.start >= start) break;
        const own = ownWords(analysis, earlier);
        const at = own.search(whole);
        if (at < 0 || earlier.start + at >= start || own[at] === OTHERS) continue;
        const before = text.slice(title.start, title.end);
        report({
          start: earlier.start + at,
          end: earlier.start + at + full.length,
          message: `${full} is “${before}” only further down: say so here`,
          related: [{ start, end: name.end > start ? name.end : title.end, message: 'the title stands here' }],
          data: title.end <= name.start && text.slice(title.end, name.start).trim() === '' ? { title: before } : {},
        });
        break;
      }
    }
  },
  fixes({ start, data }): readonly Fix[] {
    const { title } = data as { readonly title?: string };
    return title ? [{ title: `Add “${title}”`, edits: [{ start, end: start, text: `${title} ` }] }] : [];
  },
};
