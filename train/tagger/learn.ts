/** Learns a model: the network by Adam, the linear part by AdaGrad, both averaged over the later part of the run. */
import { SLOTS } from '../../src/attribution/tagger/features';
import { LABELS } from '../../src/attribution/tagger/labels';
import { gradient, type Target } from './crf';
import type { FeatureIndex } from './feature-index';
import { Network } from './network';
import { seeded } from './random';
import type { Settings } from './settings';
import { Model, type Item } from './trained';
import type { Vocabulary } from './vocabulary';

const K = LABELS;
/** Words of the longest paragraph that is learnt from; longer ones are lists. */
const LONGEST = 600;

/** Learns a model from paragraphs and their targets, `watch` being called after each epoch and at the end. */
export function learn(
  T: readonly Item[],
  targets: readonly Target[],
  vocabulary: Vocabulary,
  index: FeatureIndex,
  o: Settings,
  watch: (model: Model, name: string) => void,
): Model {
  const { hidden, layers, own, code } = o;
  const fixed = vocabulary.dims;
  const net = hidden
    ? new Network({ hidden, layers, fixed, own, code }, vocabulary.vectors, vocabulary.known, o.seed, LONGEST)
    : undefined;
  const model = new Model(vocabulary, index, net);
  const squares = new Float32Array(index.size);
  const tSquares = new Float32Array(K * K);
  const random = seeded(o.seed);
  const noise = { random, drop: o.drop, inputDrop: o.inputDrop, wordDrop: o.wordDrop };
  const order = T.map((_, i) => i).filter((i) => T[i].e.n <= LONGEST);
  const most = Math.max(...T.map((t) => t.e.n));
  const scores = new Float32Array(most * K);
  const d = new Float32Array(most * K);
  const dt = new Float64Array(K * K);
  const active = new Int32Array(SLOTS * most);
  const ends = new Int32Array(most);
  const { batch } = o;
  const total = o.epochs * Math.ceil(order.length / batch);
  let step = 0;
  // Running averages of all weights, taken from the given share of the run on.
  const avg = {
    wide: new Float32Array(model.wide.length),
    t: new Float32Array(K * K),
    theta: net && new Float32Array(net.theta.length),
    own: net && new Float32Array(net.own.length),
    n: 0,
  };
  const dropped = new Uint8Array(SLOTS);
  const { wide } = model;
  for (let epoch = 0; epoch < o.epochs; epoch++) {
    const started = Date.now();
    let loss = 0;
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j], order[i]];
    }
    for (let b = 0; b < order.length; b++) {
      const item = T[order[b]];
      const n = item.e.n;
      const frac = step / total;
      const rate = o.rate * Math.min(1, frac * 20) * (1 - frac);
      const wideRate = o.linearRate * (1 - 0.9 * frac);
      scores.fill(0, 0, n * K);
      const scale = 1 / (1 - o.linearDrop);
      dropped.forEach((_, s) => (dropped[s] = random() < o.linearDrop ? 1 : 0));
      let top = 0;
      for (let i = 0; i < n; i++) {
        const c = i * K;
        for (let s = 0; s < SLOTS; s++) {
          if (dropped[s]) continue;
          const id = item.rows[i * SLOTS + s];
          if (id < 0) continue;
          active[top++] = id;
          const r = id * K;
          for (let k = 0; k < K; k++) scores[c + k] += wide[r + k] * scale;
        }
        ends[i] = top;
      }
      net?.forward(n, item.e.index, item.codes, scores, noise);
      loss += gradient(n, scores, model.transitions, targets[order[b]], d, dt);
      for (let a = 0; a < K * K; a++) {
        tSquares[a] += dt[a] * dt[a];
        model.transitions[a] -= (0.2 * (1 - 0.9 * frac) * dt[a]) / (Math.sqrt(tSquares[a]) + 1);
      }
      for (let i = 0, x = 0; i < n; i++) {
        const c = i * K;
        let g2 = 0;
        for (let k = 0; k < K; k++) g2 += d[c + k] ** 2;
        if (g2 < 1e-4) {
          x = ends[i];
          continue;
        }
        for (; x < ends[i]; x++) {
          const id = active[x];
          squares[id] += g2;
          const eta = wideRate / (Math.sqrt(squares[id]) + 1);
          const r = id * K;
          for (let k = 0; k < K; k++) wide[r + k] -= eta * d[c + k];
        }
      }
      // A paragraph that is right beyond doubt teaches nothing.
      let wrong = 0;
      for (let x = 0; x < n * K; x++) wrong += Math.abs(d[x]);
      if (wrong > 0.02) net?.backward(n, item.codes, d, rate, noise);
      if ((b + 1) % batch === 0 || b === order.length - 1) {
        step++;
        net?.step(batch, rate, o.decay);
        if (frac > o.averageFrom && step % 32 === 0) {
          avg.n++;
          const f = 1 / avg.n;
          const mix = (into: Float32Array, from: Float32Array): void => {
            for (let i = 0; i < into.length; i++) into[i] += (from[i] - into[i]) * f;
          };
          mix(avg.t, model.transitions);
          mix(avg.wide, model.wide);
          if (net && avg.theta && avg.own) {
            mix(avg.theta, net.theta);
            mix(avg.own, net.own);
          }
        }
      }
    }
    watch(
      model,
      `epoch ${epoch + 1}: loss ${(loss / 1000).toFixed(1)}, ${((Date.now() - started) / 1000).toFixed(1)} s`,
    );
  }
  if (avg.n) {
    if (net && avg.theta && avg.own) {
      net.theta.set(avg.theta);
      net.own.set(avg.own);
    }
    model.transitions.set(avg.t);
    model.wide.set(avg.wide);
    watch(model, 'averaged');
  }
  return model;
}
