import type { Analysis } from '../analysis';
import type { Attribution } from '../attribution/attribution';
import { paragraphAt, type Paragraph } from '../article/article';
import type { Gender, Speaker } from '../people/speaker';
import { isFirstName } from '../people/gender';
import { wordList } from '../language/lexicon';
import { sentenceAt } from './copy';
import { NEAR, type Fix, type Rule } from './rule';

/** How many sentences back a reader looks for the name. */
const SENTENCES = 2;

interface Data {
  /** Ids of those whom the pronoun may mean. */
  readonly candidates: readonly string[];
}

export const quotePronounAmbiguous: Rule = {
  id: 'quote-pronoun-ambiguous',
  severity: 'information',
  description: 'Two people fit the pronoun beside a quotation.',
  checkParagraph(analysis, home, report) {
    const attributions = analysis.attributionsIn(home);
    if (!attributions.some(mayBePronoun)) return;
    const done = new Set<number>();
    let before: Attribution | undefined;
    for (const attribution of attributions) {
      if (attribution.paragraph !== home.index) continue;
      const last = before;
      before = attribution;
      const { kind, mention, source, quotations } = attribution;
      if (kind === 'indirect' || quotations.length === 0 || mention?.form !== 'pronoun' || source.length !== 1)
        continue;
      const [span] = source;
      if (done.has(span.start)) continue;
      done.add(span.start);
      const pronoun = analysis.article.text.slice(span.start, span.end);
      const gender: Gender | undefined = /^he$/i.test(pronoun) ? 'male' : /^she$/i.test(pronoun) ? 'female' : undefined;
      if (!gender || isSubordinate(analysis.article.text, span.start)) continue;
      // whoever spoke just before goes on speaking
      const { speaker } = last ?? lastBefore(analysis, home) ?? {};
      if (speaker?.type === 'person' && fits(speaker, gender)) continue;
      const candidates = candidatesBefore(
        analysis,
        quotations[0].spans[0].start < span.start ? quotations[0].spans[0].start : span.start,
        gender,
      );
      if (candidates.length < 2) continue;
      const names = candidates.map(({ name }) => name);
      report({
        ...span,
        message: `“${pronoun}” may be ${names.slice(0, -1).join(', ')} or ${names.at(-1)}: give the name`,
        data: { candidates: candidates.map(({ id }) => id) } satisfies Data,
      });
    }
  },
  fixes(finding, analysis): readonly Fix[] {
    const { candidates } = finding.data as Data;
    const { start, end } = finding;
    return candidates.flatMap((id) => {
      const speaker = analysis.speakers.find((one) => one.id === id);
      if (!speaker) return [];
      const name = speaker.name.split(' ').at(-1) ?? speaker.name;
      return [{ title: `Change to ${name}`, edits: [{ start, end, text: name }] }];
    });
  },
};

/** Whether an attribution's source is as short as "he" or "she". */
function mayBePronoun({ source }: Attribution): boolean {
  return source.length === 1 && source[0].end - source[0].start <= 3;
}

/** The last attribution of the paragraph before. */
function lastBefore(analysis: Analysis, { index }: Paragraph): Attribution | undefined {
  if (index === 0) return undefined;
  return analysis
    .attributionsIn(analysis.article.paragraphs[index - 1])
    .findLast((attribution) => attribution.paragraph === index - 1);
}

/** "Ruiz, who was mayor when she said so": the clause around tells who. */
function isSubordinate(text: string, at: number): boolean {
  return /\b(?:when|where|which|who|whom|that|as|while|after|before|because|since|if|whether)\s+$/u.test(
    text.slice(Math.max(0, at - 10), at).toLowerCase(),
  );
}

/** What has a name and is nobody. */
const NOBODY =
  /\.$|\b(?:Association|Center|Centre|County|University|College|Church|School|Force|Party|Council|Committee|Union|Company|Club|Institute|Foundation|Agency|Department|Court|Bank|Group)\b/u;

/** Whether a name is no place's and no body's. */
function isSomebody(name: string): boolean {
  return !NOBODY.test(name) && !wordList('place').has(name.toLowerCase());
}

/** Whether somebody of that first name can be meant: it is not known for one of the other gender alone. */
function mayBe(name: string, gender: Gender): boolean {
  const first = name.toLowerCase().split(' ')[0];
  const [own, other] = gender === 'male' ? (['male', 'female'] as const) : (['female', 'male'] as const);
  return !wordList(other).has(first) || wordList(own).has(first);
}

function fits({ gender: known }: Speaker, gender: Gender): boolean {
  return known === gender || known === 'unknown';
}

/** Whether `offset` stands in a quotation of a paragraph. */
function isQuoted(analysis: Analysis, paragraph: Paragraph, offset: number): boolean {
  return analysis
    .quotationsIn(paragraph)
    .some(({ spans }) => spans.some(({ start, end }) => start <= offset && offset < end));
}

/**
 * The people named in the nearest sentence before `offset` that names any, two sentences back at most, who can be of
 * that gender. Of two people in one sentence neither is nearer; one alone is clear.
 */
function candidatesBefore(analysis: Analysis, offset: number, gender: Gender): Speaker[] {
  const { paragraphs } = analysis.article;
  let index = paragraphAt(analysis.article, offset)?.index ?? -1;
  const farthest = index - NEAR + 1;
  for (let back = 0, at = offset; back <= SENTENCES && index >= 0; back++) {
    const paragraph = paragraphs[index];
    const sentence = sentenceAt(paragraph, at - 1 - paragraph.start);
    if (!sentence || at <= paragraph.start) {
      index--;
      if (index < Math.max(0, farthest) || paragraphs[index].zone !== 'body') return [];
      at = paragraphs[index].end;
      back--;
      if (at < offset - 2000) return [];
      continue;
    }
    const [from, to] = [paragraph.start + sentence.start, Math.min(at, paragraph.start + sentence.end)];
    const named = new Map<Speaker, number>();
    for (const { speaker, mention } of analysis.mentionsIn(paragraph)) {
      if (speaker.type !== 'person' || mention.form === 'pronoun') continue;
      const { name, role, gender: known } = speaker;
      if (
        mention.start >= from &&
        mention.end <= to &&
        isSomebody(name) &&
        (known === gender ||
          (known === 'unknown' && mayBe(name, gender) && (role !== undefined || isFirstName(name.split(' ')[0])))) &&
        !isQuoted(analysis, paragraph, mention.start) &&
        !/^['’]/.test(analysis.article.text.slice(mention.end, mention.end + 1)) // a possessor is not who speaks
      )
        named.set(speaker, Math.min(mention.start, named.get(speaker) ?? Infinity));
    }
    const people = [...named].sort((a, b) => a[1] - b[1]).map(([speaker]) => speaker);
    if (people.length > 0)
      return people.every(({ gender: known }) => known !== gender) || people.length > 1 ? people : [];
    at = from;
  }
  return [];
}
