/** Builds the vocabulary: which words, their classes, clusters and vectors. */
import { normalise } from '../../src/attribution/tagger/reading';
import { hashText } from '../../src/attribution/tagger/hashing';
import { find, makeLexicon, type Lexicon } from '../../src/attribution/tagger/lexicon';
import type { Paragraph } from './corpus';
import { seeded } from './random';

export interface Vectors {
  readonly words: readonly string[];
  /** words × 100 */
  readonly values: Float32Array;
}
export interface Vocabulary {
  readonly lexicon: Lexicon;
  readonly hashes: Int32Array;
  readonly dims: number;
  /** entries × dims, quantised as they will ship. */
  readonly vectors: Float32Array;
  /** How many entries, from the first, have a trained vector. */
  readonly known: number;
  /** How often each entry stands in the corpus, in a cue and in a source: three numbers an entry. */
  readonly counts: Int32Array;
  /** The same vectors in steps of `scale`, −7 … 7. */
  readonly quantised: { readonly codes: Int8Array; readonly scale: number };
}

/** Words seen this often in training have a trained vector. */
const OWN_FROM = 5;

const rateClass = (hits: number, all: number): number => {
  if (all < 3) return 0;
  const r = hits / (all + 2);
  return r > 0.6 ? 7 : r > 0.45 ? 6 : r > 0.28 ? 5 : r > 0.12 ? 4 : r > 0.05 ? 3 : r > 0.02 ? 2 : r > 0.005 ? 1 : 0;
};

const ratesOf = (count: number, cues: number, sources: number): number =>
  rateClass(cues, count) | (rateClass(sources, count) << 4);

/**
 * Runs `use` with a vocabulary that does not know these paragraphs' labels: a word that stands in a cue here alone must
 * not tell that it does.
 */
export function without<T>({ lexicon, counts }: Vocabulary, paragraphs: readonly Paragraph[], use: () => T): T {
  const changed = new Map<number, number>();
  const own = new Map<number, [number, number, number]>();
  for (const { words, labels } of paragraphs)
    words.forEach(({ lower }, i) => {
      const entry = find(lexicon, hashText(normalise(lower)));
      if (entry < 0) return;
      let c = own.get(entry);
      if (!c) own.set(entry, (c = [0, 0, 0]));
      c[0]++;
      if (labels[i] === 3 || labels[i] === 4) c[1]++;
      if (labels[i] === 1 || labels[i] === 2) c[2]++;
    });
  for (const [entry, [count, cues, sources]] of own) {
    changed.set(entry, lexicon.rates[entry]);
    const at = 3 * entry;
    lexicon.rates[entry] = ratesOf(counts[at] - count, counts[at + 1] - cues, counts[at + 2] - sources);
  }
  const out = use();
  for (const [entry, rates] of changed) lexicon.rates[entry] = rates;
  return out;
}

export type TagCounts = ReadonlyMap<string, Readonly<Record<string, number>>>;

const TAGS = [
  'VERB',
  'AUX',
  'NOUN',
  'PROPN',
  'ADJ',
  'ADV',
  'PRON',
  'DET',
  'ADP',
  'SCONJ',
  'CCONJ',
  'PART',
  'NUM',
  'PUNCT',
  'SYM',
  'INTJ',
  'X',
];
function posClass(counts: Readonly<Record<string, number>> | undefined): number | undefined {
  if (!counts) return undefined;
  const sorted = Object.entries(counts).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const all = sorted.reduce((n, [, c]) => n + c, 0);
  const top = sorted[0][0];
  const second = sorted[1] && sorted[1][1] > 0.2 * all ? sorted[1][0] : '';
  const both = `${top} ${second}`.trim();
  const verbs = ['VERB', 'VERB NOUN', 'VERB ADJ', 'VERB AUX'];
  if (verbs.includes(both)) return verbs.indexOf(both);
  if (top === 'VERB') return 4;
  const mixed = [
    'NOUN VERB',
    'NOUN PROPN',
    'PROPN NOUN',
    'NOUN ADJ',
    'ADJ NOUN',
    'ADJ VERB',
    'ADP SCONJ',
    'SCONJ ADP',
    'ADV ADP',
    'ADP ADV',
    'DET PRON',
    'PRON DET',
    'ADV ADJ',
    'ADJ ADV',
  ];
  if (mixed.includes(both)) return 25 + mixed.indexOf(both);
  return 8 + Math.max(0, TAGS.indexOf(top));
}

/** Principal components of the rows of `x` (n × 100): the rows in `dims` components, centred. */
export function principal(x: Float32Array, n: number, from: number, dims: number): Float32Array {
  const mean = new Float64Array(from);
  for (let i = 0; i < n; i++) for (let d = 0; d < from; d++) mean[d] += x[i * from + d] / n;
  const cov = new Float64Array(from * from);
  for (let i = 0; i < n; i++)
    for (let a = 0; a < from; a++) {
      const v = (x[i * from + a] - mean[a]) / n;
      for (let b = a; b < from; b++) cov[a * from + b] += v * (x[i * from + b] - mean[b]);
    }
  for (let a = 0; a < from; a++) for (let b = 0; b < a; b++) cov[a * from + b] = cov[b * from + a];
  // Orthogonal iteration.
  const random = seeded(7);
  const q = new Float64Array(from * dims).map(() => random() - 0.5);
  const y = new Float64Array(from * dims);
  for (let it = 0; it < 200; it++) {
    for (let a = 0; a < from; a++)
      for (let k = 0; k < dims; k++) {
        let s = 0;
        for (let b = 0; b < from; b++) s += cov[a * from + b] * q[b * dims + k];
        y[a * dims + k] = s;
      }
    for (let k = 0; k < dims; k++) {
      for (let l = 0; l < k; l++) {
        let dot = 0;
        for (let a = 0; a < from; a++) dot += y[a * dims + k] * y[a * dims + l];
        for (let a = 0; a < from; a++) y[a * dims + k] -= dot * y[a * dims + l];
      }
      let norm = 0;
      for (let a = 0; a < from; a++) norm += y[a * dims + k] ** 2;
      norm = Math.sqrt(norm);
      for (let a = 0; a < from; a++) y[a * dims + k] /= norm;
    }
    q.set(y);
  }
  const out = new Float32Array(n * dims);
  for (let i = 0; i < n; i++)
    for (let k = 0; k < dims; k++) {
      let s = 0;
      for (let a = 0; a < from; a++) s += (x[i * from + a] - mean[a]) * q[a * dims + k];
      out[i * dims + k] = s;
    }
  return out;
}

/** k-means over unit rows; the cluster (1 … k) of each row. */
function clusters(x: Float32Array, n: number, dims: number, k: number, seed: number): Int32Array {
  const random = seeded(seed);
  const u = new Float32Array(n * dims);
  for (let i = 0; i < n; i++) {
    let s = 0;
    for (let d = 0; d < dims; d++) s += x[i * dims + d] ** 2;
    s = Math.sqrt(s) || 1;
    for (let d = 0; d < dims; d++) u[i * dims + d] = x[i * dims + d] / s;
  }
  const centre = new Float32Array(k * dims);
  for (let c = 0; c < k; c++) {
    const i = Math.floor(random() * n);
    centre.set(u.subarray(i * dims, (i + 1) * dims), c * dims);
  }
  const own = new Int32Array(n);
  for (let it = 0; it < 12; it++) {
    for (let i = 0; i < n; i++) {
      let best = -2;
      for (let c = 0; c < k; c++) {
        let s = 0;
        for (let d = 0; d < dims; d++) s += u[i * dims + d] * centre[c * dims + d];
        if (s > best) {
          best = s;
          own[i] = c + 1;
        }
      }
    }
    centre.fill(0);
    for (let i = 0; i < n; i++) for (let d = 0; d < dims; d++) centre[(own[i] - 1) * dims + d] += u[i * dims + d];
    for (let c = 0; c < k; c++) {
      let s = 0;
      for (let d = 0; d < dims; d++) s += centre[c * dims + d] ** 2;
      s = Math.sqrt(s) || 1;
      for (let d = 0; d < dims; d++) centre[c * dims + d] /= s;
    }
  }
  return own;
}

export function buildVocabulary(
  train: readonly Paragraph[],
  glove: Vectors,
  tags: TagCounts,
  size: number,
  dims: number,
): Vocabulary {
  const all = new Map<string, [number, number, number]>();
  for (const p of train)
    p.words.forEach((raw, i) => {
      const w = normalise(raw.lower);
      let c = all.get(w);
      if (!c) all.set(w, (c = [0, 0, 0]));
      c[0]++;
      if (p.labels[i] === 3 || p.labels[i] === 4) c[1]++;
      if (p.labels[i] === 1 || p.labels[i] === 2) c[2]++;
    });
  const rank = new Map(glove.words.map((w, i) => [w, i]));
  const words = new Set(glove.words.slice(0, size));
  for (const [w, c] of all) if (c[0] >= 3 || (c[0] >= 2 && rank.has(w))) words.add(w);
  // Words with a trained vector of their own come first.
  const often = (w: string): number => ((all.get(w)?.[0] ?? 0) >= OWN_FROM ? 1 : 0);
  const list = [...words].sort((a, b) => often(b) - often(a));
  const known = list.reduce((k, w) => k + often(w), 0);
  const n = list.length;
  const x = new Float32Array(n * 100);
  const has = new Uint8Array(n);
  list.forEach((w, i) => {
    // Compounds that the vectors lack take the vector of their last part.
    let r = rank.get(w) ?? rank.get(w.replace(/[,.]/g, '')) ?? rank.get(w.replace(/\.$/, ''));
    if (r === undefined && w.includes('-')) r = rank.get(w.slice(w.lastIndexOf('-') + 1));
    if (r === undefined && w.length > 3 && w.includes("'"))
      r = rank.get(w.endsWith("n't") ? 'not' : w.slice(0, w.indexOf("'")));
    if (r === undefined && w === '—') r = rank.get('--') ?? rank.get('-');
    if (r !== undefined) {
      x.set(glove.values.subarray(r * 100, r * 100 + 100), i * 100);
      has[i] = 1;
    }
  });
  const order = list.map((_, i) => i).filter((i) => has[i]);
  const packed = new Float32Array(order.length * 100);
  order.forEach((i, k) => packed.set(x.subarray(i * 100, i * 100 + 100), k * 100));
  const reduced = principal(packed, order.length, 100, dims);
  const coarse = clusters(reduced, order.length, dims, 63, 1);
  const fine = clusters(reduced, order.length, dims, 511, 2);
  // 4 bits: −7 … 7 times a scale for each dimension, after whitening to unit variance.
  const codes = new Int8Array(n * dims);
  const vectors = new Float32Array(n * dims);
  const scale = 0.175;
  for (let d = 0; d < dims; d++) {
    let s = 0;
    for (let k = 0; k < order.length; k++) s += reduced[k * dims + d] ** 2;
    const sd = Math.sqrt(s / order.length);
    order.forEach((i, k) => {
      const c = Math.max(-7, Math.min(7, Math.round((reduced[k * dims + d] / sd / scale) * 0.5)));
      codes[i * dims + d] = c;
      vectors[i * dims + d] = c * scale;
    });
  }
  const hashes = Int32Array.from(list, (w) => hashText(w));
  const cluster = new Map(order.map((i, k) => [i, k]));
  const classes = {
    pos: new Uint8Array(n),
    rates: new Uint8Array(n),
    coarse: new Uint8Array(n),
    fine: new Uint8Array(n),
  };
  const counts = new Int32Array(3 * n);
  list.forEach((w, i) => {
    counts.set(all.get(w) ?? [0, 0, 0], 3 * i);
    const k = cluster.get(i);
    classes.pos[i] = posClass(tags.get(w) ?? tags.get(w.replace(/\.$/, ''))) ?? guess(w);
    classes.rates[i] = ratesOf(counts[3 * i], counts[3 * i + 1], counts[3 * i + 2]);
    classes.coarse[i] = k === undefined ? 0 : coarse[k];
    const finer = k === undefined ? 0 : fine[k];
    classes.fine[i] = finer & 255;
    classes.pos[i] |= (finer >> 8) << 6;
  });
  return { lexicon: makeLexicon(hashes, classes), hashes, dims, vectors, known, counts, quantised: { codes, scale } };
}

const guess = (w: string): number =>
  w.endsWith("n't")
    ? 6
    : /(?:ed|ing)$/.test(w)
      ? 5
      : /^\p{P}/u.test(w)
        ? 44
        : /^\d/.test(w)
          ? 43
          : w.endsWith('s')
            ? 47
            : 40;
