/** Learns the tagger: a conditional random field over a linear part and a network. */
import { encode, SLOTS, type Encoded } from '../../src/attribution/tagger/features';
import type { Document, Paragraph } from './corpus';
import { bestPieces, ROLES } from '../../src/attribution/tagger/chain';
import { LABELS, legal } from '../../src/attribution/tagger/labels';
import { Network } from './network';
import { seeded } from './random';
import type { Settings } from './settings';
import type { Vocabulary } from './vocabulary';

const K = LABELS;

export interface Item {
  readonly e: Encoded;
  readonly rows: Int32Array;
  readonly p: Paragraph;
}

export class FeatureIndex {
  private keys: Int32Array;
  private ids: Int32Array;
  size = 0;
  private readonly counts: number[] = [];
  constructor(bits = 24) {
    this.keys = new Int32Array(1 << bits);
    this.ids = new Int32Array(1 << bits).fill(-1);
  }
  find(h: number, add: boolean): number {
    const mask = this.keys.length - 1;
    for (let at = (h ^ (h >>> 15)) & mask; ; at = (at + 1) & mask) {
      const id = this.ids[at];
      if (id === -1) {
        if (!add) return -1;
        this.keys[at] = h;
        this.ids[at] = this.size;
        this.counts.push(0);
        return this.size++;
      }
      if (this.keys[at] === h) return id;
    }
  }
  count(id: number): void {
    this.counts[id]++;
  }
  /** Keeps the features seen at least `cut` times. */
  prune(cut: number): FeatureIndex {
    let bits = 12;
    const kept = this.counts.filter((c) => c >= cut).length;
    while (1 << bits < kept * 2) bits++;
    const out = new FeatureIndex(bits);
    for (let i = 0; i < this.keys.length; i++)
      if (this.ids[i] >= 0 && this.counts[this.ids[i]] >= cut) out.find(this.keys[i], true);
    return out;
  }
  *hashes(): Iterable<[number, number]> {
    for (let i = 0; i < this.keys.length; i++) if (this.ids[i] >= 0) yield [this.keys[i], this.ids[i]];
  }
}

export class Model {
  wide: Float32Array;
  transitions = new Float32Array(K * K);
  constructor(
    readonly vocabulary: Vocabulary,
    readonly index: FeatureIndex,
    readonly network?: Network,
  ) {
    this.wide = new Float32Array(index.size * K);
  }
}

export function items(
  paragraphs: readonly Paragraph[],
  vocabulary: Vocabulary,
  index: FeatureIndex,
  mask?: readonly number[],
): Item[] {
  const off = new Set(mask ?? []);
  return paragraphs.map((p) => {
    const e = encode(p.words, p.context, vocabulary.lexicon);
    const rows = new Int32Array(e.wide.length);
    for (let i = 0; i < rows.length; i++) rows[i] = off.has(i % SLOTS) ? -1 : index.find(e.wide[i], false);
    return { e: { ...e, wide: new Int32Array(0) }, rows, p };
  });
}

export function score(model: Model, item: Item, out: Float32Array): void {
  const n = item.e.length;
  out.fill(0, 0, n * K);
  const { wide } = model;
  for (let i = 0; i < n; i++)
    for (let s = 0; s < SLOTS; s++) {
      const r = item.rows[i * SLOTS + s] * K;
      if (r >= 0) for (let k = 0; k < K; k++) out[i * K + k] += wide[r + k];
    }
  model.network?.forward(n, item.e.word, item.e.codes, out);
}

/** Best labels for scores and transitions. */
export function viterbi(n: number, scores: Float32Array, t: Float32Array): Uint8Array {
  const best = new Float64Array(n * K);
  const back = new Uint8Array(n * K);
  for (let k = 0; k < K; k++) best[k] = k === 0 || k % 2 ? scores[k] : -1e9;
  for (let i = 1; i < n; i++)
    for (let k = 0; k < K; k++) {
      let b = -1e18;
      let from = 0;
      for (let a = 0; a < K; a++)
        if (legal(a, k)) {
          const s = best[(i - 1) * K + a] + t[a * K + k];
          if (s > b) {
            b = s;
            from = a;
          }
        }
      best[i * K + k] = b + scores[i * K + k];
      back[i * K + k] = from;
    }
  const y = new Uint8Array(n);
  let k = 0;
  for (let a = 1; a < K; a++) if (best[(n - 1) * K + a] > best[(n - 1) * K + k]) k = a;
  for (let i = n - 1; i >= 0; i--) {
    y[i] = k;
    k = back[i * K + k];
  }
  return y;
}

/** Gradient of the negative log-likelihood by each score, into `d`; adds that of the transitions to `dt`. Returns the loss. */
function crf(
  n: number,
  scores: Float32Array,
  t: Float32Array,
  y: Uint8Array,
  d: Float32Array,
  dt: Float64Array,
): number {
  const E = new Float64Array(n * K);
  const T = new Float64Array(K * K);
  for (let a = 0; a < K; a++) for (let b = 0; b < K; b++) T[a * K + b] = legal(a, b) ? Math.exp(t[a * K + b]) : 0;
  let loss = 0;
  for (let i = 0; i < n; i++) {
    let m = -1e9;
    for (let k = 0; k < K; k++) m = Math.max(m, scores[i * K + k]);
    for (let k = 0; k < K; k++) E[i * K + k] = Math.exp(scores[i * K + k] - m);
    loss += m - scores[i * K + y[i]];
    if (i) loss -= t[y[i - 1] * K + y[i]];
  }
  const A = new Float64Array(n * K);
  const B = new Float64Array(n * K);
  const Z = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let z = 0;
    for (let k = 0; k < K; k++) {
      let s = 0;
      if (i === 0) s = k === 0 || k % 2 ? 1 : 0;
      else for (let a = 0; a < K; a++) s += A[(i - 1) * K + a] * T[a * K + k];
      s *= E[i * K + k];
      A[i * K + k] = s;
      z += s;
    }
    Z[i] = z;
    loss += Math.log(z);
    for (let k = 0; k < K; k++) A[i * K + k] /= z;
  }
  for (let k = 0; k < K; k++) B[(n - 1) * K + k] = 1;
  for (let i = n - 2; i >= 0; i--)
    for (let a = 0; a < K; a++) {
      let s = 0;
      for (let k = 0; k < K; k++) s += T[a * K + k] * E[(i + 1) * K + k] * B[(i + 1) * K + k];
      B[i * K + a] = s / Z[i + 1];
    }
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < K; k++) d[i * K + k] = A[i * K + k] * B[i * K + k] - (y[i] === k ? 1 : 0);
    if (i) {
      for (let a = 0; a < K; a++)
        for (let k = 0; k < K; k++)
          dt[a * K + k] += (A[(i - 1) * K + a] * T[a * K + k] * E[i * K + k] * B[i * K + k]) / Z[i];
      dt[y[i - 1] * K + y[i]] -= 1;
    }
  }
  return loss;
}

export function spansOf(y: Uint8Array): [number, number, number][] {
  const out: [number, number, number][] = [];
  for (let i = 0; i < y.length;) {
    if (y[i] === 0) {
      i++;
      continue;
    }
    const r = (y[i] + 1) >> 1;
    let j = i + 1;
    while (j < y.length && y[j] === 2 * r) j++;
    out.push([r - 1, i, j]);
    i = j;
  }
  return out;
}

const TOKEN = /[\p{L}\p{N}]+(?:[.,&][\p{L}\p{N}]+)*|\S/gu;
/** Exact F1 of the three roles over token spans, as the scorer takes it. */
export class Exact {
  readonly counts = [0, 1, 2].map(() => ({ tp: 0, fp: 0, fn: 0 }));
  private readonly tokens: [number, number][][];
  private readonly gold: Set<string>[][];
  constructor(private readonly documents: readonly Document[]) {
    this.tokens = documents.map((d) => [...d.text.matchAll(TOKEN)].map((m) => [m.index, m.index + m[0].length]));
    this.gold = documents.map((d, i) =>
      (['source', 'cue', 'content'] as const).map((r) =>
        this.spans(
          i,
          d.attributions.flatMap((a) => a[r].map(([s, e]) => [s, e] as [number, number])),
        ),
      ),
    );
  }
  spans(doc: number, spans: readonly [number, number][]): Set<string> {
    const toks = this.tokens[doc];
    const { text } = this.documents[doc];
    const out = new Set<string>();
    for (const [s, e] of spans) {
      let run: [number, number] | null = null;
      let lo = 0;
      let hi = toks.length;
      while (lo < hi) {
        const mid = (lo + hi) >> 1;
        if (toks[mid][1] <= s) lo = mid + 1;
        else hi = mid;
      }
      for (let i = lo; i < toks.length && toks[i][0] < e; i++) {
        if (run && text.slice(toks[i - 1][1], toks[i][0]).includes('\n')) {
          out.add(run.join('-'));
          run = null;
        }
        run = run ? [run[0], i] : [i, i];
      }
      if (run) out.add(run.join('-'));
    }
    return out;
  }
  measure(predicted: readonly (readonly [number, number, number])[][]): string {
    const c = [0, 1, 2].map(() => ({ tp: 0, fp: 0, fn: 0 }));
    predicted.forEach((list, d) => {
      for (let r = 0; r < 3; r++) {
        const p = this.spans(
          d,
          list.filter((x) => x[0] === r).map((x) => [x[1], x[2]]),
        );
        for (const g of this.gold[d][r])
          if (p.has(g)) c[r].tp++;
          else c[r].fn++;
        for (const x of p) if (!this.gold[d][r].has(x)) c[r].fp++;
      }
    });
    return c
      .map(
        ({ tp, fp, fn }) =>
          `${((200 * tp) / (2 * tp + fp + fn)).toFixed(1)} (p ${((100 * tp) / (tp + fp)).toFixed(0)} r ${((100 * tp) / (tp + fn)).toFixed(0)})`,
      )
      .join(' / ');
  }
}

/** Character spans of predicted roles, document by document. */
export function predict(
  model: Model,
  dev: readonly Item[],
  documents: number,
  price?: number,
): [number, number, number][][] {
  const out: [number, number, number][][] = Array.from({ length: documents }, () => []);
  for (const item of dev) {
    const n = item.e.length;
    const scores = new Float32Array(n * K);
    score(model, item, scores);
    if (price !== undefined) {
      const t = Float64Array.from(model.transitions);
      for (const { role, first, end } of bestPieces(
        n,
        Float64Array.from(scores),
        t,
        {
          source: price,
          cue: price,
          content: price,
        },
        item.e.sentence,
      ))
        out[item.p.document].push([ROLES.indexOf(role), item.p.offsets[2 * first], item.p.offsets[2 * end - 1]]);
      continue;
    }
    for (const [r, i, j] of spansOf(viterbi(n, scores, model.transitions)))
      out[item.p.document].push([r, item.p.offsets[2 * i], item.p.offsets[2 * j - 1]]);
  }
  return out;
}

export function learn(
  train: readonly Paragraph[],
  dev: readonly Paragraph[],
  devDocuments: readonly Document[],
  vocabulary: Vocabulary,
  o: Settings,
  without: readonly number[],
  log: (line: string) => void,
): { model: Model; devItems: Item[]; trainItems: Item[] } {
  let started = Date.now();
  let index = new FeatureIndex();
  if (o.cut) {
    for (const p of train) {
      const e = encode(p.words, p.context, vocabulary.lexicon);
      for (const hash of e.wide) index.count(index.find(hash, true));
    }
    const all = index.size;
    index = index.prune(o.cut);
    log(`features ${all}, kept ${index.size} (${Date.now() - started} ms)`);
  }
  const T = items(train, vocabulary, index, without);
  const V = items(dev, vocabulary, index, without);
  const { hidden, fixed, own, code } = o;
  const net = hidden
    ? new Network({ hidden, fixed, own, code }, vocabulary.vectors, vocabulary.known, o.seed)
    : undefined;
  const model = new Model(vocabulary, index, net);
  const squares = new Float32Array(index.size);
  const tSquares = new Float32Array(K * K);
  const exact = new Exact(devDocuments);
  const random = seeded(o.seed);
  const order = T.map((_, i) => i);
  const longest = Math.max(...T.map((t) => t.e.length));
  const scores = new Float32Array(longest * K);
  const d = new Float32Array(longest * K);
  const dt = new Float64Array(K * K);
  const batch = 8;
  const total = o.epochs * Math.ceil(T.length / batch);
  let step = 0;
  // Running averages of all weights, taken from the given share of the run on.
  const avg = {
    wide: new Float32Array(model.wide.length),
    t: new Float32Array(K * K),
    theta: net && new Float64Array(net.theta.length),
    own: net && new Float64Array(net.own.length),
    n: 0,
  };
  const dropped = new Uint8Array(SLOTS);
  for (let epoch = 0; epoch < o.epochs; epoch++) {
    started = Date.now();
    let loss = 0;
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j], order[i]];
    }
    for (let b = 0; b < order.length; b++) {
      const item = T[order[b]];
      const n = item.e.length;
      const frac = step / total;
      const rate = o.rate * Math.min(1, frac * 20) * (1 - frac);
      const wideRate = o.linearRate * (1 - 0.9 * frac);
      scores.fill(0, 0, n * K);
      const { wide } = model;
      const scale = 1 / (1 - o.linearDrop);
      dropped.forEach((_, s) => (dropped[s] = random() < o.linearDrop ? 1 : 0));
      if (o.cut)
        for (let i = 0; i < n; i++)
          for (let s = 0; s < SLOTS; s++) {
            if (dropped[s]) continue;
            const r = item.rows[i * SLOTS + s] * K;
            if (r >= 0) for (let k = 0; k < K; k++) scores[i * K + k] += wide[r + k] * scale;
          }
      net?.forward(n, item.e.word, item.e.codes, scores, random, o.drop, o.wordDrop);
      dt.fill(0);
      loss += crf(n, scores, model.transitions, item.p.labels, d, dt);
      for (let a = 0; a < K * K; a++) {
        tSquares[a] += dt[a] * dt[a];
        model.transitions[a] -= (0.2 * (1 - 0.9 * frac) * dt[a]) / (Math.sqrt(tSquares[a]) + 1);
      }
      if (o.cut)
        for (let i = 0; i < n; i++) {
          let g2 = 0;
          for (let k = 0; k < K; k++) g2 += d[i * K + k] ** 2;
          if (g2 < 1e-4) continue;
          for (let s = 0; s < SLOTS; s++) {
            if (dropped[s]) continue;
            const id = item.rows[i * SLOTS + s];
            if (id < 0) continue;
            squares[id] += g2;
            const eta = wideRate / (Math.sqrt(squares[id]) + 1);
            const r = id * K;
            for (let k = 0; k < K; k++) wide[r + k] -= eta * d[i * K + k];
          }
        }
      // A paragraph that is right beyond doubt teaches nothing.
      let wrong = 0;
      for (let x = 0; x < n * K; x++) wrong += Math.abs(d[x]);
      if (wrong > 0.02) net?.backward(n, item.e.codes, d, rate);
      if ((b + 1) % batch === 0 || b === order.length - 1) {
        step++;
        if (net) {
          const g = net.grad;
          g.forEach((v, i) => (g[i] = v / batch));
          net.step(rate, 0.01);
        }
        if (frac > o.averageFrom && (step & 31) === 0) {
          avg.n++;
          const f = 1 / avg.n;
          const mix = (into: Float64Array | Float32Array, from: Float64Array | Float32Array): void => {
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
    log(
      `epoch ${epoch + 1}: loss ${(loss / 1000).toFixed(1)}, ${((Date.now() - started) / 1000).toFixed(1)} s, exact ${exact.measure(predict(model, V, devDocuments.length))}`,
    );
  }
  if (avg.n && net && avg.theta && avg.own) {
    net.theta.set(avg.theta);
    net.own.set(avg.own);
    model.transitions.set(avg.t);
    model.wide.set(avg.wide);
    log(`averaged: exact ${exact.measure(predict(model, V, devDocuments.length))}`);
  }
  for (const price of [0.2, 0.25, 0.3, 0.35, 0.4, 0.45])
    log(`price ${price}: exact ${exact.measure(predict(model, V, devDocuments.length, price))}`);
  return { model, devItems: V, trainItems: T };
}
