import { version } from '../../package.json';
import { EXIT, readOptions, USAGE, UsageError, type Options } from './options';

async function main(): Promise<number> {
  let options: Options;
  try {
    options = readOptions(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`according-to: ${error.message}\nTry according-to --help.\n`);
    return EXIT.trouble;
  }
  if (options.command === 'help') return print(USAGE);
  if (options.command === 'version') return print(`${version}\n`);
  // The engine is loaded only now: help and a typing mistake are answered at once.
  const { run } = await import('./run');
  return run(options, {
    cwd: process.cwd(),
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    stdin: readStdin,
  });
}

function print(text: string): number {
  process.stdout.write(text);
  return EXIT.clean;
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

// A reader that has seen enough (head, a closed pager) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

void main().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    process.stderr.write(`according-to: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = EXIT.trouble;
  },
);
