import { distance } from 'fastest-levenshtein';
import { recently } from '../../language/recently';

/** More words than the names of a long article have. */
const NAMES = 3000;

/** Lower case without accents, marks and possessives. */
export const plain = recently(readPlain, NAMES);

function readPlain(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]s?$/u, '')
    .replace(/[ıøłđðþßæœ]/g, (letter) => LETTERS[letter] ?? letter);
}

const LETTERS: Readonly<Record<string, string>> = {
  ı: 'i',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
};

/** What the ways of writing one foreign name in Latin letters have in common: Dyomina and Demina, Sergei and Sergey. */
export const sound = recently(readSound, NAMES);

function readSound(name: string): string {
  return plain(name)
    .replace(/[-\s.’']/g, '')
    .replace(/tsch|tch|tsh/g, 'c')
    .replace(/shch|sch|sh/g, 's')
    .replace(/zh/g, 'j')
    .replace(/kh|ch/g, 'h')
    .replace(/ts|tz|cz/g, 'c')
    .replace(/ph/g, 'f')
    .replace(/ck|q/g, 'k')
    .replace(/th/g, 't')
    .replace(/gh/g, 'g')
    .replace(/ae|oe|ue/g, (pair) => pair[0])
    .replace(/ou|oo/g, 'u')
    .replace(/w/g, 'v')
    .replace(/^(?:ye|je)/, 'e')
    .replace(/(?<=.)(?:yo|io|jo)/g, 'e')
    .replace(/c(?=[aou]|$|[^eiyh])/g, 'k')
    .replace(/(?:iy|yy|ij|ii|ey|ei|ie|y|j)/g, 'i')
    .replace(/(.)\1+/g, '$1')
    .replace(/h$/, '');
}

/** A first name tells people apart by its end (Simon, Simone); a family name seldom does (Brown, Browne). */
export type NamePart = 'first' | 'family';

/**
 * Whether two different spellings of one name word are likely slips for each other: equal sound, or one letter apart
 * inside the word of `shortest` letters or more. A last letter that tells people apart (Maria, Mario; Petrov, Petrova)
 * does not count, nor a first one.
 */
export function isVariant(a: string, b: string, part: NamePart, shortest = 5): boolean {
  const [x, y] = [plain(a), plain(b)];
  if (x === y || x.length < 3 || y.length < 3 || endsApart(x, y, part)) return false;
  if (sound(a) === sound(b)) return true;
  return x[0] === y[0] && Math.min(x.length, y.length) >= shortest && distance(x, y) === 1;
}

/**
 * What a name has in common with each of its variants, and with itself: two names of which one `isVariant` of the other
 * share at least one of these. For finding variants among many names without comparing all of them.
 */
export const variantKeys = recently((name): readonly string[] => {
  const letters = plain(name);
  const keys = new Set([letters, `sound ${sound(name)}`]);
  // one letter more, less or another: with that letter left out the two are equal
  if (letters.length >= 3)
    for (let i = 1; i < letters.length; i++) keys.add(letters.slice(0, i) + letters.slice(i + 1));
  return [...keys];
}, NAMES);

/** Different only at the end, as names of women and men, or a plural, are. */
function endsApart(x: string, y: string, part: NamePart): boolean {
  const [short, long] = x.length <= y.length ? [x, y] : [y, x];
  if (long.startsWith(short))
    return !(part === 'family' ? /^(?:h|e|y|i|ee|f|t|d)$/ : /^[hyi]$/).test(long.slice(short.length));
  return (
    long.length === short.length &&
    long.slice(0, -1) === short.slice(0, -1) &&
    /[aeosz]$/.test(short) &&
    /[aeosz]$/.test(long)
  );
}
