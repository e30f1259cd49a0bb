import assert from 'node:assert/strict';
import { createAnalyser } from '../../src/core';
import { sceneOf } from '../../src/attribution/scene';

describe('the cues of a paragraph', () => {
  it('are its own, though others have no marks either', () => {
    const text = 'Ada Brandwyke said the pier was safe.\n\nTomas Quennell denied it.';
    const { cues } = sceneOf(createAnalyser().update(text).analysis.article);
    assert.deepEqual(
      cues.map((each) => each.map(({ lemma }) => lemma)),
      [['say'], ['deny']],
    );
  });
});
