import assert from 'node:assert/strict';
import { GFM, parser } from '@lezer/markdown';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { escapeMarkdown, escapeTarget, toMarkdown, toPlainText } from '../../src/editor/text/markdown';

const gfm = parser.configure(GFM);

/** The kinds of nodes that a Markdown reader finds. */
function nodes(markdown: string): string[] {
  const found: string[] = [];
  gfm.parse(markdown).iterate({ enter: ({ name }) => void found.push(name) });
  return found;
}

/** What a Markdown reader would show of escaped text. */
const shown = (escaped: string): string => escaped.replace(/\\([!-/:-@[-`{-~])/g, '$1');

describe('article text in a hover', () => {
  const hostile = [
    '[click](command:workbench.action.quit)',
    '![x](https://example.org/x.png)',
    '<img src=x onerror=alert(1)>',
    '<https://example.org>',
    'https://example.org and www.example.org and someone@example.org',
    '# Headline',
    '1. first',
    '- item',
    '> quoted',
    '```js',
    '`code`',
    '| a | b |\n|---|---|',
    'Setext\n===',
    '&lt;b&gt; &#60;',
    '**bold** __bold__ ~~gone~~',
    '$(trash)',
    '    indented',
    'line  \nbreak\\\nbreak',
    'a \\[b\\](c)',
  ];
  for (const text of hostile)
    it(`stays text: ${JSON.stringify(text)}`, () => {
      for (const node of nodes(escapeMarkdown(text))) assert.match(node, /^(Document|Paragraph|Escape)$/);
    });

  it('stays text, whatever it is', () => {
    const piece = fc.oneof(fc.constantFrom(...hostile), fc.string(), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 4 }), (pieces) => {
        for (const node of nodes(escapeMarkdown(pieces.join('\n'))))
          assert.match(node, /^(Document|Paragraph|Escape)$/);
      }),
      { numRuns: 500 },
    );
  });

  it('is shown as it stands, with single spaces', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[!-~äé“” \n\t]*$/u), (text) => {
        assert.equal(shown(escapeMarkdown(text)), text.replace(/\s+/g, ' ').trim());
      }),
    );
  });

  it('cannot turn the direction of what it reads like', () => {
    assert.equal(escapeMarkdown('said \u202Edias\u202C on\u2066 Monday\u2069'), 'said dias on Monday');
  });

  it('never ends a link early', () => {
    const markdown = toMarkdown([{ runs: [{ text: 'line 9](x) [y', link: 'command:a.b?["file:///x(1).txt"]' }] }]);
    assert.deepEqual(
      nodes(markdown).filter((name) => name === 'Link' || name === 'URL' || name === 'Image'),
      ['Link', 'URL'],
    );
    assert.equal(escapeTarget('command:a?(b)<c> "d"'), 'command:a?%28b%29%3Cc%3E%20%22d%22');
  });
});

describe('lines of a hover', () => {
  it('stand one under the other, items as a list', () => {
    const lines = [
      { runs: [{ text: 'Ada Brandwyke', style: 'bold' as const }, { text: ', harbour master' }] },
      { runs: [{ text: 'said' }] },
      { runs: [{ text: 'line 9' }], item: true },
      { runs: [{ text: 'line 12' }], item: true },
      { runs: [{ text: 'That is all' }] },
    ];
    assert.equal(
      toMarkdown(lines),
      '**Ada Brandwyke**, harbour master'.replace(',', '\\,') + '  \nsaid\n\n- line 9\n- line 12\n\nThat is all',
    );
    assert.equal(toPlainText(lines), 'Ada Brandwyke, harbour master\nsaid\nline 9\nline 12\nThat is all');
  });

  it('keep their emphasis beside spaces', () => {
    const markdown = toMarkdown([
      { runs: [{ text: 'Probably ', style: 'italic' }, { text: '“Buzz” Lee', style: 'bold' }, { text: ': so' }] },
    ]);
    assert.deepEqual(
      nodes(markdown).filter((name) => name === 'Emphasis' || name === 'StrongEmphasis'),
      ['Emphasis', 'StrongEmphasis'],
    );
  });
});
