import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isVariant, variantKeys } from '../../src/rules/names/same';

describe('the keys of a name', () => {
  it('are shared by any two names that are variants of each other', () => {
    const part = fc.constantFrom(
      'Kar',
      'sh',
      'ch',
      'y',
      'ie',
      'ei',
      'e',
      'nn',
      'n',
      'ov',
      'kh',
      'o',
      'é',
      'w',
      'v',
      'ck',
      'Br',
    );
    const name = fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(''));
    const pair = fc.oneof(
      fc.tuple(name, name),
      fc.tuple(name, fc.nat({ max: 9 }), fc.constantFrom('', 'a', 'n')).map(([one, at, letter]): [string, string] => {
        const place = Math.min(at, one.length);
        return [one, one.slice(0, place) + letter + one.slice(place + 1)];
      }),
    );
    fc.assert(
      fc.property(pair, fc.constantFrom('first' as const, 'family' as const), ([a, b], kind) => {
        fc.pre(isVariant(a, b, kind));
        const keys = new Set(variantKeys(a));
        assert.ok(
          variantKeys(b).some((key) => keys.has(key)),
          `${a} and ${b}`,
        );
      }),
      { numRuns: 300 },
    );
  });
});
