import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import fc from 'fast-check';
import { CODES } from '../../../src/attribution/tagger/codes';
import { LABELS, legal } from '../../../src/attribution/tagger/labels';
import { blend, gradient, marginals, targetOf } from '../../../train/tagger/crf';
import { Network } from '../../../train/tagger/network';
import { seeded } from '../../../train/tagger/random';

const K = LABELS;

function draw(n: number, random: () => number): Float32Array {
  return Float32Array.from({ length: n }, () => 2 * random() - 1);
}

/** Every legal row of labels for `n` words. */
function rows(n: number): number[][] {
  if (n === 0) return [[]];
  return rows(n - 1).flatMap((row) =>
    Array.from({ length: K }, (_, k) => k)
      .filter((k) => (row.length ? legal(row[row.length - 1], k) : k === 0 || k % 2 === 1))
      .map((k) => [...row, k]),
  );
}

describe('the chain that learns', () => {
  it('gives each label what all the legal rows that have it give', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 4 }), (seed, n) => {
        const random = seeded(seed);
        const scores = draw(n * K, random);
        const t = draw(K * K, random);
        const nodes = new Float32Array(n * K);
        const sum = marginals(n, scores, t, nodes, new Float32Array(K * K));
        const weights = rows(n).map((row) =>
          Math.exp(row.reduce((s, k, i) => s + scores[i * K + k] + (i ? t[row[i - 1] * K + k] : 0), 0)),
        );
        const all = weights.reduce((a, b) => a + b, 0);
        assert.ok(Math.abs(sum - Math.log(all)) < 1e-4);
        for (let x = 0; x < n * K; x++) {
          const share = rows(n).reduce((s, row, i) => s + (row[Math.floor(x / K)] === x % K ? weights[i] : 0), 0) / all;
          assert.ok(Math.abs(nodes[x] - share) < 1e-4);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('has no more to learn where it gives what it ought to', () => {
    const random = seeded(5);
    const scores = draw(5 * K, random);
    const t = draw(K * K, random);
    const target = { nodes: new Float32Array(5 * K), steps: new Float32Array(K * K) };
    marginals(5, scores, t, target.nodes, target.steps);
    const d = new Float32Array(5 * K);
    gradient(5, scores, t, target, d, new Float64Array(K * K));
    assert.ok(d.every((v) => Math.abs(v) < 1e-6));
  });

  it('hears the annotator and the teachers by their shares', () => {
    const [annotator, teacher] = [targetOf(Uint8Array.of(1, 0)), targetOf(Uint8Array.of(0, 0))];
    assert.deepEqual([...blend(annotator, teacher, 0.25).nodes.subarray(0, 2)], [0.25, 0.75]);
  });
});

describe('the network that learns', () => {
  for (const layers of [1, 2])
    it(`goes back through ${layers} of its layers as it came`, () => {
      const n = 5;
      const shape = { hidden: 8, layers, fixed: 4, own: 4, code: 4 };
      const random = seeded(3);
      const network = new Network(shape, draw(10 * 4, random), 6, 1, n);
      const word = Int32Array.of(0, 7, -1, 3, 9);
      const codes = new Uint16Array(n * CODES.length);
      const d = draw(n * K, random);
      const loss = (): number => {
        const scores = new Float32Array(n * K);
        network.forward(n, word, codes, scores);
        return scores.reduce((s, v, i) => s + v * d[i], 0);
      };
      loss();
      network.backward(n, codes, d, 0);
      const slope = network.slope();
      const places = [
        network.output,
        ...network.places.flatMap((pair) => pair.flatMap(({ wx, bx, wh }) => [wx, bx, wh])),
      ];
      for (const place of places) {
        const was = network.theta[place + 3];
        network.theta[place + 3] = was + 0.01;
        const more = loss();
        network.theta[place + 3] = was - 0.01;
        const less = loss();
        network.theta[place + 3] = was;
        assert.ok(Math.abs((more - less) / 0.02 - slope[place + 3]) < 2e-3, `weight ${place + 3}`);
      }
    });
});
