/** The chain's part of the kernel in TypeScript; see assembly/chain.ts. */
import type { Kernel } from './kernel';

const WIDTH = 8;
const LABELS = 7;

/** `sums` and `stretches` over the numbers that `doubles` gives. */
export function plainChain(doubles: () => Float64Array): Pick<Kernel, 'sums' | 'stretches'> {
  const sums: Kernel['sums'] = (n, scoresAt, chainAt, least, roomAt) => {
    const m = doubles();
    const [scores, chain, room] = [scoresAt >> 3, chainAt >> 3, roomAt >> 3];
    const backward = room + WIDTH * n;
    const masses = backward + WIDTH * n;
    for (let i = 0; i < n; i++) {
      const o = scores + WIDTH * i;
      const f = room + WIDTH * i;
      const most = Math.max(...m.subarray(o, o + LABELS));
      let all = 0;
      for (let k = 0; k < LABELS; k++) {
        m[o + k] = Math.exp(Math.max(-700, m[o + k] - most));
        let reach = i ? 0 : m[chain + 8 * WIDTH + k];
        if (i) for (let l = 0; l < LABELS; l++) reach += m[f - WIDTH + l] * m[chain + WIDTH * l + k];
        all += m[f + k] = reach * m[o + k];
      }
      for (let k = 0; k < LABELS; k++) {
        m[o + k] /= all;
        m[f + k] /= all;
      }
    }
    m.fill(1, backward + WIDTH * (n - 1), masses);
    for (let i = n - 1; i > 0; i--)
      for (let k = 0; k < LABELS; k++) {
        let back = 0;
        for (let l = 0; l < LABELS; l++)
          back += m[chain + WIDTH * k + l] * (m[scores + WIDTH * i + l] * m[backward + WIDTH * i + l]);
        m[backward + WIDTH * (i - 1) + k] = back;
      }
    m.fill(0, masses, masses + 4);
    const begins = new Int32Array(m.buffer, 8 * (masses + 4 * (n + 1)), 3 * n);
    let count = 0;
    for (let i = 0; i < n; i++)
      for (let r = 0; r < 3; r++) {
        const at = WIDTH * i + 2 * r + 1;
        const begin = m[room + at] * m[backward + at];
        m[masses + 4 * (i + 1) + r] = m[masses + 4 * i + r] + begin + m[room + at + 1] * m[backward + at + 1];
        if (begin >= least) begins[count++] = 4 * i + r;
      }
    return count;
  };

  const stretches: Kernel['stretches'] = (n, begin, scoresAt, chainAt, least, roomAt, outAt) => {
    const m = doubles();
    const [scores, chain, room, out] = [scoresAt >> 3, chainAt >> 3, roomAt >> 3, outAt >> 3];
    const backward = room + WIDTH * n;
    const first = begin >> 2;
    const role = begin & 3;
    const inside = 2 * role + 2;
    const mass = (i: number): number => m[backward + WIDTH * n + 4 * i + role];
    let label = inside - 1;
    let weight = m[room + WIDTH * first + label];
    let peak = 0;
    let count = 0;
    for (let i = first; i < n; i++) {
      const here = WIDTH * i;
      peak = Math.max(peak, mass(i + 1) - mass(i));
      const left = weight * m[backward + here + label];
      if (left < least) break;
      // What goes on inside is not the end of the stretch.
      const next = here + WIDTH + inside;
      const on = i + 1 < n ? weight * m[chain + WIDTH * label + inside] * m[scores + next] : 0;
      const probability = left - (on ? on * m[backward + next] : 0);
      if (probability >= least) {
        const certainty = (mass(i + 1) - mass(first)) / (i + 1 - first);
        m.set([i + 1, probability, Math.min(1, certainty), Math.min(1, peak)], out + 4 * count++);
      }
      weight = on;
      label = inside;
    }
    return count;
  };

  return { sums, stretches };
}
