import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createAnalyser } from '../../src/core';

/** What the copy reports, as "source | cue | content". */
function reported(copy: string): string[] {
  const { analysis } = createAnalyser().update(copy);
  return analysis.attributions.map(({ source, cue, content }) =>
    [source, cue, content]
      .map((spans) => spans.map(({ start, end }) => copy.slice(start, end)).join(' … '))
      .join(' | '),
  );
}

describe('a clause whose form shows that it is reported', () => {
  it('stands before a cue that ends the sentence', () => {
    assert.deepEqual(reported('The kettle was cold.\n\nShe is a sort of weather, the dean tells me.'), [
      'the dean | tells | She is a sort of weather',
    ]);
  });

  it('stands before an agency that cites another source', () => {
    const copy =
      'Carrow Foreign Minister Tomas Quennell landed in the Orland capital late on Monday and went directly to his hotel, ' +
      'TASS reported, citing a porter at the station.';
    assert.ok(
      reported(copy).includes(
        'TASS | reported | Carrow Foreign Minister Tomas Quennell landed in the Orland capital late on Monday and went ' +
          'directly to his hotel',
      ),
      reported(copy).join('\n'),
    );
  });

  it('follows "according to" without a comma', () => {
    assert.deepEqual(reported('According to the Harbour Ministry over 345 sailors have been lost near the coast.'), [
      'the Harbour Ministry | According to | over 345 sailors have been lost near the coast',
    ]);
  });

  it('goes on over "and that"', () => {
    const copy = 'Lund also said the lift was "slow" and that nobody had come.';
    assert.deepEqual(reported(copy), ['Lund | also said | the lift was "slow" and that nobody had come']);
  });

  it('is not a time that stands before the cue', () => {
    assert.deepEqual(reported('On Monday, after the long meeting, the dean spoke.'), []);
  });
});

describe('who reports, by what the copy calls them', () => {
  const named = (copy: string) =>
    createAnalyser()
      .update(copy)
      .analysis.attributions.map(({ speaker }) => speaker?.name);

  it('is whom "who" and "which" follow', () => {
    assert.deepEqual(named('The Harbour Board, which said the pier was safe, has gone.'), ['Harbour Board']);
    assert.ok(!named('It was a night which said that the winter had come.').includes('which'));
  });

  it('ends before a bracket', () => {
    assert.deepEqual(named('Gossip blogs (and two papers) said that the pier would close.'), ['Gossip blogs']);
  });
});
