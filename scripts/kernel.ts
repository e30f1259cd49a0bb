/** Compiles AssemblyScript to WebAssembly: npm run kernel does so with the tagger's network. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';

const root = path.join(__dirname, '..');
const folder = path.join(root, 'src/attribution/tagger/kernel');
export const kernelFile = path.join(folder, 'kernel.wasm');
export const kernelSource = path.join(folder, 'assembly');

/** Compiles the `kernel.ts` of a folder into `file`. Throws an Error with the compiler's words when that does not compile. */
export function compile(source: string, file: string): void {
  const options = [
    '-O3',
    '--noAssert',
    '--runtime',
    'stub',
    '--enable',
    'simd',
    '--disableWarning',
    '112',
    '--memoryBase',
    '0',
  ];
  const compiler = path.join(root, 'node_modules/assemblyscript/bin/asc.js');
  execFileSync(process.execPath, [compiler, 'kernel.ts', '-o', path.resolve(file), ...options], { cwd: source });
}

if (require.main === module) compile(kernelSource, kernelFile);
