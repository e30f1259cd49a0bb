import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { languageOf } from '../../src/cli/language';
import { placesIn } from '../../src/cli/lines';

describe('a place in a text', () => {
  it('counts lines and columns from 1', () => {
    const place = placesIn('ab\ncd');
    assert.deepEqual(place(0), { line: 1, column: 1 });
    assert.deepEqual(place(4), { line: 2, column: 2 });
    assert.deepEqual(place(5), { line: 2, column: 3 });
  });

  it('is on the same line whether it ends as on Windows, on a Mac of old or elsewhere', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const text = ['one', 'two', 'three'].join(end);
      assert.deepEqual(placesIn(text)(text.indexOf('three')), { line: 3, column: 1 });
    }
  });

  it('is the number of line ends before it, for any text', () => {
    const text = fc
      .array(fc.constantFrom('a', '\n', '\r\n', '\r', ' '), { maxLength: 40 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.nat(80), (text, at) => {
        const offset = Math.min(at, text.length);
        // between the halves of a CR LF the line is still the one before
        const before = text.slice(0, offset).replace(text[offset] === '\n' ? /\r$/ : /$^/, '');
        const lines = before.split(/\r\n|\n|\r/);
        assert.equal(placesIn(text)(offset).line, lines.length);
      }),
    );
  });
});

describe('the language of a file', () => {
  for (const [path, language] of [
    ['news/a.md', 'markdown'],
    ['C:\\news\\A.MD', 'markdown'],
    ['a.html', 'html'],
    ['a.txt', 'plaintext'],
    ['folder.md\\draft', 'plaintext'],
    ['folder.md/draft', 'plaintext'],
    ['draft', 'plaintext'],
  ])
    it(`of ${path} is ${language}`, () => assert.equal(languageOf(path), language));
});
