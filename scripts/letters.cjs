/**
 * An esbuild plugin: in the bundles `\p{L}` and `\p{N}` are written as a few ranges. V8 compiles a class of some six hundred
 * ranges again for each pattern that holds one, 0.3–0.7 ms each at the first use; there are some three hundred. The ranges are
 * the letters and digits of the scripts up to U+FFDC in coarse steps; of Latin, Greek and Cyrillic they are exact.
 */
const { readFileSync } = require('node:fs');
const ts = require('typescript');

const RANGES = {
  L: 'A-Za-z\\u00aa\\u00b5\\u00ba\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02c1\\u0370-\\u0374\\u0376-\\u0377\\u037a-\\u037d\\u037f\\u0386\\u0388-\\u038a\\u038c\\u038e-\\u03a1\\u03a3-\\u03f5\\u03f7-\\u0481\\u048a-\\u0559\\u0561-\\u0588\\u05d0-\\u065f\\u066e-\\u06d3\\u0700-\\u1fff\\u2c00-\\u2dff\\u3005-\\u3007\\u3041-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\ufdff\\ufe70-\\ufefc\\uff21-\\uff3a\\uff41-\\uff5a\\uff66-\\uffdc',
  N: '0-9\\u00b2\\u00b3\\u00b9\\u00bc-\\u00be\\u0660-\\u0669',
};

/** A literal's source with the classes written out; `escaped`: a backslash of the pattern is two in the source. */
function widen(source, escaped) {
  let out = '';
  let inClass = false;
  for (let i = 0; i < source.length; i++) {
    const found = (escaped ? /^\\\\p\{([LN])\}/ : /^\\p\{([LN])\}/).exec(source.slice(i, i + 7));
    if (found) {
      const ranges = escaped ? RANGES[found[1]].replaceAll('\\', '\\\\') : RANGES[found[1]];
      out += inClass ? ranges : `[${ranges}]`;
      i += found[0].length - 1;
    } else if (source[i] === '\\') {
      const length = escaped && source[i + 1] === '\\' ? 3 : 2;
      out += source.slice(i, i + length);
      i += length - 1;
    } else {
      if (source[i] === '[') inClass = true;
      else if (source[i] === ']') inClass = false;
      out += source[i];
    }
  }
  return out;
}

/** TypeScript source with the classes of its patterns written out, literals and strings alike. */
function widenAll(text, file) {
  if (!/\\p\{[LN]\}/.test(text)) return text;
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  let out = '';
  let at = 0;
  const visit = (node) => {
    const isPattern = ts.isRegularExpressionLiteral(node);
    const isText =
      ts.isStringLiteral(node) ||
      ts.isNoSubstitutionTemplateLiteral(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddleOrTemplateTail(node);
    if (isPattern || isText) {
      out += text.slice(at, node.getStart(source)) + widen(text.slice(node.getStart(source), node.end), !isPattern);
      at = node.end;
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return out + text.slice(at);
}

exports.RANGES = RANGES;
exports.widenAll = widenAll;
exports.letters = {
  name: 'letters',
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => ({
      contents: widenAll(readFileSync(path, 'utf8'), path),
      loader: 'ts',
    }));
  },
};
