/** Learns to tie tagged pieces together, from gold pieces. */
import { piecesOf, type Piece } from '../../src/attribution/tagger/pieces';
import type { Reading } from '../../src/attribution/tagger/reading';
import { LINK_WEIGHTS, linkFeatures } from '../../src/attribution/tagger/link';
import type { Document, Paragraph } from './corpus';
import { seeded } from './random';

interface Question {
  readonly features: number[][];
  readonly right: number[];
}

function questions(documents: readonly Document[], list: readonly { p: Paragraph; e: Reading }[]): Question[] {
  const out: Question[] = [];
  for (const { p, e } of list) {
    const found = piecesOf(p.labels);
    if (found.length === 0) continue;
    const { attributions } = documents[p.document];
    const touches = (piece: Piece, spans: readonly (readonly [number, number])[]): boolean => {
      const s = p.offsets[2 * piece.first];
      const t = p.offsets[2 * piece.end - 1];
      return spans.some(([a, b]) => a < t && s < b);
    };
    const near = attributions.filter((a) =>
      [...a.source, ...a.cue, ...a.content].some(([s, t]) => s < p.start + p.text.length && t > p.start),
    );
    found.forEach((piece, a) => {
      const role = piece.role === 'content' ? 'cue' : piece.role === 'cue' ? 'source' : undefined;
      if (!role) return;
      const own = near.filter((x) => touches(piece, x[piece.role]));
      const options = [-1];
      for (let b = Math.max(0, a - 8); b < found.length && b <= a + 8; b++) if (found[b].role === role) options.push(b);
      let right = options
        .map((b, k) => (b >= 0 && own.some((x) => touches(found[b], x[role])) ? k : -1))
        .filter((k) => k >= 0);
      if (right.length === 0) right = [0];
      out.push({ features: options.map((b) => linkFeatures(found, a, b, e)), right });
    });
  }
  return out;
}

/** Weights of the linker by averaged perceptron; logs how many questions it answers rightly on `dev`. */
export function learnLinks(
  trainDocs: readonly Document[],
  train: readonly { p: Paragraph; e: Reading }[],
  devDocs: readonly Document[],
  dev: readonly { p: Paragraph; e: Reading }[],
  log: (line: string) => void,
): Float32Array {
  const T = questions(trainDocs, train);
  const V = questions(devDocs, dev);
  const w = new Float64Array(LINK_WEIGHTS);
  const sum = new Float64Array(LINK_WEIGHTS);
  const random = seeded(11);
  const best = (q: Question, weights: Float64Array): number => {
    let at = 0;
    let most = -Infinity;
    q.features.forEach((f, k) => {
      let s = 0;
      for (const x of f) s += weights[x];
      if (s > most) {
        most = s;
        at = k;
      }
    });
    return at;
  };
  let steps = 1;
  for (let epoch = 0; epoch < 6; epoch++) {
    for (let i = T.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [T[i], T[j]] = [T[j], T[i]];
    }
    for (const q of T) {
      steps++;
      const k = best(q, w);
      if (q.right.includes(k)) continue;
      // Toward the likeliest right answer.
      let to = q.right[0];
      let most = -Infinity;
      for (const r of q.right) {
        const s = q.features[r].reduce((n, x) => n + w[x], 0);
        if (s > most) {
          most = s;
          to = r;
        }
      }
      for (const x of q.features[to]) {
        w[x] += 1;
        sum[x] += steps;
      }
      for (const x of q.features[k]) {
        w[x] -= 1;
        sum[x] -= steps;
      }
    }
  }
  const averaged = w.map((v, i) => v - sum[i] / steps);
  const right = V.filter((q) => q.right.includes(best(q, averaged))).length;
  log(`links: ${right} of ${V.length} right with gold pieces`);
  return Float32Array.from(averaged);
}
