import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isSourceFile, sourceFilesOf } from '../../src/settings/source-files';

describe('the sources of an article', () => {
  it('stand beside it under its name', () => {
    assert.deepEqual(sourceFilesOf('speech.md'), ['speech.source.txt', 'speech.source.md']);
    assert.deepEqual(sourceFilesOf('v1.2 speech.html'), ['v1.2 speech.source.txt', 'v1.2 speech.source.md']);
  });

  it('have none of their own', () => assert.deepEqual(sourceFilesOf('speech.source.txt'), []));

  it('are told by their names', () => {
    assert.equal(isSourceFile('/desk/speech.source.md'), true);
    assert.equal(isSourceFile('/desk/the source.md'), false);
  });
});
