import type { Analysis } from '../analysis';
import type { Paragraph } from '../article/article';
import type { Quotation } from '../quotations/quotation';
import type { Carry } from './carry';
import { collect, compared, type Compared, type Place, type Places } from './places';
import { alike, contains, nearest } from './quotes/alike';
import { short, wordsOfQuotation } from './quotes/words';
import type { Rule } from './rule';

/** A headline may shorten, bend a word and say what "it" is: what is this near to a quotation of the body comes from there. */
const ALIKE = 0.75;

export const headlineQuoteNotInBody: Rule = {
  id: 'headline-quote-not-in-body',
  severity: 'information',
  description: 'The headline quotes words that no quotation of the article holds.',
  *check(analysis, report, { claimQuoteHeadlines }, { before, since, keep }: Carry<Known>) {
    if (!claimQuoteHeadlines) return;
    const { paragraphs, text } = analysis.article;
    const heads = yield* collect(analysis, before?.heads, since, {
      of: (paragraph) => (paragraph.zone === 'headline' ? quotedIn(analysis, paragraph, isClaim) : NOTHING),
      same,
    });
    let bodies: Compared<Quoted, readonly Place<Quoted>[]> | undefined;
    const missing =
      heads.all.length === 0
        ? []
        : yield* compared(
            analysis,
            { before: before?.bodies, since, keep: (value) => void (bodies = value) },
            { of: (paragraph) => (paragraph.zone === 'headline' ? NOTHING : quotedIn(analysis, paragraph)), same },
            (all) => notIn(heads.all, all),
            heads.all,
          );
    keep({ heads, bodies });
    for (const { paragraph, item } of missing) {
      const { start, end } = analysis.quotationsIn(paragraphs[paragraph])[item.nth].spans[0];
      report({
        start,
        end,
        message: `The headline quotes ${short(text.slice(start, end))}, but no quotation in the body holds it`,
      });
    }
  },
};

/** A quotation by its words, and which of its paragraph's it is. */
interface Quoted {
  readonly nth: number;
  readonly words: readonly string[];
}

interface Known {
  readonly heads: Places<Quoted>;
  /** Undefined where the headline quotes nothing. */
  readonly bodies?: Compared<Quoted, readonly Place<Quoted>[]>;
}

const NOTHING: readonly never[] = [];

const isClaim = ({ kind, closed }: Quotation): boolean =>
  closed && (kind === 'speech' || kind === 'partial' || kind === 'scare');

/** The quotations that begin in a paragraph. */
function quotedIn(
  analysis: Analysis,
  paragraph: Paragraph,
  wanted: (quotation: Quotation) => boolean = () => true,
): readonly Quoted[] {
  return analysis
    .quotationsIn(paragraph)
    .flatMap((quotation, nth) =>
      quotation.paragraphs[0] === paragraph.index && wanted(quotation)
        ? [{ nth, words: wordsOfQuotation(analysis, quotation).map(({ plain }) => plain) }]
        : [],
    );
}

const same = (a: Quoted, b: Quoted): boolean => a.nth === b.nth && a.words.join(' ') === b.words.join(' ');

/** The headline's quotations that none of the body holds; none over copy that quotes nobody, which is a draft. */
function notIn(heads: readonly Place<Quoted>[], bodies: readonly Place<Quoted>[]): readonly Place<Quoted>[] {
  if (bodies.length === 0) return NOTHING;
  return heads.filter(
    ({ item: { words } }) => words.length > 0 && !bodies.some(({ item }) => holds(item.words, words)),
  );
}

function holds(body: readonly string[], words: readonly string[]): boolean {
  const [text, part] = [body.join(' '), words.join(' ')];
  if (contains(text, part)) return true;
  const near = nearest(body, words, words.length < 4 ? 1 : 2, ALIKE);
  return (near !== undefined && near.alike >= ALIKE) || alike(text, part) >= ALIKE;
}
