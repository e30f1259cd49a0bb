// mocha's usual output, and the counts for scripts/results.ts under the name in the environment variable SUITE.
const Mocha = require('mocha');

module.exports = class CountReporter extends Mocha.reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    const { writeResult } = require('./results.ts');
    runner.once('end', () => {
      const { passes: passed, failures: failed } = this.stats;
      writeResult(process.env.SUITE, { passed, failed });
    });
  }
};
