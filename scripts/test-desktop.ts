// npm run test:desktop: test/suite in a desktop VS Code, which @vscode/test-electron downloads.
import fs from 'node:fs';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { resultsFolder, root } from './paths';
import { fileOfResult } from './results';

fs.mkdirSync(resultsFolder, { recursive: true });
runTests({
  extensionDevelopmentPath: root,
  extensionTestsPath: path.join(root, 'dist/test/node/index.js'),
  extensionTestsEnv: { COUNTS_FILE: fileOfResult('vscode-node') },
  launchArgs: [path.join(root, 'samples'), '--disable-extensions', '--disable-workspace-trust'],
}).catch((error: unknown) => {
  console.error(`The suite did not pass in a desktop VS Code: ${String(error)}`);
  process.exitCode = 1;
});
