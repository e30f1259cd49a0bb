import type { Span } from '../article/span';
import type { Gender } from '../people/speaker';
import { copyParagraphs, inArticle, scanned } from './copy';
import { sameForm } from './fix/verbs';
import type { Fix, Rule } from './rule';

const VERBS =
  'thinks|thought|feels|felt|hopes|hoped|fears|feared|believes|believed|worries|worried|wishes|wished|doubts|doubted|suspects|suspected';
const BASES = 'think feel hope fear believe worry wish doubt suspect'.split(' ');
const PAST = new Map([
  ['thought', 'think'],
  ['felt', 'feel'],
]);
const PRONOUN: Readonly<Record<Gender, string | undefined>> = { female: 'she', male: 'he', unknown: undefined };
/** Only a name or a personal pronoun: of crowds and polls one may say what they think. */
const SUBJECT =
  "(?:(?!I\\b|Many\\b|Most\\b|Some\\b|Few\\b|People\\b|Voters\\b|They\\b|We\\b)\\p{Lu}[\\p{L}’'-]+|[Hh]e|[Ss]he)";
const PATTERN = new RegExp(
  `(?<=(?:^|[.!?;]\\s|[,\\s])${SUBJECT}\\s+(?:also\\s+|still\\s+|now\\s+|\\p{L}+ly\\s+)?)(${VERBS})(?=\\s+(?:that\\b|the\\b|a\\b|an\\b|it\\b|he\\b|she\\b|they\\b|his\\b|her\\b|its\\b|their\\b|this\\b|there\\b|\\p{Lu}\\p{L}+)\\s*\\p{L})`,
  'gu',
);

function verbs(text: string): Span[] {
  return [...text.matchAll(PATTERN)].map(({ index, 0: verb }) => ({ start: index, end: index + verb.length }));
}

export const mindReadingVerb: Rule = {
  id: 'mind-reading-verb',
  severity: 'off',
  whenOn: 'hint',
  description: 'The narrator looks into somebody’s head.',
  check(analysis, report) {
    for (const paragraph of copyParagraphs(analysis)) {
      const { text, value } = scanned(analysis, paragraph, verbs, verbs);
      for (const place of value) {
        const before = text.slice(Math.max(0, place.start - 80), place.start);
        // "Lee said he feels": what he feels is what he said
        if (/\b(?:said|says|told|adds|added|wrote|writes|explained|insisted|admitted|replied)\b[^.;!?]*$/u.test(before))
          continue;
        // "he doubted the story" of one who then speaks; a thing that is felt or feared, not stated, is left alone
        const own = text.slice(place.start, place.end);
        if (
          /^(?:felt|feared|doubt|suspect|worr|wish)/.test(own) &&
          !/^\s+(?:that|it|he|she|they|there)\b/u.test(text.slice(place.end, place.end + 8)) &&
          !/^\s+(?:the|a|an|his|her|its|their)\s+(?:[\p{L}-]+\s+){1,4}(?:is|are|was|were|will|would|has|had|can|could|may|might)\b/u.test(
            text.slice(place.end, place.end + 60),
          )
        )
          continue;
        report({ ...inArticle(paragraph, place), message: `“${own}”: say that they said so` });
      }
    }
  },
  async fixes(finding, analysis): Promise<readonly Fix[]> {
    const { start, end } = finding;
    const verb = analysis.article.text.slice(start, end);
    const base = PAST.get(verb) ?? BASES.find((stem) => verb.startsWith(stem.slice(0, -1)));
    const said = base && (await sameForm(verb, base, 'say'));
    if (!said) return [];
    const paragraph = analysis.article.paragraphs.find((one) => one.start <= start && start < one.end);
    const speaker =
      paragraph &&
      analysis.attributionsIn(paragraph).find(({ cue }) => cue.some((part) => part.start <= start && start < part.end))
        ?.speaker;
    // the subject itself says it, or the engine knows who that is
    const subject = /(?<![\p{L}])(he|she)\s+(?:\p{L}+\s+)?$/iu.exec(
      analysis.article.text.slice(Math.max(0, start - 30), start),
    )?.[1];
    const pronoun = subject?.toLowerCase() ?? (speaker && PRONOUN[speaker.gender]);
    if (!pronoun) return [];
    return [
      {
        title: `Change “${verb}” to “${said} ${pronoun} ${verb}”`,
        edits: [{ start, end: start, text: `${said} ${pronoun} ` }],
      },
    ];
  },
};
