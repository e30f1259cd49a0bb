import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { sameParagraph } from '../../src/article/alignment';
import { readBlocksAgain, readBlocks } from '../../src/article/blocks';
import { readLines } from '../../src/article/plain';
import { nothingRead, readArticle } from '../../src/article/read';
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
    const { lines, starts } = toEnd(readLines('One line.\nTwo more lines.\nThree lines.\n', before));
    assert.equal(lines[0], before.lines[0]);
    assert.equal(lines[2], before.lines[2]);
    assert.equal(starts[2], before.starts[2] + 'more '.length);
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

const LONG =
  'The ferry to Skarn lay at the quay for nine days while the council looked for somebody to mend its one good engine.';
const LINES = [
  LONG,
  `${LONG} Nobody said why`,
  'Nobody said why',
  'A harbour without a ferry and without a plan for one',
  'MILLTON, Ohio (AP) - The ferry sailed at dawn on Tuesday with two cars and a goat.',
  'By Ada Lund',
  'Reporting by Ada Lund',
  `Reporting by ${LONG} ${LONG} ${LONG}`,
  '____',
  'Q: Who mended it?',
  'A: Nobody did.',
  '- a goat',
  '* * *',
  '[attribution-ignore]',
  'Photo: Ada Lund',
];
const WRAPPED = [
  'The ferry to Skarn lay at the quay for nine days while the',
  'council looked for somebody to mend its one good engine and',
  'nobody said why.',
  '',
];
/** The top of an article: with long lines, hard-wrapped, with little copy. */
const TOPS = [
  ['Ferry stuck', LONG, LONG, LONG],
  [...WRAPPED, ...WRAPPED, ...WRAPPED, ...WRAPPED],
  ['Ferry stuck', LONG],
];
const typed = fc.record({
  top: fc.constantFrom(...TOPS),
  lines: fc.array(fc.constantFrom(...LINES), { minLength: 3, maxLength: 8 }),
  changes: fc.array(
    fc.record({ at: fc.nat(), line: fc.constantFrom(...LINES), how: fc.constantFrom('', 'before', 'behind') }),
    { minLength: 1, maxLength: 5 },
  ),
});

/** Versions of a text in each of which one line is another than in the one before. */
function* versionsByLine(lines: string[], changes: readonly { at: number; line: string; how: string }[]) {
  for (const { at, line, how } of changes) {
    const i = at % lines.length;
    lines[i] = how === 'before' ? `${line} ${lines[i]}` : how === 'behind' ? `${lines[i]} ${line}` : line;
    yield lines.join('\n');
  }
}

describe('an article that is read again while somebody types', () => {
  it('has the paragraphs that it would have had in the first place, and knows which stand', () => {
    fc.assert(
      fc.property(typed, ({ top, lines, changes }) => {
        const all = [...top, ...lines];
        let before = toEnd(readArticle(all.join('\n'), 'plaintext', nothingRead()));
        for (const version of versionsByLine(all, changes)) {
          const now = toEnd(readArticle(version, 'plaintext', before.memory));
          assert.deepEqual(now.article, toEnd(readArticle(version, 'plaintext', nothingRead())).article);
          const [old, paragraphs] = [before.article.paragraphs, now.article.paragraphs];
          const { head, tail, offset } = now.alignment ?? { head: 0, tail: 0, offset: 0 };
          for (let i = 0; i < head; i++) assert.equal(paragraphs[i], old[i]);
          for (let i = 1; i <= tail; i++)
            assert.ok(sameParagraph(old[old.length - i], paragraphs[paragraphs.length - i], offset));
          before = now;
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('looks at the line alone that somebody types in', () => {
    const lines = ['Ferry stuck', LONG, LONG, LONG, LONG, LONG];
    const { memory, article } = toEnd(readArticle(lines.join('\n'), 'plaintext', nothingRead()));
    lines[4] = `${LONG} Nobody said why.`;
    const now = toEnd(readArticle(lines.join('\n'), 'plaintext', memory));
    assert.deepEqual(now.alignment, { head: 4, tail: 1, offset: 17, paragraphs: 0 });
    assert.equal(now.article.paragraphs[3], article.paragraphs[3]);
    assert.equal(now.article.paragraphs[5].prose, article.paragraphs[5].prose);
  });
});
