import assert from 'node:assert/strict';
import fc from 'fast-check';
import { capitalsOf, matchesOf } from '../../src/rules/matches';

const text = fc
  .array(fc.constantFrom('Ida', 'holt', 'É', 'é', 'Ж', 'ж', '𐐀', '𐐨', ' ', '-', '“', '\ufffc', '@', '3'), {
    maxLength: 12,
  })
  .map((parts) => parts.join(''));

const starts = (found: Iterable<RegExpExecArray>) => [...found].map(({ index, 0: words }) => [index, words]);

describe('the matches of a pattern', () => {
  it('are those that matchAll finds', () => {
    for (const pattern of [/\p{L}+/gu, /(?<=o)l/g, /x*/g])
      fc.assert(
        fc.property(text, (copy) => {
          assert.deepEqual(starts(matchesOf(pattern, copy)), starts(copy.matchAll(pattern)));
        }),
      );
  });

  it('are found at capitals alone where the pattern begins with one', () => {
    fc.assert(
      fc.property(text, (copy) => {
        const found = capitalsOf(/(?<![\p{L}@])\p{Lu}\p{L}*(?: \p{Lu}\p{L}*)?/uy, copy);
        assert.deepEqual(starts(found), starts(copy.matchAll(/(?<![\p{L}@])\p{Lu}\p{L}*(?: \p{Lu}\p{L}*)?/gu)));
      }),
    );
  });
});
