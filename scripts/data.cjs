/**
 * Data files (`*.bin`, `*.wasm`) as modules: what they export is a function that hands back the file's bytes. In the bundle they
 * stand as base64. Where there is a file system the model stands beside the bundle instead: V8 goes through a script letter by
 * letter before it runs any of it, and keeps it all.
 */
const { readFileSync } = require('node:fs');
const path = require('node:path');

const decoder = JSON.stringify(path.join(__dirname, 'base64.js'));

const inside = (file) =>
  `import{bytesOf}from${decoder};export default()=>bytesOf(${JSON.stringify(readFileSync(file, 'base64'))});`;

const outside = (file) =>
  `import name from${JSON.stringify(`beside:${file}`)};import{readFileSync}from'node:fs';import{join}from'node:path';
export default()=>readFileSync(join(__dirname,name));`;

/** The plugin; with `beside` a `*.bin` is copied into the bundle's folder under its own name. */
exports.data = ({ beside } = { beside: false }) => ({
  name: 'data',
  setup(build) {
    build.onLoad({ filter: /\.(bin|wasm)$/, namespace: 'file' }, ({ path }) => ({
      contents: beside && path.endsWith('.bin') ? outside(path) : inside(path),
      watchFiles: [path],
    }));
    build.onResolve({ filter: /^beside:/ }, ({ path }) => ({
      path: path.slice('beside:'.length),
      namespace: 'beside',
    }));
    build.onLoad({ filter: /./, namespace: 'beside' }, ({ path }) => ({
      contents: readFileSync(path),
      loader: 'file',
      watchFiles: [path],
    }));
  },
});
