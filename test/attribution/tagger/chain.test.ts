import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Chain, CHAIN_ROOM } from '../../../src/attribution/tagger/chain';
import { plainKernel } from '../../../src/attribution/tagger/kernel/plain';
import { wasmKernel, type Kernel } from '../../../src/attribution/tagger/kernel/kernel';
import { LABELS, legal } from '../../../src/attribution/tagger/labels';
import { Memory } from '../../../src/attribution/tagger/memory';
import { piecesOf, type Piece } from '../../../src/attribution/tagger/pieces';
import { seeded } from '../../../train/tagger/random';

const K = LABELS;

function draw(length: number, most: number, random: () => number): Float64Array {
  return Float64Array.from({ length }, () => most * (2 * random() - 1));
}

/** What a chain over this kernel finds likely, for scores of LABELS numbers a word. */
function likely(kernel: Kernel, n: number, scores: Float64Array, transitions: Float64Array): Piece[] {
  const memory = new Memory(kernel);
  const chain = new Chain(memory, transitions);
  const at = memory.end;
  const room = at + 64 * n;
  kernel.reserve(room + CHAIN_ROOM.word * n + CHAIN_ROOM.more);
  const { doubles } = kernel.views();
  // the eighth number may be anything
  doubles.fill(1e6, at / 8, room / 8);
  for (let i = 0; i < n; i++) doubles.set(scores.subarray(K * i, K * i + K), at / 8 + 8 * i);
  return chain.likelyPieces(n, at, room);
}

/** Every legal row of labels for `n` words. */
function rows(n: number): number[][] {
  if (n === 0) return [[]];
  const labels = Array.from({ length: K }, (_, k) => k);
  return rows(n - 1).flatMap((row) => labels.filter((k) => legal(row[row.length - 1] ?? 0, k)).map((k) => [...row, k]));
}

const close = (a: number, b: number): boolean => Math.abs(a - b) < 1e-9;

describe('the chain over labels', () => {
  it('gives each stretch what all the legal rows that have it give', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 4 }), (seed, n) => {
        const random = seeded(seed);
        const scores = draw(n * K, 2, random);
        const t = draw(K * K, 1, random);
        const all = rows(n).map((row) => ({
          pieces: piecesOf(Uint8Array.from(row)),
          weight: Math.exp(row.reduce((s, k, i) => s + scores[i * K + k] + (i ? t[row[i - 1] * K + k] : 0), 0)),
        }));
        const total = all.reduce((sum, { weight }) => sum + weight, 0);
        const share = (has: (piece: Piece) => boolean): number =>
          all.reduce((sum, { pieces, weight }) => sum + (pieces.some(has) ? weight : 0), 0) / total;
        for (const make of [wasmKernel, plainKernel]) {
          const found = likely(make(), n, scores, t);
          for (const role of ['source', 'cue', 'content'] as const)
            for (let first = 0; first < n; first++)
              for (let end = first + 1; end <= n; end++) {
                const probability = share((p) => p.role === role && p.first === first && p.end === end);
                const piece = found.find((p) => p.role === role && p.first === first && p.end === end);
                if (!piece) {
                  assert.ok(probability < 0.02);
                  continue;
                }
                const words = Array.from({ length: end - first }, (_, i) => first + i);
                const masses = words.map((i) => share((p) => p.role === role && p.first <= i && i < p.end));
                assert.ok(close(piece.probability, probability));
                assert.ok(close(piece.certainty, masses.reduce((a, b) => a + b, 0) / masses.length));
                assert.ok(close(piece.peak, Math.max(...masses)));
              }
        }
      }),
      { numRuns: 12 },
    );
  });

  it('is the same in WebAssembly and in TypeScript, however far apart the scores are', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 200 }), fc.constantFrom(1, 20, 2000), (seed, n, most) => {
        const random = seeded(seed);
        const scores = draw(n * K, most, random);
        const t = draw(K * K, 3, random);
        const plain = likely(plainKernel(), n, scores, t);
        const found = likely(wasmKernel(), n, scores, t);
        assert.equal(found.length, plain.length);
        found.forEach((piece, i) => {
          assert.deepEqual([piece.role, piece.first, piece.end], [plain[i].role, plain[i].first, plain[i].end]);
          for (const of of ['probability', 'certainty', 'peak'] as const) assert.ok(close(piece[of], plain[i][of]));
        });
      }),
      { numRuns: 60 },
    );
  });

  it('gives stretches by their ends, then by their beginnings', () => {
    const random = seeded(7);
    const found = likely(wasmKernel(), 60, draw(60 * K, 1, random), draw(K * K, 1, random));
    assert.ok(found.length > 20);
    for (let i = 1; i < found.length; i++) {
      const [a, b] = [found[i - 1], found[i]];
      assert.ok(a.end < b.end || (a.end === b.end && a.first <= b.first));
    }
  });
});
