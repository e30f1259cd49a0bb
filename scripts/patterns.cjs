/**
 * An esbuild plugin: in the bundles a pattern is made at its first use, not when the script is read, and compiled at once, see
 * pattern.js; the classes of letters are spelt as letters.cjs says, and stand in the bundle once. Patterns were two fifths of
 * what a first reading of 1,000 words took.
 *
 * What a module holds by a name of its own is made so (`const X = /a/u`, `const LIST = [/a/, /b/]`), and so is a literal in a
 * function. Patterns that a module exports stay what they are, and so do literals with a place of their own (flags g and y) in
 * functions.
 */
const { readFileSync } = require('node:fs');
const path = require('node:path');
const ts = require('typescript');
const { late } = require('./late.cjs');
const { RANGES, widen } = require('./letters.cjs');

const NAMES = Object.keys(RANGES);
/** A dot where case does not matter: V8 works out the other cases of each character that a dot means, but not of these. */
const ANY = '[^\\n\\r\\u2028\\u2029]';

const dotOf = (flags) => (/i/.test(flags) && /u/.test(flags) && !/s/.test(flags) ? ANY : '.');
const isFunction = (node) => ts.isFunctionLike(node) || ts.isClassStaticBlockDeclaration(node);

/** A literal's source and flags as expressions: the source of /a\p{L}/ is "a["+$L+"]". */
function literalParts(literal) {
  const end = literal.lastIndexOf('/');
  const flags = literal.slice(end + 1);
  const pieces = widen(literal.slice(1, end), { spell: (name) => `\0${name}\0`, dot: dotOf(flags) }).split('\0');
  return {
    text: pieces.map((piece, i) => (i % 2 ? `$${piece}` : JSON.stringify(piece))).join('+'),
    flags: JSON.stringify(flags),
  };
}

/**
 * Literals without other characters than ASCII's: esbuild leaves them in patterns as they are, and with one of them in it V8
 * keeps the whole script at two bytes a character.
 */
const inAscii = (code) =>
  code.replace(
    /(\\[\0-\x7f])|\\?([^\0-\x7f])/g,
    (_, escaped, unit) => escaped ?? `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** Whether a node is `new RegExp(…)`. */
const isMade = (node) => ts.isNewExpression(node) && node.expression.text === 'RegExp' && node.arguments?.length > 0;

/** Source and flags of a pattern as expressions, where `node` makes one; the source of `new RegExp` as a node. */
function partsOf(node) {
  if (ts.isRegularExpressionLiteral(node)) return literalParts(node.text);
  if (!isMade(node)) return undefined;
  const [pattern, flags] = node.arguments;
  if (flags && !ts.isStringLiteral(flags)) return undefined;
  return { node: pattern, flags: flags ? JSON.stringify(flags.text) : '""' };
}

/** Whether what a node comes to holds patterns; `makers` are the functions that make one. */
function holdsPattern(node, makers) {
  if (isFunction(node)) return false;
  if (ts.isRegularExpressionLiteral(node) || isMade(node)) return true;
  if (ts.isCallExpression(node) && makers.has(node.expression.text)) return true;
  return ts.forEachChild(node, (child) => holdsPattern(child, makers)) ?? false;
}

/** Functions of the module that do nothing but make a pattern, and what makes it. */
function makersOf(source) {
  const makers = new Map();
  for (const statement of source.statements) {
    const [first] = statement.declarationList?.declarations ?? [];
    const made = first?.initializer?.body ?? statement.body?.statements?.[0]?.expression;
    if (made && isMade(made)) makers.set((first ?? statement).name.text, made);
  }
  return makers;
}

/** What the module holds by a name that nothing else in it has, and where it is asked for. */
function namedConstants(source) {
  const found = new Map();
  for (const statement of source.statements) {
    if (!ts.isVariableStatement(statement) || statement.modifiers?.length) continue;
    const { flags, declarations } = statement.declarationList;
    const [{ name, initializer }] = declarations;
    if (!(flags & ts.NodeFlags.Const) || declarations.length > 1 || !ts.isIdentifier(name) || !initializer) continue;
    found.set(name.text, { statement, initializer, uses: [] });
  }
  const visit = (node) => {
    const known = ts.isIdentifier(node) && found.get(node.text);
    if (known) {
      const { parent } = node;
      const isMember =
        (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
        (ts.isPropertyAssignment(parent) && parent.name === node);
      const isElse =
        ts.isShorthandPropertyAssignment(parent) ||
        ts.isExportSpecifier(parent) ||
        ts.isImportSpecifier(parent) ||
        ts.isTypeQueryNode(parent);
      if (!isElse && parent.name !== node) known.uses.push(node);
      else if (!isMember && parent.parent?.parent !== known.statement) found.delete(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** TypeScript source with its patterns as the bundles have them. */
function rewrite(text, file) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const edits = [];
  const edit = (node, replacement) => edits.push([node.getStart(source), node.end, replacement]);
  const makers = makersOf(source);
  const named = namedConstants(source);
  for (const [name, entry] of named) {
    entry.parts = partsOf(entry.initializer);
    if (!entry.parts && !holdsPattern(entry.initializer, makers)) named.delete(name);
  }
  for (const [name, entry] of named) {
    const { parts, uses } = entry;
    entry.atUse = parts?.text && uses.length === 1;
    const made = parts ? `$made(${entry.atUse ? parts.text : `${name}$`},${parts.flags})` : `${name}$()`;
    for (const use of uses) edit(use, `(${name}??=${made})`);
  }
  let hoisted = 0;
  /** `where`: in the 'module' itself, in a 'function', or 'once' in what is made at its first use. */
  const visit = (node, where) => {
    if (ts.isRegularExpressionLiteral(node)) {
      const parts = literalParts(node.text);
      if (where === 'once') edit(node, `$made(${parts.text},${parts.flags})`);
      else if (where === 'function' && !/[gy]/.test(parts.flags))
        edit(node, `($${++hoisted}??=$made(${parts.text},${parts.flags}))`);
      else edit(node, inAscii(widen(node.text, { dot: dotOf(parts.flags) })));
    } else if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
      const own = node.getText(source);
      const wide = widen(own, { escaped: true, spell: (name) => `${own[0]}+$${name}+${own[0]}` });
      if (wide !== own) edit(node, `(${wide})`);
    } else if (ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
      edit(node, widen(node.getText(source), { escaped: true, spell: (name) => `\${$${name}}` }));
    else {
      if (isMade(node) && (where === 'once' || [...makers.values()].includes(node)))
        edits.push([node.getStart(source), node.expression.end, '$made']);
      ts.forEachChild(node, (child) => visit(child, isFunction(node) ? 'function' : where));
    }
  };
  for (const [name, { statement, initializer, parts, atUse }] of named) {
    if (atUse) {
      edit(statement, `let ${name};`);
      continue;
    }
    const node = parts ? parts.node : initializer;
    const before = edits.length;
    if (node) visit(node, parts ? 'module' : 'once');
    const [from, to] = node ? [node.getStart(source), node.end] : [0, 0];
    const inner = edits.filter(([at, end], i) => i >= before || (at >= from && end <= to));
    for (const one of inner) edits.splice(edits.indexOf(one), 1);
    const own = node ? apply(text, inner, from, to) : parts.text;
    edit(statement, `const ${name}$=${parts ? own : `()=>(${own})`};let ${name};`);
  }
  const declarations = new Set([...named.values()].map(({ statement }) => statement));
  for (const statement of source.statements) if (!declarations.has(statement)) visit(statement, 'module');
  const body = apply(text, edits, 0, text.length);
  if (body === text) return text;
  const from = JSON.stringify(path.join(__dirname, 'pattern.js'));
  const head = `import{made as $made}from${from};import{${NAMES.map((name) => `${name} as $${name}`)}}from'letters';`;
  const own = hoisted ? `let ${Array.from({ length: hoisted }, (_, i) => `$${i + 1}`)};` : '';
  return head + own + body;
}

/** The text between `from` and `to` with some stretches of it replaced. */
function apply(text, edits, from, to) {
  let out = '';
  let at = from;
  for (const [start, end, replacement] of edits.sort((a, b) => a[0] - b[0])) {
    out += text.slice(at, start) + replacement;
    at = end;
  }
  return out + text.slice(at, to);
}

exports.rewrite = rewrite;
/** The plugin; `last` is what else is made of a module's text. */
exports.patterns = (last = (text) => text) => ({
  name: 'patterns',
  setup(build) {
    const known = new Map();
    build.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      if (known.get(path)?.text !== text)
        known.set(path, { text, contents: last(late(rewrite(text, path), path), path) });
      return { contents: known.get(path).contents, loader: 'ts' };
    });
    build.onLoad({ filter: /[\\/]node_modules[\\/].*\.js$/ }, ({ path }) => ({
      contents: inAscii(readFileSync(path, 'utf8')),
    }));
    build.onResolve({ filter: /^letters$/ }, ({ path }) => ({ path, namespace: 'letters' }));
    build.onLoad({ filter: /./, namespace: 'letters' }, () => ({
      contents: NAMES.map((name) => `export const ${name} = ${JSON.stringify(RANGES[name])};`).join('\n'),
    }));
  },
});
