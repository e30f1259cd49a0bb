// Runs a TypeScript script of this folder: node scripts/run.cjs NAME [ARGUMENT...]
const { existsSync } = require('node:fs');
const path = require('node:path');

const [major, minor] = process.versions.node.split('.').map(Number);
const missing =
  major < 20 || (major === 20 && minor < 19)
    ? `This needs Node.js 20.19 or later, and here is ${process.versions.node}.`
    : !existsSync(path.join(__dirname, '../node_modules/tsx'))
      ? 'The tools are not installed yet: run "npm ci", then this again.'
      : undefined;
if (missing) {
  console.error(missing);
  process.exit(1);
}
require('tsx/cjs');
const [script] = process.argv.splice(2, 1);
require(`./${script}.ts`);
