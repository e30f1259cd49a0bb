import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { vscodeFolder } from '../paths';
import type { Served } from './server';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mjs': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

/** code-server makes its workbench expect a server; these two patches of it are undone for the serverless form. */
const patches: readonly (readonly [RegExp, string])[] = [
  [/,remoteAuthority:location\.host/, ''],
  [
    /(userRoamingDataHome\(\)\{return [\w$]+\([\w$]+\.file\(this\.userDataPath\)\.with\(\{scheme:)[\w$.]+/,
    '$1"vscode-userdata"',
  ],
];

/**
 * The workbench's script without code-server's patches.
 *
 * @throws Error when one is not found: this code-server is not the one that the patches were read from
 */
export function unpatch(script: string): string {
  return patches.reduce((text, [pattern, replacement]) => {
    const undone = text.replace(pattern, replacement);
    if (undone === text) throw new Error(`This code-server has changed: its patch ${pattern} was not found.`);
    return undone;
  }, script);
}

/**
 * Serves VS Code's web workbench as plain files, like vscode.dev: extensions run in a web worker, there is no server.
 * The folder `extension` is served below /ext/.
 */
export async function startStatic(
  extension: string,
  configuration: Readonly<Record<string, unknown>>,
): Promise<Served> {
  const workbench = unpatch(
    fs.readFileSync(path.join(vscodeFolder, 'out/vs/code/browser/workbench/workbench.js'), 'utf8'),
  );
  const server = http.createServer((request, response) => {
    const url = path.posix.normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname));
    const send = (body: string | Buffer, extname: string) =>
      response.writeHead(200, { 'content-type': types[extname] ?? 'application/octet-stream' }).end(body);
    if (url === '/') return send(page(configuration), '.html');
    if (url === '/vs/out/vs/code/browser/workbench/workbench.js') return send(workbench, '.js');
    const file = url.startsWith('/vs/')
      ? path.join(vscodeFolder, url.slice(4))
      : url.startsWith('/ext/') && path.join(extension, url.slice(5));
    fs.readFile(file || '', (error, body) => {
      if (!error) send(body, path.extname(url));
      // Some built-in extensions come without their browser bundle.
      else if (/^\/vs\/extensions\/[^/]+\/dist\/browser\/\w+\.js$/.test(url))
        send('exports.activate = () => {};', '.js');
      else response.writeHead(404).end();
    });
    return undefined;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function page(configuration: Readonly<Record<string, unknown>>): string {
  const data = JSON.stringify(configuration).replace(/&/g, '&amp;').replace(/"/g, '&quot;');
  const out = '/vs/out/vs/code/browser/workbench/workbench';
  return `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<base href="/">
<meta id="vscode-workbench-web-configuration" data-settings="${data}">
<link rel="stylesheet" href="${out}.css">
</head>
<body aria-label=""></body>
<script>globalThis._VSCODE_FILE_ROOT = location.origin + '/vs/out/';</script>
<script type="module" src="/vs/out/nls.messages.js"></script>
<script type="module" src="${out}.js"></script>
</html>`;
}
