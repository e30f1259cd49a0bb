import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { relayChain } from '../../src/agencies/find';
import { createAnalyser } from '../../src/core';

/** The agencies of a one-sentence article, the nearest to the source first. */
function chain(sentence: string): string[] {
  const { agencies } = createAnalyser().update(sentence).analysis;
  return relayChain(agencies, { start: 0, end: sentence.length }).map(({ agency }) => agency.name);
}

describe('the agencies that pass a statement on, the nearest to the source first', () => {
  it('told one, another reported', () => {
    assert.deepEqual(chain('Ruiz told Interfax that nine were hurt, Reuters reported.'), ['Interfax', 'Reuters']);
  });
  it('reported by one that cites another', () => {
    assert.deepEqual(chain('Reuters reported, citing Kyodo, that the plant was dark.'), ['Kyodo', 'Reuters']);
  });
  it('leaves out one that is only named', () => {
    assert.deepEqual(chain('A former Reuters editor told TASS that the plant was dark.'), ['TASS']);
  });
  it('keeps to its sentence', () => {
    const { agencies } = createAnalyser().update('TASS reported a fire. AFP reported a flood.').analysis;
    assert.deepEqual(
      relayChain(agencies, { start: 0, end: 21 }).map(({ agency }) => agency.name),
      ['TASS'],
    );
  });
});
