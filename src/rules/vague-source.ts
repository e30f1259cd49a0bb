import type { Analysis } from '../analysis';
import { inArticle, inOthersWords, scanned, sentenceAt } from './copy';
import type { Paragraph } from '../article/article';
import type { Prose } from '../article/prose';
import type { Span } from '../article/span';
import { whoNote } from './fix/notes';
import type { Rule } from './rule';
import { cueAfter, endOf, INVERTED, startOf, startsClause } from './sources/cues';
import { neverSourceIn } from './sources/never';
import { placesOf, watchFor } from './watch';

/** Collectives that could be anybody. Bodies that answer for their words (police, prosecutors, rescuers) are not among them. */
const PEOPLE =
  'critics supporters opponents proponents detractors sceptics skeptics experts specialists analysts observers watchers commentators pundits ' +
  'scientists researchers academics economists historians campaigners activists residents locals neighbours neighbors diplomats officials people users fans';
const MEDIA = 'reports rumours rumors media agencies outlets sites';
const QUANTITY = 'some many most others several few plenty';
const NOUNS = watchFor(`${PEOPLE} ${MEDIA} ${QUANTITY}`);
const media: ReadonlySet<string> = new Set(MEDIA.split(' '));
const quantity: ReadonlySet<string> = new Set(QUANTITY.split(' '));

/** What does not tell which of them: "senior", "regional", "market". "Hospital officials" is a source. */
const ANY =
  'some|many|most|several|various|other|certain|numerous|multiple|countless|unnamed|senior|top|high-ranking|leading|independent|outside|regional|local|provincial|state|federal|government|municipal|city|county|district|national|central|western|foreign|security|intelligence|military|defence|defense|political|market|industry|legal|medical|financial|health|climate|cyber|property|retail|energy|social|media';
/** Fields that anybody may be an expert in. */
const FIELDS =
  'agricultural|aviation|banking|border|business|child|computer|constitutional|consumer|counterterrorism|crime|cultural|currency|data|diet|digital|disaster|economic|education|election|employment|engineering|environmental|epidemic|equity|farm|fashion|fire|fiscal|food|football|forensic|fraud|gaming|geopolitical|handwriting|housing|human\\s+rights|immigration|infectious-disease|insurance|internet|labor|labour|language|marine|maritime|mental\\s+health|mining|nuclear|nutrition|oil|pensions?|planning|policy|polling|privacy|public\\s+health|rail|road|safety|science|shipping|space|sports?|tax|tech|technology|telecoms?|terrorism|tourism|trade|traffic|transport|travel|voting|water|weather|wildlife|workplace';
const GENERIC = new RegExp(`(?<![\\p{L}\\p{N}’'-])(?:(?:${ANY}|${FIELDS})\\s+){1,2}$`, 'iu');
const GENERIC_MEDIA =
  /(?<![\p{L}\p{N}’'-])(?:(?:some|many|several|various|unconfirmed|early|initial|local|foreign|national|regional|western|international|social|news|media|press|newspaper|published|online|the)\s+){1,2}$/iu;
/** Still anybody: "critics of the plan", "many in the party", "reports in the local press". */
const OF =
  /\s+of\s+(?:(?:the|this|that|his|her|its|their|such)\s+)?(?:[\p{Ll}\d’'-]+|\p{Lu}[\p{L}’'-]*)(?:\s+(?!would|could|might|may|will|can|should|must)[\p{L}’'-]+){0,2}?(?=\s+(?:have|has|had|say|said|argue|argued|claim|claimed|fear|warn|warned|call|called|complain|point|see|believe|contend|insist|worry)\b)/uy;
const IN_GROUP =
  /\s+(?:in|within|on|around)\s+(?:the\s+|his\s+|her\s+|its\s+|their\s+)?[\p{L}’'-]+(?:\s+[\p{L}’'-]+){0,2}?(?=\s+(?:have|had|say|argue|claim|believe|think|fear|warn|worry|doubt|feel|expect|suggest)\b)/uy;
const IN_PRESS = /\s+(?:in|on)\s+(?:the\s+)?(?:local\s+|social\s+|foreign\s+)?(?:media|press|papers)(?![\p{L}])/uy;
const ATTITUDE = /^(?:critics|supporters|opponents|proponents|detractors|s[ck]eptics)$/i;

const ACCORDING = /(?<![\p{L}])according\s+to\s+$/iu;
const INVERTED_BEFORE = new RegExp(`(?<=[,\\uFFFC–—]\\s*)${INVERTED}\\s+$`, 'u');
/** "media" in "media reports". */
const REPORTS_NEXT = /\s+reports(?!\s+that\b)/uy;
/** Nothing follows that tells which. */
const ALONE = /\s*(?:[.,;:!?)–—\uFFFC]|$)/uy;

function vagueSources(text: string, prose: Prose): Span[] {
  const found: Span[] = [];
  for (const noun of placesOf(prose, text, NOUNS)) {
    const span = vagueAt(text, noun);
    if (span && !found.some(({ start, end }) => start < span.end && span.start < end)) found.push(span);
  }
  return found;
}

/** "Officials have told residents not to drink it": they warned, and nobody reports what they said. */
const TOLD =
  /^\s+(?:[\p{L}’'-]+\s+){0,2}?(?:residents|voters|people|parents|customers|drivers|families|workers|staff|students|passengers|patients|members|supporters|fans|them|him|her|everyone|tenants|pupils|players|farmers|tourists|visitors)\b/u;

/** "Social media has added another link": only words are added by speaking. */
const ADDS = /\badd(?:s|ed)?$/;

/** Source and cue around a vague noun. */
function vagueAt(text: string, noun: Span & { readonly word: string }): Span | undefined {
  const word = noun.word.toLowerCase();
  if (quantity.has(word)) {
    const end = cueAfter(text, endOf(IN_GROUP, text, noun.end) ?? noun.end, 'present');
    const start = word === 'few' ? startOf(/\ba\s+$/iu, text, noun.start, 5) : noun.start;
    return end !== undefined && start !== undefined && startsClause(text, start) ? { start, end } : undefined;
  }
  const isMedia = media.has(word);
  if (isMedia && endOf(REPORTS_NEXT, text, noun.end) !== undefined) return undefined;
  const start = startOf(isMedia ? GENERIC_MEDIA : GENERIC, text, noun.start) ?? noun.start;
  if (/^(?:agencies|outlets|sites)$/.test(word) && !/\bnews\s+$/iu.test(text.slice(start, noun.start)))
    return undefined;
  const group = isMedia ? endOf(IN_PRESS, text, noun.end) : ATTITUDE.test(word) ? endOf(OF, text, noun.end) : undefined;
  const nounEnd = group ?? noun.end;
  const cue = cueAfter(text, nounEnd, 'plural') ?? (isMedia ? cueAfter(text, nounEnd, 'singular') : undefined);
  if (cue !== undefined && ADDS.test(text.slice(nounEnd, cue)) && !/^(?:\s+that\b|\s*[,:])/.test(text.slice(cue)))
    return undefined;
  if (cue !== undefined && /\bt(?:ell|old)$/.test(text.slice(nounEnd, cue)) && TOLD.test(text.slice(cue, cue + 60)))
    return undefined;
  if (cue !== undefined && startsClause(text, start)) return { start, end: cue };
  if (endOf(ALONE, text, nounEnd) === undefined) return undefined;
  const from = startOf(ACCORDING, text, start) ?? (isMedia ? undefined : startOf(INVERTED_BEFORE, text, start));
  return from === undefined ? undefined : { start: from, end: nounEnd };
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
  reach: 1,
  words: NOUNS,
  checkParagraph(analysis, paragraph, report, options) {
    const isNever = neverSourceIn(options);
    const { text, value } = scanned(analysis, paragraph, vagueSources, vagueSources);
    for (const place of value) {
      const span = inArticle(paragraph, place);
      if (named(paragraph, text, place) || ofPoll(paragraph, text, place) || inOthersWords(analysis, paragraph, span))
        continue;
      const words = text.slice(place.start, place.end).replace(/\s+/g, ' ');
      if (isNever(words)) continue;
      report({
        ...span,
        message: `“${words}”: who? Name them, or say what makes them worth hearing`,
        milder: isDeck(paragraph, place) || leadsIn(analysis, paragraph, place) || ofBody(text, place),
      });
    }
  },
  fixes: (finding, analysis) => [whoNote(analysis, finding)],
};

/** How far down, in paragraphs, and how long, in words, a line above the copy may be. */
const HEAD = 2;
const LONGEST_DECK = 25;

/** A line above the copy, recognised or not, that ends "experts say": the copy below says who. */
function isDeck({ zone, index, prose }: Paragraph, { end }: Span): boolean {
  if (zone === 'standfirst') return true;
  return index <= HEAD && prose.words.length <= LONGEST_DECK && /^\P{L}*$/u.test(prose.text.slice(end));
}

/** What comes next is said by somebody with a full name or a role, in the paragraph or in the next: that may pass. */
function leadsIn(analysis: Analysis, paragraph: Paragraph, place: Span): boolean {
  const sentence = sentenceAt(paragraph, place.start);
  if (!sentence) return false;
  const isLast = sentence === paragraph.prose.sentences.at(-1);
  const home = isLast ? analysis.article.paragraphs.at(paragraph.index + 1) : paragraph;
  const from = isLast ? 0 : paragraph.start + sentence.end;
  if (!home) return false;
  return analysis
    .attributionsIn(home)
    .some(
      ({ speaker, source }) =>
        speaker?.type === 'person' && speaker.name.includes(' ') && source.some(({ start }) => start >= from),
    );
}

/** Bodies that have officials. */
const BODY =
  /\b(?:department|ministry|office|agency|bureau|commission|council|district|county|city|campaign|company|hospital|university|school|airport|embassy|administration|authority|party|parliament|white house|pentagon|kremlin|fed|reserve|bank|government|board|army|league|union)\b/iu;
const SHORT = /(?<![\p{L}.])[A-Z]{2,6}(?![\p{L}.])/u;

/** "The council has met twice, but officials said": those of the body that the paragraph is about. */
function ofBody(text: string, place: Span): boolean {
  const words = text.slice(place.start, place.end);
  if (!/^officials\b/i.test(words)) return false;
  const near = text.slice(0, place.start);
  return BODY.test(near) || SHORT.test(near);
}

/** "Most say so": of those whom a poll asked, in the sentence or in the one before it. */
function ofPoll(paragraph: Paragraph, text: string, place: Span): boolean {
  const first = /^\p{L}+/u.exec(text.slice(place.start, place.end))?.[0].toLowerCase() ?? '';
  const sentence = quantity.has(first) ? sentenceAt(paragraph, place.start) : undefined;
  if (!sentence) return false;
  const { sentences } = paragraph.prose;
  const { start } = sentences[sentences.indexOf(sentence) - 1] ?? sentence;
  return /\d\s?%|\b(?:percent|per cent|polls?|surveys?|respondents|asked)\b/iu.test(text.slice(start, sentence.end));
}

/** Whether the rest of the sentence or the next one names somebody of the group. */
function named(paragraph: Paragraph, text: string, place: Span): boolean {
  const sentence = sentenceAt(paragraph, place.start);
  if (!sentence) return false;
  if (NAMES_ONE.test(text.slice(sentence.start, sentence.end))) return true;
  const next = paragraph.prose.sentences[paragraph.prose.sentences.indexOf(sentence) + 1];
  if (!next) return false;
  const following = text.slice(next.start, next.end);
  if (/^(?:one|among|another)\b/i.test(following) && TAKES_ONE.test(following)) return true;
  return /\p{Lu}/u.test(following) && takesUp(text.slice(place.start, place.end), following);
}

/** "Analysts say … Ida Holt, an analyst at Penn, …": the next sentence has the same word in the singular. */
function takesUp(source: string, following: string): boolean {
  const noun = /(\p{L}{4,})s\b/u.exec(source)?.[1];
  return noun !== undefined && new RegExp(`\\b${noun}\\b`, 'iu').test(following);
}
