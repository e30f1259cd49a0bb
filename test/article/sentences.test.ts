import assert from 'node:assert/strict';
import fc from 'fast-check';
import { splitSentences } from '../../src/article/sentences';
import { splitWords } from '../../src/article/words';

function sentences(text: string): string[] {
  return splitSentences(text, splitWords(text)).map(({ start, end }) => text.slice(start, end));
}

describe('sentences', () => {
  const table: readonly (readonly [name: string, ...sentences: string[]])[] = [
    ['end at full stops, and at questions and shouts', 'It rained.', 'Did it?', 'It did!'],
    ['hold the mark that closes', '“It rained.”', '(It did.)', 'So we left.'],
    ['go on in lower case', '“Did it rain?” she asked.', 'Nobody knew.'],
    ['go on with who asked', '“Did it rain?” Ana Ruiz asked.', 'Nobody knew.'],
    ['end where the next begins with a verb of asking far off', '“Did it rain?”', 'The crowd left before he said so.'],
    ['begin with an opening mark', 'Nobody knew.', '“It rained.”', '‘It did.’'],
    ['begin with a figure', 'It rained.', '40 people left.'],
    ['do not end after a title', 'Dr. He met Gen. Ito.', 'They left.'],
    ['nor in initials', 'J. K. Poe left the U.S. Senate.', 'It rained.'],
    ['end after an abbreviation before a word that begins one', 'He left the U.S.', 'The rain went on.'],
    ['and before a quotation that does', 'She works for Holm Inc.', '“The rain went on.”'],
    ['go on after a dateline’s state', 'TARN, N.H. — The rain went on.'],
    ['go on after a number in a list', '1. The rain went on.'],
    ['go on after three dots and I', '“Well ... I left.”'],
    ['end in other scripts', '雨です。', '彼は行った。'],
  ];
  for (const [name, ...expected] of table) it(name, () => assert.deepEqual(sentences(expected.join(' ')), expected));

  it('end where a space was forgotten', () =>
    assert.deepEqual(sentences('It is shut.The mayor left.'), ['It is shut.', 'The mayor left.']));

  it('share the words out, all of them and in order', () => {
    const scraps = fc.constantFrom(
      'It',
      'rained',
      '.',
      '!',
      '?',
      '…',
      '"',
      '”',
      '“',
      'U.S.',
      'Mr.',
      ' ',
      ' ',
      '1',
      ')',
      'said',
      'The',
    );
    fc.assert(
      fc.property(fc.array(scraps, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        const words = splitWords(text);
        let word = 0;
        for (const sentence of splitSentences(text, words)) {
          assert.equal(sentence.firstWord, word);
          assert.ok(sentence.endWord > word);
          assert.equal(sentence.start, words[word].start);
          word = sentence.endWord;
          assert.equal(sentence.end, words[word - 1].end);
        }
        assert.equal(word, words.length);
      }),
    );
  });
});
