import { sentenceAt } from './copy';
import { isHead, mayBeSame, titledMentions, type TitledMention } from './names/people';
import type { Fix, Rule } from './rule';
import { remember, type Prose } from '../article/prose';
import type { Sentence } from '../article/sentences';
import type { Span } from '../article/span';

/** What the fixes need: the name here, and the other names of the office with their places. */
interface Data {
  readonly name: Span;
  readonly others: readonly Span[];
}

/** A change of office, in the sentence: both names may then be right. */
const CHANGE =
  /\b(?:succe(?:ed|ss)|replac|took over|takes over|taking over|predecessor|stepp?(?:ed|s|ing)? down|resign|oust|elect(?:ed|ion)|defeat|unseat|until|handed|inaugurat|sworn|appoint|nominat|retire|years? (?:ago|before|earlier)|last year|decades?|century|became|become|run(?:s|ning)? (?:for|against)|(?:in|from|by) (?:1\d|20)\d\d|the (?:1\d|20)\d0s)/iu;

/** Offices of a town or a body that an article has one of: no realm needs to stand with them. */
const LOCAL = new Set(
  (
    'mayor|lord mayor|superintendent|secretary-general|pope|police chief|fire chief|harbour master|head teacher|town clerk|city manager|' +
    'chief constable|police commissioner|archbishop|first minister|prime minister|foreign minister|chief prosecutor|chief justice|provost|sheriff'
  ).split('|'),
);
/** Offices of teams: an article on a match has two of each. */
const TEAM = new Set(['manager', 'coach', 'head coach', 'captain', 'boss', 'leader', 'head', 'chief', 'editor']);

export const titleTwoNames: Rule = {
  id: 'title-two-names',
  severity: 'warning',
  description: 'One office that only one person can hold has two names.',
  check(analysis, report) {
    const byOffice = new Map<string, TitledMention[]>();
    for (const mention of titledMentions(analysis)) {
      const { office, notInOffice, realm } = mention.titled;
      if (!mention.name || notInOffice || office.holders === 'many') continue;
      if (office.holders === 'portfolio' && (realm.length === 0 || TEAM.has(office.name))) continue;
      if (changes(mention)) continue;
      const holders = byOffice.get(office.name);
      if (holders) holders.push(mention);
      else byOffice.set(office.name, [mention]);
    }
    for (const mentions of byOffice.values()) {
      const done = new Set<TitledMention>();
      for (const first of mentions) {
        if (done.has(first)) continue;
        const others = mentions.filter(
          (other) =>
            other.start > first.start &&
            !mayBeSame(first.titled.nameWords, other.titled.nameWords) &&
            sameOffice(first, other),
        );
        if (others.length === 0) continue;
        for (const mention of mentions) done.add(mention);
        const { text } = analysis.article;
        const [title, here, there] = [first.title, first.name, others[0].name].map(
          (span) => span && text.slice(span.start, span.end).replace(/\s+/g, ' '),
        );
        report({
          start: first.start,
          end: first.end,
          message: `${title}: ${here} here, ${there} ${isHead(first.paragraph) ? 'in the body' : 'further down'}`,
          related: others.map(({ start, end, name }) => ({
            start,
            end,
            message: `${name ? text.slice(name.start, name.end) : ''} here`,
          })),
          data: {
            name: first.name ?? first,
            others: others.flatMap(({ name }) => (name ? [name] : [])),
          } satisfies Data,
        });
      }
    }
  },
  fixes(finding, analysis) {
    const { name, others } = finding.data as Data;
    const { text } = analysis.article;
    const [here, there] = [name, others[0]].map(({ start, end }) => text.slice(start, end));
    const fixes: Fix[] = [
      { title: `Change ${here} to ${there}`, edits: [{ ...name, text: there }] },
      { title: `Change ${there} to ${here}`, edits: others.map((other) => ({ ...other, text: here })) },
    ];
    return fixes;
  },
};

/** The sentences of a paragraph that tell of a change in office, or of times past. */
const ofChanges = ({ sentences, text }: Prose): ReadonlySet<Sentence> =>
  new Set(sentences.filter(({ start, end }) => CHANGE.test(text.slice(start, end))));

/** Whether the sentence tells of a change in office, or of times past. */
function changes({ titled, paragraph }: TitledMention): boolean {
  const sentence = sentenceAt(paragraph, titled.start);
  return sentence !== undefined && remember(paragraph.prose, ofChanges, ofChanges).has(sentence);
}

function sameOffice(a: TitledMention, b: TitledMention): boolean {
  const [x, y] = [a.titled.realm, b.titled.realm];
  const same = x.length === y.length && x.every((word, i) => word === y[i]);
  if (same && x.length > 0) return true;
  if (!LOCAL.has(a.titled.office.name)) return false;
  // popes of other times keep the title
  if (a.titled.office.name === 'pope' && !isHead(a.paragraph)) return false;
  if (same) return !(placed(a) && placed(b)) && !sameSentence(a, b);
  // "Alton Mayor Ana Ruiz … Mayor Tom Poe": one of the two goes without its place
  if (x.length > 0 && y.length > 0) return false;
  // "Mayor Ana Ruiz … Alton Mayor Tom Poe": in running copy that is another town's
  if (x.length === 0 && a.titled.office.name !== 'secretary-general' && !isHead(a.paragraph)) return false;
  return (
    /^(?:mayor|superintendent|secretary-general|harbour master|police chief)$/.test(a.titled.office.name) &&
    !placed(a) &&
    !placed(b) &&
    !sameSentence(a, b)
  );
}

function sameSentence(a: TitledMention, b: TitledMention): boolean {
  return (
    a.paragraph === b.paragraph && sentenceAt(a.paragraph, a.titled.start) === sentenceAt(b.paragraph, b.titled.start)
  );
}

/** Whether the sentence names a place beside the office: "In Alton, Mayor Ana Ruiz …". */
function placed({ titled, paragraph }: TitledMention): boolean {
  const sentence = sentenceAt(paragraph, titled.start);
  if (!sentence) return false;
  return /\b(?:[Ii]n|[Oo]f|[Ff]rom|[Aa]t|[Nn]ear|neighbou?ring|nearby)\s+\p{Lu}/u.test(
    paragraph.prose.text.slice(sentence.start, titled.start),
  );
}
