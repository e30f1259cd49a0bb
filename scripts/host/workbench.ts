import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { format } from 'node:util';
import type { Page } from 'playwright-core';
import { root } from '../paths';
import { launchBrowser } from './browser';
import { installHost, serverProblem } from './install';
import { installVsix, startServer, writeSettings, type Served, type Settings } from './server';
import { startStatic } from './static';

/** A window without the parts that get in the way of a test or a picture. */
export const calmSettings: Settings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'git.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** Milliseconds after which something that should be on the page is held to be missing. */
const patience = 45_000;

export interface WorkbenchOptions {
  /** node: VS Code's server and its Node extension host. web: no server, extensions in a web worker. */
  readonly host: 'node' | 'web';
  /** A packaged extension to install; without it the project's folder runs as an extension under development. */
  readonly vsix?: string;
  /** The suite to run inside the extension host: a script below the project's folder. */
  readonly tests?: string;
  /** The folder to open (node host; in the web host it is an empty one in memory). */
  readonly folder?: string;
  readonly settings?: Settings;
  /** Each line that the extension host writes to its console. */
  readonly onLog?: (line: string) => void;
}

export interface Workbench {
  readonly page: Page;
  /** Settles when the suite ends: 0 when every test passed. */
  readonly exited: Promise<number>;
  close(): Promise<void>;
}

/**
 * Opens a real VS Code in a browser.
 *
 * @throws Error, in plain words, when VS Code or a browser cannot run here
 */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  installHost();
  const problem = options.host === 'node' ? serverProblem() : undefined;
  if (problem) throw new Error(problem);
  const data = fs.mkdtempSync(path.join(os.tmpdir(), 'vscode-host-'));
  const settings = { ...calmSettings, ...options.settings };
  const end = async (served: Served) => {
    await served.stop();
    fs.rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  const start = options.host === 'node' ? serveNode : serveWeb;
  const { served, query, development } = await start(options, data, settings);
  try {
    const browser = await launchBrowser();
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(patience);
    await page.addInitScript(intoConfiguration(development));
    await page.exposeFunction('codeAutomationLog', (_type: string, args: unknown) =>
      options.onLog?.(format(...(Array.isArray(args) ? args : [args]))),
    );
    let exit: (code: number) => void;
    const exited = new Promise<number>((resolve) => (exit = resolve));
    await page.exposeFunction('codeAutomationExit', (code: number) => exit(code));
    page.on('crash', () => exit(3));
    await page.goto(`${served.origin}/?${query}`);
    return {
      page,
      exited,
      async close() {
        await browser.close();
        await end(served);
      },
    };
  } catch (error) {
    await end(served);
    throw error;
  }
}

async function serveNode(options: WorkbenchOptions, data: string, settings: Settings) {
  writeSettings(data, settings);
  if (options.vsix) installVsix(data, options.vsix);
  const served = await startServer(data);
  const authority = new URL(served.origin).host;
  const at = (file: string) => ({ scheme: 'vscode-remote', authority, path: path.posix.join(root, file) });
  const query = options.folder ? `folder=${encodeURIComponent(options.folder)}` : 'ew=true';
  return { served, query, development: developmentOptions(options, at) };
}

async function serveWeb(options: WorkbenchOptions, _data: string, settings: Settings) {
  const served = await startStatic(root, {
    userDataPath: '/',
    isEnabledFileDownloads: true,
    isEnabledFileUploads: true,
    isEnabledCoderGettingStarted: false,
    enableWorkspaceTrust: false,
    configurationDefaults: settings,
    productConfiguration: { enableTelemetry: false },
  });
  const authority = new URL(served.origin).host;
  const at = (file: string) => ({ scheme: 'http', authority, path: path.posix.join('/ext', file) });
  // VS Code's own file system in memory stands in for the folder that a user opens.
  return { served, query: `folder=${encodeURIComponent('tmp:///')}`, development: developmentOptions(options, at) };
}

function developmentOptions(options: WorkbenchOptions, at: (file: string) => object) {
  if (options.vsix) return {};
  return { extensions: [at('')], extensionTestsPath: options.tests && at(options.tests) };
}

/** Puts development options into the page's configuration: VS Code's server takes none by itself. */
function intoConfiguration(development: object): string {
  return `{
    const read = Element.prototype.getAttribute;
    Element.prototype.getAttribute = function (name) {
      const value = read.call(this, name);
      if (this.id !== 'vscode-workbench-web-configuration' || name !== 'data-settings') return value;
      const configuration = JSON.parse(value);
      configuration.developmentOptions = { ...configuration.developmentOptions, ...${JSON.stringify(development)} };
      return JSON.stringify(configuration);
    };
  }`;
}
