/** Prints mocha's results as marked lines, so that a driver can tell them from VS Code's own log. */
function report(runner: Mocha.Runner): void {
  let passed = 0;
  let failed = 0;
  const say = (text: string) => text.split('\n').forEach((line) => console.log(`T| ${line}`));
  const name = (test: Mocha.Runnable) => test.titlePath().join(' › ');
  runner.on('pass', (test) => {
    passed++;
    say(`  ✔ ${name(test)} (${test.duration} ms)`);
  });
  runner.on('pending', (test) => say(`  - ${name(test)}`));
  runner.on('fail', (test, error: Error) => {
    failed++;
    say(`  ✘ ${name(test)}\n${error.stack ?? error.message}`);
  });
  runner.on('end', () => {
    say(`${passed} passing, ${failed} failing`);
    console.log(`RESULT| ${JSON.stringify({ passed, failed })}`);
  });
}

/** What mocha makes of a reporter is `new Reporter(runner)`; it asks for no more. */
export const Reporter = function (runner: Mocha.Runner): void {
  report(runner);
} as unknown as Mocha.ReporterConstructor;
