import type { Analysis } from '../analysis';
import type { Span } from '../article/span';
import type { Paragraph, Zone } from '../article/article';
import { remember, type Prose } from '../article/prose';
import { isFirstName } from '../people/gender';
import type { Carry } from './carry';
import { inArticle } from './copy';
import { titledIn } from './names/people';
import { isVariant, plain } from './names/same';
import { collect, compared, tally, type Compared, type Place, type Places, type Tally } from './places';
import type { Rule } from './rule';

/** A name in the headline, and the name of the body that it may be a slip for. */
interface Data {
  readonly name: Span;
  readonly near?: string;
}

/** What is no part of the article as it is read. */
const NOT_BODY: ReadonlySet<Zone> = new Set<Zone>(['headline', 'kicker', 'front-matter', 'code', 'comment', 'stray']);

export const headlineNameNotInBody: Rule = {
  id: 'headline-name-not-in-body',
  severity: 'warning',
  description: 'A person’s name stands in the headline only.',
  *check(analysis, report, _options, { before, since, keep }: Carry<Known>) {
    const heads = yield* collect(analysis, before?.heads, since, {
      of: ({ zone }) => (zone === 'headline' ? [zone] : NOTHING),
      same: () => true,
    });
    const names = heads.all.length === 0 ? NOTHING : headlineNames(analysis, heads.all);
    if (names.length === 0) return keep({ heads });
    const last = before?.body;
    const words = yield* tally(analysis, last?.words, since, ({ zone, prose }) => readBody(zone, prose).words);
    const alone = yield* tally(analysis, last?.alone, since, ({ zone, prose }) => readBody(zone, prose).alone);
    let runs: Compared<readonly string[], readonly (readonly string[] | undefined)[]> | undefined;
    const near = yield* compared(
      analysis,
      { before: last?.runs, since, keep: (value) => void (runs = value) },
      {
        of: ({ zone, prose }) => readBody(zone, prose).names,
        same: (a, b) => a.length === b.length && a.every((word, i) => word === b[i]),
      },
      (all) => names.map((name) => (isMissing(name, words, alone) ? nearTo(name, all) : undefined)),
      `${words.version} ${alone.version} ${names.map((name) => name.words.join(' ')).join('\n')}`,
    );
    keep({ heads, body: { words, alone, runs: runs! } });
    if (words.counts.size < 10) return; // a headline alone, or a piece that has hardly begun
    const { text } = analysis.article;
    const seen = new Set<string>();
    names.forEach((one, i) => {
      const family = plain(one.words.at(-1) ?? '');
      if (seen.has(family) || !isMissing(one, words, alone)) return;
      seen.add(family);
      const other = near[i]?.join(' ');
      const name = text.slice(one.span.start, one.span.end);
      report({
        ...one.span,
        message: other
          ? `${name} is in the headline only; the body has ${other}`
          : `${name} is in the headline only: nobody of that name is in the body`,
        data: { name: one.span, near: other } satisfies Data,
      });
    });
  },
  fixes(finding) {
    const { name, near } = finding.data as Data;
    return near ? [{ title: `Change to ${near}`, edits: [{ ...name, text: near }] }] : [];
  },
};

interface Known {
  /** Where the headlines are. */
  readonly heads: Places<Zone>;
  /** What the body says; undefined where no headline names anybody. */
  readonly body?: {
    readonly words: Tally;
    readonly alone: Tally;
    readonly runs: Compared<readonly string[], readonly (readonly string[] | undefined)[]>;
  };
}

const NOTHING: readonly never[] = [];

/** Whether the body has neither the family name nor, alone, the first: "Ban said". */
function isMissing({ words }: HeadlineName, body: Tally, alone: Tally): boolean {
  if (body.counts.has(plain(words.at(-1) ?? ''))) return false;
  return words.length < 2 || !alone.counts.has(plain(words[0]));
}

/** The first name of the body that may be meant. */
function nearTo({ words }: HeadlineName, all: readonly Place<readonly string[]>[]): readonly string[] | undefined {
  const family = plain(words.at(-1) ?? '');
  return all.find(
    ({ item: name }) =>
      isVariant(name.at(-1) ?? '', family, 'family') ||
      (words.length > 1 && plain(name[0]) === plain(words[0])) ||
      closeName(name, words),
  )?.item;
}

/** "Ann Li" and "Ana Lee": the same initials, and one word that begins alike. */
function closeName(a: readonly string[], b: readonly string[]): boolean {
  const [x, y] = [a.map(plain), b.map(plain)];
  const alike = (letters: number) => (word: string, i: number) => word.slice(0, letters) === y[i].slice(0, letters);
  return x.length === 2 && y.length === 2 && x.every(alike(1)) && x.some(alike(2));
}

interface HeadlineName {
  readonly span: Span;
  readonly words: readonly string[];
}

/** People named in the headlines: those with an office beside the name, and those whom the engine knows as people. */
function headlineNames(analysis: Analysis, places: readonly Place<Zone>[]): HeadlineName[] {
  const { text, paragraphs } = analysis.article;
  const heads = places.map(({ paragraph }) => paragraphs[paragraph]);
  const names: HeadlineName[] = [];
  for (const head of heads)
    for (const { name, nameWords } of titledIn(analysis, head))
      if (name && !titleCase(head)) names.push({ span: inArticle(head, name), words: nameWords });
  for (const head of heads)
    for (const { speaker, mention } of titleCase(head) ? NOTHING : analysis.mentionsIn(head)) {
      if (speaker.type !== 'person' || mention.form !== 'full-name') continue;
      if (names.some(({ span }) => span.start < mention.end && mention.start < span.end)) continue;
      const words = text
        .slice(mention.start, mention.end)
        .split(/\s+/)
        .filter((word) => /^\p{Lu}/u.test(word));
      if (words.length < 2 || words.length > 4 || !isFirstName(words[0])) continue;
      if (text[mention.end] === ':') continue; // a columnist's name before the headline proper
      names.push({ span: mention, words });
    }
  return names.sort((a, b) => a.span.start - b.span.start);
}

/** A headline with a capital on every word: where a name ends cannot be told. */
function titleCase({ prose }: Paragraph): boolean {
  const words = prose.words.filter(({ kind, text }) => kind === 'word' && text.length > 3);
  return words.length > 3 && words.filter(({ text }) => /^\p{Lu}/u.test(text)).length > words.length * 0.75;
}

interface Body {
  readonly words: ReadonlySet<string>;
  /** Capitalised words that no other capitalised word follows. */
  readonly alone: ReadonlySet<string>;
  /** Runs of two or three capitalised words. */
  readonly names: readonly (readonly string[])[];
}

const NO_BODY: Body = { words: new Set(), alone: new Set(), names: [] };

/** What a paragraph, if it is one of the body, says; read once. */
function readBody(zone: Zone, prose: Prose): Body {
  return NOT_BODY.has(zone) ? NO_BODY : remember(prose, bodyWords, bodyWords);
}

function bodyWords(prose: Prose): Body {
  const words = new Set<string>();
  const alone = new Set<string>();
  const names: string[][] = [];
  let run: string[] = [];
  const end = () => {
    if (run.length === 1) alone.add(plain(run[0]));
    if (run.length > 1 && run.length < 6) names.push(run.slice(-2));
    run = [];
  };
  for (const { text, kind } of prose.words) {
    if (kind === 'word') {
      words.add(plain(text));
      for (const part of text.split(/[-–]/)) words.add(plain(part));
    }
    if (kind === 'word' && /^\p{Lu}\p{Ll}/u.test(text)) run.push(text);
    else end();
  }
  end();
  return { words, alone, names };
}
