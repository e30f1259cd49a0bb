// npm start: According To in VS Code, on a copy of samples/. `npm start -- --web` opens it in the browser.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import manifest from '../package.json';
import { installHost, serverProblem } from './host/install';
import { installVsix, startServer, writeSettings } from './host/server';
import { calmSettings } from './host/workbench';
import { root } from './paths';

const usage = `npm start             VS Code on the samples, with According To running: the installed one, else in the browser
npm start -- --web    VS Code in the browser`;

/** Where installers put VS Code's command when it is not on the path. */
const usualPlaces = [
  '/Applications/Visual Studio Code.app/Contents/Resources/app/bin/code',
  path.join(process.env['LOCALAPPDATA'] ?? '', 'Programs/Microsoft VS Code/bin/code.cmd'),
  path.join(process.env['ProgramFiles'] ?? '', 'Microsoft VS Code/bin/code.cmd'),
];

/** The desktop VS Code's command; undefined where there is none, or none that can show a window. */
function desktopCode(): string | undefined {
  const screen = process.platform !== 'linux' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'];
  if (!screen || process.getuid?.() === 0) return undefined;
  const windows = process.platform === 'win32';
  const found = spawnSync(windows ? 'where' : 'which', [windows ? 'code.cmd' : 'code'], { encoding: 'utf8' });
  const onPath = found.status === 0 ? found.stdout.trim().split(/\r?\n/)[0] : undefined;
  return onPath ?? usualPlaces.find((file) => path.isAbsolute(file) && fs.existsSync(file));
}

function step(what: string, command: readonly string[]): void {
  console.log(`${what} …`);
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${what} failed:\n${stdout}${stderr}`);
}

/** Settles at the first Ctrl+C. */
const interrupted = () =>
  new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });

async function openDesktop(code: string, folder: string): Promise<void> {
  step('Building', ['esbuild.js']);
  console.log(
    `Opening VS Code (${code}) on a copy of the samples:\n  ${folder}\nClose its window, or press Ctrl+C, to end.`,
  );
  const args = ['--new-window', '--wait', `--extensionDevelopmentPath=${root}`, folder];
  const shell = process.platform === 'win32';
  const quoted = shell ? [code, ...args].map((arg) => `"${arg}"`) : [code, ...args];
  const window = spawn(quoted[0], quoted.slice(1), { stdio: 'inherit', shell });
  const closed = new Promise<void>((resolve, reject) => {
    window.on('error', reject);
    window.on('exit', (status) => (status ? reject(new Error(`${code} ended with ${status}.`)) : resolve()));
  });
  await Promise.race([closed, interrupted()]);
}

async function openWeb(folder: string, data: string): Promise<void> {
  installHost();
  const problem = serverProblem();
  if (problem)
    throw new Error(`${problem}\nInstall VS Code, with its command "code" on the path, and run npm start again.`);
  fs.mkdirSync(data);
  const vsix = path.join(data, 'according-to.vsix');
  const vsce = manifest.scripts.package.split(' ').slice(1, -1);
  step('Building and packaging', ['node_modules/@vscode/vsce/vsce', ...vsce, vsix]);
  console.log('Starting VS Code …');
  writeSettings(data, { ...calmSettings, 'files.autoSave': 'off' });
  installVsix(data, vsix);
  // Whoever reaches this server can use its terminal: the token keeps everybody else on this machine out.
  const token = randomBytes(16).toString('hex');
  const server = await startServer(data, token);
  console.log(`
VS Code, with According To on a copy of the samples, is at

  ${server.origin}/?tkn=${token}&folder=${encodeURIComponent(folder)}

Press Ctrl+C to end.`);
  const stopped = await Promise.race([interrupted(), server.ended]);
  if (typeof stopped === 'string') throw new Error(`VS Code’s server stopped by itself.\n${stopped}`);
  await server.stop();
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { web: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } });
  if (values.help) return console.log(usage);
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'according-to-'));
  const folder = path.join(scratch, 'samples');
  try {
    fs.cpSync(path.join(root, 'samples'), folder, { recursive: true });
    const code = values.web ? undefined : desktopCode();
    if (code) await openDesktop(code, folder);
    else {
      if (!values.web) console.log('No desktop VS Code here: opening it in the browser.');
      await openWeb(folder, path.join(scratch, 'vscode'));
    }
  } finally {
    fs.rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
  console.log('\nEnded; the copy of the samples is gone.');
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
