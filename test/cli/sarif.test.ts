import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { Log, Result } from 'sarif';
import { desk, UNTIDY, type Desk } from './harness';

describe('SARIF', () => {
  let at: Desk;
  beforeEach(() => (at = desk()));
  afterEach(() => at.remove());

  const log = async (...paths: string[]): Promise<Log> =>
    JSON.parse((await at.run(['check', '--format', 'sarif', ...paths])).out) as Log;
  const place = ({ locations }: Result) => locations?.[0].physicalLocation;

  it('is a log of one run, even when nothing is wrong', async () => {
    at.write('a.txt', '');
    const { version, runs } = await log('a.txt');
    assert.equal(version, '2.1.0');
    assert.equal(runs.length, 1);
    assert.deepEqual(runs[0].results, []);
  });

  it('describes every rule that a result names', async () => {
    at.write('a.txt', UNTIDY);
    const [{ tool, results = [] }] = (await log('a.txt')).runs;
    const ids = tool.driver.rules?.map(({ id }) => id);
    assert.equal(results.length, 1);
    for (const { ruleId } of results) assert.ok(ids?.includes(ruleId ?? ''), ruleId);
  });

  it('points at the words, by line and column and by offset', async () => {
    at.write('a.txt', UNTIDY.replaceAll('\n', '\r\n'));
    const [{ columnKind, results = [] }] = (await log('a.txt')).runs;
    assert.equal(columnKind, 'utf16CodeUnits');
    const region = place(results[0])?.region;
    assert.deepEqual([region?.startLine, region?.startColumn, region?.endLine, region?.endColumn], [3, 12, 3, 27]);
    const text = UNTIDY.replaceAll('\n', '\r\n');
    const { charOffset = 0, charLength = 0 } = region ?? {};
    assert.equal(text.slice(charOffset, charOffset + charLength), 'are believed to');
  });

  it('names files by relative references, escaped', async () => {
    at.write('news desk/ä#1.txt', UNTIDY);
    const [{ results = [] }] = (await log('news desk')).runs;
    assert.equal(place(results[0])?.artifactLocation?.uri, 'news%20desk/%C3%A4%231.txt');
  });

  it('names files elsewhere by their full address', async () => {
    const elsewhere = desk();
    try {
      elsewhere.write('a.txt', UNTIDY);
      const file = `${elsewhere.folder}/a.txt`;
      const [{ results = [] }] = (await log(file)).runs;
      assert.equal(place(results[0])?.artifactLocation?.uri, pathToFileURL(file).href);
    } finally {
      elsewhere.remove();
    }
  });
});
