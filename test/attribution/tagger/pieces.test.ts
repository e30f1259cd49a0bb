import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bestPieces, type Piece } from '../../../src/attribution/tagger/pieces';

const WORDS = 12;

const contents = fc
  .array(
    fc.record({
      first: fc.integer({ min: 0, max: WORDS - 1 }),
      length: fc.integer({ min: 1, max: 5 }),
      probability: fc.double({ min: 0.02, max: 1, noNaN: true }),
    }),
    { maxLength: 9 },
  )
  .map((list) =>
    list
      .map(({ first, length, probability }): Piece => {
        const end = Math.min(WORDS, first + length);
        return { role: 'content', first, end, probability, certainty: 0.5, peak: 0.5 };
      })
      .sort((a, b) => a.end - b.end || a.first - b.first),
  );

const price = { source: 0.2, cue: 0.2, content: 0.2 };
/** A content that no cue bears out is worth a tenth less; see PARTNER. */
const worth = (pieces: readonly Piece[]): number => pieces.reduce((sum, piece) => sum + piece.probability - 0.3, 0);
const apart = (pieces: readonly Piece[]): boolean => pieces.every((p, i) => i === 0 || pieces[i - 1].end <= p.first);

describe('the choice of pieces', () => {
  it('is the set that is worth most, none over another', () => {
    fc.assert(
      fc.property(contents, (candidates) => {
        const chosen = bestPieces(WORDS, candidates, price, new Int32Array(WORDS));
        assert.ok(apart(chosen));
        for (let set = 0; set < 2 ** candidates.length; set++) {
          const others = candidates.filter((_, i) => set & (1 << i));
          if (apart(others)) assert.ok(worth(others) <= worth(chosen) + 1e-9);
        }
      }),
    );
  });

  it('takes a doubtful content that a cue of its sentence bears out, and leaves it where the cue is in another', () => {
    const cue: Piece = { role: 'cue', first: 1, end: 2, probability: 0.9, certainty: 0.9, peak: 0.9 };
    const doubtful: Piece = { role: 'content', first: 3, end: 5, probability: 0.25, certainty: 0.5, peak: 0.5 };
    const chosen = (sentence: readonly number[]): readonly string[] =>
      bestPieces(5, [cue, doubtful], price, Int32Array.from(sentence)).map(({ role }) => role);
    assert.deepEqual(chosen([0, 0, 0, 0, 0]), ['cue', 'content']);
    assert.deepEqual(chosen([-1, -1, -1, 0, 0]), ['cue']);
  });
});
