/** The tagger while it learns: a conditional random field over a linear part and a network, and what it is asked. */
import { hashesOf, SLOTS } from '../../src/attribution/tagger/features';
import { codesOf } from '../../src/attribution/tagger/codes';
import { read, type Reading } from '../../src/attribution/tagger/reading';
import type { Paragraph } from './corpus';
import { Chain, CHAIN_ROOM } from '../../src/attribution/tagger/chain';
import { LABELS, legal } from '../../src/attribution/tagger/labels';
import { Memory } from '../../src/attribution/tagger/memory';
import { bestPieces, ROLES, type Piece } from '../../src/attribution/tagger/pieces';
import { FeatureIndex } from './feature-index';
import type { Network } from './network';
import { gradient, marginals, targetOf, type Target } from './crf';
import { without, type Vocabulary } from './vocabulary';

const K = LABELS;

/** A paragraph as it is read; `rows` are the linear part's features by number, -1 where one is not kept. */
export interface Item {
  readonly e: Reading;
  readonly codes: Uint16Array;
  readonly rows: Int32Array;
  readonly p: Paragraph;
}

export class Model {
  readonly wide: Float32Array;
  readonly transitions = new Float32Array(K * K);
  constructor(
    readonly vocabulary: Vocabulary,
    readonly index: FeatureIndex,
    readonly network?: Network,
  ) {
    this.wide = new Float32Array(index.size * K);
  }
}

/** Paragraphs as the features show them, and the index of the features seen at least `cut` times. */
export function prepare(
  paragraphs: readonly Paragraph[],
  vocabulary: Vocabulary,
  cut: number,
  mask: readonly number[] = [],
): { items: Item[]; index: FeatureIndex } {
  const byDocument = new Map<number, Paragraph[]>();
  for (const p of paragraphs) {
    const list = byDocument.get(p.document);
    if (list) list.push(p);
    else byDocument.set(p.document, [p]);
  }
  const encoded = [...byDocument.values()].flatMap((list) => {
    const all = (): { p: Paragraph; e: Reading }[] =>
      list.map((p) => ({ p, e: read(p.words, p.context, vocabulary.lexicon) }));
    return without(vocabulary, list, all);
  });
  const seen = new FeatureIndex();
  for (const { e } of encoded) for (const hash of hashesOf(e)) seen.count(seen.find(hash, true));
  const index = seen.prune(cut);
  return { items: encoded.map(({ p, e }) => itemOf(p, e, index, new Set(mask))), index };
}

function itemOf(p: Paragraph, e: Reading, index: FeatureIndex, off: ReadonlySet<number>): Item {
  const rows = hashesOf(e).map((hash, i) => (off.has(i % SLOTS) ? -1 : index.find(hash, false)));
  return { e: { ...e, columns: new Int32Array(0), hashes: e.hashes.slice() }, codes: codesOf(e), rows, p };
}

export function items(
  paragraphs: readonly Paragraph[],
  vocabulary: Vocabulary,
  index: FeatureIndex,
  mask: readonly number[] = [],
): Item[] {
  return paragraphs.map((p) => itemOf(p, read(p.words, p.context, vocabulary.lexicon), index, new Set(mask)));
}

export function score(model: Model, item: Item, out: Float32Array): void {
  const n = item.e.n;
  out.fill(0, 0, n * K);
  const { wide } = model;
  for (let i = 0; i < n; i++)
    for (let s = 0; s < SLOTS; s++) {
      const r = item.rows[i * SLOTS + s] * K;
      if (r >= 0) for (let k = 0; k < K; k++) out[i * K + k] += wide[r + k];
    }
  model.network?.forward(n, item.e.index, item.codes, out);
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

/** The chain as it runs in the editor, for scores of LABELS numbers a word. */
function chainOf(model: Model): (n: number, scores: Float32Array) => Piece[] {
  const memory = new Memory();
  const chain = new Chain(memory, Float64Array.from(model.transitions));
  return (n, scores) => {
    const at = memory.end;
    const room = at + 64 * n;
    memory.kernel.reserve(room + CHAIN_ROOM.word * n + CHAIN_ROOM.more);
    const { doubles } = memory.kernel.views();
    for (let i = 0; i < n; i++) for (let k = 0; k < K; k++) doubles[at / 8 + 8 * i + k] = scores[K * i + k];
    return chain.likelyPieces(n, at, room);
  };
}

/** Character spans of predicted roles, document by document. */
export function predict(
  model: Model,
  dev: readonly Item[],
  documents: number,
  price?: number,
): [number, number, number][][] {
  const out: [number, number, number][][] = Array.from({ length: documents }, () => []);
  const likelyPieces = chainOf(model);
  for (const item of dev) {
    const n = item.e.n;
    const scores = new Float32Array(n * K);
    score(model, item, scores);
    if (price !== undefined) {
      const likely = likelyPieces(n, scores);
      const prices = { source: price, cue: price, content: price };
      for (const { role, first, end } of bestPieces(n, likely, prices, item.e.sentence))
        out[item.p.document].push([ROLES.indexOf(role), item.p.offsets[2 * first], item.p.offsets[2 * end - 1]]);
      continue;
    }
    for (const [r, i, j] of spansOf(viterbi(n, scores, model.transitions)))
      out[item.p.document].push([r, item.p.offsets[2 * i], item.p.offsets[2 * j - 1]]);
  }
  return out;
}

/** A chain's own answers for paragraphs. */
export function answers(model: Model, list: readonly Item[]): Target[] {
  return list.map((item) => {
    const n = item.e.n;
    const scores = new Float32Array(n * K);
    score(model, item, scores);
    const nodes = new Float32Array(n * K);
    const steps = new Float32Array(K * K);
    marginals(n, scores, model.transitions, nodes, steps);
    return { nodes, steps };
  });
}

/** The loss a word of labels under a model. */
export function lossOf(model: Model, list: readonly Item[]): number {
  let loss = 0;
  let words = 0;
  const dt = new Float64Array(K * K);
  for (const item of list) {
    const n = item.e.n;
    const scores = new Float32Array(n * K);
    score(model, item, scores);
    loss += gradient(n, scores, model.transitions, targetOf(item.p.labels), new Float32Array(n * K), dt);
    words += n;
  }
  return loss / words;
}
