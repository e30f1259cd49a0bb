import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { inOrder, merged, moved } from '../../src/rules/order';
import type { Finding } from '../../src/rules/rule';

const finding = fc
  .record({ start: fc.nat({ max: 40 }), length: fc.nat({ max: 3 }), rule: fc.constantFrom('a-rule', 'b-rule') })
  .map(({ start, length, rule }): Finding => ({
    rule,
    severity: 'warning',
    start,
    end: start + length,
    message: '',
    related: [],
  }));

describe('the findings of a check', () => {
  it('stand in the order of the text, those of the whole article first where two are alike', () => {
    fc.assert(
      fc.property(fc.array(finding), fc.array(fc.array(finding, { maxLength: 3 })), (whole, paragraphs) => {
        const local = paragraphs.map((found) => [...found].sort(inOrder));
        const expected = [...whole, ...local.flat()].sort(inOrder);
        const found = merged([...whole], local);
        assert.deepEqual(found, expected);
        found.forEach((one, i) => assert.equal(one, expected[i]));
      }),
    );
  });

  it('move with the copy that they are about, and all that they point to with them', () => {
    const related = [{ start: 2, end: 4, message: 'here' }];
    const found: Finding[] = [
      { rule: 'a-rule', severity: 'hint', start: 10, end: 12, message: 'Who?', related, data: 1 },
      { rule: 'b-rule', severity: 'hint', start: 20, end: 22, message: 'What?', related: [] },
    ];
    const there = moved(found, 5);
    assert.deepEqual(
      there.map(({ start, end, related }) => [start, end, related]),
      [
        [15, 17, [{ start: 7, end: 9, message: 'here' }]],
        [25, 27, []],
      ],
    );
    assert.deepEqual(
      there.map(({ rule, message, data }) => [rule, message, data]),
      [
        ['a-rule', 'Who?', 1],
        ['b-rule', 'What?', undefined],
      ],
    );
    assert.equal(moved(found, 0), found);
  });
});
