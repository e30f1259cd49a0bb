/** The compiled arithmetic of training over a memory of its own; assembly/kernel.ts says what each part does. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

type Product = (
  m: number,
  k: number,
  n: number,
  a: number,
  aStep: number,
  b: number,
  bStep: number,
  c: number,
  cStep: number,
) => void;

export interface Kernel {
  readonly product: Product;
  readonly productTransposed: Product;
  readonly outer: Product;
  readonly recur: (
    n: number,
    hidden: number,
    back: number,
    pre: number,
    recurrence: number,
    states: number,
    fresh: number,
    gates: number,
  ) => void;
  readonly recurBack: (
    n: number,
    hidden: number,
    back: number,
    pre: number,
    recurrence: number,
    states: number,
    fresh: number,
    dOut: number,
    dStep: number,
    dGates: number,
    room: number,
  ) => void;
  readonly multiply: (n: number, x: number, y: number) => void;
  readonly adam: (
    n: number,
    weights: number,
    gradient: number,
    mean: number,
    square: number,
    scale: number,
    rate: number,
    correction: number,
    decay: number,
  ) => void;
  readonly squares: (n: number, x: number) => number;
}

const root = path.join(__dirname, '../../..');
let compiled: WebAssembly.Module | undefined;

/** The kernel, compiled when it is first asked for. Throws an Error with the compiler's words when it does not compile. */
function compile(): WebAssembly.Module {
  const folder = mkdtempSync(path.join(tmpdir(), 'according-to-'));
  try {
    const out = path.join(folder, 'kernel.wasm');
    const options = ['-O3', '--noAssert', '--runtime', 'stub', '--memoryBase', '0', '--enable', 'simd'];
    const compiler = path.join(root, 'node_modules/assemblyscript/bin/asc.js');
    execFileSync(process.execPath, [compiler, 'kernel.ts', '-o', out, ...options], {
      cwd: path.join(root, 'train/tagger/kernel/assembly'),
    });
    return new WebAssembly.Module(readFileSync(out));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A kernel over `bytes` of memory. */
export function makeKernel(bytes: number): { kernel: Kernel; buffer: ArrayBuffer } {
  compiled ??= compile();
  const { exports } = new WebAssembly.Instance(compiled);
  const { memory } = exports as unknown as { readonly memory: WebAssembly.Memory };
  memory.grow(Math.ceil(bytes / 65536));
  return { kernel: exports as unknown as Kernel, buffer: memory.buffer };
}
