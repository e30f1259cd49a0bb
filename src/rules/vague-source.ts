import { copyParagraphs, inArticle, inOthersWords, scanned, sentenceAt } from './copy';
import type { Paragraph } from '../article/article';
import type { Span } from '../article/span';
import { whoNote } from './fix/notes';
import type { Rule } from './rule';
import { CLAUSE_START, INVERTED, PLURAL_CUE, PRESENT_CUE, SINGULAR_CUE } from './sources/cues';

/** Collectives that could be anybody. Bodies that answer for their words (police, prosecutors, rescuers) are not among them. */
const PEOPLE =
  'critics|supporters|opponents|proponents|detractors|sceptics|skeptics|experts|specialists|analysts|observers|watchers|commentators|pundits|' +
  'insiders|scientists|researchers|academics|economists|historians|campaigners|activists|residents|locals|neighbours|neighbors|diplomats|officials|people|users|fans';
/** What does not tell which of them: "senior", "regional", "market". "Hospital officials" is a source. */
const GENERIC =
  'some|many|most|several|various|other|certain|numerous|multiple|countless|unnamed|senior|top|high-ranking|leading|independent|outside|' +
  'regional|local|provincial|state|federal|government|municipal|city|county|district|national|central|western|Western|foreign|security|intelligence|military|defence|defense|' +
  'political|market|industry|legal|medical|military|financial|health|climate|cyber|security|property|retail|energy|social|media';
const MEDIA =
  '(?:(?:some|many|several|various|unconfirmed|early|initial|local|foreign|social|news|media|press|newspaper|published|online)\\s+){0,2}(?:reports|rumours|rumors)(?:\\s+(?:in|on)\\s+(?:the\\s+)?(?:local\\s+|social\\s+|foreign\\s+)?(?:media|press|papers))?|(?:some\\s+|several\\s+|various\\s+)?(?:local|foreign|national|regional|social|Western|international)\\s+(?:news\\s+)?media|(?:some\\s+|several\\s+|the\\s+)?media|(?:several\\s+|various\\s+|some\\s+)?news\\s+(?:agencies|outlets|sites)';
const QUANTITY = 'some|many|most|others|several|a\\s+few|plenty';

const capital = (alternatives: string) =>
  alternatives.replace(
    /(^|\||\()([a-z])/g,
    (_, before: string, letter: string) => `${before}[${letter.toUpperCase()}${letter}]`,
  );
const COLLECTIVE = `(?:(?:${capital(GENERIC)})\\s+){0,2}(?:${capital(PEOPLE)})`;
const NOUN = `(?:${COLLECTIVE}|${MEDIA.replace(/\(\?:([a-z])/g, '(?:$1')})`;

/** Still anybody: "critics of the plan". */
const OF = `(?:${capital('critics|supporters|opponents|proponents|detractors|sceptics|skeptics|defenders')})\\s+of\\s+(?:(?:the|this|that|his|her|its|their|such)\\s+)?(?:[\\p{Ll}\\d’'-]+|\\p{Lu}[\\p{L}’'-]*)(?:\\s+[\\p{L}’'-]+){0,2}?`;

const PATTERNS = [
  new RegExp(`${CLAUSE_START}${COLLECTIVE}${PLURAL_CUE}`, 'gu'),
  new RegExp(`${CLAUSE_START}(?:${MEDIA})(?:${PLURAL_CUE}|${SINGULAR_CUE})`, 'giu'),
  new RegExp(
    `${CLAUSE_START}(?:${capital(QUANTITY)})(?:\\s+(?:in|within|on|around)\\s+(?:the\\s+|his\\s+|her\\s+|its\\s+|their\\s+)?[\\p{L}’'-]+(?:\\s+[\\p{L}’'-]+){0,2}?)?${PRESENT_CUE}`,
    'gu',
  ),
  new RegExp(`${CLAUSE_START}${OF}${PLURAL_CUE}`, 'gu'),
  // "according to experts", with nothing after that tells which
  new RegExp(`(?<![\\p{L}])[Aa]ccording\\s+to\\s+${NOUN}(?=\\s*(?:[.,;:!?)–—\\uFFFC]|$))`, 'gu'),
  // ", say critics"
  new RegExp(`(?<=[,\\uFFFC–—]\\s*)${INVERTED}\\s+(?:${COLLECTIVE})(?=\\s*(?:[.;!?)–—\\uFFFC]|$))`, 'gu'),
];

/** Cheap words that every one of the patterns needs. */
const HINT =
  /(?:tics|ters|ents|erts|ists|ysts|vers|tors|dits|ders|mics|ners|cals|bours|bors|mats|ials|ople|sers|fans|edia|orts|mours|mors|cies|lets|ites|ome|any|ost|ral|few|nty)(?![a-z])/i;

function vagueSources(text: string): Span[] {
  if (!HINT.test(text)) return [];
  const found: Span[] = [];
  for (const pattern of PATTERNS)
    for (const { index, 0: words } of text.matchAll(pattern)) {
      const start = index + words.length - words.trimStart().length;
      const span = { start, end: index + words.length };
      if (!found.some(({ start: s, end: e }) => s < span.end && span.start < e)) found.push(span);
    }
  return found.sort((a, b) => a.start - b.start);
}

/** The copy tells who after all: "among them Ana Ruiz", and in the next sentence "One of them, Walt Ost,". */
const NAMES_ONE =
  /(?:among\s+them|among\s+whom|including|such\s+as|one\s+of\s+whom|led\s+by|like)\s+(?:the\s+)?(?:\p{Ll}[\p{L}-]*\s+){0,4}\p{Lu}/u;
const TAKES_ONE =
  /^(?:one(?:\s+of\s+(?:them|these|those|the\s+\p{L}+))?|among\s+(?:them|those)|another|a|an|the)\b[^.]*?\p{Lu}\p{L}+/iu;

export const vagueSource: Rule = {
  id: 'vague-source',
  severity: 'warning',
  description: 'A statement is credited to a group that could be anybody: critics, experts, some, reports.',
  check(analysis, report, { neverSources }) {
    void neverSources;
    for (const paragraph of copyParagraphs(analysis)) {
      const { text, value } = scanned(analysis, paragraph, vagueSources, vagueSources);
      for (const place of value) {
        const span = inArticle(paragraph, place);
        if (named(paragraph, text, place) || inOthersWords(analysis, paragraph, span)) continue;
        const words = text.slice(place.start, place.end).replace(/\s+/g, ' ');
        report({
          ...span,
          message: `“${words}”: who? Name them, or say what makes them worth hearing`,
        });
      }
    }
  },
  fixes: (finding, analysis) => [whoNote(analysis, finding)],
};

/** Whether the rest of the sentence or the next one names somebody of the group. */
function named(paragraph: Paragraph, text: string, place: Span): boolean {
  const sentence = sentenceAt(paragraph, place.start);
  if (!sentence) return false;
  if (NAMES_ONE.test(text.slice(sentence.start, sentence.end))) return true;
  const next = paragraph.prose.sentences[paragraph.prose.sentences.indexOf(sentence) + 1];
  if (!next) return false;
  const following = text.slice(next.start, next.end);
  if (/^(?:one|among|another)\b/i.test(following) && TAKES_ONE.test(following)) return true;
  return (
    /^(?:an?\s|the\s)?\P{L}*\p{L}*\s*\p{Lu}/u.test(following) && takesUp(text.slice(place.start, place.end), following)
  );
}

/** "Analysts say … Ida Holt, an analyst at Penn, …": the next sentence has the same word in the singular. */
function takesUp(source: string, following: string): boolean {
  const noun = /(\p{L}{4,})s\b/u.exec(source)?.[1];
  return noun !== undefined && new RegExp(`\\b${noun}\\b`, 'iu').test(following);
}
