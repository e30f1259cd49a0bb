// Lets mocha run the TypeScript tests as they are: tsx strips the types, binary data files become byte arrays.
require('tsx/cjs');
const { readFileSync } = require('node:fs');
require.extensions['.bin'] = (module, file) => {
  module.exports = { __esModule: true, default: new Uint8Array(readFileSync(file)) };
};
