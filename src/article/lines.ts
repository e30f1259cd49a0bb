import { recently } from '../language/recently';
import { DATE_LINE } from './dateline';
import type { Zone } from './article';

const NAME =
  "\\p{Lu}[\\p{L}\\p{M}.'’-]*(?: (?:\\p{Lu}[\\p{L}\\p{M}.'’-]*|de|da|di|van|von|der|den|al|bin|la|le|y|e|of|the))*";
const BY_NAME = new RegExp(
  `^(?:(?:[Ww]ords|[Ss]tory|[Tt]ext|[Rr]eport) )?(?:By|BY|by) (?:[Tt]he )?${NAME}(?:(?:,| and| AND| &| \\||/|,? in| at| for|,? with) (?:the )?${NAME})*(?:, [\\p{L} -]{3,60})?$`,
  'u',
);
const BY_ROLE = /^by (?:our|staff|an?|the) [\p{L} ,'’-]{3,70}$/u;
const NAME_AND_JOB =
  /^\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,3}(?:,| \||\s[-–—]) [\p{L} ]{0,30}\b(?:[Ss]taff|[Ww]riter|[Rr]eporter|[Cc]orrespondent|[Ee]ditor|[Cc]olumnist|[Bb]ureau|Press|News)$/u;
const E_MAIL = /^(?:e-?mail:? )?\S+@\S+\.\p{L}{2,}$/u;
const READING_TIME = /^\d+[ -]min(?:ute)?s? read$/;

/** Whether a line at the head of an article says who wrote it ("By Ana Ruiz and Tom Poe"), or when. */
export function isByline(line: string): boolean {
  if (line.length > 140) return false;
  const lower = line.toLowerCase();
  const by = lower.indexOf('by ');
  if (by >= 0 && by <= 'report '.length && (BY_NAME.test(line) || BY_ROLE.test(lower))) return true;
  if ((lower.includes('@') && E_MAIL.test(lower)) || READING_TIME.test(lower)) return true;
  return line.length < 60 && /\d/.test(line) && DATE_LINE.test(line) && !/[a-z] [a-z]+ /.test(line);
}

/** Whether a line is a name and a post in a newsroom: a byline where the headline stands before it. */
export function isNameAndJob(line: string): boolean {
  return line.length < 100 && NAME_AND_JOB.test(line);
}

/** What begins in one of these ways; for lower case, which is much cheaper than patterns without regard to case. */
function anyOf(...patterns: string[]): RegExp {
  return new RegExp(patterns.map((pattern) => `^(?:${pattern})`).join('|'), 'u');
}

const COMMENT = /^\[attribution-ignore[^\]]*\]$/i;

const NOTE = anyOf(
  "[\\[(*]*\\s*(?:editor(?:'s|’s|s'|s’|s)? notes?\\b|eds?(?:itors)?: |(?:corrections?|clarifications?|amendment) ?[:—–-]|updates? ?: )",
  '[\\[(*]*(?:this|the) (?:story|article|report|piece|post|version|item|headline)\\b.{0,30} (?:was|has been|is) (?:updated|corrected|amended|edited|changed|revised)',
  '[\\[(*]*an (?:earlier|previous) version of this\\b',
  '\\((?:adds?|updates?|corrects?|recasts?|refiles?|rewrites?|repeats?|removes?|clarifies|changes|inserts?|fixes|releads?|includes?|drops|deletes|new throughout|writes through)\\b[^)]*\\)\\.?$',
  '\\(?(?:us)?[$€£¥] ?1 ?= ?.{2,80}$',
);

const FOOTER = anyOf(
  '\\(?(?:additional |other |further |with )?(?:reporting|writing|editing|compiled|edited|written|translated|production|graphics?) by\\b',
  '.{0,120}\\bcontributed (?:to (?:this|the) (?:report|story|article|post|piece|reporting)|reporting|research)\\b.{0,60}$',
  '\\((?:with|agencies|inputs from|via|compiled|source:) ?[^)]{0,60}\\)\\.?$',
  '(?:read (?:more|also|next|on|the full)|also read|see also)\\b',
  "(?:related(?: stor\\w+| articles?| topics?| coverage| links?)?:?|more on this(?: story| topic)?|more from .{2,40}|top stories|most read|don['’]t miss:?|recommended)$",
  'related: ',
  'follow .{2,60} on (?:twitter|x|facebook|instagram|telegram|whatsapp|threads|bluesky|mastodon|google|linkedin)\\b',
  '(?:sign up|subscribe|click here|get the latest|share this)\\b[^.]*[.!]?$',
  '(?:copyright\\b|©|\\(c\\) |all rights reserved)',
  '(?:for more (?:information|news|on) .*(?:visit|go to|click|https?:|www\\.))',
  '(?:contact|reach|e-?mail|write to) .{2,60} at \\S+@',
  '(?:this|the) (?:article|story|report|piece|post) (?:first appeared|(?:was )?(?:originally|first) (?:published|appeared)|is republished|was produced)',
  '(?:-+ ?30 ?-+|#{2,}|[-–— ]*ends?[-–— ]*|[\\[(]ends?[\\])])$',
);

/** A sign-off on a line of its own: "- AFP", "==Kyodo", "(NAN)". */
const SIGN_OFF =
  /^(?:(?:[-–—―]{1,3}|==) ?|\()(?:(?:\p{Lu}[\p{Lu}\d&]{1,7}|[Rr]euters|REUTERS|Xinhua|Kyodo|Bernama|Yonhap|Interfax|Anadolu|Bloomberg|Agencies|dpa)(?:\/(?=\p{L})| ?(?=\)?\.?$))){1,3}\)?\.?$/u;

const PICTURE =
  /^[[(]?(?:(?:main|file|lead|cover|top|above|below|header|featured?|stock|hero) )?(?:image|photo(?:graph)?|picture|pic|illustration|graphic|video|caption|pictured)s? ?(?:(?:by|credits?|courtesy(?: of)?|caption)\b ?:?|[:/|])\s*/i;
const FILE_PICTURE = /^file (?:(?:photo|picture|image)s? ?)?[-–—:]+ /i;
const SOURCE = /^(?:source|credit)s? ?: /i;
const CREDIT_WORD = /^(?:via|by|for|of|and|the|de|van|von|courtesy|handout|pool|file|from|x|[,&©–—-]+)$/i;
const CREDIT_ALONE = /^[[(]?(?:\p{Lu}[\p{L}.'’-]* ?){1,4}\/ ?\p{Lu}[\p{L}.'’/ -]{1,50}[)\]]?$/u;

/** Whether a text is nothing but names: of a photographer, of an agency. */
function isCredit(text: string): boolean {
  const tokens = text.replace(/[)\].]+$/, '').split(/[\s/|]+/);
  return (
    tokens.length <= 12 && tokens.every((token) => !token || /^[(@©]?\p{Lu}/u.test(token) || CREDIT_WORD.test(token))
  );
}

const TAG_LINE = /^(?=.*\p{Ll})[\p{Ll}\d]+(?:[-_/][\p{Ll}\d]+)*(?:(?:, ?| )[\p{Ll}\d]+(?:[-_][\p{Ll}\d]+)*)?$/u;
const TAG_LIST =
  /^(?:(?:#[\p{L}\d_]+[ ,]*)+|(?:tags?|topics?|keywords?|slug|categor(?:y|ies)|filed under|labels?) ?: ?.{1,120})$/u;
const CHROME =
  /^(?:advertisements?|sponsored(?: content)?|promoted|share|print|tweet|e-?mail|save|loading(?:…|\.{3})?|comments?(?: \(\d+\))?|story continues below(?: advertisement)?|article continues (?:below|after).{0,30}|skip to .{1,30}|play video|scroll to continue)$/;

const each = (words: string, of: (word: string) => readonly string[]): string[] => words.split(' ').flatMap(of);

/** The words that notes, footers, pictures, credits and chrome begin with, or the first two of them. */
const OPENINGS: ReadonlySet<string> = new Set([
  ...each('this the', (the) => each('story article report piece post version item headline', (it) => [`${the} ${it}`])),
  ...each('image photo photograph picture pic illustration graphic video caption pictured', (it) =>
    each(`${it} ${it}s`, (one) => [
      one,
      `${one}by`,
      `${one}credit`,
      `${one}credits`,
      `${one}courtesy`,
      `${one}caption`,
    ]),
  ),
  ...(
    'editor|editors|ed|eds|correction|corrections|clarification|clarifications|amendment|update|updates|us|an earlier|an previous|additional|' +
    'other|further|with|reporting|writing|editing|compiled|edited|written|translated|production|read|also read|see also|related|more on|' +
    'more from|top|most read|don|recommended|follow|sign up|subscribe|click here|get the|share|copyright|all rights|for more|contact|reach|' +
    'e|email|write|end|ends|main|file|lead|cover|above|below|header|feature|featured|stock|hero|source|sources|credit|credits|tag|tags|' +
    'topic|topics|keyword|keywords|slug|category|categories|filed under|label|labels|advertisement|advertisements|sponsored|promoted|' +
    'print|tweet|save|loading|comment|comments|story continues|article continues|skip to|play video|scroll to'
  ).split('|'),
]);

/**
 * Whether one of the patterns below may match: a cheap question, for few lines of an article show a zone, and the patterns
 * take longer to make than all its lines to read. What begins with a capital or a mark of quotation is copy unless it has
 * such words at its head, or what may stand further on.
 */
function mayShow(line: string, lower: string): boolean {
  if (!/^[A-Z"'“”‘’«]/.test(line) || /[@/]|contributed/.test(lower)) return true;
  const words = /^([a-z]+)(?:[^a-z]([a-z]+))?/.exec(lower);
  return words !== null && (OPENINGS.has(words[1]) || OPENINGS.has(`${words[1]} ${words[2]}`));
}

/** The zone that a line shows by itself, wherever it stands; undefined for one that may be copy. */
export const zoneOfLine = recently(readZone, 4000);

function readZone(line: string): Zone | undefined {
  if (line.startsWith('[') && COMMENT.test(line)) return 'comment';
  if (line.length > 400) return undefined;
  const lower = line.toLowerCase();
  if (!mayShow(line, lower)) return undefined;
  if (NOTE.test(lower)) return 'note';
  if ((line.length < 260 && FOOTER.test(lower)) || SIGN_OFF.test(line)) return 'footer';
  const picture = PICTURE.exec(line);
  if (picture) return isCredit(line.slice(picture[0].length)) ? 'credit' : 'caption';
  if (FILE_PICTURE.test(line)) return 'caption';
  if (SOURCE.test(line) && isCredit(line.replace(SOURCE, ''))) return 'credit';
  if (CREDIT_ALONE.test(line) && isCredit(line)) return 'credit';
  if (TAG_LINE.test(line) || TAG_LIST.test(lower) || CHROME.test(lower)) return 'stray';
  return E_MAIL.test(lower) ? 'byline' : undefined;
}
