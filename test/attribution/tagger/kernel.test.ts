import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { wasmKernel, type Kernel } from '../../../src/attribution/tagger/kernel/kernel';
import { plainKernel } from '../../../src/attribution/tagger/kernel/plain';
import { compile, kernelFile, kernelSource } from '../../../scripts/kernel';
import { seeded } from '../../../train/tagger/random';

/** The scores that a kernel gives words whose numbers are drawn by lot, read forwards and backwards. */
function scores(kernel: Kernel, seed: number, n: number, hidden: number): Float32Array {
  const random = seeded(seed);
  let next = 16;
  const lay = (length: number): number => {
    const at = next;
    next += 4 * length;
    kernel.reserve(next);
    for (let i = 0; i < length; i++) kernel.floats()[at / 4 + i] = 2 * random() - 1;
    return at;
  };
  const recurrence = lay(3 * hidden * hidden);
  const output = lay(8 * hidden);
  const rows = [0, 1, 2, 3].map(() => lay(6 * hidden));
  const addresses = lay(4 * n);
  const out = lay(8 * n);
  const state = lay(hidden);
  const gates = lay(3 * hidden);
  for (let i = 0; i < 4 * n; i++) kernel.integers()[addresses / 4 + i] = rows[Math.floor(random() * 4)];
  kernel.recur(n, hidden, recurrence, output, addresses, 16, 0, out, 32, state, gates);
  const last = addresses + 16 * (n - 1);
  kernel.recur(n, hidden, recurrence, output, last, -16, 12 * hidden, out + 32 * (n - 1), -32, state, gates);
  return kernel.floats().slice(out / 4, out / 4 + 8 * n);
}

describe('the arithmetic of the network', () => {
  it('multiplies as the textbook says', () => {
    for (const kernel of [plainKernel(), wasmKernel()]) {
      const W = Float32Array.from({ length: 48 * 3 }, (_, i) => (i % 7) - 3);
      kernel.reserve(4096);
      // a fourth column is left out
      for (let r = 0; r < 48; r++) kernel.floats().set([...W.subarray(3 * r, 3 * r + 3), 9], 512 + 4 * r);
      kernel.pack(2048, 48, 3, 4, 16);
      kernel.floats().set([1, -2, 0.5], 200);
      kernel.product(16, 48, 3, 800, 1600);
      const expected = Array.from({ length: 48 }, (_, r) => W[3 * r] - 2 * W[3 * r + 1] + 0.5 * W[3 * r + 2]);
      assert.deepEqual([...kernel.floats().subarray(400, 448)], expected);
    }
  });

  it('is the same in WebAssembly and in TypeScript', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 40 }), fc.constantFrom(8, 40, 48), (seed, n, hidden) => {
        const plain = scores(plainKernel(), seed, n, hidden);
        scores(wasmKernel(), seed, n, hidden).forEach((score, i) =>
          assert.ok(Math.abs(score - plain[i]) < 1e-3, `${score} is not ${plain[i]}`),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('adds in 64 bits and rounds once', () => {
    for (const kernel of [plainKernel(), wasmKernel()]) {
      kernel.reserve(4096);
      kernel.floats().set([1, 1], 4);
      kernel.floats().set([0.5, 2 ** -30], 8);
      new Float64Array(kernel.floats().buffer).set([0.125, 2 ** -24], 8);
      kernel.add(2, 32, 64, 16);
      assert.deepEqual([...kernel.floats().subarray(4, 6)], [1.625, Math.fround(1 + 2 ** -24 + 2 ** -30)]);
      assert.notEqual(kernel.floats()[5], 1);
    }
  });

  it('lays rows out, each at its place', () => {
    for (const kernel of [plainKernel(), wasmKernel()]) {
      kernel.reserve(4096);
      const bytes = kernel.bytes();
      bytes.set([7, 0, -1, 0], 16);
      bytes.set([1, 2, 3, 4, 5, 6, -1, -2, -3, -4, -5, -6, 99, 99], 64);
      kernel.spread(4, 16, 64, 128);
      const free = [0, 0, 0, 0, 0, 0, 0, 0];
      const laid = [1, 2, 3, 4, 5, 6, 0, 0, ...free, -1, -2, -3, -4, -5, -6, 0, 0, ...free];
      assert.deepEqual([...bytes.subarray(128, 160)], laid);
    }
  });

  it('finds the rows of features in a table that is nearly full, past its end too', () => {
    const sums = (kernel: Kernel, seed: number, n: number, slots: number): Int32Array => {
      const random = seeded(seed);
      const places = 64;
      const [checks, weights] = [16, 16 + places + 16];
      const wide = weights + 8 * places;
      const out = wide + 4 * n * slots;
      kernel.reserve(out + 32 * n);
      const bytes = kernel.bytes();
      for (let at = 0; at < places; at++)
        if (at % 16 !== seed % 16) {
          bytes[checks + at] = 1 + Math.floor(254 * random());
          for (let k = 0; k < 6; k++) bytes[weights + 8 * at + k] = Math.floor(255 * random()) - 127;
        }
      bytes.copyWithin(checks + places, checks, checks + 16);
      for (let i = 0; i < n * slots; i++) {
        // every other feature is in the table, where its search begins or a little after
        const place = Math.floor(places * random());
        const check = i % 2 ? 1 + Math.floor(254 * random()) : bytes[checks + place] & 255 || 1;
        const from = (place - Math.floor(3 * random())) & (places - 1);
        kernel.integers()[wide / 4 + i] = ((check - 1) << 24) | from;
      }
      kernel.linear(n, slots, wide, places - 1, checks, weights, out);
      return kernel.integers().slice(out / 4, out / 4 + 8 * n);
    };
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 49 }), (seed, n, slots) => {
        const found = sums(wasmKernel(), seed, n, slots);
        assert.deepEqual(found, sums(plainKernel(), seed, n, slots));
        assert.ok(n * slots < 20 || found.some((sum) => sum !== 0), 'nothing was found');
      }),
      { numRuns: 60 },
    );
  });

  it('keeps what it holds when it makes more room', () => {
    for (const kernel of [plainKernel(), wasmKernel()]) {
      kernel.reserve(64);
      kernel.floats()[3] = 7;
      kernel.reserve(1_000_000);
      assert.equal(kernel.floats()[3], 7);
      assert.ok(kernel.floats().byteLength >= 1_000_000);
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
