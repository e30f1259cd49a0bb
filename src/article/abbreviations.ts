/** Titles before a name: their full stop never ends a sentence. */
const TITLES =
  'mr mrs ms mx dr prof sen sens rep reps gov govs lt col gen capt sgt cmdr adm maj cpl pvt rev hon pres st messrs mme mlle ' +
  'supt insp det sec fr atty';

/** Abbreviations that keep their full stop. */
const OTHERS =
  'jr sr inc corp co ltd plc llc bros vs etc nos vol dept univ assn approx al ' +
  'jan feb apr jul aug sept oct nov dec mon tue tues wed thu thur thurs fri ' +
  'ave blvd ft mt ala ariz ark calif colo conn fla kan ky mich minn mont neb nev okla tenn tex vt wis wyo';

/** Abbreviations that are words as well: the full stop is theirs only before a name or a figure. */
const ALSO_WORDS =
  'no ill ind la md mass miss mo pa sat sun mar jun sep wash del ga va ave fig est ore rd co al ms pp art op cf';

const titles = new Set(TITLES.split(' '));
const others = new Set(OTHERS.split(' '));
const alsoWords = new Set(ALSO_WORDS.split(' '));

/** Written without a capital too. */
const LOWER = new Set('vs etc no nos approx al vol pp art op cf fig est'.split(' '));

/** Words that begin sentences and hardly ever follow an abbreviation inside one. */
export const STARTERS: ReadonlySet<string> = new Set(
  (
    'the a an he she it they we i you but and or so yet in on at by from to of this that these those his her its their our my ' +
    'for as if when while where there here what who why how after before since although though however still also now then ' +
    'yes not both some many most all another is was are were with under during until once ' +
    "it's he's she's that's there's we're they're i'm i've don't"
  ).split(' '),
);

/** Whether a word as it stands ("Mr.", "Gen.") is a title before a name. */
export function isTitle(lower: string): boolean {
  return titles.has(lower.endsWith('.') ? lower.slice(0, -1) : lower);
}

const LONGEST = 6;

/**
 * Whether the full stop at `end` belongs to the run before it: "Mr.", "U.S.", "J. Poe", "Roe v. Holm", "No. 4"; and
 * not "He said no." or "in the sun.".
 */
export function keepsStop(text: string, run: string, end: number): boolean {
  // "U.S", "p.m", "R-S.C", "W.Va"
  if (run.length > 2 && /(?:^|[.-])\p{L}\.\p{L}\p{Ll}?$/u.test(run)) return true;
  if (run.length > LONGEST) return false;
  const first = run.charCodeAt(0);
  const capital = first >= 65 && first <= 90;
  if (run.length === 1) {
    if (capital) return run !== 'I' && /^\.\s?\p{Lu}/u.test(text.slice(end, end + 3));
    if (run === 'v') return /^\. \p{Lu}/u.test(text.slice(end, end + 3));
    return /^[pcbd]$/.test(run) && /^\. ?\d/.test(text.slice(end, end + 3));
  }
  const lower = run.toLowerCase();
  if (lower === 'ph.d') return true;
  if (alsoWords.has(lower)) {
    if (!capital && !LOWER.has(lower)) return false;
    const next = /^\.[\s]?(\d|\p{Lu}[\p{L}’']*)/u.exec(text.slice(end, end + 16));
    if (!next) return lower === 'co' && capital && /^\.[ ,;]/.test(text.slice(end, end + 2));
    if (lower === 'no' || lower === 'art' || lower === 'fig') return /^\d/.test(next[1]);
    return !STARTERS.has(next[1].toLowerCase().replace('’', "'"));
  }
  if (!titles.has(lower) && !others.has(lower)) return false;
  return capital || LOWER.has(lower);
}
