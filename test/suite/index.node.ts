import fs from 'node:fs';
import Mocha from 'mocha';
import { Reporter } from './report';

/** Called by VS Code in its Node extension host. The counts also go into the file that COUNTS_FILE names. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, reporter: Reporter });
  mocha.suite.emit('pre-require', globalThis as unknown as Mocha.MochaGlobals, '', mocha);
  await import('all-suites');
  const { passes: passed = 0, failures: failed = 0 } = await new Promise<Partial<Mocha.Stats>>((resolve) => {
    const runner = mocha.run(() => resolve(runner.stats ?? {}));
  });
  const file = process.env['COUNTS_FILE'];
  if (file) fs.writeFileSync(file, JSON.stringify({ passed, failed }));
  if (failed) throw new Error(`${failed} tests failed.`);
}
