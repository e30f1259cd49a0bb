import assert from 'node:assert/strict';
import { createAnalyser } from '../../src/core';
import { timeIn, venueIn } from '../../src/attribution/venue';

describe('where something was said', () => {
  for (const [words, venue] of [
    ['Brandwyke told a news conference', 'news conference'],
    ['she said at a press briefing on the quay', 'news conference'],
    ['Quennell said in an interview', 'interview'],
    ['he said in a long radio interview', 'interview'],
    ['the port said in a written statement', 'statement'],
    ['the statement said', 'statement'],
    ['she tweeted', 'tweet'],
    ['he wrote on Twitter', 'tweet'],
    ['the union wrote on Facebook', 'post'],
    ['the mayor posted', 'post'],
    ['Brandwyke said by phone', 'phone call'],
    ['she said on a call with investors', 'phone call'],
    ['he said in an angry email', 'email'],
    ['Quennell wrote in a letter to the port', 'letter'],
    ['she said in a speech', 'speech'],
    ['he told supporters', 'speech'],
    ['the diver told the court', 'hearing'],
    ['Ashdown testified', 'hearing'],
    ['the minister told parliament', 'parliament'],
    ['she said in a podcast', 'publication'],
    ['he told reporters', 'to reporters'],
  ] as const)
    it(`is a ${venue}: ${words}`, () => assert.equal(venueIn(words), venue));

  for (const words of [
    'Brandwyke said',
    'she stated that the pier was closed',
    'the lettered sign said',
    'he told his wife',
    'Quennell, on XII Street, said',
  ])
    it(`is not told: ${words}`, () => assert.equal(venueIn(words), undefined));

  it('is the conference rather than the reporters at it', () => {
    assert.equal(venueIn('Brandwyke told reporters at a news conference'), 'news conference');
  });
});

describe('when something was said', () => {
  for (const [words, time] of [
    ['Brandwyke said on Monday', 'on Monday'],
    ['she said late on Sunday', 'late on Sunday'],
    ['he said on Friday night', 'on Friday night'],
    ['he said on Friday', 'on Friday'],
    ['Quennell said Tuesday morning', 'Tuesday morning'],
    ['she said yesterday', 'yesterday'],
    ['the port said earlier today', 'earlier today'],
    ['the union said last week', 'last week'],
  ] as const)
    it(`stands in the copy's own words: ${words}`, () => assert.equal(timeIn(words), time));

  for (const words of ['Brandwyke said', 'Sunday Ashdown said', 'the Monday Club said'])
    it(`is not told: ${words}`, () => assert.equal(timeIn(words), undefined));
});

describe('the circumstances of an attribution', () => {
  it('are read from the narrator, not from what is quoted', () => {
    const { analysis } = createAnalyser().update('“I tweeted it on Monday,” Ada Brandwyke told reporters.');
    const { venue, time } = analysis.attributions[0];
    assert.deepEqual({ venue, time }, { venue: 'to reporters', time: undefined });
  });

  it('are of the sentence that holds the cue', () => {
    const { analysis } = createAnalyser().update(
      '“It is closed,” Ada Brandwyke said. The court met on Friday.\n\nTomas Quennell told a news conference on Monday that it was open.',
    );
    assert.deepEqual(
      analysis.attributions.map(({ venue, time }) => [venue, time]),
      [
        [undefined, undefined],
        ['news conference', 'on Monday'],
      ],
    );
  });
});
