import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { Column, makeColumns } from '../../../src/attribution/tagger/columns';
import { hashesOf, packed } from '../../../src/attribution/tagger/features';
import { checkOf, homeOf } from '../../../src/attribution/tagger/hashing';
import { wasmKernel, type Kernel } from '../../../src/attribution/tagger/kernel/kernel';
import { plainKernel, squash } from '../../../src/attribution/tagger/kernel/plain';
import { compile, kernelFile, kernelSource } from '../../../scripts/kernel';
import { seeded } from '../../../train/tagger/random';

/** Keeps the layer from being chaotic, where the last bit of a number decides. */
const SCALE = 1 / 200_000;

/** A layer whose numbers are drawn by lot: recurrences (16-bit), outputs, the projections of four words, and a text. */
function layer(seed: number, n: number, hidden: number) {
  const random = seeded(seed);
  const draw = (length: number): Float32Array => Float32Array.from({ length }, () => 2 * random() - 1);
  return {
    hidden,
    recurrence: Int16Array.from({ length: 3 * hidden * hidden }, () => Math.round(32_767 * (2 * random() - 1))),
    outputs: draw(8 * hidden),
    projections: [0, 1, 2, 3].map(() => draw(6 * hidden)),
    text: Array.from({ length: 4 * n }, () => Math.floor(random() * 4)),
  };
}

/** The scores that a kernel gives the words of such a text, read forwards and backwards. */
function scores(kernel: Kernel, { hidden, recurrence, outputs, projections, text }: ReturnType<typeof layer>) {
  const n = text.length / 4;
  let next = 16;
  const lay = (values: Float32Array | number): number => {
    const at = next;
    next += 4 * (typeof values === 'number' ? values : values.length);
    kernel.reserve(next);
    if (typeof values !== 'number') kernel.views().floats.set(values, at / 4);
    return at;
  };
  const rowMajor = lay(recurrence.length / 2);
  const packed = lay(recurrence.length / 2);
  new Int16Array(kernel.views().floats.buffer, rowMajor, recurrence.length).set(recurrence);
  kernel.pack(rowMajor, 3 * hidden, hidden / 2, hidden / 2, packed);
  const output = lay(outputs);
  const rows = projections.map(lay);
  const addresses = lay(4 * n);
  const [out, state, gates] = [lay(8 * n), lay(1.5 * hidden), lay(3 * hidden)];
  text.forEach((word, i) => (kernel.views().integers[addresses / 4 + i] = rows[word]));
  const last = addresses + 16 * (n - 1);
  const back = out + 32 * (n - 1);
  kernel.recur(n, hidden, packed, SCALE, output, addresses, 16, 0, out, 32, state, gates);
  kernel.recur(n, hidden, packed, SCALE, output, last, -16, 12 * hidden, back, -32, state, gates);
  return kernel.views().floats.slice(out / 4, out / 4 + 8 * n);
}

/** What a gated layer is in a textbook. */
function textbook({ hidden: H, recurrence, outputs, projections, text }: ReturnType<typeof layer>): Float64Array {
  const n = text.length / 4;
  const out = new Float64Array(8 * n);
  const gate = (x: number): number => 0.5 + 0.5 * squash(x / 2);
  for (const half of [0, 3 * H]) {
    let state = new Float64Array(H);
    for (let step = 0; step < n; step++) {
      const i = half ? n - 1 - step : step;
      const words = text.slice(4 * i, 4 * i + 4);
      const input = (k: number): number => words.reduce((sum, word) => sum + projections[word][half + k], 0);
      const back = (k: number): number =>
        state.reduce((sum, value, c) => sum + value * recurrence[k * H + c], 0) * SCALE;
      state = state.map((old, k) => {
        const z = gate(input(k) + back(k));
        const fresh = squash(input(2 * H + k) + gate(input(H + k) + back(H + k)) * back(2 * H + k));
        return z * old + (1 - z) * fresh;
      });
      state.forEach((value, k) => {
        for (let l = 0; l < 8; l++) out[8 * i + l] += outputs[8 * k + l] * value;
      });
    }
  }
  return out;
}

describe('the arithmetic of the network', () => {
  it('multiplies as the textbook says', () => {
    for (const kernel of [plainKernel(), wasmKernel()]) {
      const W = Float32Array.from({ length: 48 * 3 }, (_, i) => (i % 7) - 3);
      kernel.reserve(4096);
      // a fourth column is left out
      for (let r = 0; r < 48; r++) kernel.views().floats.set([...W.subarray(3 * r, 3 * r + 3), 9], 512 + 4 * r);
      kernel.pack(2048, 48, 3, 4, 16);
      kernel.views().floats.set([1, -2, 0.5], 200);
      kernel.product(16, 48, 3, 800, 1600);
      const expected = Array.from({ length: 48 }, (_, r) => W[3 * r] - 2 * W[3 * r + 1] + 0.5 * W[3 * r + 2]);
      assert.deepEqual([...kernel.views().floats.subarray(400, 448)], expected);
    }
  });

  const layers = fc.record({
    seed: fc.integer(),
    n: fc.integer({ min: 1, max: 40 }),
    hidden: fc.constantFrom(16, 48, 64),
  });

  it('is the same in WebAssembly and in TypeScript', () => {
    fc.assert(
      fc.property(layers, ({ seed, n, hidden }) => {
        const drawn = layer(seed, n, hidden);
        const plain = scores(plainKernel(), drawn);
        scores(wasmKernel(), drawn).forEach((score, i) =>
          assert.ok(Math.abs(score - plain[i]) < 1e-3, `${score} is not ${plain[i]}`),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('recurs as the textbook says, to three places', () => {
    fc.assert(
      fc.property(layers, ({ seed, n, hidden }) => {
        const drawn = layer(seed, Math.min(n, 6), hidden);
        const expected = textbook(drawn);
        scores(wasmKernel(), drawn).forEach((score, i) =>
          assert.ok(Math.abs(score - expected[i]) < 5e-3, `${score} is not ${expected[i]}`),
        );
      }),
      { numRuns: 20 },
    );
  });

  it('keeps the greatest weights and states in 32 bits', () => {
    for (const make of [plainKernel, wasmKernel])
      for (const most of [32_767, -32_767]) {
        const hidden = 128;
        const drawn = layer(1, 3, hidden);
        drawn.recurrence.fill(most);
        // no gate is open: the state is one, or minus one, from the first word on
        for (const row of drawn.projections)
          row
            .fill(-9)
            .fill(9, 2 * hidden, 3 * hidden)
            .fill(9, 5 * hidden);
        const expected = textbook(drawn);
        scores(make(), drawn).forEach((score, i) =>
          assert.ok(Math.abs(score - expected[i]) < 1e-2, `${score} is not ${expected[i]}`),
        );
      }
  });

  it('gives floats of integers, and adds them up', () => {
    for (const kernel of [plainKernel(), wasmKernel()]) {
      kernel.reserve(4096);
      const { floats, halves } = kernel.views();
      halves.set([1, -2, 32_767, -32_767], 8);
      kernel.floatsOf(4, 16, 0.5, 64);
      assert.deepEqual([...floats.subarray(16, 20)], [0.5, -1, 16_383.5, -16_383.5]);
      floats.set([1, 2, 3, 4], 32);
      kernel.add(4, 64, 128);
      assert.deepEqual([...floats.subarray(32, 36)], [1.5, 1, 16_386.5, -16_379.5]);
    }
  });

  it('lays rows out, each at its place', () => {
    for (const kernel of [plainKernel(), wasmKernel()]) {
      kernel.reserve(4096);
      const bytes = kernel.views().bytes;
      bytes.set([7, 0, -1, 0], 16);
      bytes.set([1, 2, 3, 4, 5, 6, -1, -2, -3, -4, -5, -6, 99, 99], 64);
      kernel.spread(4, 16, 64, 128);
      const free = [0, 0, 0, 0, 0, 0, 0, 0];
      const laid = [0, 1, 2, 3, 4, 5, 6, 0, ...free, 0, -1, -2, -3, -4, -5, -6, 0, ...free];
      assert.deepEqual([...bytes.subarray(128, 160)], laid);
    }
  });

  it('finds the rows of features in a table that is nearly full, past its end too', () => {
    const sums = (kernel: Kernel, seed: number, n: number, slots: number): Float64Array => {
      const random = seeded(seed);
      const draw = (below: number): number => Math.floor(below * random());
      const columns = makeColumns(n).map(() => draw(1000));
      const recipe = Array.from({ length: slots }, () => [value(), value(), value()].slice(0, 1 + draw(3)));
      function value(): number {
        return draw(Column.Count) * 8 + draw(5);
      }
      const places = 64;
      const checks = new Uint8Array(places).map((_, at) => (at % 16 === seed % 16 ? 0 : 1 + draw(255)));
      // half of the features are in the table, where their search begins or a little after
      for (const hash of hashesOf({ n, columns }, recipe)) {
        const at = (homeOf(hash) + draw(3)) & (places - 1);
        if (checks[at] && draw(2)) checks[at] = checkOf(hash);
      }
      const [table, weights] = [16, 16 + places + 16];
      const features = weights + 8 * places;
      const wide = features + 12 * slots;
      const scores = wide + 4 * columns.length;
      const out = Math.ceil((scores + 32 * n) / 8) * 8;
      kernel.reserve(out + 64 * (n + 3));
      const bytes = kernel.views().bytes;
      bytes.set(checks, table);
      bytes.set(checks.subarray(0, 16), table + places);
      for (let at = 0; at < places; at++)
        if (checks[at]) for (let k = 0; k < 6; k++) bytes[weights + 8 * at + 1 + k] = draw(255) - 127;
      kernel.views().integers.set(packed(recipe), features / 4);
      kernel.views().integers.set(columns, wide / 4);
      for (let i = 0; i < 8 * n; i++) kernel.views().floats[scores / 4 + i] = random();
      kernel.linear(n, wide, features, slots, places - 1, table, weights, 0.25, scores, out);
      return kernel.views().doubles.slice(out / 8, out / 8 + 8 * n);
    };
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 49 }), (seed, n, slots) => {
        const found = sums(wasmKernel(), seed, n, slots);
        assert.deepEqual(found, sums(plainKernel(), seed, n, slots));
        assert.ok(n * slots < 20 || found.some((sum) => Math.abs(sum) > 1), 'nothing was found');
      }),
      { numRuns: 60 },
    );
  });

  it('keeps what it holds when it makes more room', () => {
    for (const kernel of [plainKernel(), wasmKernel()]) {
      kernel.reserve(64);
      kernel.views().floats[3] = 7;
      kernel.reserve(1_000_000);
      assert.equal(kernel.views().floats[3], 7);
      assert.ok(kernel.views().floats.byteLength >= 1_000_000);
    }
  });

  it('was compiled from the source that stands beside it', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'kernel-'));
    const file = path.join(folder, 'kernel.wasm');
    compile(kernelSource, file);
    assert.deepEqual(readFileSync(file), readFileSync(kernelFile), 'run "npm run kernel"');
    rmSync(folder, { recursive: true });
  });
});
