import assert from 'node:assert/strict';
import { commentsOf } from '../../src/article/comments';
import { createAnalyser } from '../../src/core';

function comments(text: string, languageId: string): string[] {
  return commentsOf(createAnalyser().update(text, languageId).analysis.article).map((comment) => {
    assert.ok(text.slice(comment.start, comment.end).includes(comment.text));
    return comment.text;
  });
}

describe('comments', () => {
  it('stand between paragraphs and in them', () => {
    assert.deepEqual(comments('<!-- one -->\n\nIt was <!--two--> late.\n\n<p><!-- three\nlines --></p>', 'markdown'), [
      'one',
      'two',
      'three\nlines',
    ]);
    assert.deepEqual(comments('<p>It was<!-- one --> late.</p><!-- two -->', 'html'), ['one', 'two']);
  });

  it('are none in code', () => {
    const text = '```\n<!-- one -->\n```\n\nWrite `<!-- two -->` so.\n\n    <!-- three -->\n\n<!-- four -->';
    assert.deepEqual(comments(text, 'markdown'), ['four']);
  });

  it('are lines, or ends of lines, between brackets in plain text', () => {
    const text =
      'It was late. [attribution-ignore]\r\n\r\n[attribution-ignore: one-word-quote]\r\n[attribution] [attribution-ignore] not';
    assert.deepEqual(comments(text, 'plaintext'), ['attribution-ignore', 'attribution-ignore: one-word-quote']);
    assert.deepEqual(comments('It was. <!-- one -->', 'plaintext'), []);
  });
});
