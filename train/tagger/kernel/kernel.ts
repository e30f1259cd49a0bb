/** The compiled arithmetic of training over a memory of its own; assembly/kernel.ts says what each part does. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { compile } from '../../../scripts/kernel';

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

let compiled: WebAssembly.Module | undefined;

/** The module, compiled when it is first asked for. Throws an Error with the compiler's words when it does not compile. */
function theModule(): WebAssembly.Module {
  const folder = mkdtempSync(path.join(tmpdir(), 'according-to-'));
  try {
    const file = path.join(folder, 'kernel.wasm');
    compile(path.join(__dirname, 'assembly'), file);
    return new WebAssembly.Module(readFileSync(file));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A kernel over `bytes` of memory. */
export function makeKernel(bytes: number): { kernel: Kernel; buffer: ArrayBuffer } {
  compiled ??= theModule();
  const { exports } = new WebAssembly.Instance(compiled);
  const { memory } = exports as unknown as { readonly memory: WebAssembly.Memory };
  memory.grow(Math.ceil(bytes / 65536));
  return { kernel: exports as unknown as Kernel, buffer: memory.buffer };
}
