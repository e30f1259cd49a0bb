import type { Readable } from 'node:stream';
import { version } from '../../package.json';
import { EXIT, readOptions, USAGE, UsageError, type Options } from './options';

/** Where the program reads and writes: the real streams, or a test's. */
export interface Streams {
  readonly cwd: string;
  /** A promise where the reader is behind: it settles when more can be written. */
  readonly out: (text: string) => void | Promise<void>;
  readonly err: (text: string) => void;
  readonly stdin: () => Readable;
  /** Whether `err` is a terminal that somebody watches. */
  readonly watched: boolean;
}

/**
 * The whole program: arguments in, the exit code out. `run` does the work; it is called when there is work, so that
 * help and a typing mistake are answered before the engine is loaded.
 */
export async function cli(
  args: readonly string[],
  streams: Streams,
  run: (options: Options, streams: Streams) => Promise<number>,
): Promise<number> {
  let options: Options;
  try {
    options = readOptions(args);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    streams.err(`according-to: ${error.message}\nTry according-to --help.\n`);
    return EXIT.trouble;
  }
  if (options.command === 'help' || options.command === 'version') {
    await streams.out(options.command === 'help' ? USAGE : `${version}\n`);
    return EXIT.clean;
  }
  return run(options, streams);
}
