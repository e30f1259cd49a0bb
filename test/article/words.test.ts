import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fold, splitWords } from '../../src/article/words';

/** The words of a text, parted by spaces. */
function words(text: string): string {
  return splitWords(text)
    .map((word) => word.text)
    .join(' ');
}

describe('words', () => {
  const table: readonly (readonly [name: string, text: string, words: string])[] = [
    ['marks stand alone', '“We wait,” she said.', '“ We wait , ” she said .'],
    ['a possessive ending is a word of its own', "Ruiz's pier, the dogs' bowl", "Ruiz 's pier , the dogs ' bowl"],
    ['and so after an abbreviation', 'the U.N.’s envoy', 'the U.N. ’s envoy'],
    ['contractions stay whole', "they don't, we'll", "they don't , we'll"],
    ['hyphenated words stay whole', 'cross-country, Il-76, U.S.-led', 'cross-country , Il-76 , U.S.-led'],
    ['dashes part words', 'one—two–three--four', 'one — two – three -- four'],
    ['figures', '4,112 pipes, 3.2%, 6:05, 24/7, 9.07am', '4,112 pipes , 3.2 % , 6:05 , 24/7 , 9.07am'],
    ['money', '$1.5bn or £340,000', '$ 1.5bn or £ 340,000'],
    ['feet and inches', `6'2" or 27"`, `6'2 " or 27 "`],
    ['a stroke parts names', 'Olu Brand/AFP and/or', 'Olu Brand / AFP and / or'],
    ['titles keep their full stop', 'Mr. Poe, Gen. Ito', 'Mr. Poe , Gen. Ito'],
    ['initials keep theirs', 'J. K. Poe of the U.S. and L.L.B. Roe', 'J. K. Poe of the U.S. and L.L.B. Roe'],
    ['the end of a sentence is nobody’s', 'in the sun. No. So it is.', 'in the sun . No . So it is .'],
    ['unless a figure follows', 'No. 4 on Nov. 9', 'No. 4 on Nov. 9'],
    ['a case has a v.', 'Gorse v. Vale', 'Gorse v. Vale'],
    ['two sentences that touch', 'It is shut.The mayor left.', 'It is shut . The mayor left .'],
    [
      'addresses',
      'ask a.poe@desk.example or https://desk.example/a?b=c.',
      'ask a.poe@desk.example or https://desk.example/a?b=c .',
    ],
    ['tags and handles', '#late by @harbour_hen, Q&A', '#late by @harbour_hen , Q&A'],
    ['rows of one mark', "so... ``yes'' ==Wire", "so ... `` yes '' == Wire"],
    ['emoji', 'late 😤😤 ❤️ again', 'late 😤 😤 ❤ again'],
    ['no-break spaces and byte order marks are blank', '\ufeffTen\u00a0pence\u200bmore', 'Ten pence more'],
    ['other scripts', '「はい」 Ödön éljen', '「 はい 」 Ödön éljen'],
  ];
  for (const [name, text, expected] of table) it(name, () => assert.equal(words(text), expected));

  it('leave soft hyphens out of what a reader sees, not out of the offsets', () => {
    assert.deepEqual(splitWords('a gov\u00adern\u00adment')[1], {
      start: 2,
      end: 14,
      text: 'government',
      lower: 'government',
      kind: 'word',
    });
  });

  it('know figures from words', () => {
    assert.deepEqual(
      splitWords('14th of May, ½').map(({ kind }) => kind),
      ['number', 'word', 'word', 'punctuation', 'number'],
    );
  });

  it('fold straightens curly marks', () => assert.equal(fold('“It’S”'), '"it\'s"'));

  it('hold every character that is not blank, once and in order', () => {
    const scraps = fc.constantFrom(
      ...[
        'Ruiz',
        "'s",
        '’s',
        ' ',
        '  ',
        '\n',
        '\r\n',
        '.',
        '. ',
        'U.S.',
        '“',
        '”',
        '"',
        "'",
        '‘',
        '’',
        ',',
        '9',
        '1,000',
        '/',
        ':',
      ],
      ...[
        'http://a.b',
        '@',
        '#',
        '_',
        '-',
        '--',
        '…',
        '...',
        '😤',
        '❤️',
        '\u00a0',
        '\u00ad',
        '\ufeff',
        '\u200d',
        'é',
        'e\u0301',
        '$',
        '&',
      ],
    );
    const texts = fc.oneof(
      fc.array(scraps, { maxLength: 30 }).map((parts) => parts.join('')),
      fc.string({ unit: 'binary', maxLength: 40 }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        let at = 0;
        for (const { start, end } of splitWords(text)) {
          assert.match(text.slice(at, start), BLANK);
          assert.ok(start < end);
          at = end;
        }
        assert.match(text.slice(at), BLANK);
      }),
      { numRuns: 2000 },
    );
  });
});

/** What shows nothing: spaces, controls, marks of direction, soft hyphens and joiners. */
const BLANK = /^[\s\p{Cc}\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069]*$/u;
