import assert from 'node:assert/strict';
import { recently } from '../../src/language/recently';

describe('an answer given recently', () => {
  const counting = (size: number) => {
    const asked: string[] = [];
    const length = recently((text) => {
      asked.push(text);
      return text.length || undefined;
    }, size);
    return { asked, length };
  };

  it('is not worked out again', () => {
    const { asked, length } = counting(10);
    assert.equal(length('ferry'), 5);
    assert.equal(length('ferry'), 5);
    assert.deepEqual(asked, ['ferry']);
  });

  it('may be that there is none', () => {
    const { asked, length } = counting(10);
    assert.equal(length(''), undefined);
    assert.equal(length(''), undefined);
    assert.deepEqual(asked, ['']);
  });

  it('is forgotten when many others were asked for since', () => {
    const { asked, length } = counting(2);
    for (const text of ['a', 'bb', 'ccc', 'dddd', 'eeeee', 'a']) assert.equal(length(text), text.length);
    assert.equal(asked.filter((text) => text === 'a').length, 2);
  });

  it('is kept as long as it is asked for', () => {
    const { asked, length } = counting(2);
    for (const text of ['a', 'bb', 'a', 'ccc', 'a', 'dddd', 'a', 'eeeee', 'a']) assert.equal(length(text), text.length);
    assert.equal(asked.filter((text) => text === 'a').length, 1);
  });
});
