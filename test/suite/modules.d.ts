/** Every *.test.ts of this folder; esbuild.js makes it. */
declare module 'all-suites' {}

/** mocha's browser build. */
declare module 'mocha/mocha' {}
