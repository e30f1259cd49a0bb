/** Compiles the network's kernel from AssemblyScript: npm run kernel. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';

const root = path.join(__dirname, '..');
const folder = path.join(root, 'src/attribution/tagger/kernel');
export const kernelFile = path.join(folder, 'kernel.wasm');

/** Writes the module to `file`. Throws an Error with the compiler's words when the source does not compile. */
export function compile(file: string): void {
  const options = ['-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd', '--memoryBase', '0'];
  const compiler = path.join(root, 'node_modules/assemblyscript/bin/asc.js');
  execFileSync(process.execPath, [compiler, 'kernel.ts', '-o', path.resolve(file), ...options], {
    cwd: path.join(folder, 'assembly'),
  });
}

if (require.main === module) compile(kernelFile);
