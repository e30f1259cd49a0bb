import 'mocha/mocha';
import { Reporter } from './report';

/** Called by VS Code in its web worker extension host; mocha's browser build puts itself on the global object. */
export async function run(): Promise<void> {
  mocha.setup({ ui: 'bdd', timeout: 60_000, reporter: Reporter });
  await import('all-suites');
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures) throw new Error(`${failures} tests failed.`);
}
