import type { Analysis } from '../analysis';
import type { Span } from '../article/span';
import { copyParagraphs, inArticle, scanned } from './copy';
import type { Rule } from './rule';
import { SINGULAR_CUE } from './sources/cues';

/** Offices whose holder has a name to give. Judges, victims, minors, neighbours and witnesses may have none in the copy. */
const ROLE =
  '(?:spokes(?:man|woman|person)|minister|mayor|governor|ambassador|envoy|commissioner|chairman|chairwoman|chair|chief\\s+executive|director|superintendent|headteacher|head\\s+teacher|principal|bishop|coach|prosecutor|sheriff|police\\s+chief|fire\\s+chief|press\\s+officer|press\\s+secretary|secretary-general|secretary|treasurer|curator|captain)';
const BEFORE = `(?<![\\p{L}’'-])(?:[Aa]n?|[Tt]he|[Ii]ts|[Tt]heir|\\p{Lu}[\\p{L}’'-]*(?:\\s+\\p{Lu}[\\p{L}’'-]*){0,3})\\s+(?:[\\p{L}’'-]+\\s+){0,3}?`;
const PATTERNS = [
  new RegExp(`${BEFORE}(?<role>${ROLE})(?:\\s+for\\s+[^.,;]{2,40}?)?${SINGULAR_CUE}`, 'gu'),
  new RegExp(
    `(?<=[,\\uFFFC]\\s*)(?:said|says|added)\\s+(?:an?|the|its|their)\\s+(?:[\\p{L}’'-]+\\s+){0,3}?(?<role>${ROLE})(?=\\s*[.,;]|$)`,
    'gu',
  ),
  new RegExp(
    `(?<![\\p{L}])[Aa]ccording\\s+to\\s+(?:an?|the|its|their)\\s+(?:[\\p{L}’'-]+\\s+){0,3}?(?<role>${ROLE})(?=\\s*[.,;]|$)`,
    'gu',
  ),
];

interface RoleCue extends Span {
  readonly role: string;
}

function roles(text: string): RoleCue[] {
  return PATTERNS.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({
      role: match.groups?.role ?? '',
      start: match.index,
      end: match.index + match[0].length,
    })),
  ).sort((a, b) => a.start - b.start);
}

export const roleOnlySource: Rule = {
  id: 'role-only-source',
  severity: 'hint',
  description: 'A source is known by office alone: the article nowhere gives the name.',
  check(analysis, report) {
    const done = new Set<string>();
    for (const paragraph of copyParagraphs(analysis))
      for (const { role, start, end } of scanned(analysis, paragraph, roles, roles).value) {
        const stem = stemOf(role);
        if (done.has(stem) || named(analysis, stem)) continue;
        done.add(stem);
        report({
          ...inArticle(paragraph, { start, end }),
          message: `The ${role.replace(/\s+/g, ' ')} has no name in this article`,
        });
      }
  },
};

/** One office for spokesman, spokeswoman and spokesperson. */
const stemOf = (role: string) =>
  role
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/(?:man|woman|person)$/, '');

const namedWith = new WeakMap<Analysis, string>();

/** Whether somebody with a name holds such an office anywhere in the article. */
function named(analysis: Analysis, stem: string): boolean {
  let roles = namedWith.get(analysis);
  if (roles === undefined) {
    roles = analysis.speakers
      .filter(({ type }) => type === 'person')
      .flatMap(({ roles }) => roles)
      .join('\n')
      .toLowerCase();
    namedWith.set(analysis, roles);
  }
  if (roles.includes(stem)) return true;
  const { text } = analysis.article;
  const title = stem.replace(/[^\p{L} -]/gu, '').replace(/^./, (letter) => `[${letter.toUpperCase()}${letter}]`);
  // "spokesman Ira Holt", "Ira Holt, a spokesman"
  return (
    new RegExp(`${title}\\p{Ll}*(?:,|\\s+for\\s+[^.,;]{2,40},)?\\s+\\p{Lu}\\p{L}+\\s+\\p{Lu}`, 'u').test(text) ||
    new RegExp(`\\p{Lu}\\p{L}+\\s+\\p{Lu}\\p{L}+,\\s+[^.,;]{0,40}${title}`, 'u').test(text)
  );
}
