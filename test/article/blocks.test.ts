import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readBlocks } from '../../src/article/blocks';
import { readProse } from '../../src/article/prose';

const LANGUAGES = ['plaintext', 'markdown', 'html'];

const scraps = fc.constantFrom(
  ...[
    'The crane fell',
    ' into the harbour',
    '. ',
    'Ana Ruiz',
    '“It fell,”',
    " she said'",
    '"',
    '\n',
    '\n\n',
    ' ',
    '  \n',
    '\u00a0',
    '\ufeff',
  ],
  ...[
    '# ',
    '## ',
    '> ',
    '- ',
    '1. ',
    '    ',
    '```\n',
    '---\n',
    'title: x\n',
    '![alt](a)',
    '[x](y "t")',
    '[^1]',
    '[^1]: ',
    '*',
    '**',
    '`',
  ],
  ...[
    '| a | b |\n',
    '|---|---|\n',
    '{{< x >}}',
    '{% x %}',
    '\\',
    '&ldquo;',
    '&amp;',
    '&#8217;',
    '&nbsp;',
    '&bogus;',
    '~~',
    ':::',
    'https://a.b',
  ],
  ...[
    '<p>',
    '</p>',
    '<h1>',
    '</h1>',
    '<b>',
    '</b>',
    '<br>',
    '<q>',
    '</q>',
    '<blockquote>',
    '</blockquote>',
    '<pre>',
    '</pre>',
    '<!-- ',
    ' -->',
  ],
  ...[
    '<script>',
    '</script>',
    '<',
    '<div class="byline">',
    'By Ana Ruiz',
    'TARN (AP) — ',
    'Q: ',
    'A: ',
    '(NAN)',
    '[attribution-ignore]',
    '😤',
    'é',
  ],
);
const texts = fc.array(scraps, { maxLength: 40 }).map((parts) => parts.join(''));

describe('blocks of any text', () => {
  for (const languageId of LANGUAGES) {
    it(`stand in order and apart, inside the text: ${languageId}`, () => {
      fc.assert(
        fc.property(texts, (text) => {
          let at = 0;
          for (const { start, end, markup, bodyStart, quoteDepth } of readBlocks(text, languageId)) {
            assert.ok(at <= start && start < end && end <= text.length);
            assert.ok(bodyStart >= 0 && bodyStart <= end - start && quoteDepth >= 0);
            at = end;
            let inside = 0;
            for (const span of markup) {
              assert.ok(inside <= span.start && span.start < span.end && span.end <= end - start);
              inside = span.end;
            }
          }
        }),
        { numRuns: 1500 },
      );
    });

    it(`have prose as long as they are, and words for all of it: ${languageId}`, () => {
      fc.assert(
        fc.property(texts, (text) => {
          for (const { start, end, markup } of readBlocks(text, languageId)) {
            const prose = readProse(text.slice(start, end), markup);
            assert.equal(prose.text.length, end - start);
            let at = 0;
            for (const word of prose.words) {
              assert.match(prose.text.slice(at, word.start), BLANK);
              at = word.end;
            }
            assert.match(prose.text.slice(at), BLANK);
          }
        }),
        { numRuns: 700 },
      );
    });

    it(`are the same with either end of line: ${languageId}`, () => {
      const read = (text: string) =>
        readBlocks(text, languageId).map(({ start, end, zone, quoteDepth, markup }) => ({
          zone,
          quoteDepth,
          words: readProse(text.slice(start, end), markup).words.map((word) => word.text),
        }));
      fc.assert(
        fc.property(texts, (text) => {
          assert.deepEqual(read(text.replaceAll('\n', '\r\n')), read(text));
        }),
        { numRuns: 700 },
      );
    });
  }

  it('leave nothing of plain text out but rules and blanks', () => {
    const words = fc.array(fc.constantFrom('Ana', 'said', '“no”', '.', ' ', '\n', '>', '- x', 'QA:', '1. y'), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(words, (parts) => {
        const text = parts.join('');
        const blocks = readBlocks(text, 'plaintext');
        let at = 0;
        for (const { start, end } of [...blocks, { start: text.length, end: text.length }]) {
          assert.match(text.slice(at, start), /^[\s.>-]*$/);
          at = end;
        }
      }),
    );
  });
});

/** What shows nothing. */
const BLANK = /^[\s\u00ad]*$/;
