import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { readBlocksAgain, readBlocks } from '../../src/article/blocks';
import { readLines } from '../../src/article/plain';
import { toEnd } from '../../src/steps';

const PIECES: Readonly<Record<string, readonly string[]>> = {
  plaintext: [
    '\n',
    '\r\n',
    '\r',
    '\n\n',
    ' ',
    '\t',
    '- ',
    '> ',
    '* * *',
    '\u2028',
    'Q: ',
    'RUIZ: ',
    '[attribution-ignore]',
  ],
  markdown: [
    '\n',
    '\n\n',
    '# ',
    '> ',
    '- ',
    '1. ',
    '```\n',
    '*',
    '**',
    '[',
    '](x)',
    '![a](b)',
    '<div>',
    '|',
    '\n---\n',
    '[^1]: ',
    '    ',
  ],
  html: [
    '<p>',
    '</p>',
    '<b>',
    '</b>',
    '<h1>',
    '</h1>',
    '<!--',
    '-->',
    '<script>',
    '</script>',
    '&amp;',
    '&',
    '<q>',
    '\n',
    '<li>',
  ],
};
const COPY = ['The ferry sailed at dawn. ', 'Nobody said why', '“We waited,” Ada Lund said. ', 'MILLTON, Ohio (AP) - '];

const cases = fc.constantFrom(...Object.keys(PIECES)).chain((languageId) => {
  const piece = fc.constantFrom(...PIECES[languageId], ...COPY);
  const change = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    removed: fc.nat({ max: 20 }),
    inserted: fc.oneof(piece, fc.constant('')),
  });
  return fc.record({
    languageId: fc.constant(languageId),
    text: fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
    changes: fc.array(change, { minLength: 1, maxLength: 5 }),
  });
});

function* versions(text: string, changes: readonly { at: number; removed: number; inserted: string }[]) {
  for (const { at, removed, inserted } of changes) {
    const from = Math.floor(at * text.length);
    text = text.slice(0, from) + inserted + text.slice(from + removed);
    yield text;
  }
}

describe('a text that is read again after an edit', () => {
  it('has the paragraphs that it would have had in the first place', () => {
    fc.assert(
      fc.property(cases, ({ languageId, text, changes }) => {
        let read = readBlocksAgain(text, languageId);
        for (const version of versions(text, changes)) {
          read = readBlocksAgain(version, languageId, read);
          assert.deepEqual(read.blocks, readBlocks(version, languageId));
        }
      }),
      { numRuns: 600 },
    );
  });

  it('keeps the lines above an edit, and what the lines below it say by themselves', () => {
    const before = toEnd(readLines('One line.\nTwo lines.\nThree lines.\n'));
    const { lines } = toEnd(readLines('One line.\nTwo more lines.\nThree lines.\n', before));
    assert.equal(lines[0], before.lines[0]);
    assert.equal(lines[2].own, before.lines[2].own);
    assert.equal(lines[2].start, before.lines[2].start + 'more '.length);
  });

  it('has copy where the indent was cut that made it code', () => {
    const code = readBlocksAgain('\tThe ferry sailed at dawn.\n\nNobody said why.\n', 'markdown');
    const text = 'The ferry sailed at dawn.\n\nNobody said why.\n';
    assert.deepEqual(readBlocksAgain(text, 'markdown', code).blocks, readBlocks(text, 'markdown'));
  });

  it('has a quotation that goes on where a table below it is none any more', () => {
    const copy = 'The ferry sailed at dawn. '.repeat(8);
    const table = readBlocksAgain(`${copy}\n\n> We waited\n|a|b|\n|-|-|\n`, 'markdown');
    const text = `${copy}\n\n> We waited\n|a|b|\n\n|-|-|\n`;
    assert.deepEqual(readBlocksAgain(text, 'markdown', table).blocks, readBlocks(text, 'markdown'));
  });

  it('keeps nothing of a text that was read as another language', () => {
    const text = '# Ferry stuck\n\n<p>Nobody said why.</p>\n';
    const read = readBlocksAgain(text, 'markdown');
    assert.deepEqual(readBlocksAgain(text, 'html', read).blocks, readBlocks(text, 'html'));
  });
});
