// Lets mocha run the TypeScript tests as they are: tsx strips the types, binary data files become functions that hand back their bytes.
require('tsx/cjs');
const { readFileSync } = require('node:fs');
for (const ending of ['.bin', '.wasm'])
  require.extensions[ending] = (module, file) => {
    module.exports = { __esModule: true, default: () => readFileSync(file) };
  };
