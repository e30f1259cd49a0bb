import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { cli, type Streams } from './cli';
import { EXIT, type Options } from './options';
import { laneJob, serveLane, threadLanes } from './threads';

const streams: Streams = {
  cwd: process.cwd(),
  out: (text: string) => (process.stdout.write(text) ? undefined : drained()),
  err: (text: string) => process.stderr.write(text),
  stdin: () => process.stdin,
  watched: process.stderr.isTTY,
};

async function drained(): Promise<void> {
  await once(process.stdout, 'drain');
}

async function work(options: Options): Promise<number> {
  const { run } = await import('./run');
  return run(options, streams, { start: threadLanes(__filename, options), count: availableParallelism() });
}

/** The same program runs in each thread of a long run; there it only does what the main thread hands it. */
async function lane(options: Options): Promise<void> {
  const { worker } = await import('./run');
  const analyse = worker(options, process.cwd());
  serveLane((task) => analyse(task, task.id));
}

const job = laneJob<Options>();
if (job) void lane(job);
else {
  // A reader that has seen enough (head, a closed pager) is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  void cli(process.argv.slice(2), streams, work).then(
    (code) => (process.exitCode = code),
    (error: unknown) => {
      process.stderr.write(
        `according-to: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
      );
      process.exitCode = EXIT.trouble;
    },
  );
}
