import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { hostFolder, vscodeFolder } from '../paths';

/** Two native modules stay unbuilt: VS Code's server only logs and watches its parent through them. */
const standIns: Readonly<Record<string, string>> = {
  '@vscode/spdlog': `const nothing = () => {};
const logger = () => new Proxy({}, { get: (_, key) => key === 'then' ? undefined : key === 'getLevel' ? () => 2 : nothing });
exports.version = 1500;
exports.setLevel = exports.setFlushOn = exports.shutdown = nothing;
exports.createRotatingLogger = exports.createAsyncRotatingLogger = async () => logger();
exports.Logger = function () { return logger(); };
`,
  '@vscode/native-watchdog': 'exports.start = () => {};\n',
};

/**
 * Installs VS Code's server into vscode-host/ from the npm registry, once for each state of its lockfile. No install
 * script runs and nothing is compiled.
 *
 * @throws Error when npm fails, with npm's own words above it
 */
export function installHost(): void {
  const lock = createHash('sha256').update(fs.readFileSync(path.join(hostFolder, 'package-lock.json')));
  const stamp = path.join(hostFolder, 'node_modules', `.ready-${lock.digest('hex').slice(0, 12)}`);
  if (fs.existsSync(stamp)) return;
  console.log('Installing VS Code’s server from the npm registry into vscode-host/ (about 500 MB on disk, once) …');
  const started = Date.now();
  npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], hostFolder);
  const modules = path.join(hostFolder, 'node_modules');
  const link = path.join(vscodeFolder, 'node_modules');
  if (!fs.existsSync(link)) fs.symlinkSync(modules, link, 'junction');
  for (const [name, text] of Object.entries(standIns)) {
    fs.mkdirSync(path.join(modules, name), { recursive: true });
    fs.writeFileSync(path.join(modules, name, 'index.js'), text);
  }
  fs.writeFileSync(stamp, '');
  console.log(`VS Code’s server is installed (${Math.round((Date.now() - started) / 1000)} s).`);
}

/** Runs npm as the one that started this script does, on every system. */
export function npm(args: readonly string[], cwd: string): void {
  const cli = process.env['npm_execpath'];
  if (cli && /\.[cm]?js$/.test(cli)) execFileSync(process.execPath, [cli, ...args], { cwd, stdio: 'inherit' });
  else execFileSync('npm', args, { cwd, stdio: 'inherit', shell: process.platform === 'win32' });
}

/** VS Code's server uses `node:module`'s registerHooks. */
const oldestServerNode = [22, 15] as const;

/** The Node that VS Code's server runs on: this one, or on an older one the binary that vscode-host/ brings. */
export function serverNode(): string {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > oldestServerNode[0] || (major === oldestServerNode[0] && minor >= oldestServerNode[1]))
    return process.execPath;
  return path.join(hostFolder, `node_modules/node-${process.platform}-${process.arch}/bin/node`);
}

/** Why VS Code's server cannot run on this machine, in words for the person in front of it; undefined where it can. */
export function serverProblem(): string | undefined {
  if (process.platform === 'win32')
    return 'VS Code’s server, as it is on the npm registry, runs on Linux and macOS only.';
  if (!fs.existsSync(serverNode()))
    return `VS Code’s server needs Node ${oldestServerNode.join('.')} or later on ${process.platform} ${process.arch}; this is Node ${process.versions.node}.`;
  return undefined;
}
