/** Exact F1 of the three roles, as the corpus' readers measure it. */
import type { Document } from './corpus';

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
