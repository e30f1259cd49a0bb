import type { Prose } from '../article/prose';
import { surfaceOf } from './surface';

/** The mark as written: one character, or two for TeX-like marks. */
export type MarkText = string;

/**
 * One mark that may open or close a quotation, relative to the paragraph, with what each reading of it costs: `Infinity`
 * where its neighbours rule the reading out. `skip` is the cost of no quotation mark at all: an apostrophe, an inch.
 */
export interface MarkToken {
  readonly start: number;
  readonly end: number;
  readonly mark: MarkText;
  readonly open: number;
  readonly close: number;
  readonly skip: number;
  /** Skipped, it is still no fault: an apostrophe, a measure. */
  readonly innocent: boolean;
}

const NEVER = Infinity;
const SINGLES: ReadonlySet<string> = new Set(["'", '’', '‘', '‚', '`', '´', '‛', '‹', '›']);

/**
 * Everything that can be a quotation mark; two backticks and two straight single marks are one TeX-like mark. Where
 * three straight ones close, the first is the inner quotation's.
 */
const MARK = /``|'(?=''(?!['\p{L}\p{N}]))|''|["“”„‟＂«»‹›「」『』'’‘‚`´‛]/gu;

/** Whether a mark is of the single sort, which alternates with the double sort. */
export function isSingle(mark: MarkText): boolean {
  return SINGLES.has(mark);
}

/** Words that lose their beginning: 'em, 'til, 'n'. */
const ELIDED =
  /^(?:em|im|er|til|till|tis|twas|twere|twill|tween|twixt|cause|cos|coz|cuz|bout|round|neath|kay|ere|fraid|nother|nuff|scuse|spect|sup|ello|orse|ome|burbs|hood|tude|zine|gainst|mongst|cept|member|nuther|tater|n)\b/iu;
const ELIDED_YEAR = /^\d\d(s?)(?![\d\p{L}])/u;
/** Dropped endings: singin', o', N', ol', th', an'. */
const DROPPED = /(?:in|(?:^|[^\p{L}])(?:o|n|ol|th|an|wi|t|d|lil|mo|po|bro|fo|yo|li|ma|ha))$/iu;
const ALNUM = /[\p{L}\p{N}]/u;
const MEASURED = /[\d½¼¾⅓⅔⅛⅜⅝⅞]/;
const OPENS_BEFORE = /[\s([{<\-–—−/~|>*_=+•·…]/;
const CLOSES_AFTER = /[\s)\]}>.,;:!?…\-–—/|*_]/;
const STOP = /[.,!?…;:]/;

/**
 * The marks of a paragraph and what their neighbours say about each. Blanked markup is looked through; so are marks
 * that stand together. Marks inside a word (don't, O'Neil, 6'2) are left out. Linear in the text.
 */
export function markTokens(prose: Prose, singlesUsual: boolean): MarkToken[] {
  const { text } = prose;
  MARK.lastIndex = 0;
  let match = MARK.exec(text);
  if (!match) return [];
  const surface = surfaceOf(prose);
  const found: { start: number; end: number; mark: string }[] = [];
  for (; match; match = MARK.exec(text)) {
    const { start, end } = surface.whole(match.index, match[0].length);
    found.push({ start, end, mark: match[0] === '＂' ? '"' : match[0] });
  }
  const tokens: MarkToken[] = [];
  for (let first = 0; first < found.length;) {
    let last = first;
    let size = found[first].mark.length;
    while (last + 1 < found.length && surface.forward(found[last].end) === found[last + 1].start)
      size += found[++last].mark.length;
    const before = surface.back(found[first].start);
    const after = surface.forward(found[last].end);
    // a ruler of marks ("""" or ''''') quotes nothing
    if (size < 6)
      for (let i = first; i <= last; i++) {
        const token = look(text, found[i], before, after, { alone: first === last, singlesUsual });
        if (token) tokens.push(token);
      }
    first = last + 1;
  }
  return tokens;
}

interface Surroundings {
  /** No other mark stands beside it. */
  readonly alone: boolean;
  readonly singlesUsual: boolean;
}

function look(
  text: string,
  { start, end, mark }: { start: number; end: number; mark: string },
  before: number,
  after: number,
  { alone, singlesUsual }: Surroundings,
): MarkToken | undefined {
  const previous = before > 0 ? text[before - 1] : ' ';
  const next = after < text.length ? text[after] : ' ';
  const token = (open: number, close: number, skip: number, innocent = false): MarkToken => ({
    start,
    end,
    mark,
    open,
    close,
    skip,
    innocent,
  });
  const spaceBefore = OPENS_BEFORE.test(previous);
  const spaceAfter = CLOSES_AFTER.test(next);
  if (SINGLES.has(mark) && mark !== '‹' && mark !== '›') return lookSingle();
  const measure = before === start && MEASURED.test(previous);
  const skip = measure ? (isLength(text, start) ? 0.5 : 1) : 3.6;
  switch (mark) {
    case '“':
    case '‟':
      return token(spaceAfter && !spaceBefore ? 1.2 : 0, spaceBefore ? 2 : 0, skip, measure);
    case '”':
      return token(
        measure ? NEVER : spaceBefore && !spaceAfter ? 1.2 : 2.5,
        spaceBefore && !spaceAfter ? 1.2 : 0,
        skip,
        measure,
      );
    case '„':
    case '「':
    case '『':
      return token(0, NEVER, skip);
    case '」':
    case '』':
      return token(NEVER, 0, skip);
    case '``':
      return token(0, NEVER, 1, true);
    case '«':
    case '‹':
      return token(/\s/.test(next) && !/\s/.test(previous) ? 0.6 : 0, /\s/.test(previous) ? 1 : 0, 3.6);
    case '»':
    case '›':
      return token(spaceBefore && !spaceAfter ? 0.3 : NEVER, 0, 3.6);
    default:
      return token(straightOpen(), straightClose(), skip, measure);
  }

  function straightOpen(): number {
    if (measure) return NEVER;
    if (spaceBefore) return !spaceAfter || /[.…–—-]/.test(next) ? 0 : /\s/.test(next) ? 0.6 : 1.5;
    if (!spaceAfter) return STOP.test(previous) ? 0.4 : 0.8;
    return 2.5;
  }

  function straightClose(): number {
    if (!spaceBefore) return spaceAfter ? 0 : STOP.test(previous) ? 0.3 : 0.8;
    // a dash or an ellipsis breaks a sentence off before the closing mark
    if (/[–—…-]/.test(previous)) return spaceAfter ? 0 : 1.2;
    return spaceAfter ? 0.6 : 2.5;
  }

  function lookSingle(): MarkToken | undefined {
    const touchesBefore = before === start && ALNUM.test(previous);
    if (touchesBefore && alone && ALNUM.test(next)) return undefined;
    const rest = text.slice(after, after + 12);
    const year = ELIDED_YEAR.exec(rest);
    const elided = Boolean(year) || ELIDED.test(rest);
    const measure = touchesBefore && MEASURED.test(previous);
    const unusual = singlesUsual ? 0 : 0.3;
    let open = NEVER;
    if (mark !== '’' && spaceBefore && next !== ' ' && (!spaceAfter || /[.…]/.test(next))) {
      open = (mark === '‘' || mark === '‚' ? 0 : 0.2) + unusual;
      if (year) open += year[1] ? 2.5 : 1.2;
      else if (elided) open += 1;
    }
    let close = NEVER;
    if (mark !== '`' && mark !== '´' && mark !== '‚' && !spaceBefore && !(alone && ALNUM.test(next)))
      close =
        STOP.test(previous) || !touchesBefore
          ? 0
          : measure
            ? 0.3
            : possessive()
              ? 0.6
              : /[sz]/i.test(previous)
                ? 0.2
                : 0.3;
    if (/[–—…-]/.test(previous) && mark !== '‘' && spaceAfter && !/\s/.test(previous)) close = 0;
    if (open === NEVER && close === NEVER) return undefined;
    return token(open, close, skipSingle(), singleIsInnocent());

    function possessive(): boolean {
      return /[sxz]/i.test(previous) && /^\s+[\p{L}\p{N}]/u.test(text.slice(after, after + 4));
    }
    function skipSingle(): number {
      if (mark === '`' || mark === '´') return 0.1;
      if (open < NEVER) return elided ? 0.2 : mark === '‘' ? 2 : singlesUsual ? 1.5 : 1.2;
      if (measure) return 0.2;
      if (!touchesBefore) return singlesUsual ? 2 : 1.5;
      if (/[sxz]/i.test(previous)) return 0.1;
      return DROPPED.test(text.slice(Math.max(0, start - 5), start)) ? 0.2 : 1;
    }
    /** A lone single mark is called a fault only where the copy uses them and nothing else explains it. */
    function singleIsInnocent(): boolean {
      if (!singlesUsual || elided || measure) return true;
      return open < NEVER ? mark !== '‘' : touchesBefore || !STOP.test(previous);
    }
  }
}

/** Whether the figure before a mark reads as a length: 27", 6'2", 3½", 5' 10". */
function isLength(text: string, at: number): boolean {
  return /(?:^|[\s([{–—x×'’"“‘$£€-])(?:\d{1,3}(?:\.\d{1,2})?|\d*[½¼¾⅓⅔⅛⅜⅝⅞]|\d\/\d{1,2})$/.test(
    text.slice(Math.max(0, at - 9), at),
  );
}
