import type { Analysis } from '../analysis';
import type { Span } from '../article/span';
import type { Paragraph, Zone } from '../article/article';
import { isFirstName } from '../people/gender';
import { titledMentions } from './names/people';
import { isVariant, plain } from './names/same';
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
  check(analysis, report) {
    const heads = analysis.article.paragraphs.filter(({ zone }) => zone === 'headline');
    if (heads.length === 0) return;
    const names = headlineNames(analysis, heads);
    if (names.length === 0) return;
    const body = bodyWords(analysis);
    if (body.words.size < 10) return; // a headline alone, or a piece that has hardly begun
    const { text } = analysis.article;
    const seen = new Set<string>();
    for (const { span, words } of names) {
      const family = plain(words.at(-1) ?? '');
      if (seen.has(family) || body.words.has(family)) continue;
      if (words.length > 1 && body.alone.has(plain(words[0]))) continue; // family name first: "Ban said"
      seen.add(family);
      const near = body.names.find(
        (name) =>
          isVariant(name.at(-1) ?? '', family, 'family') ||
          (words.length > 1 && plain(name[0]) === plain(words[0])) ||
          closeName(name, words),
      );
      const name = text.slice(span.start, span.end);
      report({
        ...span,
        message: near
          ? `${name} is in the headline only; the body has ${near.join(' ')}`
          : `${name} is in the headline only: nobody of that name is in the body`,
        data: { name: span, near: near?.join(' ') } satisfies Data,
      });
    }
  },
  fixes(finding) {
    const { name, near } = finding.data as Data;
    return near ? [{ title: `Change to ${near}`, edits: [{ ...name, text: near }] }] : [];
  },
};

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
function headlineNames(analysis: Analysis, heads: readonly Paragraph[]): HeadlineName[] {
  const names: HeadlineName[] = [];
  const inHead = (span: Span) => heads.find(({ start, end }) => start <= span.start && span.end <= end);
  for (const { name, titled } of titledMentions(analysis)) {
    const head = name && inHead(name);
    if (!name || !head || titleCase(head)) continue;
    names.push({ span: name, words: titled.nameWords });
  }
  for (const speaker of analysis.speakers) {
    if (speaker.type !== 'person') continue;
    for (const mention of speaker.mentions) {
      const head = mention.form === 'full-name' ? inHead(mention) : undefined;
      if (!head || titleCase(head) || names.some(({ span }) => span.start < mention.end && mention.start < span.end))
        continue;
      const words = analysis.article.text
        .slice(mention.start, mention.end)
        .split(/\s+/)
        .filter((word) => /^\p{Lu}/u.test(word));
      if (words.length < 2 || words.length > 4 || !isFirstName(words[0])) continue;
      if (analysis.article.text[mention.end] === ':') continue; // a columnist's name before the headline proper
      names.push({ span: mention, words });
    }
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

function bodyWords(analysis: Analysis): Body {
  const words = new Set<string>();
  const alone = new Set<string>();
  const names: string[][] = [];
  for (const { zone, prose } of analysis.article.paragraphs) {
    if (NOT_BODY.has(zone)) continue;
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
  }
  return { words, alone, names };
}
