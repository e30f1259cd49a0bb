import type { Word } from '../article/words';
import type { AgencyUse } from './agency';
import { isCapital, type Hit } from './match';

/** A use that follows from where in its paragraph a name stands. */
export interface Place {
  readonly use: Extract<AgencyUse, 'dateline' | 'tail' | 'credit'>;
  readonly why: string;
}

const MONTH =
  /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ene|abr|ago|dic|fev|mai|set|out|dez)\p{L}{0,6}\.?\b/iu;
const SMALL = /^(?:de|da|do|di|la|le|el|of|the|and|in|on|upon|sur|am|an|und|y|e)$/;

/** Where `hits[index]` stands in its paragraph: dateline, tail, credit; undefined in running copy. */
export function placeOf(text: string, words: readonly Word[], hits: readonly Hit[], index: number): Place | undefined {
  const hit = hits[index];
  return dateline(text, words, hit) ?? tail(words, hits, index) ?? credit(text, words, hits, index);
}

/** `MOSCOW (Reuters) -`, `New Delhi [India], April 22 (ANI):`, `MOSCOW, June 24. /TASS/.`, `TOKYO, Nov. 9, Kyodo -`, `(ANSA) - ROME`. */
function dateline(text: string, words: readonly Word[], hit: Hit): Place | undefined {
  const start = words[hit.first].start;
  const end = words[hit.end - 1].end;
  if (start > 110) return undefined;
  const why = 'in the dateline';
  const before = text.slice(0, start);
  const after = text.slice(end, end + 60);
  const open = Math.max(before.lastIndexOf('('), before.lastIndexOf('['));
  if (open >= 0 && start - open < 40 && !/[)\]]/.test(before.slice(open))) {
    const close = after.search(/[)\]]/);
    if (close < 0) return undefined;
    const head = text.slice(0, open).trim();
    const rest = after.slice(close + 1);
    if (!isPlaceAndDate(head) || spells(head, words[hit.first].text)) return undefined;
    if (head === '')
      return /^\s*(?:[-–—:]+\s*)?["“'‘]?\p{Lu}/u.test(rest) && after.slice(0, close).length < 24
        ? { use: 'dateline', why }
        : undefined;
    if (/^\s*(?:--?|[–—_]|\.\s?[-–—])/.test(rest)) return { use: 'dateline', why };
    return /\d/.test(head) && /^\s*:/.test(rest) ? { use: 'dateline', why } : undefined;
  }
  const head = before.trim();
  if (after.startsWith('/') && /^\p{Lu}[^\n]{2,60}\. \/$/u.test(head)) return { use: 'dateline', why };
  const dash = /^,?\s*(?:--?|[–—])\s/.test(after);
  if (
    dash &&
    /^\p{Lu}.*,$/u.test(head) &&
    isPlaceAndDate(head) &&
    (hit.form.full || /\d/.test(head) || (!/\p{Ll}/u.test(head) && words[hit.first].text !== 'PA'))
  )
    return { use: 'dateline', why };
  // "AFP, Paris -"
  if (head === '' && /^, \p{Lu}[\p{L} ]{2,20} ?[-–—]/u.test(after)) return { use: 'dateline', why };
  return undefined;
}

function isPlaceAndDate(head: string): boolean {
  if (head === '') return true;
  if (!/^\p{Lu}/u.test(head) || /[!?;"“”]/.test(head)) return false;
  const parts = head.split(/[\s,.[\]/–—-]+/).filter(Boolean);
  if (parts.length > 9) return false;
  return parts.every((part) => /^[\p{Lu}\d]/u.test(part) || SMALL.test(part) || MONTH.test(part));
}

/** "Pakistan Tehreek-e-Insaf (PTI)": the words before the brackets spell the tag. */
function spells(head: string, tag: string): boolean {
  if (head === '' || tag.length > 6) return false;
  const initials = head
    .split(/[\s-]+/)
    .map((part) => part[0])
    .join('')
    .toUpperCase();
  const capitals = head
    .split(/[\s-]+/)
    .filter((part) => isCapital(part))
    .map((part) => part[0])
    .join('');
  return initials === tag.toUpperCase() || capitals === tag.toUpperCase();
}

const CREDIT_NOUN =
  '(?:photo|photograph|photography|picture|pic|image|video|credit|source|graphic|illustration|footage|handout|main picture)s?';
/** Up to the name: "Photo: ", "Photograph: Jane Roe/", "Photo by Joel Saget / ", "Image credit: ". */
const CREDIT_BEFORE = new RegExp(
  `(?:^|[^\\p{L}])${CREDIT_NOUN}(?: credits?| courtesy)?(?:\\s*[:|/]\\s*(?:[^\\n.:]{2,60}[/|,(]\\s*|by (?:the )?|(?:the )?)?| by(?: \\p{Lu}[\\p{L}.'’-]*){1,4}\\s?[,/|(–—-]\\s*(?:for )?(?:the )?)$`,
  'iu',
);
const CREDIT_BY = new RegExp(
  `(?:^|[([.!?|] *|main )${CREDIT_NOUN}(?: courtesy)? (?:by|from|via|of|courtesy of) (?:the )?$`,
  'iu',
);
/** A word of every credit noun, and of everything in `GIVEN`: copy seldom has one before an agency's name. */
const HAS_CREDIT = /photo|pic|image|video|credit|source|graphic|illustration|footage|handout/i;
const MAY_GIVE = /with|report|material|information|source|via|courtesy/i;
/** For lower case, which is much cheaper than patterns without regard to case. */
const GIVEN =
  /(?:\bwith (?:additional )?(?:inputs?|files|reporting|reports|contributions?|material|information|agency inputs)(?: from| by)|\b(?:additional|further|extra) (?:reporting|material|information) (?:by|from)|[([] ?with|(?:^|[([]) ?source:?|(?:^|[([]) ?via:?|courtesy of) (?:[^.\n()]{2,40}(?:,| and|\/) ?)?(?:the )?$/u;

/** The last word of anything that a credit has before the name. */
const LEADS_TO_CREDIT = /^(?:[:|/,(–—©)-]|by|the|of|from|via|and|with|source|copyright|\d{4}(?:[-–]\d{2,4})?)$/i;

function credit(text: string, words: readonly Word[], hits: readonly Hit[], index: number): Place | undefined {
  const hit = hits[index];
  const start = words[hit.first].start;
  const end = words[hit.end - 1].end;
  const before = text.slice(Math.max(0, start - 90), start);
  const after = text.slice(end, end + 90);
  const given = (why: string): Place => ({ use: 'credit', why });
  if (after.includes('contributed') && /^[^.\n]{0,70}\bcontributed (?:to this|reporting|from \p{Lu})/u.test(after))
    return given('before "contributed to this report"');
  const previous = words[hit.first - 1];
  const short = isAside(text, start, end);
  if (LEADS_TO_CREDIT.test(previous?.text ?? '')) {
    if (/(?:©|\(c\)|\bcopyright) ?(?:\d{4}(?:[-–]\d{2,4})? ?)?(?:by )?(?:the )?$/i.test(before))
      return given('in a copyright line');
    if (MAY_GIVE.test(before) && GIVEN.test(before.toLowerCase())) return given('in a credit');
    if (HAS_CREDIT.test(before) && (CREDIT_BEFORE.test(before) || (short && CREDIT_BY.test(before))))
      return given('in a picture credit');
  }
  if (short && previous?.text === '|') return given('in the byline');
  if (short && /^ (?:photos?|pictures?|pics?|file|photograph)\b/i.test(after)) return given('before "Photo"');
  const earlier = words[hit.first - 2];
  if (previous?.text === '/' && earlier && isCapital(earlier.text)) return given('in a chain of credits');
  if (/^\s?\//.test(after) && /^\s?\/\s?(?:\p{Lu}[\p{L}.'’-]+ ){1,3}\p{Lu}[\p{L}'’-]+/u.test(after) && short)
    return given('in a picture credit');
  if (/^ via /.test(after) && hits[index + 1]?.first === hit.end + 1 && short) return given('in a chain of credits');
  if (index > 0 && previous?.lower === 'via' && hits[index - 1].end === hit.first - 1)
    return given('in a chain of credits');
  if (
    previous?.lower === 'via' &&
    (short || /^(?:\p{Lu}\S* ){1,6}via $/u.test(text.slice(Math.max(0, start - 80), start)))
  )
    return given('in a credit');
  if (words.length <= 14 && /^(?:by|from|with) /i.test(text) && !/[.!?]["”’]?$/.test(text))
    return given('in the byline');
  return undefined;
}

/** In brackets, or in a paragraph too short to be copy. */
function isAside(text: string, start: number, end: number): boolean {
  if (text.length < 130 && (text.length < 30 || !/\p{L}{2}[.!?]["”’]?$/u.test(text))) return true;
  const before = text.slice(Math.max(0, start - 130), start);
  const open = before.lastIndexOf('(');
  if (open < 0 || before.indexOf(')', open) >= 0) return false;
  const close = text.slice(end, end + 130).indexOf(')');
  return close >= 0 && before.length - open + end - start + close < 130;
}

/** How many words a sign-off may have before and after a name in it. */
const MOST_TAIL = 30;
const OPENS_TAIL = /^(?:-+|=+|[–—(|[/:*•_]|\.-)$/;

/** At the end of its paragraph, after a dash or in brackets, set off from the last sentence: `-AFP`, `(NAN)`, `==Kyodo`. */
function tail(words: readonly Word[], hits: readonly Hit[], index: number): Place | undefined {
  let last = index;
  let at = hits[index].end;
  if (words.length - at > MOST_TAIL) return undefined;
  for (; at < words.length; at += 1) {
    if (hits[last + 1]?.first === at) {
      last += 1;
      at = hits[last].end - 1;
    } else if (!/^(?:[)\]/,&|*_=.–—]|-+|and)$/.test(words[at].text)) return undefined;
  }
  let from = index;
  let opened = false;
  for (at = hits[index].first - 1; at >= 0 && at > hits[index].first - MOST_TAIL; at -= 1) {
    if (from > 0 && hits[from - 1].end === at + 1) {
      from -= 1;
      at = hits[from].first;
    } else if (OPENS_TAIL.test(words[at].text)) opened = true;
    else if (!/^(?:[,&]|and|the|agencies)$/i.test(words[at].text)) break;
  }
  const why = 'signs the copy off';
  if (at < 0) return { use: 'tail', why };
  if (!opened) return undefined;
  return /^(?:[.!?…"”’)]|''|\.{3})$/.test(words[at].text) || words[at].text.endsWith('.')
    ? { use: 'tail', why }
    : undefined;
}
