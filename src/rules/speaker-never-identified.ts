import type { Analysis } from '../analysis';
import type { Paragraph } from '../article/article';
import { remember, type Prose } from '../article/prose';
import type { Span } from '../article/span';
import { cueForm } from '../attribution/cues';
import { DOUBTFUL, type Attribution } from '../attribution/attribution';
import { FUNCTION_WORDS, isVerbForm, wordList } from '../language/lexicon';
import type { Carry } from './carry';
import { plain } from './names/same';
import { collect, spanAt, tally, type Places, type Tally } from './places';
import type { Quotation } from '../quotations/quotation';
import type { Rule } from './rule';
import { capitalsOf } from './matches';

/** One name is all that these have, or need. */
const MONONYM = /^(?:@|#)|^\p{Lu}+$|\d/u;

/** What stands like a name above or before what it labels. */
const LABEL =
  /^(?:Transcript|Statement|Update|Editor|Video|Audio|Caption|Question|Answer|Reader|Readers|Headline|Translation|Excerpt|Letter|Note|Quote)s?$/;

interface Quoted extends Span {
  readonly name: string;
}

interface Known {
  readonly quoted: Places<Quoted>;
  /** Names that the article says more of; asked for where somebody is quoted so, and kept from then on. */
  readonly identified?: Tally;
}

export const speakerNeverIdentified: Rule = {
  id: 'speaker-never-identified',
  severity: 'warning',
  description: 'Somebody is quoted by one name, and the article never says who that is.',
  *check(analysis, report, _options, { before, since, around, keep }: Carry<Known>) {
    const of = (paragraph: Paragraph): readonly Quoted[] =>
      analysis
        .attributionsIn(paragraph)
        .flatMap((attribution) =>
          attribution.paragraph === paragraph.index ? (quotedName(analysis, paragraph, attribution) ?? NONE) : NONE,
        );
    const quoted = yield* collect(analysis, before?.quoted, around, {
      of,
      same: (a, b) => a.name === b.name,
      reach: 1,
    });
    const identified =
      quoted.all.length > 0 || before?.identified
        ? yield* tally(analysis, before?.identified, since, ({ zone, prose }) =>
            zone === 'code' || zone === 'comment' ? NOBODY : remember(prose, identifiedIn, identifiedIn),
          )
        : undefined;
    keep({ quoted, identified });
    const seen = new Set<string>();
    for (const place of quoted.all) {
      const { name, start, end } = place.item;
      const key = plain(name);
      if (seen.has(key) || identified?.counts.has(key)) continue;
      seen.add(key);
      report({
        ...spanAt(analysis, place, { start, end }),
        message: `${name}: give a first name or a role at first mention`,
      });
    }
  },
};

/** A lone name that somebody is quoted by, as far as its surroundings tell; offsets from where the paragraph starts. */
function quotedName(
  analysis: Analysis,
  { start: origin }: Paragraph,
  { kind, speaker, source, mention, confidence, quotations, paragraph }: Attribution,
): Quoted | undefined {
  if (kind === 'indirect' || source.length !== 1 || !quotations.some((quotation) => quotation.kind === 'speech'))
    return undefined;
  if (speaker && speaker.type !== 'person' && speaker.type !== 'organisation') return undefined;
  if (speaker?.role || speaker?.affiliation) return undefined;
  const [{ start, end }] = source;
  const { text } = analysis.article;
  const name = text.slice(start, end);
  if (
    /[\p{L}\p{N}]/u.test(text[end] ?? '') ||
    !/^\p{Lu}[\p{L}’'-]+$/u.test(name) ||
    MONONYM.test(name) ||
    LABEL.test(name) ||
    isCommonWord(name)
  )
    return undefined;
  if (
    FUNCTION_WORDS.has(name.toLowerCase()) ||
    /^\s+(?:\p{Ll}+\s+\p{Lu}|(?:in|on|at)\s+\d)/u.test(text.slice(end, end + 30))
  )
    return undefined;
  // "prominent Republicans said": what a plain word narrows down is no name
  const before = /(\p{Ll}+)[^\S\n]+$/u.exec(text.slice(Math.max(0, start - 20), start))?.[1];
  if (before && !FUNCTION_WORDS.has(before) && !cueForm(before)) return undefined;
  const known = speaker?.type === 'person' && confidence >= DOUBTFUL;
  if (!known && !isSomebody(analysis, name, paragraph, quotations)) return undefined;
  if (mention && mention.form !== 'surname' && mention.form !== 'full-name' && mention.form !== 'first-name')
    return undefined;
  return { name, start: start - origin, end: end - origin };
}

/** "Back in May, …", "HuffWire": a plain word at a sentence's start, or what is written as a firm's name is. */
function isCommonWord(name: string): boolean {
  return (
    isVerbForm(name.toLowerCase()) || wordList('infinitive').has(name.toLowerCase()) || /\p{Ll}{3}\p{Lu}/u.test(name)
  );
}

/** A lone name that the engine could not place is a person where it says "I", or "he" or "she" follows. */
function isSomebody(analysis: Analysis, name: string, paragraph: number, quotations: readonly Quotation[]): boolean {
  const words = quotations.flatMap(({ spans }) =>
    spans.map(({ start, end }) => analysis.article.text.slice(start, end)),
  );
  if (words.some((said) => /(?<![\p{L}])(?:I|I['’](?:m|ve|ll|d)|[Mm]y|me|myself)(?![\p{L}])/u.test(said))) return true;
  const around = analysis.article.paragraphs.slice(paragraph, paragraph + 2);
  return around.some(({ prose }) =>
    new RegExp(`\\b${escape(name)}\\b[^]*\\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er)\\b`, 'u').test(prose.text),
  );
}

function escape(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** "Ada J. ": the stop behind an initial, or behind a short title, ends no sentence. */
const INITIAL =
  /(?:\p{Lu}[\p{L}’'-]*\s+|\b)\p{Lu}\.\s+$|\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Capt|Rev|St)\.\s+$/u;
const NAME = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}’'-]+/uy;
/** What leads up to a name, looked for backwards from it: two names, a title, "the singer Drax", "his neighbour, Drax". */
const LED =
  /(?<=(?:\p{Lu}[\p{L}.’'-]*["”’']?|\b(?:the|a|an|his|her|their|its|’s|'s)\s+(?:[\p{L}-]+\s+){0,2}[\p{L}-]+,?)\s+)/uy;
const FOLLOWED =
  /^(?:,\s+(?:\d|an?\b|the\b|who\b|whose\b|of\b|from\b|his\b|her\b|\p{L}+['’]s\b|\p{Ll}+\s+(?:of|at|for)\b)|\s+\p{Lu}\p{Ll}|\s+\(|,\s+\p{Ll}+(?:er|or|ist|man|woman|ant|ent|ian|ee)\b)/u;

/**
 * Every name that a paragraph says more of: a word before it that is a first name, a title or a role, an apposition
 * after it. Generous on purpose: a miss is better than a false alarm.
 */
function identifiedIn({ text }: Prose): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { index, 0: name } of capitalsOf(NAME, text)) {
    const bare = name.endsWith('s') ? name.replace(/['’]s$/u, '') : name;
    const end = index + bare.length;
    if (isLed(text.slice(Math.max(0, index - 40), index)) || FOLLOWED.test(text.slice(end, end + 60)))
      names.add(plain(bare));
  }
  return names.size > 0 ? names : NOBODY;
}

const NONE: readonly never[] = [];
const NOBODY: ReadonlySet<string> = new Set();

function isLed(before: string): boolean {
  LED.lastIndex = before.length;
  return LED.test(before) && (!/[.!?]["”’']?\s+$/.test(before) || INITIAL.test(before));
}
