import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { cli, type Streams } from '../../src/cli/cli';
import { run } from '../../src/cli/run';

/** What a run of the command line left behind. */
export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A folder of its own for a test, and the command line run in it. */
export interface Desk {
  readonly folder: string;
  write(name: string, content: string | Uint8Array): void;
  run(args: readonly string[], stdin?: string): Promise<Run>;
  remove(): void;
}

export function desk(): Desk {
  const folder = mkdtempSync(join(tmpdir(), 'according-to-'));
  return {
    folder,
    write(name, content) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    },
    async run(args, stdin = '') {
      let out = '';
      let err = '';
      const streams: Streams = {
        cwd: folder,
        out: (text) => void (out += text),
        err: (text) => (err += text),
        stdin: () => Readable.from([Buffer.from(stdin)]),
        watched: false,
      };
      const code = await cli(args, streams, run);
      return { code, out, err };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Copy that the desk has to mend (one warning, at line 3), and copy that it need not. */
export const UNTIDY = 'Rescue at the pit\n\nTen miners are believed to be trapped.\n';
export const TIDY = 'A quiet day in Harwick\n\nIt rained, and then it stopped.\n';
