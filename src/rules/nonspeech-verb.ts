import { shift, type Span } from '../article/span';
import { scannedQuotations, type QuotedPart } from './copy';
import { sameForm } from './fix/verbs';
import type { Fix, Rule } from './rule';
import { watchFor } from './watch';

/** Gestures that cannot utter words, base form and noun. Those that can ("sob", "snort", "joke") are left alone. */
const GESTURES = new Map([
  ['smile', 'a smile'],
  ['grin', 'a grin'],
  ['laugh', 'a laugh'],
  ['chuckle', 'a chuckle'],
  ['giggle', 'a giggle'],
  ['sigh', 'a sigh'],
  ['shrug', 'a shrug'],
  ['nod', 'a nod'],
  ['frown', 'a frown'],
  ['wink', 'a wink'],
  ['smirk', 'a smirk'],
  ['grimace', 'a grimace'],
  ['wince', 'a wince'],
  ['scowl', 'a scowl'],
  ['blush', 'a blush'],
  ['beam', 'a beaming smile'],
]);

const FORMS =
  'smiles|smiled|grins|grinned|laughs|laughed|chuckles|chuckled|giggles|giggled|sighs|sighed|shrugs|shrugged|nods|nodded|frowns|frowned|winks|winked|' +
  'smirks|smirked|grimaces|grimaced|winces|winced|scowls|scowled|blushes|blushed|beams|beamed';
const WORDS = watchFor(FORMS.replaceAll('|', ' '));
const SPEAKER =
  "(?:he|she|they|I|we|(?:(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|an?)\\s+)?(?:[\\p{L}][\\p{L}’'-]*\\s+){0,3}?[\\p{L}][\\p{L}’'.-]*(?:,[^,.;:!?]{1,60},)?)";
/** `", Poe grinned` and `," grinned Poe`: what follows the closing mark. */
const AFTER = new RegExp(
  `^\\s*,?\\s*(?:(${SPEAKER}\\s+(?:\\p{L}+ly\\s+)?)(${FORMS})|()(${FORMS})(?=\\s+${SPEAKER}))(?![\\p{L}])`,
  'u',
);
/** `Poe grinned: "…"`, `Poe grinned, "…"`: what stands before the opening mark. */
const BEFORE = new RegExp(`(?:^|[.!?;]\\s+|\\n)\\s*(?:[^.!?;:,]{0,60}\\s)?(${FORMS})\\s*[,:]\\s*$`, 'u');
const SPEECH =
  /\b(?:say|says|said|add|adds|added|reply|replies|replied|ask|asks|asked|tell|tells|told|answer|answers|answered|call|calls|called|shout|shouts|shouted|explain|explains|explained)\b/u;

/** A gesture as the cue of a quotation: the verb, relative to the paragraph; and whether its subject follows it. */
interface Gesture extends Span {
  readonly inverted: boolean;
}

export const nonspeechVerb: Rule = {
  id: 'nonspeech-verb',
  severity: 'warning',
  description: 'A gesture stands where a verb of speech belongs.',
  reach: 0,
  words: WORDS,
  checkParagraph(analysis, paragraph, report) {
    const { text } = analysis.article;
    const done = new Set<number>();
    for (const gesture of scannedQuotations(analysis, paragraph, gestures, gestures)) {
      const { inverted } = gesture;
      const { start, end } = shift(gesture, paragraph.start);
      if (done.has(start)) continue;
      done.add(start);
      const verb = text.slice(start, end);
      report({ start, end, message: `“${verb}”: words are said, not ${participle(verb)}`, data: { inverted } });
    }
  },
  async fixes(finding, analysis): Promise<readonly Fix[]> {
    const { inverted } = finding.data as { readonly inverted: boolean };
    const verb = analysis.article.text.slice(finding.start, finding.end);
    const base = baseOf(verb);
    const said = base && (await sameForm(verb, base, 'say'));
    if (!said) return [];
    const { start, end } = finding;
    const plain: Fix = {
      title: `Change “${verb}” to “${said}”`,
      edits: [{ start, end, text: said }],
      preferred: inverted,
      safe: true,
    };
    if (inverted) return [plain];
    const withNoun = `${said} with ${GESTURES.get(base)}`;
    return [
      {
        title: `Change “${verb}” to “${withNoun}”`,
        edits: [{ start, end, text: withNoun }],
        preferred: true,
        safe: true,
      },
      plain,
    ];
  },
};

function baseOf(verb: string): string | undefined {
  const lower = verb.toLowerCase();
  return [...GESTURES.keys()].find((base) => new RegExp(`^${base}(?:s|es|d|ed|${base.at(-1)}ed)$`).test(lower));
}

function participle(verb: string): string {
  const base = baseOf(verb) ?? verb;
  return FORMS.split('|').find((form) => form.startsWith(base) && form.endsWith('ed')) ?? verb;
}

/** The gestures that carry the quotations of a paragraph, relative to it. */
function gestures(text: string, parts: readonly QuotedPart[]): Gesture[] {
  const found: Gesture[] = [];
  for (const { kind, start, end } of parts) {
    if (kind !== 'speech' && kind !== 'partial') continue;
    const own = cueAfter(text, end) ?? cueBefore(text, start);
    if (own) found.push(own);
  }
  return found;
}

/** `"…," Poe grinned.`: only where the quotation ends as one that a cue follows. */
function cueAfter(text: string, end: number): Gesture | undefined {
  if (!/[,?!…—–-]["”’'»]{1,2}\s*$|["”’'»]{1,2},?\s*$/u.test(text.slice(Math.max(0, end - 12), end + 1)))
    return undefined;
  if (/\.["”’'»]{1,2}$/u.test(text.slice(Math.max(0, end - 12), end).trimEnd())) return undefined;
  const rest = text.slice(end, end + 160);
  const match = AFTER.exec(rest);
  if (!match) return undefined;
  const verb = match[2] ?? match[4];
  const at = match[2] ? match[0].length - verb.length : match[0].indexOf(verb);
  const subject = match[1] ?? '';
  // "laughed and said", "shrugged, then added": another verb utters the words
  const clause = /^[^.!?;“"‘]*/u.exec(rest.slice(at + verb.length))?.[0] ?? '';
  if (
    SPEECH.test(subject) ||
    /\b(?:and|but|as|who|which|while|when|to)\s/u.test(subject) ||
    SPEECH.test(clause.slice(0, 60))
  )
    return undefined;
  return { start: end + at, end: end + at + verb.length, inverted: !match[2] };
}

/** `Poe grinned: "…"`. */
function cueBefore(text: string, start: number): Gesture | undefined {
  const before = text.slice(Math.max(0, start - 120), start);
  const match = BEFORE.exec(before);
  if (!match || SPEECH.test(match[0])) return undefined;
  const at = before.lastIndexOf(match[1]);
  const from = Math.max(0, start - 120) + at;
  return { start: from, end: from + match[1].length, inverted: false };
}
