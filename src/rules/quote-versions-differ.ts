import type { Analysis } from '../analysis';
import type { Quotation } from '../quotations/quotation';
import { DOUBTFUL } from '../attribution/attribution';
import { alike, contains, shingles } from './quotes/alike';
import { isSignedInside } from './quotes/credited';
import { copyAt, innerOf, isSaid, plainWords, short } from './quotes/words';
import { recently } from '../language/recently';
import { perQuotation, type Carry } from './carry';
import { quotationsIn } from './copy';
import type { Rule } from './rule';

/** Less alike are two quotations; fewer words are too easily said twice. */
const ALIKE = 0.7;
const FEWEST_WORDS = 5;

/** A quotation by somebody who is known. */
interface Version {
  readonly speaker: string;
  /** Whether the speaker is a guess. */
  readonly doubtful: boolean;
  readonly words: readonly string[];
  readonly text: string;
  /** Which of its paragraph's quotations it is, and over which paragraphs it goes, counted from that one. */
  readonly place: string;
}

/** One speaker's quotations in order of the text, and those that an earlier one differs from. */
interface Spoken {
  readonly versions: Version[];
  earlier: ReadonlyMap<Version, Version>;
}

interface Known {
  /** By quotation. */
  readonly versions: readonly (Version | undefined)[];
  readonly speakers: ReadonlyMap<string, Spoken>;
}

export const quoteVersionsDiffer: Rule = {
  id: 'quote-versions-differ',
  severity: 'warning',
  description: 'One speaker is quoted twice with nearly the same words.',
  check(analysis, report, _options, { before, since, keep }: Carry<Known>) {
    const fresh = perQuotation(analysis, before?.versions, since, (quotation) => versionOf(analysis, quotation));
    const same = before !== undefined && readAlike(before.versions, fresh);
    const { versions, speakers } = same
      ? before
      : { versions: fresh, speakers: bySpeaker(analysis, fresh, before?.speakers) };
    keep({ versions, speakers });
    versions.forEach((version, i) => {
      const other = version && speakers.get(version.speaker)?.earlier.get(version);
      if (!other) return;
      const first = analysis.quotations[versions.indexOf(other)];
      const { spans } = analysis.quotations[i];
      report({
        start: spans[0].start,
        end: spans[spans.length - 1].end,
        message: 'The same quotation stands elsewhere with other words',
        related: first.spans.map((span) => ({
          start: span.start,
          end: span.end,
          message: `Here: ${short(analysis.article.text.slice(span.start, span.end), 60)}`,
        })),
        data: first.spans[0].start,
        milder: version.doubtful || other.doubtful,
      });
    });
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

const plainOf = recently((text) => plainWords(text).map(({ plain }) => plain), 4000);

/** Whether the same was said by the same, in the same order and paragraph by paragraph. */
function readAlike(before: Known['versions'], now: Known['versions']): boolean {
  return (
    before.length === now.length &&
    before.every((one, i) => {
      const other = now[i];
      if (one === other || !one || !other) return one === other;
      return (
        one.speaker === other.speaker &&
        one.doubtful === other.doubtful &&
        one.text === other.text &&
        one.place === other.place
      );
    })
  );
}

function versionOf(analysis: Analysis, quotation: Quotation): Version | undefined {
  const attribution = analysis.attributionOf(quotation);
  const speaker = attribution?.speaker?.id;
  if (!speaker || !isSaid(quotation) || quotation.wordCount < FEWEST_WORDS) return undefined;
  if (isSignedInside(analysis, quotation)) return undefined;
  const words = quotation.spans.flatMap((span, i) => plainOf(copyAt(analysis, quotation.paragraphs[i], span)));
  const { paragraphs } = quotation;
  const [home] = paragraphs;
  const nth = quotationsIn(analysis, analysis.article.paragraphs[home]).indexOf(quotation);
  const place = [nth, ...paragraphs.map((index) => index - home)].join();
  return { speaker, doubtful: attribution.confidence < DOUBTFUL, words, text: words.join(' '), place };
}

/** Compares each speaker's quotations; those of whom nothing has changed are compared already. */
function bySpeaker(
  analysis: Analysis,
  versions: readonly (Version | undefined)[],
  before: ReadonlyMap<string, Spoken> | undefined,
): ReadonlyMap<string, Spoken> {
  const speakers = new Map<string, Spoken>();
  for (const version of versions) {
    if (!version) continue;
    const spoken = speakers.get(version.speaker);
    if (spoken) spoken.versions.push(version);
    else speakers.set(version.speaker, { versions: [version], earlier: NONE });
  }
  for (const [speaker, spoken] of speakers) {
    if (spoken.versions.length < 2) continue;
    const last = before?.get(speaker);
    const same =
      last?.versions.length === spoken.versions.length && last.versions.every((one, i) => one === spoken.versions[i]);
    spoken.earlier = same
      ? last.earlier
      : compared(spoken.versions, (one) => analysis.quotations[versions.indexOf(one)]);
  }
  return speakers;
}

const NONE: ReadonlyMap<Version, Version> = new Map();

function compared(
  versions: readonly Version[],
  quotationOf: (version: Version) => Quotation,
): ReadonlyMap<Version, Version> {
  const index = shingles<Version>(2);
  const earlier = new Map<Version, Version>();
  for (const version of versions) {
    const other = [...index.near(version.words).keys()].find((one) => differ(one, version, quotationOf));
    index.add(version, version.words);
    if (other) earlier.set(version, other);
  }
  return earlier;
}

/** Whether two quotations are versions of one: nearly alike, not the same, not a part of the other, not a refrain. */
function differ(a: Version, b: Version, quotationOf: (version: Version) => Quotation): boolean {
  if (a.text === b.text) return false;
  if (Math.min(a.text.length, b.text.length) < ALIKE * Math.max(a.text.length, b.text.length)) return false;
  const there = quotationOf(b).paragraphs;
  if (quotationOf(a).paragraphs.some((index) => there.includes(index))) return false;
  if (contains(a.words, b.words) || contains(b.words, a.words)) return false;
  return alike(a.text, b.text) >= ALIKE;
}
