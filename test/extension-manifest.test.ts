import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import manifest from '../package.json';

describe('the manifest', () => {
  it('names an entry for each host', () => {
    assert.equal(manifest.main, './dist/node/extension.js');
    assert.equal(manifest.browser, './dist/web/extension.js');
  });
});
