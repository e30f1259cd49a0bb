// node esbuild.js               what runs: the extension for both hosts, the command line, the library
// node esbuild.js --production  the same for users: minified, and functions of a first reading in brackets
// node esbuild.js --tests       the suites that run inside VS Code
// node esbuild.js --watch       all of it, again at each change
const { existsSync, mkdirSync, readdirSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const esbuild = require('esbuild');
const { data } = require('./scripts/data.cjs');
const { calledBy, inBrackets, noting } = require('./scripts/eager.cjs');
const { patterns } = require('./scripts/patterns.cjs');

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');
const testsAlone = process.argv.includes('--tests');

/** Bundles being built, and what went wrong in those since all was quiet. */
let building = 0;
const problems = new Set();

/** Lines that the problem matcher in .vscode/tasks.json waits for: one start and one finish for all the bundles. */
const announce = {
  name: 'announce',
  setup(build) {
    build.onStart(() => {
      if (building++ === 0) console.log('[watch] build started');
    });
    build.onEnd(({ errors }) => {
      for (const { text, location } of errors)
        problems.add(
          `✘ [ERROR] ${text}` + (location ? `\n    ${location.file}:${location.line}:${location.column}:` : ''),
        );
      if (--building > 0) return;
      for (const problem of problems) console.error(problem);
      problems.clear();
      console.log('[watch] build finished');
    });
  },
};

/** In Node what is not needed at once is a file of its own, so that loading does not read it. A web extension is one file. */
const apart = {
  name: 'apart',
  setup(build) {
    build.onResolve({ filter: /\/engine$|^compromise\/two$/ }, ({ kind, path }) =>
      kind === 'dynamic-import'
        ? { path: path === 'compromise/two' ? './compromise.js' : './engine.js', external: true }
        : undefined,
    );
  },
};

/** The module 'all-suites': every test file that runs inside VS Code. */
const allSuites = {
  name: 'all-suites',
  setup(build) {
    const folder = path.resolve('test/suite');
    build.onResolve({ filter: /^all-suites$/ }, ({ path }) => ({ path, namespace: 'all-suites' }));
    build.onLoad({ filter: /./, namespace: 'all-suites' }, () => {
      const files = readdirSync(folder).filter((file) => file.endsWith('.test.ts'));
      return {
        contents: files.map((file) => `import './${file}';`).join('\n'),
        resolveDir: folder,
        watchDirs: [folder],
      };
    });
  },
};

/** @type {esbuild.BuildOptions} */
const common = {
  bundle: true,
  format: 'cjs',
  target: 'es2022',
  // V8 keeps a source with one character beyond Latin-1 at two bytes each: 7 MB for 3.5
  charset: 'ascii',
  // Everything this runs on knows \p{…}; a pattern that esbuild took for too new would be compiled anew at each use
  supported: { 'regexp-unicode-property-escapes': true },
  minify: production,
  legalComments: 'none',
  sourcemap: production ? false : 'linked',
  sourcesContent: false,
  assetNames: '[name]',
  metafile: true,
  logLevel: watch ? 'silent' : 'warning',
  plugins: watch ? [announce, allSuites, patterns(), data()] : [allSuites, patterns(), data()],
};

// ES modules first: some packages' CommonJS build (UMD) cannot be bundled
const node = {
  platform: 'node',
  target: 'node20',
  mainFields: ['module', 'main'],
  plugins: [data({ beside: true }), ...common.plugins, apart],
};
const web = { platform: 'browser', define: { global: 'globalThis' } };

/** The library that knows the forms of verbs; whoever imports it asks for its default export. */
const library = {
  ...node,
  plugins: common.plugins,
  entryPoints: ['node_modules/compromise/src/two.js'],
  footer: { js: 'module.exports = module.exports.default;' },
};

/**
 * What runs.
 *
 * @type {Record<string, esbuild.BuildOptions>}
 */
const targets = {
  node: {
    ...node,
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/node/extension.js',
    external: ['vscode'],
  },
  engine: { ...node, entryPoints: ['src/editor/engine.ts'], outfile: 'dist/node/engine.js' },
  forms: { ...library, outfile: 'dist/node/compromise.js' },
  'core-forms': { ...library, outfile: 'dist/compromise.js' },
  web: { ...web, entryPoints: ['src/extension.ts'], outfile: 'dist/web/extension.js', external: ['vscode'] },
  cli: {
    ...node,
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/cli.js',
    // tinyglobby's ES module asks where it stands; in CommonJS the file's name says so
    define: { 'import.meta.url': 'importMetaUrl' },
    banner: { js: `#!/usr/bin/env node\nconst importMetaUrl = require('node:url').pathToFileURL(__filename).href;` },
  },
  core: {
    ...node,
    platform: 'neutral',
    external: ['node:*'],
    mainFields: ['module', 'main'],
    entryPoints: ['src/core.ts'],
    outfile: 'dist/core.js',
  },
};

const tests = {
  'test-node': {
    ...node,
    plugins: common.plugins,
    entryPoints: ['test/suite/index.node.ts'],
    outfile: 'dist/test/node/index.js',
    external: ['vscode', 'mocha'],
  },
  'test-web': {
    ...web,
    entryPoints: ['test/suite/index.web.ts'],
    outfile: 'dist/test/web/index.js',
    external: ['vscode'],
    // The browser has no node:assert; the package 'assert' is the same thing for it.
    alias: { 'node:assert/strict': './test/suite/assert.web.ts' },
    define: { ...web.define, 'process.env.NODE_DEBUG': 'undefined' },
  },
};

/** A job whose modules' text `last` changes last. */
const changed = (job, last) => ({
  ...job,
  plugins: (job.plugins ?? common.plugins).map((plugin) => (plugin.name === 'patterns' ? patterns(last) : plugin)),
});

/** The jobs with the functions in brackets that a first reading calls. */
async function eagerly(jobs) {
  const core = { ...targets.core, plugins: [...common.plugins, apart] };
  const notes = { ...common, ...changed(core, noting), minify: false, write: false };
  const { outputFiles } = await esbuild.build(notes);
  const called = calledBy(outputFiles.find(({ path }) => path.endsWith('.js')).text);
  const last = (text, file) => inBrackets(text, file, called);
  return Object.fromEntries(Object.entries(jobs).map(([name, job]) => [name, changed(job, last)]));
}

async function main() {
  const plain = testsAlone ? tests : { ...targets, ...(watch && tests) };
  const jobs = production ? await eagerly(plain) : plain;
  mkdirSync('dist/meta', { recursive: true });
  await Promise.all(
    Object.entries(jobs)
      .filter(([, job]) => existsSync(job.entryPoints[0]))
      .map(async ([name, job]) => {
        const options = { ...common, ...job };
        if (watch) return (await esbuild.context(options)).watch();
        const { metafile } = await esbuild.build(options);
        writeFileSync(`dist/meta/${name}.json`, JSON.stringify(metafile));
      }),
  );
}

if (require.main === module)
  main().catch((error) => {
    if (!watch && !error.errors) console.error(error);
    process.exit(1);
  });

module.exports = { common, targets };
