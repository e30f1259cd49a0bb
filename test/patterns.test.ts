import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { runInThisContext } from 'node:vm';
import { RANGES } from '../scripts/letters.cjs';
import { rewrite } from '../scripts/patterns.cjs';

const src = path.join(__dirname, '../src');
const sources = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => /\.ts$/.test(file));

/** What the bundles make of a module, without what they import for it. */
const bundled = (module: string) => rewrite(module, 'a.ts').replace(/^(?:import\{[^}]*\}from[^;]*;)+/, '');

/** What the module says in the bundles: its `answer`. */
function answer(module: string): unknown {
  const names = Object.keys(RANGES) as (keyof typeof RANGES)[];
  const made = (source: string, flags: string) => new RegExp(source, flags);
  const run = runInThisContext(`($made,${names.map((name) => `$${name}`).join()})=>{${bundled(module)};return answer}`);
  return (run as (...given: unknown[]) => unknown)(made, ...names.map((name) => RANGES[name]));
}

describe('patterns in the bundles', () => {
  it('are made where they are asked for', () => {
    assert.equal(
      bundled('const WORD = /a\\/b/u;\nconst is = (text) => WORD.test(text);'),
      'let WORD;\nconst is = (text) => (WORD??=$made("a\\\\/b","u")).test(text);',
    );
    assert.equal(
      bundled('const WORD = /a/;\nconst is = (text) => WORD.test(text) || WORD.test(text[0]);'),
      'const WORD$="a";let WORD;\nconst is = (text) => (WORD??=$made(WORD$,"")).test(text) || (WORD??=$made(WORD$,"")).test(text[0]);',
    );
  });

  it('are made once where they stand in a function', () => {
    assert.equal(
      bundled('function is(text) { return /a/.test(text) || /b/i.test(text); }'),
      'let $1,$2;function is(text) { return ($1??=$made("a","")).test(text) || ($2??=$made("b","i")).test(text); }',
    );
  });

  it('say what they said', () => {
    assert.equal(
      answer("const A = /^\\p{Lu}\\./u; const answer = A.test('Š.') && !A.test('š.') && !A.test('Šx');"),
      true,
    );
    assert.equal(answer("const f = (t) => /^.\\P{L}$/iu.test(t); const answer = f('a1') && !f('\\n1');"), true);
    assert.equal(
      answer("const A = 'b\\\\p{N}'; const B = new RegExp(`^a${A}$`, 'i'); const answer = B.test('AB7');"),
      true,
    );
    assert.equal(answer("const LIST = [['b', /^b$/i]]; const answer = LIST.some(([, a]) => a.test('B'));"), true);
    assert.equal(
      answer("const A = /b/; const B = new RegExp(`a${A.source}`); const answer = A.test('b') && B.test('ab');"),
      true,
    );
  });

  it('keep their place where they have one', () => {
    const module = 'function count(text) { const each = /a/g; let n = 0; while (each.exec(text)) n++; return n; }';
    assert.equal(bundled(module), module);
    assert.equal(answer(`${module} const answer = count('aa') + count('aa');`), 4);
  });

  it('are spelt in ASCII where they stay literals', () => {
    const module = "const plain = (text) => text.replace(/[’‘]|\\p{Lu}–/gu, '*').replace(/\\\\“|\\”/g, '+');";
    assert.doesNotMatch(bundled(module), /[^\0-\x7f]/);
    assert.equal(answer(`${module} const answer = plain('‘a’ ÉB– – “ \\\\“ ”');`), '*a* É* – “ + +');
  });

  it('are made together where they stand in a list', () => {
    assert.equal(
      bundled('const LIST = [/a/g, word("b")];\nfunction word(w) { return new RegExp(w, "i"); }\nuse(() => LIST);'),
      'const LIST$=()=>([$made("a","g"), word("b")]);let LIST;\nfunction word(w) { return $made(w, "i"); }\nuse(() => (LIST??=LIST$()));',
    );
  });

  it('stay what they are where another module may ask for them', () => {
    for (const module of ['export const A = /a/;', 'export const LIST = [/a/, /b/];', 'const A = /a/; export { A };'])
      assert.equal(bundled(module), module);
  });

  it('leave functions alone', () => {
    const module = 'const is = (text) => text.replace(/a/g, "b") === new RegExp(text).source;';
    assert.equal(bundled(module), module);
  });

  it('stay what they are where a function has the name for something else', () => {
    const module = 'const A = /a/; function f(A) { return A; }';
    assert.equal(bundled(module), module);
  });

  it('name no class of Unicode that takes V8 long', () => {
    for (const file of sources) {
      const text = rewrite(readFileSync(path.join(src, file), 'utf8'), file);
      assert.doesNotMatch(text.replace(/\/\/.*$|\/\*[^]*?\*\//gm, ''), /\\p\{(?:[LNM]|L[ul])\}/, file);
    }
  });
});
