import assert from 'node:assert/strict';
import path from 'node:path';
import { calledBy, inBrackets, noting } from '../scripts/eager.cjs';

const file = path.join('src', 'room', 'a.ts');
const all = (...names: string[]) => new Set(names.map((name) => `room/a.ts ${name}`));

describe('functions that a first reading calls', () => {
  it('stand in brackets, the others do not', () => {
    assert.equal(
      inBrackets('export function a<T>(x: T): T { return b(x); }\nfunction b(x) { return x; }', file, all('a')),
      'export const a=(function<T>(x: T): T { return b(x); });\nfunction b(x) { return x; }',
    );
    assert.equal(inBrackets('function* a() { yield 1; }', file, all('a')), 'const a=(function*() { yield 1; });');
  });

  it('stay where they are when the module calls them as it is set up', () => {
    const module = 'const A = a();\nfunction a() { return b(); }\nfunction b() { return 1; }';
    assert.equal(inBrackets(module, file, all('a', 'b')), module);
    const later = 'const A = () => a();\nfunction a() { return 1; }';
    assert.notEqual(inBrackets(later, file, all('a')), later);
  });

  it('are those that note it when the samples are read', () => {
    const module = noting(
      'function* read() { yield begin(); }\nfunction begin() {}\nfunction never() { begin(); }\n' +
        'module.exports.createAnalyser = () => ({ update: () => [...read()] });',
      file,
    );
    assert.deepEqual(calledBy(module), all('read', 'begin'));
  });
});
