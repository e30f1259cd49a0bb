import assert from 'node:assert/strict';
import { createAnalyser } from '../../src/core';
import { isWide } from '../../src/language/width';

describe('what patterns are made for', () => {
  for (const [text, wide] of [
    ['“The café is shut,” said Ana Ruiz.', true],
    ['"The café is shut," said Ana Ruiz.', false],
  ] as const)
    it(`is told of a text that is read for the first time: ${text}`, () => {
      const analyser = createAnalyser();
      analyser.update(text);
      assert.equal(isWide(), wide);
      analyser.update(`${text} She left — at once.`);
      assert.equal(isWide(), wide);
    });
});
