/** Part of the esbuild plugin in patterns.cjs: a module that few readings need is run when something of it is first asked for. */
const ts = require('typescript');

/** What such a module is imported by. */
const LATE = /^\.\/parsers$/;

/** TypeScript source that asks for what it imports of late modules where it uses it. Names that are imported must not be used as types. */
function late(text, file) {
  if (!text.includes("from './parsers'")) return text;
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const edits = [];
  const asked = new Map();
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement) || !LATE.test(statement.moduleSpecifier.text)) continue;
    const module = statement.moduleSpecifier.getText(source);
    for (const { name, propertyName } of statement.importClause.namedBindings.elements)
      asked.set(name.text, `($late??=require(${module})).${(propertyName ?? name).text}`);
    edits.push([statement.getStart(source), statement.end, 'let $late;']);
  }
  const visit = (node) => {
    if (ts.isImportDeclaration(node)) return;
    if (ts.isIdentifier(node) && asked.has(node.text))
      edits.push([node.getStart(source), node.end, asked.get(node.text)]);
    ts.forEachChild(node, visit);
  };
  visit(source);
  let out = '';
  let at = 0;
  for (const [start, end, replacement] of edits) {
    out += text.slice(at, start) + replacement;
    at = end;
  }
  return out + text.slice(at);
}

exports.late = late;
