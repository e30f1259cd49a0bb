import type { Analysis } from '../analysis';
import type { Paragraph } from '../article/article';
import { overlaps, type Span } from '../article/span';
import { DOUBTFUL } from '../attribution/attribution';
import { inArticle, OTHERS, scanned, sentenceAt } from './copy';
import { sameForm } from './fix/verbs';
import type { Fix, Rule } from './rule';
import { matchesOf } from './matches';
import { watchFor } from './watch';

/** Verbs that judge what they report, by form; the value is the base and what a neutral desk writes. */
const VERBS = new Map<string, { readonly base: string; readonly neutral: string }>();
for (const [forms, neutral] of [
  ['claim claims claimed claiming', 'say'],
  ['admit admits admitted admitting', 'say'],
  ['concede concedes conceded conceding', 'say'],
  ['confess confesses confessed confessing', 'say'],
  ['insist insists insisted insisting', 'say'],
  ['boast boasts boasted boasting', 'say'],
  ['brag brags bragged bragging', 'say'],
  ['reveal reveals revealed revealing', 'say'],
  ['refute refutes refuted refuting', 'deny'],
] as const) {
  const [base] = forms.split(' ');
  for (const form of forms.split(' ')) VERBS.set(form, { base, neutral });
}

const VERB = new RegExp(
  `(?<![\\p{L}’'-])(${[...VERBS.keys()].join('|')}|point(?:s|ed|ing)?\\s+out)(?![\\p{L}’'-])`,
  'giu',
);
const WORDS = watchFor(() => [...VERBS.keys(), 'point', 'points', 'pointed', 'pointing']);
const FINITE =
  "(?:is|are|was|were|am|has|have|had|will|would|can|could|may|might|must|shall|should|does|did|do|isn['’]t|aren['’]t|wasn['’]t|weren['’]t|hasn['’]t|haven['’]t|" +
  "hadn['’]t|won['’]t|wouldn['’]t|can['’]t|cannot|couldn['’]t|doesn['’]t|didn['’]t|don['’]t|never|needs?|knows?|knew|wants?|wanted)";
/** What stands between a verb and the finite verb of its clause: one to ten words of one stretch. */
const STRETCH =
  "(?:(?!and\\b|but\\b|who\\b|which\\b|whom\\b|whose\\b|where\\b|when\\b|because\\b|as\\b)[\\p{L}\\d£$€][\\p{L}\\d’'.,&-]*(?<![,.])\\s+){1,10}?";
/** "insisted the cost, 4.1 million kronor, had been kept": an aside behind one to five words. */
const ASIDE = "[\\p{L}\\d’'-]+,\\s(?:[^.;:!?\\uFFFC]|\\.(?=\\d)){1,60}?,\\s+";
/** "claimed (on Monday) that …", "claimed the bill was paid". */
const CLAUSE = new RegExp(
  `^\\s+(?:(?:(?!and\\b|but\\b)[\\p{L}\\d’'-]+\\s+){0,6}?that\\s+(?!\\p{L}+\\s*[,.;]|will\\b|fell\\b)|(?!(?:of|for|from|against|on|to|into|in|by|at|about|over|with)\\b)${STRETCH}(?:${ASIDE})?${FINITE}(?![\\p{L}]))`,
  'u',
);
/** What a thing does that "reveals" or "refutes": it shows. */
const THINGS =
  /\b(?:scans?|tests?|stud(?:y|ies)|surveys?|polls?|data|figures?|results?|records?|documents?|papers?|files?|emails?|e-mails?|letters?|images?|photos?|photographs?|pictures?|footage|video|audit|analysis|research|evidence|autops(?:y|ies)|post-mortem|x-rays?|inspection|inquiry|investigation|reports?|experiments?|observations?|checks?|accounts|statistics|excavations?|dig|review|leak|history|search|thread|book|film|diary|numbers|blast|explosion|fire|flood|floods|storm|quake|earthquake|disease|war|crash|attack|hotel|town|village|site|building|house|garden|menu)\b[^,.;:!?]*$/iu;
const COURT =
  /\b(?:court|judge|magistrates?|jury|guilty|charges?|counts?|offences?|offenses?|plea|trial|crown|dock|tribunal|convicted|sentenced|jailed)\b/iu;

interface Loaded extends Span {
  /** The verb alone in "point out": both words. */
  readonly clause: boolean;
}

/** Forms of the verbs, with what the narrator's own words say of their use: a noun is never one. */
function loadedVerbs(text: string): Loaded[] {
  const found: Loaded[] = [];
  for (const match of matchesOf(VERB, text)) {
    const start = match.index;
    const end = start + match[0].length;
    const before = text.slice(Math.max(0, start - 60), start);
    const after = text.slice(end, end + 140);
    if (isNoun(match[0].toLowerCase(), before, after) || isPassive(before)) continue;
    if (/^(?:reveal|refut|boast|claim)/i.test(match[0]) && saidByThing(before)) continue;
    if (/^(?:admit|confess)/i.test(match[0]) && /^\s+(?:to\s+)?(?:\p{L}+ing|guilt)\b/u.test(after)) continue; // "admitted stealing"
    const refuted = /^refut(?:e|es|ed)$/i.test(match[0]) && /^\s+(?!by\b)[\p{L}\d]/u.test(after);
    const trailing =
      /[,\uFFFC]\s*(?:[\p{L}’'.-]+\s+){1,5}(?:\p{L}+ly\s+)?$/u.test(before) &&
      /^\s*(?:[.;!?]|,(?!\s*\uFFFC)|$)/u.test(after) &&
      beforeIsClause(text, start);
    found.push({ start, end, clause: CLAUSE.test(after) || refuted || trailing });
  }
  return found;
}

/** Whether a thing, no person, is the subject: "Scans revealed", "the study published in May revealed", "it reveals". */
function saidByThing(before: string): boolean {
  const word = /([\p{L}’'.-]+)\s+(?:\p{L}+ly\s+|also\s+|later\s+|has\s+|have\s+|had\s+)*$/iu.exec(before)?.[1] ?? '';
  if (/^(?:it|this|that|which|what)$/i.test(word)) return true;
  if (/^(?:he|she|they|we|I|you|who)$/.test(word)) return false;
  return THINGS.test(before) && (!/^\p{Lu}/u.test(word) || THINGS.test(word));
}

/** "The bill was paid, Poe claimed.": the words before the last comma hold a finite verb. */
function beforeIsClause(text: string, at: number): boolean {
  const from = Math.max(text.lastIndexOf('. ', at) + 1, 0);
  const comma = text.lastIndexOf(',', at);
  if (comma <= from) return false;
  const clause = text.slice(from, comma);
  return (
    new RegExp(`(?<![\\p{L}])${FINITE}(?![\\p{L}])|\\p{L}ed\\b`, 'u').test(clause) &&
    !/^\s*(?:When|While|If|As|After|Before|Although|Though|Since|In|At|On|By)\b/.test(clause) &&
    /^,\s*(?:he|she|they|it|who|the|a|an|his|her|its|their|\p{Lu})/u.test(text.slice(comma, at))
  );
}

const NOUN_AFTER = /^\s*(?:as|of|about|made|and|or|in|by|from|against|were|was|are|is|had|have|will)\b|^[,.;:]/u;

/** "insurance claims", "his claim", "despite boasts": forms that a noun has too. */
function isNoun(form: string, before: string, after: string): boolean {
  if (!/^(?:claims?|boasts?)$/.test(form)) return false;
  const word = /([\p{L}’']+)\s+$/u.exec(before)?.[1] ?? '';
  if (word === '') return true;
  if (
    /^(?:he|she|it|they|we|I|you|who|which|also|now|still|often|to|not|never|will|would|can|could|may|might|must|should|do|does|did)$/i.test(
      word,
    )
  )
    return false;
  if (/^\p{Lu}/u.test(word)) return /['’]s?$/.test(word) || NOUN_AFTER.test(after);
  // "the company claims": a determiner stands a word or two before; "the insurance claims" is a noun all the same
  if (
    /^(?:insurance|compensation|benefits?|damages|asylum|legal|false|such|these|those|many|some|any|no|recent|own|bold|small|of|amid|despite|with|against)$/.test(
      word,
    )
  )
    return true;
  return !/\b(?:the|a|an|his|her|its|their|our)\s+(?:[\p{L}-]+\s+){1,2}$/iu.test(before) || /s$/.test(word);
}

function isPassive(before: string): boolean {
  return /\b(?:is|are|was|were|been|be|being|it['’]s)\s+(?:\p{L}+ly\s+|also\s+)?$/iu.test(before);
}

export const loadedVerb: Rule = {
  id: 'loaded-verb',
  severity: 'hint',
  description: 'The verb of an attribution judges what it reports.',
  reach: 0,
  words: WORDS,
  checkParagraph(analysis, paragraph, report) {
    const { text, value } = scanned(analysis, paragraph, loadedVerbs, loadedVerbs);
    for (const place of value) {
      const span = inArticle(paragraph, place);
      const words = text.slice(place.start, place.end).replace(/\s+/g, ' ');
      const sentence = sentenceAt(paragraph, place.start);
      if (/^(?:admit|confess)/i.test(words) && sentence && COURT.test(text.slice(sentence.start, sentence.end)))
        continue;
      if (!place.clause && !carriesWords(analysis, paragraph, span, text, place)) continue;
      report({ ...span, message: `“${words}” takes a side: does “${neutralHint(words)}” do?` });
    }
  },
  async fixes(finding, analysis) {
    const words = analysis.article.text.slice(finding.start, finding.end);
    const lead = words.split(/\s+/)[0];
    const entry = VERBS.get(lead.toLowerCase());
    const base = entry?.base ?? 'point';
    const to = await sameForm(lead, base, entry?.neutral ?? 'say');
    if (!to) return [];
    const { start, end } = finding;
    const fix: Fix = {
      title: `Change “${words.replace(/\s+/g, ' ')}” to “${to}”`,
      edits: [{ start, end, text: to }],
      preferred: true,
      safe: entry?.neutral !== 'deny',
    };
    return [fix];
  },
};

/** Whether the verb is the cue of a quotation or statement that the engine is sure of, or stands right beside marks. */
function carriesWords(analysis: Analysis, paragraph: Paragraph, span: Span, text: string, place: Span): boolean {
  const attribution = analysis.attributionsIn(paragraph).find(({ cue }) => cue.some((part) => overlaps(part, span)));
  if (attribution && attribution.confidence >= DOUBTFUL) {
    // an object is no statement: "claimed responsibility", "admitted the patient"
    if (attribution.quotations.some(({ kind }) => kind === 'speech')) return true;
    return attribution.kind !== 'indirect' && attribution.quotations.length > 0;
  }
  if (besideMarks(paragraph.prose.text, text, place)) return true;
  return new RegExp(`^\\s*(?:[,:]|that)?\\s*${OTHERS}`, 'u').test(text.slice(place.end, place.end + 8));
}

/** `"…," Poe insisted.` and `"…," insisted Poe`: the quotation ends as one that a cue follows. */
function besideMarks(copy: string, own: string, { start }: Span): boolean {
  const match = /\uFFFC\s*(?:[\p{L}’'.-]+\s+){0,4}$/u.exec(own.slice(Math.max(0, start - 60), start));
  if (!match) return false;
  const mark = Math.max(0, start - 60) + match.index;
  return /[,?!]["”’']?["”’'»]$/u.test(copy.slice(Math.max(0, mark - 2), mark + 1));
}

function neutralHint(words: string): string {
  const past = /ed\b|out$/i.test(words) && !/^points?\s/i.test(words);
  if (/^refut/i.test(words)) return past ? 'denied' : 'denies';
  return past ? 'said' : /s\b/.test(words.split(' ')[0]) ? 'says' : 'say';
}
