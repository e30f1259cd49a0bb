import type { Analysis } from '../../analysis';
import type { Mention, Speaker } from '../../people/speaker';

const HONORIFIC = /^(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sir|Dame|Lord|Lady)\.?\s+\p{Lu}/u;
/** "van der Berg": small words that belong to the name behind them. */
const SURNAME = /(?:(?<=\s)\p{Ll}[\p{L}’']*\s+)*\S+$/u;

/**
 * What an attribution at `offset` calls a speaker: a person by the full name at first, then as the article does (Ruiz,
 * Mr Ruiz); an office or a body with the article that the copy gives it.
 */
export function nameAt(analysis: Analysis, speaker: Speaker, offset: number): string {
  const { name, type, mentions } = speaker;
  const { text } = analysis.article;
  if (type !== 'person') return takesArticle(analysis, speaker) ? `the ${name}` : name;
  const own = mentions.filter(({ start, form }) => form !== 'pronoun' && !analysis.quotationAt(start));
  if (!own.some((mention) => mention.end <= offset && isInCopy(analysis, mention))) return name;
  const words = ({ start, end }: Mention): string => text.slice(start, end).replace(/\s+/g, ' ');
  const formal = own.map(words).find((form) => HONORIFIC.test(form) && form.split(' ').length === 2);
  const short = own.filter(({ form }) => form === 'surname').map(words)[0];
  const family = formal ?? short?.replace(/['’]s?$/, '') ?? SURNAME.exec(name)?.[0] ?? name;
  const shared = analysis.speakers.some(
    (other) => other !== speaker && other.type === 'person' && other.name.split(' ').at(-1) === name.split(' ').at(-1),
  );
  return shared ? name : family;
}

/** A headline introduces nobody: the copy gives the full name once more. */
function isInCopy({ article }: Analysis, { paragraph }: Mention): boolean {
  return article.paragraphs[paragraph].zone === 'body';
}

function takesArticle({ article }: Analysis, { name, type, mentions }: Speaker): boolean {
  if (type === 'role' && !/^\p{Lu}/u.test(name)) return true;
  return mentions.some(
    ({ start, end }) =>
      /\bthe\s+$/i.test(article.text.slice(Math.max(0, start - 6), start)) ||
      /^the\s/i.test(article.text.slice(start, end)),
  );
}
