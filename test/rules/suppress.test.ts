import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createAnalyser } from '../../src/core';

/** The words that are still reported, rule by rule. */
function findings(text: string, languageId = 'plaintext'): string[] {
  const { findings, analysis } = createAnalyser().update(`From the notebook\n\n${text}`, languageId);
  return findings.map(({ rule, start, end }) => `${rule}: ${analysis.article.text.slice(start, end)}`);
}

const SAID = 'passive-attribution: is said to';

describe('suppression', () => {
  it('leaves out the next line', () => {
    assert.deepEqual(findings('[attribution-ignore]\n\nThe inn is said to sink.\n\nThe mill is said to lean.'), [SAID]);
    assert.deepEqual(findings('[attribution-ignore-next-line]\nThe inn is said to sink.'), []);
  });

  it('leaves out this line', () => {
    assert.deepEqual(findings('The inn is said to sink. [attribution-ignore]\nThe mill is said to lean.'), [SAID]);
    assert.deepEqual(findings('The inn is said to sink. <!-- attribution-ignore-line -->', 'markdown'), []);
  });

  it('leaves out a block', () => {
    const block =
      '[attribution-ignore-start]\nThe inn is said to sink.\nThe mill is said to lean.\n[attribution-ignore-end]';
    assert.deepEqual(findings(`${block}\nThe quay is said to rot.`), [SAID]);
  });

  it('leaves out the rest where a block has no end', () => {
    assert.deepEqual(findings('The inn is said to sink.\n[attribution-ignore-start]\nThe mill is said to lean.'), [
      SAID,
    ]);
  });

  it('tells blocks apart by the rules they name', () => {
    const text = [
      '[attribution-ignore-start: passive-attribution]',
      '[attribution-ignore-start]',
      'The inn is said to sink.',
      '[attribution-ignore-end: passive-attribution]',
      'The mill is said to lean.',
      '[attribution-ignore-end]',
    ];
    assert.deepEqual(findings(text.join('\n')), []);
  });

  it('leaves out a file, wherever the comment stands', () => {
    assert.deepEqual(findings('The inn is said to sink.\n\n[attribution-ignore-file: passive-attribution]'), []);
  });

  it('leaves out the rules that are named, and only those', () => {
    assert.deepEqual(findings('[attribution-ignore: title-two-names]\nThe inn is said to sink.').at(-1), SAID);
    assert.deepEqual(
      findings('[attribution-ignore: title-two-names, passive-attribution]\nThe inn is said to sink.').length,
      1,
    );
  });

  it('reads a reason after a dash', () => {
    for (const dash of ['--', '–', '—'])
      assert.deepEqual(
        findings(`[attribution-ignore: passive-attribution ${dash} as agreed]\nThe inn is said to sink.`),
        [],
      );
    assert.deepEqual(findings('[attribution-ignore -- title-two-names]\nThe inn is said to sink.'), []);
  });

  it('counts lines with any line end', () => {
    assert.deepEqual(findings('[attribution-ignore]\r\n\r\nThe inn is said to sink.\r\nThe mill is said to lean.'), [
      SAID,
    ]);
  });

  it('takes a wrapped Markdown paragraph as one', () => {
    assert.deepEqual(
      findings('<!-- attribution-ignore -->\nThe inn stands by the sea and\nis said to sink.', 'markdown'),
      [],
    );
  });
});
