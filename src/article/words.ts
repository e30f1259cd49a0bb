import type { Span } from './span';

/**
 * A word, a number, or one punctuation mark. Offsets are relative to the paragraph. `lower` is lower case with curly
 * marks straightened (“”→", ‘’→'), which is what lists and features are matched against.
 */
export interface Word extends Span {
  readonly text: string;
  readonly lower: string;
  readonly kind: WordKind;
}

export type WordKind = 'word' | 'number' | 'punctuation';

/** Abbreviations that keep their full stop, without it. They do not end a sentence. */
const ABBREVIATIONS = new Set(
  (
    'mr mrs ms mx dr prof sen rep gov lt col gen capt sgt cmdr adm maj cpl pvt rev hon pres st jr sr messrs mme mlle ' +
    'inc corp co ltd plc llc bros vs etc no nos vol fig dept univ assn est approx ' +
    'jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun ' +
    'ave blvd rd ft mt ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb ' +
    'nev okla ore pa tenn tex va vt wash wis wyo'
  ).split(' '),
);

/** Abbreviations that are words as well: their full stop belongs to them only before a capital or a number. */
const ALSO_WORDS = new Set(
  'no ill ind la md mass miss mo pa sat sun mar jun co ms wash del ga ave fig est ore rd'.split(' '),
);

/** A run that is one word: letters and digits with inner apostrophes, hyphens, dots, commas between digits, ampersands. */
const RUN = /[\p{L}\p{N}@#_][\p{L}\p{N}\p{M}_]*(?:(?:['’.&\-‑/:](?=[\p{L}\p{N}])|,(?=\p{N}))[\p{L}\p{N}\p{M}_]+)*/uy;

const CONTRACTION = /^(.+?)(['’]s)$/i;

/**
 * Splits a paragraph into words. Possessive 's is a word of its own ("Ruiz" + "'s"), n't and other contractions stay
 * whole, hyphenated words stay whole, each punctuation mark stands alone but "..." and "--". Linear in the text.
 */
export function splitWords(text: string): Word[] {
  const words: Word[] = [];
  let at = 0;
  const length = text.length;
  while (at < length) {
    const code = text.charCodeAt(at);
    if (
      code === 32 ||
      code === 10 ||
      code === 13 ||
      code === 9 ||
      code === 0xa0 ||
      code === 0x200b ||
      code === 0xfeff
    ) {
      at++;
      continue;
    }
    if (isWordStart(code)) {
      const end = runEnd(text, at, code);
      if (end > at) {
        pushRun(words, text, at, end);
        at = words[words.length - 1].end;
        continue;
      }
    }
    at = pushMark(words, text, at, code);
  }
  return words;
}

function isWordStart(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 64 ||
    code === 35 ||
    (code >= 0xaa && code !== 0xab && code !== 0xbb && (code < 0x2000 || code > 0x206f))
  );
}

function isPlain(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
}

/** Most words are plain ASCII letters followed by a space: the expression is for the rest. */
function runEnd(text: string, at: number, first: number): number {
  if (isPlain(first)) {
    let end = at + 1;
    while (end < text.length && isPlain(text.charCodeAt(end))) end++;
    const next = end < text.length ? text.charCodeAt(end) : 32;
    if (next === 32 || next === 10 || next === 34 || next === 41 || next === 59) return end;
    if (next === 46 || next === 44) {
      const after = end + 1 < text.length ? text.charCodeAt(end + 1) : 32;
      if (after === 32 || after === 10 || after === 34) return end;
    }
  }
  RUN.lastIndex = at;
  const match = RUN.exec(text);
  return match ? at + match[0].length : at;
}

function pushRun(words: Word[], text: string, start: number, end: number): void {
  let run = text.slice(start, end);
  const slash = run.indexOf('/');
  if (slash > 0 && !run.includes(':')) {
    // "Smith/AFP" and "and/or" are two words around a mark; a URL stays whole
    end = start + slash;
    run = text.slice(start, end);
  }
  const colon = run.indexOf(':');
  if (colon > 0 && !/^(?:https?:|\d+:\d)/i.test(run)) {
    end = start + colon;
    run = text.slice(start, end);
  }
  const last = run.charCodeAt(run.length - 1);
  if (run.length > 2 && (last === 115 || last === 83)) {
    const possessive = CONTRACTION.exec(run);
    if (possessive) {
      const split = start + possessive[1].length;
      words.push(word(possessive[1], start, split), word(possessive[2], split, end));
      return;
    }
  }
  if (text.charCodeAt(end) === 46 && endsInStop(text, run, end)) {
    end++;
    run = text.slice(start, end);
  }
  words.push(word(run, start, end));
}

/** Whether the full stop after `run` belongs to it: "Mr." and "U.S.", an initial, not the end of a sentence. */
function endsInStop(text: string, run: string, end: number): boolean {
  const first = run.charCodeAt(0);
  const capital = first >= 65 && first <= 90;
  if (run.length === 1) return capital && /^\. ?\p{Lu}/u.test(text.slice(end, end + 4)) && run !== 'I';
  if (/^\p{L}(?:\.\p{L})+$/u.test(run)) return true;
  if (run.length > 6) return false;
  const lower = run.toLowerCase();
  if (!ABBREVIATIONS.has(lower)) return false;
  if (!ALSO_WORDS.has(lower))
    return capital || lower === 'vs' || lower === 'etc' || lower === 'no' || lower === 'approx';
  return capital && /^\. ?[\p{Lu}\d]/u.test(text.slice(end, end + 4));
}

function word(text: string, start: number, end: number): Word {
  const code = text.charCodeAt(0);
  const kind: WordKind = code >= 48 && code <= 57 ? 'number' : 'word';
  return { start, end, text, lower: fold(text), kind };
}

function pushMark(words: Word[], text: string, at: number, code: number): number {
  let end = at + 1;
  if (code === 46 || code === 45) while (end < text.length && text.charCodeAt(end) === code) end++;
  else if (code === 0x60 || code === 0x27) {
    if (text.charCodeAt(end) === code) end++; // TeX-like marks
  } else if (code >= 0xd800 && code < 0xdc00 && end < text.length) end++;
  const mark = text.slice(at, end);
  words.push({ start: at, end, text: mark, lower: fold(mark), kind: 'punctuation' });
  return end;
}

/** Lower case, curly marks straightened. */
export function fold(text: string): string {
  let plain = true;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 127 || (code >= 65 && code <= 90)) {
      plain = false;
      break;
    }
  }
  if (plain) return text;
  return text
    .toLowerCase()
    .replace(/[‘’ʼ]/g, "'")
    .replace(/[“”„«»]/g, '"');
}
