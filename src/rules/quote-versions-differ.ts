import type { Analysis } from '../analysis';
import type { Paragraph } from '../article/article';
import { shift, type Span } from '../article/span';
import type { Quotation } from '../quotations/quotation';
import { DOUBTFUL } from '../attribution/attribution';
import { alike, contains, runsOfHashes, shingles } from './quotes/alike';
import { isSignedInside } from './quotes/credited';
import { eachWord, plainWord } from './quotes/plain';
import { copyAt, innerOf, isSaid, short } from './quotes/words';
import { recently } from '../language/recently';
import { STEP, type Carry } from './carry';
import { collect, spanAt, stands, type Place, type Places } from './places';
import type { Rule } from './rule';

/** Less alike are two quotations; fewer words are too easily said twice. */
const ALIKE = 0.7;
const FEWEST_WORDS = 5;
const RUN = 2;

/** A quotation by somebody who is known; spans count from where its first paragraph starts. */
interface Version {
  readonly speaker: string;
  /** Whether the speaker is a guess. */
  readonly doubtful: boolean;
  /** Its plain words, joined by blanks, and the hash of each. */
  readonly text: string;
  readonly hashes: readonly number[];
  /** Which of its paragraph's quotations it is, and over which paragraphs it goes, counted from that one. */
  readonly place: string;
  readonly paragraphs: readonly number[];
  readonly spans: readonly Span[];
  /** What a message shows of each span; cut short when first wanted. */
  shown?: readonly string[];
}

type Spoken = Place<Version>;

/** One speaker's quotations in order of the text, and those that an earlier one differs from. */
interface BySpeaker {
  readonly versions: Spoken[];
  pairs: readonly Pair[];
}

interface Pair {
  readonly later: Spoken;
  readonly earlier: Spoken;
}

type Speakers = ReadonlyMap<string, BySpeaker>;

export const quoteVersionsDiffer: Rule = {
  id: 'quote-versions-differ',
  severity: 'warning',
  description: 'One speaker is quoted twice with nearly the same words.',
  *check(analysis, report, _options, { before, since, keep }: Carry<Known>) {
    const of = (paragraph: Paragraph): readonly Version[] => versionsIn(analysis, paragraph);
    const versions = yield* collect(analysis, before?.versions, since, { of, same });
    const known = before && stands(versions) ? { ...before, versions } : yield* compareAll(versions, before?.speakers);
    keep(known);
    for (const { later, earlier } of known.pairs) {
      const spans = later.item.spans.map((span) => spanAt(analysis, later, span));
      const first = earlier.item.spans.map((span) => spanAt(analysis, earlier, span));
      const shown = (earlier.item.shown ??= first.map(({ start, end }) =>
        short(analysis.article.text.slice(start, end), 60),
      ));
      report({
        start: spans[0].start,
        end: spans[spans.length - 1].end,
        message: 'The same quotation stands elsewhere with other words',
        related: first.map(({ start, end }, i) => ({
          start,
          end,
          message: `Here: ${shown[i]}`,
        })),
        data: first[0].start,
        milder: later.item.doubtful || earlier.item.doubtful,
      });
    }
  },
  fixes(finding, analysis) {
    const first = analysis.quotations.find(({ spans }) => spans[0].start === finding.data);
    const second = analysis.quotations.find(({ spans }) => spans[0].start === finding.start);
    if (!first || !second || first.spans.length > 1 || second.spans.length > 1) return [];
    const { text } = analysis.article;
    const [from, to] = [innerOf(analysis, first.spans[0]), innerOf(analysis, second.spans[0])];
    const [old, now] = [text.slice(from.start, from.end), text.slice(to.start, to.end)];
    const stop = /[.,!?]?$/.exec(now)?.[0] ?? '';
    return [
      {
        title: 'Use the first wording',
        edits: [{ start: to.start, end: to.end, text: old.replace(/[.,]$/, '') + stop }],
      },
    ];
  },
};

/** A quotation's words, or those of a part of it. */
type Wording = Pick<Version, 'text' | 'hashes'>;

const wordingOf = recently((text): Wording => {
  const words: string[] = [];
  const hashes: number[] = [];
  eachWord(text, (start, end, hash) => {
    words.push(plainWord(text.slice(start, end)));
    hashes.push(hash);
  });
  return { text: words.join(' '), hashes };
}, 4000);

const joined = (parts: readonly Wording[]): Wording => ({
  text: parts.flatMap(({ text }) => (text === '' ? [] : text)).join(' '),
  hashes: parts.flatMap(({ hashes }) => hashes),
});

function same(a: Version, b: Version): boolean {
  return a.speaker === b.speaker && a.doubtful === b.doubtful && a.text === b.text && a.place === b.place;
}

/** The quotations by somebody known that begin in a paragraph. */
function versionsIn(analysis: Analysis, paragraph: Paragraph): readonly Version[] {
  const quotations = analysis.quotationsIn(paragraph);
  if (quotations.length === 0) return NONE;
  return quotations.flatMap((quotation, nth) =>
    quotation.paragraphs[0] === paragraph.index ? (versionOf(analysis, quotation, paragraph, nth) ?? NONE) : NONE,
  );
}

function versionOf(
  analysis: Analysis,
  quotation: Quotation,
  { index: home, start: origin }: Paragraph,
  nth: number,
): Version | undefined {
  if (!isSaid(quotation) || quotation.wordCount < FEWEST_WORDS) return undefined;
  const attribution = analysis.attributionOf(quotation);
  const speaker = attribution?.speaker?.id;
  if (!speaker) return undefined;
  if (isSignedInside(analysis, quotation)) return undefined;
  const parts = quotation.spans.map((span, i) => wordingOf(copyAt(analysis, quotation.paragraphs[i], span)));
  const { text, hashes } = parts.length === 1 ? parts[0] : joined(parts);
  const paragraphs = quotation.paragraphs.map((index) => index - home);
  return {
    speaker,
    doubtful: attribution.confidence < DOUBTFUL,
    text,
    hashes,
    place: `${nth},${paragraphs.join()}`,
    paragraphs,
    spans: quotation.spans.map((span) => shift(span, -origin)),
  };
}

interface Known {
  readonly versions: Places<Version>;
  readonly speakers: Speakers;
  readonly pairs: readonly Pair[];
}

/** Compares each speaker's quotations; those of whom nothing has changed are compared already. */
function* compareAll(versions: Places<Version>, before: Speakers | undefined): Generator<void, Known> {
  const speakers = new Map<string, BySpeaker>();
  for (const version of versions.all) {
    const spoken = speakers.get(version.item.speaker);
    if (spoken) spoken.versions.push(version);
    else speakers.set(version.item.speaker, { versions: [version], pairs: NONE });
  }
  const pairs: Pair[] = [];
  let looked = 0;
  for (const [speaker, spoken] of speakers) {
    if (spoken.versions.length < 2) continue;
    const last = before?.get(speaker);
    const isSame =
      last?.versions.length === spoken.versions.length && last.versions.every((one, i) => one === spoken.versions[i]);
    if (isSame) spoken.pairs = last.pairs;
    else {
      const index = shingles<Spoken>();
      const found: Pair[] = [];
      for (const later of spoken.versions) {
        const runs = runsOfHashes(later.item.hashes, RUN);
        const earlier = [...index.near(runs).keys()].find((one) => differ(one, later));
        index.add(later, runs);
        if (earlier) found.push({ later, earlier });
        looked += later.item.text.length;
        if (looked < STEP) continue;
        looked = 0;
        yield;
      }
      spoken.pairs = found;
    }
    for (const pair of spoken.pairs) pairs.push(pair);
  }
  return { versions, speakers, pairs };
}

const NONE: readonly never[] = [];

/** Whether two quotations are versions of one: nearly alike, not the same, not a part of the other, not a refrain. */
function differ(one: Spoken, other: Spoken): boolean {
  const [a, b] = [one.item, other.item];
  if (a.text === b.text) return false;
  if (Math.min(a.text.length, b.text.length) < ALIKE * Math.max(a.text.length, b.text.length)) return false;
  const by = one.paragraph - other.paragraph;
  if (a.paragraphs.some((index) => b.paragraphs.includes(index + by))) return false;
  if (contains(a.text, b.text) || contains(b.text, a.text)) return false;
  return alike(a.text, b.text) >= ALIKE;
}
