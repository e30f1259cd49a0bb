import assert from 'node:assert/strict';
import { readProse } from '../../src/article/prose';
import { OTHERS } from '../../src/rules/copy';
import { hasAny, placesOf, watchFor } from '../../src/rules/watch';

const HARBOUR = watchFor('ferry ferries harbour-master');
const WEATHER = watchFor(() => ['fog', 'ferry']);

const found = (text: string, watch: number, own = text) =>
  placesOf(readProse(text), own, watch).map(({ start, word }) => `${start} ${word}`);

describe('words that are looked out for', () => {
  it('stand in a paragraph in any case', () => {
    assert.ok(hasAny(readProse('No FERRY sailed.'), HARBOUR));
    assert.ok(!hasAny(readProse('No boat sailed.'), HARBOUR));
  });

  it('are told apart by list', () => {
    assert.ok(!hasAny(readProse('The harbour-master waits.'), WEATHER));
    assert.ok(hasAny(readProse('The ferry waits.'), WEATHER));
    assert.ok(hasAny(readProse('The ferry waits.'), HARBOUR));
  });

  it('are found where they stand, alone or before an apostrophe', () => {
    assert.deepEqual(found('A Ferry, the ferry’s crew, two ferries.', HARBOUR), ['2 Ferry', '13 ferry', '31 ferries']);
    assert.deepEqual(found('The Harbour-Master and his ferry.', HARBOUR), ['4 Harbour-Master', '27 ferry']);
  });

  it('may be a part of a compound, which is no place of theirs', () => {
    assert.ok(hasAny(readProse('A ferry-boat sank.'), HARBOUR));
    assert.deepEqual(found('A ferry-boat sank.', HARBOUR), []);
  });

  it('are no parts of longer words', () => {
    assert.ok(!hasAny(readProse('The ferryman waits.'), HARBOUR));
  });

  it('stand in the narrator’s own words only where those are asked for', () => {
    const text = 'The “ferry” waits.';
    assert.deepEqual(found(text, HARBOUR, text.replace('“ferry”', OTHERS.repeat(7))), []);
  });
});
