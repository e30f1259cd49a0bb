import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { chromium, type Browser, type LaunchOptions } from 'playwright-core';
import { hostFolder } from '../paths';

/** Keeps Chromium from calling home; as root it has no sandbox of its own. */
const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/** Where Linux puts browsers that playwright's channels do not know. */
const linuxBrowsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/snap/bin/chromium'];

/**
 * Starts the browser named by the environment variable CHROMIUM, else an installed Chrome, Edge or Chromium, else the
 * headless one that vscode-host/ brings for Linux.
 *
 * @throws Error when none starts, naming each that was tried
 */
export async function launchBrowser(): Promise<Browser> {
  const named = process.env['CHROMIUM'];
  const candidates: (readonly [string, () => LaunchOptions])[] = named
    ? [[named, () => ({ executablePath: named })]]
    : [
        ['Google Chrome', () => ({ channel: 'chrome' })],
        ['Microsoft Edge', () => ({ channel: 'msedge' })],
        ...linuxBrowsers
          .filter((file) => fs.existsSync(file))
          .map((file) => [file, () => ({ executablePath: file })] as const),
        ['the headless Chromium in vscode-host/', packedChromium],
      ];
  const failures: string[] = [];
  for (const [name, options] of candidates)
    try {
      return await chromium.launch({ ...options(), args: quiet });
    } catch (error) {
      failures.push(`${name}: ${String(error instanceof Error ? error.message : error).split('\n')[0]}`);
    }
  throw new Error(
    `No browser to show VS Code in. Install Chrome, Edge or Chromium, or name one in the environment variable CHROMIUM.\n  ${failures.join('\n  ')}`,
  );
}

/** Unpacks @sparticuz/chromium, a headless build for Linux x64; with the libraries and fonts it packs, where the system has none. */
function packedChromium(): LaunchOptions {
  const packed = path.join(hostFolder, 'node_modules/@sparticuz/chromium/bin');
  if (process.platform !== 'linux' || process.arch !== 'x64' || !fs.existsSync(packed))
    throw new Error(`none for ${process.platform} ${process.arch}`);
  const unpacked = path.join(hostFolder, 'node_modules/.chromium');
  const executablePath = path.join(unpacked, 'chromium');
  if (!fs.existsSync(executablePath)) {
    fs.mkdirSync(unpacked, { recursive: true });
    const partial = `${executablePath}.${process.pid}`;
    fs.writeFileSync(partial, zlib.brotliDecompressSync(fs.readFileSync(path.join(packed, 'chromium.br'))), {
      mode: 0o755,
    });
    fs.renameSync(partial, executablePath);
  }
  const env: Record<string, string> = {};
  if (spawnSync(executablePath, ['--version', '--no-sandbox']).status !== 0) {
    unpackTar(path.join(packed, 'al2023.tar.br'), unpacked);
    env['LD_LIBRARY_PATH'] = path.join(unpacked, 'lib');
  }
  if (!fs.existsSync('/usr/share/fonts')) {
    unpackTar(path.join(packed, 'fonts.tar.br'), unpacked);
    // The configuration beside the fonts names folders of another machine.
    env['FONTCONFIG_FILE'] = path.join(unpacked, 'here.conf');
    const fonts = `<dir>${path.join(unpacked, 'fonts')}</dir><cachedir>${path.join(unpacked, 'cache')}</cachedir>`;
    fs.writeFileSync(env['FONTCONFIG_FILE'], `<?xml version="1.0"?><fontconfig>${fonts}</fontconfig>\n`);
  }
  return { executablePath, env: { ...(process.env as Record<string, string>), ...env } };
}

function unpackTar(file: string, folder: string): void {
  const { status, stderr } = spawnSync('tar', ['-xf', '-', '-C', folder], {
    input: zlib.brotliDecompressSync(fs.readFileSync(file)),
  });
  if (status !== 0) throw new Error(`tar: ${String(stderr)}`);
}
