import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createAnalyser } from '../../src/core';
import { selectionAfter, together } from '../../src/editor/text/fixes';
import { ignoreHere, ignoreInFile } from '../../src/editor/text/ignore';
import type { Finding, Fix, TextEdit } from '../../src/rules/rule';

const insert = (at: number, text: string): TextEdit => ({ start: at, end: at, text });
const fix = (...edits: TextEdit[]): Fix => ({ title: 'Mend', edits });

describe('fixes made together', () => {
  it('are made in the order of the text', () => {
    assert.deepEqual(together([fix(insert(9, 'b')), fix(insert(2, 'a'))]), [insert(2, 'a'), insert(9, 'b')]);
  });

  it('leave out one that touches what another changes', () => {
    const first = { start: 4, end: 8, text: '' };
    assert.deepEqual(together([fix(first), fix(insert(6, 'x'), insert(20, 'y')), fix(insert(8, 'z'))]), [
      first,
      insert(8, 'z'),
    ]);
  });

  it('put nothing twice in one place', () => {
    assert.deepEqual(together([fix(insert(3, 'a')), fix(insert(3, 'a'))]), [insert(3, 'a')]);
  });
});

describe('the selection after a fix', () => {
  it('is where the first edit wants it', () => {
    assert.deepEqual(selectionAfter({ ...fix(insert(10, ' [who?]')), select: { start: 1, end: 7 } }), {
      start: 11,
      end: 17,
    });
  });

  it('moves by what other edits put before it', () => {
    const edits = [insert(10, 'X said'), { start: 2, end: 5, text: 'y' }, insert(30, 'z')];
    assert.deepEqual(selectionAfter({ ...fix(...edits), select: { start: 0, end: 1 } }), { start: 8, end: 9 });
  });
});

describe('ignoring', () => {
  /** The text after the edit that ignores what stands at the ¦. */
  function ignored(marked: string, languageId: string, how: typeof ignoreHere): string {
    const start = marked.indexOf('¦');
    const text = marked.replace('¦', '');
    const finding: Finding = { rule: 'a-rule', severity: 'warning', start, end: start + 1, message: '', related: [] };
    const edit = how(createAnalyser().update(text, languageId).analysis, finding);
    return text.slice(0, edit.start) + edit.text + text.slice(edit.end);
  }

  it('a place in plain text takes a line before it', () => {
    assert.equal(
      ignored('Day\n\nIt ¦is said.\n', 'plaintext', ignoreHere),
      'Day\n\n[attribution-ignore: a-rule]\nIt is said.\n',
    );
  });

  it('keeps the line ends of the file', () => {
    assert.equal(
      ignored('Day\r\n\r\nIt ¦is said.\r\n', 'plaintext', ignoreHere),
      'Day\r\n\r\n[attribution-ignore: a-rule]\r\nIt is said.\r\n',
    );
  });

  it('a Markdown paragraph takes a comment before it', () => {
    assert.equal(
      ignored('# Day\n\nIt ¦is said.\n', 'markdown', ignoreHere),
      '# Day\n\n<!-- attribution-ignore: a-rule -->\nIt is said.\n',
    );
  });

  it('a Markdown list stays a list', () => {
    assert.equal(
      ignored('# Day\n\n- one\n- it ¦is said.\n- three\n', 'markdown', ignoreHere),
      '# Day\n\n- one\n- it is said. <!-- attribution-ignore-line: a-rule -->\n- three\n',
    );
  });

  it('a file with TOML front matter keeps it at its top', () => {
    assert.equal(
      ignored('+++\nt = 1\n+++\n\nIt ¦is said.\n', 'markdown', ignoreInFile),
      '+++\nt = 1\n+++\n\n<!-- attribution-ignore-file: a-rule -->\n\nIt is said.\n',
    );
  });

  it('a rule in the middle of a Markdown file is no front matter', () => {
    assert.equal(
      ignored('It ¦is said.\n\n---\n\nSo it is.\n', 'markdown', ignoreInFile),
      '<!-- attribution-ignore-file: a-rule -->\n\nIt is said.\n\n---\n\nSo it is.\n',
    );
  });
});
