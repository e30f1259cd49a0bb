import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { version } from '../../package.json';
import { EXIT, readOptions, USAGE, UsageError, type Options } from './options';
import { laneJob, serveLane, threadLanes } from './threads';

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
  const streams = {
    cwd: process.cwd(),
    out: (text: string) => (process.stdout.write(text) ? undefined : drained()),
    err: (text: string) => process.stderr.write(text),
    stdin: () => process.stdin,
    watched: process.stderr.isTTY,
  };
  return run(options, streams, { start: threadLanes(__filename, options), count: availableParallelism() });
}

async function drained(): Promise<void> {
  await once(process.stdout, 'drain');
}

function print(text: string): number {
  process.stdout.write(text);
  return EXIT.clean;
}

/** The same program runs in each thread of a long run; there it only does what the main thread hands it. */
async function lane(options: Options): Promise<void> {
  const { workOn } = await import('./run');
  serveLane((task) => workOn(task, task.id, options));
}

const job = laneJob<Options>();
if (job) void lane(job);
else {
  // A reader that has seen enough (head, a closed pager) is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  void main().then(
    (code) => (process.exitCode = code),
    (error: unknown) => {
      process.stderr.write(
        `according-to: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
      );
      process.exitCode = EXIT.trouble;
    },
  );
}
