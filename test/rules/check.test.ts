import assert from 'node:assert/strict';
import { nothingAnalysed, analyse } from '../../src/analyse';
import { checkInSteps } from '../../src/rules/check';
import type { Rule } from '../../src/rules/rule';

function analysisOf(text: string) {
  const run = analyse(text, 'plaintext', nothingAnalysed());
  for (;;) {
    const step = run.next();
    if (step.done) return step.value.analysis;
  }
}

describe('checking an article in steps', () => {
  it('rests after each part of a paragraph without end', () => {
    const analysis = analysisOf('The ferry sailed at dawn and nobody said why. '.repeat(1500));
    let asked = 0;
    let most = 0;
    const rule: Rule = {
      id: 'counts-paragraphs',
      severity: 'hint',
      description: 'Counts what it is asked about.',
      checkParagraph: () => void asked++,
    };
    for (const run = checkInSteps(analysis, [rule]); ; asked = 0) {
      const { done } = run.next();
      most = Math.max(most, asked);
      if (done) break;
    }
    assert.ok(analysis.article.paragraphs.length > 2);
    assert.equal(most, 1);
  });
});
