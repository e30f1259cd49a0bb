/** The chain under training: what it gives each label and each step from label to label, and the gradient toward targets. */
import { LABELS, legal } from '../../src/attribution/tagger/labels';

const K = LABELS;

/** What a paragraph's chain ought to give: each label at each word (n × 7), and each step summed over the words (7 × 7). */
export interface Target {
  readonly nodes: Float32Array;
  readonly steps: Float32Array;
}

/** The target that labels spell out. */
export function targetOf(labels: Uint8Array): Target {
  const nodes = new Float32Array(labels.length * K);
  const steps = new Float32Array(K * K);
  labels.forEach((label, i) => {
    nodes[i * K + label] = 1;
    if (i) steps[labels[i - 1] * K + label] += 1;
  });
  return { nodes, steps };
}

/** `share` of target `b` and the rest of `a`. */
export function blend(a: Target, b: Target, share: number): Target {
  const mix = (x: Float32Array, y: Float32Array): Float32Array => x.map((v, i) => v * (1 - share) + y[i] * share);
  return { nodes: mix(a.nodes, b.nodes), steps: mix(a.steps, b.steps) };
}

let room = 0;
let E = new Float64Array(0);
let A = new Float64Array(0);
let B = new Float64Array(0);
let Z = new Float64Array(0);
const T = new Float64Array(K * K);

/** What the chain gives for scores and transitions, written to `nodes` and `steps`; returns the logarithm of its sum. */
export function marginals(
  n: number,
  scores: Float32Array,
  t: Float32Array,
  nodes: Float32Array,
  steps: Float32Array | Float64Array,
): number {
  if (n > room) {
    room = n;
    E = new Float64Array(n * K);
    A = new Float64Array(n * K);
    B = new Float64Array(n * K);
    Z = new Float64Array(n);
  }
  for (let a = 0; a < K; a++) for (let b = 0; b < K; b++) T[a * K + b] = legal(a, b) ? Math.exp(t[a * K + b]) : 0;
  let sum = 0;
  for (let i = 0; i < n; i++) {
    const o = i * K;
    let most = -1e9;
    for (let k = 0; k < K; k++) most = Math.max(most, scores[o + k]);
    for (let k = 0; k < K; k++) E[o + k] = Math.exp(scores[o + k] - most);
    let z = 0;
    for (let k = 0; k < K; k++) {
      let s = 0;
      if (i === 0) s = k === 0 || k % 2 ? 1 : 0;
      else for (let a = 0; a < K; a++) s += A[o - K + a] * T[a * K + k];
      s *= E[o + k];
      A[o + k] = s;
      z += s;
    }
    Z[i] = z;
    sum += Math.log(z) + most;
    for (let k = 0; k < K; k++) A[o + k] /= z;
  }
  for (let k = 0; k < K; k++) B[(n - 1) * K + k] = 1;
  for (let i = n - 2; i >= 0; i--) {
    const o = (i + 1) * K;
    for (let k = 0; k < K; k++) E[o + k] *= B[o + k] / Z[i + 1];
    for (let a = 0; a < K; a++) {
      let s = 0;
      for (let k = 0; k < K; k++) s += T[a * K + k] * E[o + k];
      B[o - K + a] = s;
    }
  }
  // E of every word but the first now holds emission × backward / scale: a step's share is A × T × E.
  steps.fill(0);
  for (let i = 0; i < n; i++) {
    const o = i * K;
    for (let k = 0; k < K; k++) nodes[o + k] = A[o + k] * B[o + k];
    if (i)
      for (let a = 0; a < K; a++) {
        const from = A[o - K + a];
        for (let k = 0; k < K; k++) steps[a * K + k] += from * T[a * K + k] * E[o + k];
      }
  }
  return sum;
}

/** The gradient of the cross-entropy to `target` by each score, into `d`, and by each transition, into `dt`. Returns it. */
export function gradient(
  n: number,
  scores: Float32Array,
  t: Float32Array,
  target: Target,
  d: Float32Array,
  dt: Float64Array,
): number {
  let loss = marginals(n, scores, t, d, dt);
  for (let x = 0; x < n * K; x++) {
    const q = target.nodes[x];
    if (q === 0) continue;
    loss -= q * scores[x];
    d[x] -= q;
  }
  for (let x = 0; x < K * K; x++) {
    const q = target.steps[x];
    if (q === 0) continue;
    loss -= q * t[x];
    dt[x] -= q;
  }
  return loss;
}
