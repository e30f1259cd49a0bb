/** What a character is to the word splitter. `Soft` does not show (soft hyphen, joiners): it never ends a word. */
export const enum Kind {
  Unknown,
  Blank,
  Letter,
  Digit,
  Soft,
  Mark,
}

const kinds = new Uint8Array(0x10000);

/** Kind of the character at `at`; both halves of a surrogate pair count as what the pair is. Blank past the end. */
export function kindAt(text: string, at: number): Kind {
  if (at >= text.length) return Kind.Blank;
  const code = text.charCodeAt(at);
  return kinds[code] || kindOf(text, at, code);
}

function kindOf(text: string, at: number, code: number): Kind {
  if (code >= 0xd800 && code < 0xe000) return classify(text.slice(code < 0xdc00 ? at : Math.max(0, at - 1)));
  return (kinds[code] = classify(text[at]));
}

function classify(text: string): Kind {
  if (/^[\p{L}\p{M}]/u.test(text)) return Kind.Letter;
  if (/^\p{N}/u.test(text)) return Kind.Digit;
  if (/^(?:\u00ad|\u200c|\u200d|\u2060)/.test(text)) return Kind.Soft;
  if (isControl(text.charCodeAt(0)) || /^[\s\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(text))
    return Kind.Blank;
  return Kind.Mark;
}

const isControl = (code: number): boolean => code < 32 || (code >= 127 && code < 160);

/** How many stretches of blanks a text has, up to `most`. */
export function blanksIn(text: string, most = Infinity): number {
  let count = 0;
  let inside = false;
  for (let i = 0; i < text.length && count < most; i++) {
    const code = text.charCodeAt(i);
    const blank = code === 32 || ((code < 32 || code > 127) && /\s/.test(text[i]));
    if (blank && !inside) count++;
    inside = blank;
  }
  return count;
}

/** Stands in for the rest of a decoded character reference inside a word ("caf&eacute;s"): belongs to the word. */
export const SOFT_FILLER = '\u00ad';

/** The same beside a mark (&ldquo;): blank to expressions (`\s`), part of the mark to the word splitter. */
export const BLANK_FILLER = '\ufeff';
