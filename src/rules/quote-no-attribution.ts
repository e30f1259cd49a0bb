import type { Analysis } from '../analysis';
import type { Paragraph } from '../article/article';
import { lowerBound, overlaps } from '../article/span';
import type { Attribution } from '../attribution/attribution';
import { cueForm, type CueClass } from '../attribution/cues';
import type { Quotation } from '../quotations/quotation';
import { introducesSpeech } from '../quotations/kind-features';
import type { Carry } from './carry';
import { inArticle } from './copy';
import { attributeTo, likelySpeakers } from './fix/attribution';
import { collect, type Places } from './places';
import { namedBeside } from './quotes/adjacent';
import { creditedByLayout } from './quotes/credited';
import { isCrosshead, isEpigraph, underShortLine } from './quotes/layout';
import { copyAt, innerOf, inCopy, isWhole } from './quotes/words';
import type { Fix, Rule } from './rule';

/** Fewer words may be anything: an exclamation, a sign on a door. */
const FEWEST_WORDS = 4;
const FEWEST_IN_PULL = 7;

export const quoteNoAttribution: Rule = {
  id: 'quote-no-attribution',
  severity: 'warning',
  description: 'A quotation whose speaker cannot be told.',
  *check(analysis, report, _options, { before, since, keep }: Carry<Places<Unsigned>>) {
    const unsigned = yield* collect(analysis, before, since, {
      of: (paragraph) => unsignedIn(analysis, paragraph),
      same: () => true,
      reach: 2,
    });
    keep(unsigned);
    for (const { item, paragraph } of unsigned.all) {
      const quotation = analysis.quotationsIn(analysis.article.paragraphs[paragraph])[item.nth];
      if (isEpigraph(analysis, quotation) || isCrosshead(analysis, quotation) || isPulled(analysis, quotation))
        continue;
      const { spans } = quotation;
      report({
        start: spans[0].start,
        end: spans[spans.length - 1].end,
        message: item.likely
          ? `Nothing here says who speaks: is it still ${item.likely}?`
          : 'No speaker for this quotation: say who said it',
        milder: item.doubtful,
      });
    }
  },
  fixes(finding, analysis) {
    const quotation = analysis.quotations.find(({ spans }) => spans[0].start === finding.start);
    if (!quotation) return [];
    return likelySpeakers(analysis, quotation)
      .map((speaker) => attributeTo(analysis, quotation, speaker))
      .filter((fix): fix is Fix => fix !== undefined);
  },
};

/** A quotation that nobody signs, as far as the paragraphs around it tell. */
interface Unsigned {
  /** Which of its paragraph's quotations it is. */
  readonly nth: number;
  /** Who speaks as far as the engine can tell. */
  readonly likely?: string;
  readonly doubtful: boolean;
}

const NONE: readonly never[] = [];

/** Those that begin in a paragraph. */
function unsignedIn(analysis: Analysis, paragraph: Paragraph): readonly Unsigned[] {
  const quotations = analysis.quotationsIn(paragraph);
  if (quotations.length === 0) return NONE;
  return quotations.flatMap((quotation, nth): readonly Unsigned[] => {
    if (quotation.paragraphs[0] !== paragraph.index || !isUnsigned(analysis, quotation)) return NONE;
    if (namedBeside(analysis, quotation)) return NONE;
    const likely = likelySpeaker(analysis, quotation);
    const attribution = analysis.attributionOf(quotation);
    const doubtful =
      likely !== undefined || announced(analysis, quotation) || (attribution !== undefined && isCrowd(attribution));
    return [{ nth, likely, doubtful }];
  });
}

function isUnsigned(analysis: Analysis, quotation: Quotation): boolean {
  if (quotation.kind !== 'speech' || quotation.wordCount < FEWEST_WORDS || quotation.style === 'none') return false;
  if (!inCopy(analysis, quotation) || !quotation.closed || hasSource(analysis, quotation)) return false;
  if (underShortLine(analysis, quotation) || creditedByLayout(analysis, quotation)) return false;
  if (isBetweenDashes(analysis, quotation)) return false;
  return !goesOnInRun(analysis, quotation) && !narratorFollows(analysis, quotation);
}

/** Where a quotation stands among all, which are in order of the text. */
function placeOf({ quotations }: Analysis, { spans: [{ start }] }: Quotation): number {
  return lowerBound(quotations, ({ spans }) => spans[0].start < start);
}

/** Whether somebody is named with the quotation, or with one that it follows on, found by the engine or not. */
function hasSource(analysis: Analysis, quotation: Quotation): boolean {
  const attribution = analysis.attributionOf(quotation);
  if (!attribution || (!attribution.speaker && attribution.source.length === 0) || isCrowd(attribution))
    return narratorReports(analysis, quotation);
  const named = [...attribution.cue, ...attribution.source];
  return (
    attribution.continues !== undefined ||
    named.some(({ start }) => standsWith(analysis, quotation, start)) ||
    !byItself(analysis, quotation)
  );
}

/** "Farmers lined the road. “They never asked.”": a sentence about many before the quotation names nobody who speaks. */
function isCrowd({ certainty, cue, speaker }: Attribution): boolean {
  return certainty === 'inferred' && cue.length === 0 && speaker?.plural === true;
}

/**
 * Whether the quotation is a paragraph of its own right behind another such: of a run of quotations the first is
 * reported, or is as clear as the rest.
 */
function goesOnInRun(analysis: Analysis, quotation: Quotation): boolean {
  const { quotations } = analysis;
  const before = quotations[placeOf(analysis, quotation) - 1];
  const index = quotation.paragraphs[0];
  if (!before || before.kind !== 'speech' || before.paragraphs.at(-1) !== index - 1) return false;
  return isWhole(analysis, quotation) && isWhole(analysis, before);
}

/** A pull quote: a paragraph of its own whose words the copy has as well. */
function isPulled(analysis: Analysis, quotation: Quotation): boolean {
  if (!isWhole(analysis, quotation) || quotation.wordCount < FEWEST_IN_PULL) return false;
  const { text } = analysis.article;
  const { start, end } = innerOf(analysis, quotation.spans[0]);
  // without the first letter and the last stop, which the copy may write otherwise
  const words = text.slice(start + 1, Math.min(end - 1, start + 120));
  return text.indexOf(words) !== start + 1 || text.includes(words, start + 2);
}

/** Whether somebody stands with a verb behind the quotation, or behind one before it in its paragraph, known or not. */
function narratorFollows(analysis: Analysis, quotation: Quotation): boolean {
  const { article, quotations } = analysis;
  const home = quotation.paragraphs[0];
  for (let i = placeOf(analysis, quotation); i >= 0 && quotations[i].paragraphs.includes(home); i--) {
    const { kind, spans, paragraphs } = quotations[i];
    const { start, end } = spans[spans.length - 1];
    const after = article.text.slice(end, article.paragraphs[paragraphs[paragraphs.length - 1]].end);
    const tail = tailOf(copyAt(analysis, paragraphs[paragraphs.length - 1], { start, end }));
    if (kind === 'speech' && tail?.test(after)) return true;
  }
  return false;
}

/** What tells, behind marks that close so, that the sentence goes on with who speaks: `"…," the board states`. */
function tailOf(closing: string): RegExp | undefined {
  if (/,["”’'»]+$/u.test(closing)) return /^\s+\p{L}/u;
  if (/[\p{L}\p{N}]["”’'»]+$/u.test(closing)) return /^\s+\p{Ll}/u;
  return /[?!…–—-]["”’'»]+$/u.test(closing) ? TURN : undefined;
}

/** `the act—"My plan!"—wears thin`: the narrator's sentence holds it between dashes. */
function isBetweenDashes({ article: { text } }: Analysis, { spans }: Quotation): boolean {
  const before = text.slice(Math.max(0, spans[0].start - 2), spans[0].start);
  const { end } = spans[spans.length - 1];
  return /[—–-]\s?$/.test(before) && /^\s?[—–-]/.test(text.slice(end, end + 2));
}

/** `"So?" pressed Poe`, `"So?" Ana Poe pressed. "And now?"` */
const TURN = /^\s+(?:\p{Ll}|(?:[HI]e?|She|They|We|\p{Lu}[\p{L}.’'-]+(?:\s+\p{Lu}[\p{L}.’'-]+){0,3})\s+\p{Ll}+[.,])/u;

/** Whether `offset` lies in one of the quotation's own paragraphs. */
function standsWith({ article }: Analysis, { paragraphs }: Quotation, offset: number): boolean {
  return paragraphs.some(
    (index) => article.paragraphs[index].start <= offset && offset < article.paragraphs[index].end,
  );
}

/**
 * Whether nothing but the paragraph before could tell who speaks: the quotation is a paragraph of its own, nobody is
 * quoted right before it, and no colon brings it in.
 */
function byItself(analysis: Analysis, quotation: Quotation): boolean {
  const { article } = analysis;
  const [index] = quotation.paragraphs;
  if (!isWhole(analysis, quotation)) return false;
  const before = article.paragraphs.at(index - 1);
  if (!before || index === 0 || before.zone !== 'body' || /[:–—-]$/.test(before.prose.text.trimEnd())) return false;
  return analysis.quotationsIn(before).length === 0;
}

/** Who speaks as far as the engine can tell, though nothing beside the quotation says so: the desk may let it pass. */
function likelySpeaker(analysis: Analysis, quotation: Quotation): string | undefined {
  const speaker = analysis.attributionOf(quotation)?.speaker;
  return speaker?.type === 'person' || speaker?.type === 'role' ? speaker.name : undefined;
}

/** What copy announces before it quotes from it. */
const ANNOUNCED =
  /\b(?:statement|letter|memo|post|tweet|e-?mail|message|transcript|testimony|speech|remarks|interview|report|brief|article|essay|column|editorial|poll|survey|exchange|excerpt|passage|note|quote|question|answer|reply|remark|comment)s?\b/iu;

/**
 * Whether the sentence before speaks of something that the quotation may be taken from (a letter, a speech), asks,
 * reports ("Poe praised the crew"), or has a "he" or "she" who may speak.
 */
function announced(analysis: Analysis, { spans, paragraphs: [index] }: Quotation): boolean {
  const { paragraphs } = analysis.article;
  const home = paragraphs[index];
  const own = spans[0].start - home.start;
  const inside = home.prose.text.slice(0, own).trim() !== '';
  const where = inside || index === 0 ? home : paragraphs[index - 1];
  const { sentences, text } = where.prose;
  const last = sentences.findLast(({ end }) => !inside || end <= own);
  if (!last) return false;
  const words = text.slice(last.start, last.end);
  if (ANNOUNCED.test(words) || /\?\s*$/.test(words)) return true;
  if (inside && /(?<!\p{L})(?:he|she)(?!\p{L})/iu.test(words)) return true;
  // what a body or a crowd is reported to have said is over with its sentence
  const cited = analysis
    .attributionsIn(where)
    .filter(({ cue }) => cue.some((span) => overlaps(span, inArticle(where, last))));
  const isOver = cited.length > 0 && cited.every(({ speaker }) => speaker !== null && speaker.type !== 'person');
  return !isOver && words.split(/[^\p{L}’'-]+/u).some(reports);
}

/** Whether a word is a finite form of a verb that reports what somebody says. */
function reports(word: string): boolean {
  const form = cueForm(word.toLowerCase());
  return form !== undefined && (form.form === 'past' || form.form === 'present') && !NO_SPEECH.has(form.cueClass);
}

const NO_SPEECH: ReadonlySet<CueClass> = new Set<CueClass>([
  'gesture',
  'mental',
  'document',
  'relay',
  'weak',
  'preposition',
]);

/** A verb of speech in the narrator's words of the same sentence: somebody is named there, found or not. */
function narratorReports({ article }: Analysis, { spans, paragraphs }: Quotation): boolean {
  const home = article.paragraphs[paragraphs[0]];
  const { end } = article.paragraphs[paragraphs[paragraphs.length - 1]];
  const lead = article.text.slice(home.start, spans[0].start);
  const before = lead.replace(QUOTED, ' ');
  // what follows on a quotation in the paragraph has its speaker there, found or not
  if (before.length < lead.length && before.split(/[.!?]\s/).some(introducesSpeech)) return true;
  const after = article.text.slice(spans[spans.length - 1].end, end).replace(QUOTED, ' ');
  return (!/[.!?]\s*$/.test(before) && introducesSpeech(before)) || introducesSpeech(/^[^.!?]*/.exec(after)?.[0] ?? '');
}

const QUOTED = /["“][^"“”]*["”]/g;
