import assert from 'node:assert/strict';
import { createAnalyser } from '../../src/core';

describe('quotations in quotations without end', () => {
  it('do not exhaust the stack, and what follows is read', () => {
    const text = `${'> '.repeat(20000)}x\n\n“The pier will hold,” Ana Ruiz said.`;
    const { analysis } = createAnalyser().update(text, 'markdown');
    assert.deepEqual(
      analysis.attributions.map(({ speaker }) => speaker?.name),
      ['Ana Ruiz'],
    );
  });
});
