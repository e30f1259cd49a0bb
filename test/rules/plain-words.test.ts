import assert from 'node:assert/strict';
import fc from 'fast-check';
import { eachWord, hashOfPlain, plainWords } from '../../src/rules/quotes/plain';

const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|['’.,](?=[\p{L}\p{N}]))*/gu;

/** Copy with whatever may end a word, hold it together, or be a part of it. */
const copy = fc
  .array(
    fc.constantFrom(
      ...['Ferry', 'the', 'l', 'é', 'e\u0301', 'ß', '９', '𝒜', '42', 'x', "'", '’', '.', ',', ' ', '-', '—', '“', '”'],
      ...['…', '\u00a0', '\ufffc', '\ufeff', '\u00ad', '_', '😀', '\ud835', '中', 'ſ', '‐'],
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''));

describe('the plain words of a text', () => {
  it('are the runs of letters and figures, held together by apostrophes, stops and commas', () => {
    fc.assert(
      fc.property(copy, fc.nat({ max: 9 }), (text, by) => {
        const expected = [...text.matchAll(WORD)].map(({ index, 0: word }) => ({
          start: by + index,
          end: by + index + word.length,
          plain: word.toLowerCase().replace(/’/g, "'"),
        }));
        assert.deepEqual(plainWords(text, by), expected);
      }),
      { numRuns: 2000 },
    );
  });

  it('have one hash wherever they stand and however they are written', () => {
    const hashes = (text: string): number[] => {
      const found: number[] = [];
      eachWord(text, (_start, _end, hash) => found.push(hash));
      return found;
    };
    fc.assert(
      fc.property(copy, (text) => {
        assert.deepEqual(
          hashes(text),
          plainWords(text).map(({ plain }) => hashOfPlain(plain)),
        );
      }),
    );
    assert.equal(hashes('He said DON’T go')[2], hashOfPlain("don't"));
  });
});
