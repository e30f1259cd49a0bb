import path from 'node:path';

/** The project's folder. */
export const root = path.resolve(__dirname, '..');

/** Holds a real VS Code: a package.json and lockfile of its own, installed when first needed. */
export const hostFolder = path.join(root, 'vscode-host');

/** VS Code's server and web workbench. */
export const vscodeFolder = path.join(hostFolder, 'node_modules/code-server/lib/vscode');

export const serverMain = path.join(vscodeFolder, 'out/server-main.js');

/** Where each suite leaves its counts, and where .ci/run reads them. */
export const resultsFolder = path.join(root, '.test-results');

/** What the tests that play a user saw. */
export const screenshotFolder = path.join(root, '.screenshots');
