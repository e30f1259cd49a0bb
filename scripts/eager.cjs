/**
 * What the bundles for users have besides: functions that a first reading calls stand in brackets. V8 only skims a function when it
 * reads the script, and reads it again when it is first called; one in brackets it compiles at once. That takes an eighth off a first
 * reading of 1,000 words, and adds less than that to loading. Which functions these are is asked of a core that notes them.
 */
const { readdirSync, readFileSync } = require('node:fs');
const path = require('node:path');
const { runInThisContext } = require('node:vm');
const ts = require('typescript');

const SAMPLES = path.join(__dirname, '../samples');

const nameOf = (file, { name }) => `${path.basename(path.dirname(file))}/${path.basename(file)} ${name.text}`;

/** The functions that a module declares by a name. */
const functionsOf = (source) =>
  source.statements.filter((statement) => ts.isFunctionDeclaration(statement) && statement.name && statement.body);

const parse = (text, file) => ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);

/** TypeScript source whose functions tell `$called` their names. */
function noting(text, file) {
  let out = '';
  let at = 0;
  for (const own of functionsOf(parse(text, file))) {
    const start = own.body.getStart() + 1;
    out += `${text.slice(at, start)}$called(${JSON.stringify(nameOf(file, own))});`;
    at = start;
  }
  return out + text.slice(at);
}

/** Names of the functions that a reading of the samples in plain text calls; `core` is a bundle of what `noting` made. */
function calledBy(core) {
  const called = new Set();
  const module = { exports: {} };
  runInThisContext(`(function($called,module,exports,require){${core}\n})`)(
    (name) => called.add(name),
    module,
    module.exports,
    require,
  );
  for (const sample of readdirSync(SAMPLES).filter((name) => name.endsWith('.txt')))
    module.exports.createAnalyser().update(readFileSync(path.join(SAMPLES, sample), 'utf8'), 'plaintext');
  return called;
}

/** Identifiers in a node, but those in functions within it where `outside`. */
function namesIn(node, found, outside) {
  if (outside && ts.isFunctionLike(node)) return found;
  if (ts.isIdentifier(node)) found.add(node.text);
  ts.forEachChild(node, (child) => void namesIn(child, found, outside));
  return found;
}

/** Names of the functions that a module may call when it is set up: these must be there before the line that they stand in. */
function neededAtOnce(source, functions) {
  const needed = new Set();
  const add = (names) => {
    for (const name of names) {
      const own = functions.get(name);
      if (!own || needed.has(name)) continue;
      needed.add(name);
      add(namesIn(own.body, new Set(), false));
    }
  };
  for (const statement of source.statements)
    if (!ts.isImportDeclaration(statement) && !ts.isFunctionDeclaration(statement))
      add(namesIn(statement, new Set(), true));
  return needed;
}

/** TypeScript source with those of its functions in brackets that are `called`. */
function inBrackets(text, file, called) {
  const source = parse(text, file);
  const functions = new Map(functionsOf(source).map((own) => [own.name.text, own]));
  const needed = neededAtOnce(source, functions);
  let out = '';
  let at = 0;
  for (const [name, own] of functions) {
    if (needed.has(name) || !called.has(nameOf(file, own))) continue;
    const start = own
      .getChildren(source)
      .find(({ kind }) => kind === ts.SyntaxKind.FunctionKeyword)
      .getStart(source);
    const kind = own.asteriskToken ? 'function*' : 'function';
    out += `${text.slice(at, start)}const ${name}=(${kind}${text.slice(own.name.end, own.end)});`;
    at = own.end;
  }
  return out + text.slice(at);
}

exports.noting = noting;
exports.calledBy = calledBy;
exports.inBrackets = inBrackets;
