import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { serverMain } from '../paths';
import { serverNode } from './install';

/** A running VS Code, on this machine's loopback address alone. */
export interface Served {
  /** http://127.0.0.1:port */
  readonly origin: string;
  stop(): Promise<void>;
}

/** A running VS Code server. */
export interface Server extends Served {
  /** Settles with what the server said when it has ended, stopped or by itself. */
  readonly ended: Promise<string>;
}

export type Settings = Readonly<Record<string, unknown>>;

/**
 * Starts VS Code's server; extensions run in its Node extension host.
 *
 * @param data the server's data folder; holds its settings and installed extensions
 * @param token asked of whoever connects; without one everybody on this machine may
 * @throws Error with the server's output when it does not come up
 */
export async function startServer(data: string, token?: string): Promise<Server> {
  const server = spawn(
    serverNode(),
    [
      serverMain,
      ...['--host', '127.0.0.1', '--port', '0', '--server-data-dir', data, '--telemetry-level', 'off'],
      ...(token ? ['--connection-token', token] : ['--without-connection-token']),
      ...['--accept-server-license-terms', '--disable-telemetry', '--disable-workspace-trust', '--disable-experiments'],
    ],
    // A group of its own: a Ctrl+C in the terminal reaches this script first, which then stops the server.
    { stdio: ['ignore', 'pipe', 'pipe'], detached: process.platform !== 'win32' },
  );
  let output = '';
  const port = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += String(chunk);
      const found = /Extension host agent listening on (\d+)/.exec(output);
      if (found) resolve(found[1]);
    };
    server.stdout.on('data', read);
    server.stderr.on('data', read);
    server.on('error', reject);
    server.on('exit', (code) => reject(new Error(`VS Code’s server ended with ${code}.\n${output}`)));
  });
  const ended = new Promise<string>((resolve) => server.once('exit', () => resolve(output)));
  return {
    origin: `http://127.0.0.1:${port}`,
    ended,
    async stop() {
      server.kill();
      setTimeout(() => server.kill('SIGKILL'), 5000).unref();
      await ended;
    },
  };
}

/** Writes the user's settings of a server that is not running yet. */
export function writeSettings(data: string, settings: Settings): void {
  fs.mkdirSync(path.join(data, 'data/User'), { recursive: true });
  fs.writeFileSync(path.join(data, 'data/User/settings.json'), JSON.stringify(settings, undefined, 2));
}

/** Installs a packaged extension into a server that is not running yet, as a user's "Install from VSIX" does. */
export function installVsix(data: string, vsix: string): void {
  const args = ['--install-extension', vsix, '--server-data-dir', data, '--accept-server-license-terms'];
  const said = execFileSync(serverNode(), [serverMain, ...args], { encoding: 'utf8' });
  if (!/successfully installed/.test(said)) throw new Error(`VS Code did not install ${vsix}:\n${said}`);
}
