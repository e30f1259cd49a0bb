import assert from 'node:assert/strict';
import fc from 'fast-check';
import { changeBetween } from '../../src/article/change';

describe('the change between two texts', () => {
  it('is nothing between a text and itself', () => {
    assert.deepEqual(changeBetween('harbour', 'harbour'), { prefix: 7, suffix: 0 });
  });

  it('is a letter where a letter was typed', () => {
    assert.deepEqual(changeBetween('The pier', 'The piers'), { prefix: 8, suffix: 0 });
    assert.deepEqual(changeBetween('The pier', 'Then pier'), { prefix: 3, suffix: 5 });
  });

  it('does not count a character for both ends', () => {
    assert.deepEqual(changeBetween('aaa', 'aa'), { prefix: 2, suffix: 0 });
  });

  it('leaves ends that are the same, and no more could be', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b') });
    const long = fc.nat({ max: 90_000 }).map((n) => 'c'.repeat(n));
    fc.assert(
      fc.property(text, text, long, long, (one, other, start, end) => {
        const [before, after] = [start + one + end, start + other + end];
        const { prefix, suffix } = changeBetween(before, after);
        assert.equal(before.slice(0, prefix), after.slice(0, prefix));
        assert.equal(before.slice(before.length - suffix), after.slice(after.length - suffix));
        const [a, b] = [before, after].map((version) => version.slice(prefix, version.length - suffix));
        assert.ok(!a || !b || (a[0] !== b[0] && a.at(-1) !== b.at(-1)), `${a} and ${b} have an end in common`);
      }),
    );
  });
});
