import { recently } from '../language/recently';

/** Months and their short forms, as datelines write them ("Nov.", "NOV", "Sept"). */
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const WEEKDAY = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,? )?';
const DATE = `${WEEKDAY}(?:${MONTH}\\.? \\d{1,2}(?:st|nd|rd|th)?|\\d{1,2}\\.? ${MONTH}\\.?)(?:,? \\d{4})?`;

/** A date at the head of a line, as bylines give it; case does not matter. */
export const DATE_LINE = new RegExp(
  `^(?:(?:first )?(?:published|updated|posted|last updated|modified)(?: on| at)?:? )?${DATE}(?![\\p{L}\\d])`,
  'iu',
);

/** Months are matched in any case; the places beside them are not. */
const ANY_CASE_DATE = DATE.replace(/(?<!\\)[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
const DATED = `(?<date>${ANY_CASE_DATE})`;
const WORD = "\\p{Lu}[\\p{L}\\p{M}.'’/-]*";
const PLACE = `${WORD}(?: (?:${WORD}|de|la|le|of|the|al|el|am|an|der|on|upon|sur|du|da|do|di|and))*`;
const PLACES = `(?<city>${PLACE})(?:, ${PLACE})*(?: \\[${PLACE}\\])?`;
const TAG = "(?<tag>[\\p{Lu}d][\\p{L}\\p{N}.&’'/ -]{1,40}?)";
const DASH = '(?:\\.-|[-_–—―]+)';
const TAGGED = new RegExp(`\\) ?${DASH}`);
const DASHED = new RegExp(` ${DASH} `);
const DATED_AND_DASHED = new RegExp(`\\d.* ${DASH} `);
const COPY = `(?=[\\p{Lu}\\d]|["“'‘«])`;

interface Form {
  /** What a head of this form has, whatever else: most heads have it not, and the pattern is dear to make. */
  readonly needs: RegExp;
  readonly source: string;
  /** Made when it is needed. */
  pattern?: RegExp;
  /** Whether what was found is a dateline; where this is missing, all are. */
  readonly holds?: (found: Found, first: boolean) => boolean;
}

interface Found {
  readonly whole: string;
  readonly city?: string;
  readonly tag?: string;
}

const FORMS: readonly Form[] = [
  // MOSCOW (Reuters) - · Ashbourne, March 4, 2024 (AFP) -- · Panamá, 5 oct (EFE).-
  { needs: TAGGED, source: `${PLACES}(?:[,.]? ${DATED})?,? \\(${TAG}\\) ?${DASH} ?`, holds: isPlaceAndTag },
  // March 4 (Reuters) -
  { needs: TAGGED, source: `${DATED} \\(${TAG}\\) ?${DASH} ?` },
  // New Delhi [India], April 22 (ANI):
  { needs: /\) ?: /, source: `${PLACES},? ${DATED} \\(${TAG}\\) ?: ` },
  // MOSCOW, June 24. /TASS/.
  { needs: /\//, source: `${PLACES}[,.] ${DATED}\\.? ?/${TAG}/\\.? ` },
  // (ANSA) - ROME, JUL 11 -
  { needs: /^\(/, source: `\\(${TAG}\\) ${DASH} ${PLACES}, ${DATED} ${DASH} ` },
  // (Reuters) - Shares fell
  {
    needs: /^\(/,
    source: `\\(${TAG}\\) ?${DASH} ?${COPY}`,
    holds: ({ tag = '' }, first) => first && !/ (?:and|the) /.test(tag),
  },
  // KHABAROVSK, Russia, Nov. 9, Kyodo -
  { needs: DATED_AND_DASHED, source: `${PLACES}, ${DATED}(?:, ${TAG})? ${DASH} ` },
  // Feb 11 -
  { needs: DATED_AND_DASHED, source: `${DATED} ${DASH} ${COPY}`, holds: (_, first) => first },
  // MILLTON, PA — · Evansville, Indiana, United States -
  { needs: DASHED, source: `${PLACES} ${DASH} ${COPY}`, holds: looksLikePlace },
  // MILLTON—
  {
    needs: /—|―|--/,
    source: `${PLACES} ?(?:—|―|--) ?${COPY}`,
    holds: (found, first) => first && inCapitals(found) && isNoLabel(found),
  },
  // NEW DELHI: The
  {
    needs: /: /,
    source: `(?<city>\\p{Lu}{3,}(?:[ .'’-]\\p{Lu}{2,})*): (?=\\p{Lu}\\p{Ll}* \\p{Ll})`,
    holds: headsCopy,
  },
];

const patternOf = (source: string): RegExp => new RegExp(`^${source}`, 'u');

/** Words that stand before a dash or a colon at the head of copy and are no places. */
const LABELS =
  /^(?:file|watch|update|updated|exclusive|breaking|analysis|opinion|correction|clarification|video|photos?|live|note|urgent|explainer|factbox|timeline|review|interview|feature|read|listen|editor|podcast|warning|advisory|background|comment|q|a)\b/i;

function isNoLabel({ city = '' }: Found): boolean {
  return !LABELS.test(city);
}

/** "Holm (AFP) -" heads copy, "HOLM (AFP) -" any part of it; "Sen. Ana Ruiz (D-Ohio) -" nothing. */
function isPlaceAndTag(found: Found, first: boolean): boolean {
  return isNoLabel(found) && !/^\p{Lu}-/u.test(found.tag ?? '') && (first || inCapitals(found));
}

/** Place names in capitals have no more words; a subhead in capitals has. */
const MOST_WORDS = 3;

function inCapitals({ city = '' }: Found): boolean {
  return /^\p{Lu}[\p{Lu}.'’ /-]*\p{Lu}\.?$/u.test(city) && city.split(' ').length <= MOST_WORDS;
}

function headsCopy(found: Found, first: boolean): boolean {
  return first && isNoLabel(found);
}

/** A dash after capitals is a dateline; after "Millton, Ohio" only at the head of the copy. */
function looksLikePlace(found: Found, first: boolean): boolean {
  if (!isNoLabel(found)) return false;
  if (inCapitals(found)) return first || (found.city ?? '').length > 3;
  return first && found.whole.includes(', ') && found.whole.split(' ').length <= 8;
}

/** What each dateline has, to pass over the many paragraphs that have none: a mark after it; capitals, or a tag's. */
const MAY_BE_FIRST = /^\s*[(\p{Lu}\d].*[-_–—―:/]/u;
const MAY_BE = /^\s*(?:\p{Lu}[\p{Lu}.'’ ].*[-–—―_]|\p{Lu}.*(?:\) {0,3}[-_–—―:.]|\/\.|\d,? .{0,30}[-–—―] ))/u;

/** No dateline is longer. */
const LONGEST = 120;

/**
 * Where the copy proper begins after a dateline ("ALDARA, March 4 (Reuters) - "), relative to the paragraph's text; 0
 * where there is none. `first`: the paragraph is the first of the body, where looser forms are datelines too. Markup
 * blanked inside the dateline does not hide it.
 */
export function bodyStartOf(text: string, first: boolean): number {
  const head = text.slice(0, LONGEST);
  return first ? readDateline(head, true) : laterDateline(head);
}

/** Every paragraph but one is asked this at each edit. */
const laterDateline = recently((head) => readDateline(head, false), 4000);

function readDateline(start: string, first: boolean): number {
  if (!(first ? MAY_BE_FIRST : MAY_BE).test(start)) return 0;
  let head = start;
  let squeezed: number[] | undefined;
  if (/^\s|\s\s|[^\S ]/.test(head)) [head, squeezed] = squeeze(head);
  if (!/^(?:\(|\p{Lu}|\d)/u.test(head)) return 0;
  for (const form of FORMS) {
    if (!form.needs.test(head)) continue;
    const match = (form.pattern ??= patternOf(form.source)).exec(head);
    const { holds } = form;
    if (!match || (holds && !holds({ whole: match[0], ...match.groups }, first))) continue;
    const end = match[0].length;
    return squeezed ? squeezed[end] : end;
  }
  return 0;
}

/** The text with each run of blanks as one space and none at its head, and where each of its characters stood. */
function squeeze(text: string): [squeezed: string, places: number[]] {
  let squeezed = '';
  const places: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const blank = /\s/.test(text[at]);
    if (blank && (squeezed === '' || squeezed.endsWith(' '))) continue;
    squeezed += blank ? ' ' : text[at];
    places.push(at);
  }
  places.push(text.length);
  return [squeezed, places];
}
