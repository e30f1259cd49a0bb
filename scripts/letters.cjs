/**
 * What stands in the patterns of the bundles for `\p{L}`, `\p{N}`, `\p{M}`, `\p{Lu}` and `\p{Ll}`: ranges. V8 works out a class of
 * six hundred ranges each time it reads or compiles a pattern that holds one, 0.1–0.7 ms in all; there are some five hundred.
 *
 * Letters and digits are those of the scripts up to U+FFDC in coarse steps, exact in Latin, Greek and Cyrillic. Capitals and
 * small letters alternate, so that no step can be coarse: they are those of the blocks in `CASED`, which newspapers write.
 */
const RANGES = {
  L: 'A-Za-z\\u00aa\\u00b5\\u00ba\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02c1\\u0370-\\u0374\\u0376-\\u0377\\u037a-\\u037d\\u037f\\u0386\\u0388-\\u038a\\u038c\\u038e-\\u03a1\\u03a3-\\u03f5\\u03f7-\\u0481\\u048a-\\u0559\\u0561-\\u0588\\u05d0-\\u065f\\u066e-\\u06d3\\u0700-\\u1fff\\u2c00-\\u2dff\\u3005-\\u3007\\u3041-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\ufdff\\ufe70-\\ufefc\\uff21-\\uff3a\\uff41-\\uff5a\\uff66-\\uffdc',
  M: '\\u0300-\\u036f\\u0483-\\u0489\\u0591-\\u05c7\\u0610-\\u061a\\u064b-\\u065f\\u0670\\u06d6-\\u06ed\\u0900-\\u0903\\u093a-\\u094d\\u0e31-\\u0e4e\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f',
  N: '0-9\\u00b2\\u00b3\\u00b9\\u00bc-\\u00be\\u0660-\\u0669',
};

/** First and last code of: Latin to Extended-A, pinyin, Romanian, Greek, Cyrillic, Armenian, Georgian, Vietnamese, full width. */
const CASED = [
  [0x41, 0x17f],
  [0x18f, 0x18f],
  [0x1a0, 0x1a1],
  [0x1af, 0x1b0],
  [0x1cd, 0x1dc],
  [0x1e6, 0x1e7],
  [0x218, 0x21b],
  [0x259, 0x259],
  [0x386, 0x3ce],
  [0x400, 0x45f],
  [0x490, 0x4bb],
  [0x4d8, 0x4e9],
  [0x531, 0x587],
  [0x10a0, 0x10ff],
  [0x1c90, 0x1cbf],
  [0x1ea0, 0x1ef9],
  [0xff21, 0xff5a],
];

/** The characters of `CASED` that a pattern matches, as ranges of a class. */
function ranges(pattern) {
  let out = '';
  const escape = (code) => `\\u${code.toString(16).padStart(4, '0')}`;
  for (const [first, last] of CASED)
    for (let code = first, start = -1; code <= last + 1; code++) {
      const inside = code <= last && pattern.test(String.fromCharCode(code));
      if (inside && start < 0) start = code;
      if (inside || start < 0) continue;
      out += code - 1 === start ? escape(start) : `${escape(start)}-${escape(code - 1)}`;
      start = -1;
    }
  return out;
}
RANGES.Lu = ranges(/\p{Lu}/u);
RANGES.Ll = ranges(/\p{Ll}/u);

/**
 * A literal's text with its classes replaced by what `spell` says for a name ("Lu").
 * `escaped`: a backslash of the pattern is two in the text. `dot` replaces a dot outside a class.
 */
function widen(text, { escaped = false, spell = (name) => RANGES[name], dot = '.' } = {}) {
  const named = escaped ? /^\\\\([pP])\{(L|N|M|Lu|Ll)\}/ : /^\\([pP])\{(L|N|M|Lu|Ll)\}/;
  let out = '';
  let inClass = false;
  for (let i = 0; i < text.length; i++) {
    const found = named.exec(text.slice(i, i + 8));
    if (found && !(found[1] === 'P' && inClass)) {
      const ranges = spell(found[2]);
      out += inClass ? ranges : `[${found[1] === 'P' ? '^' : ''}${ranges}]`;
      i += found[0].length - 1;
    } else if (text[i] === '\\') {
      const length = escaped && text[i + 1] === '\\' ? 3 : 2;
      out += text.slice(i, i + length);
      i += length - 1;
    } else {
      out += text[i] === '.' && !inClass ? dot : text[i];
      if (text[i] === '[') inClass = true;
      else if (text[i] === ']') inClass = false;
    }
  }
  return out;
}

exports.RANGES = RANGES;
exports.widen = widen;
