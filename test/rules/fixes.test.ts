import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { createAnalyser, rules } from '../../src/core';
import { apply } from './pages';

const severities = Object.fromEntries(
  rules.map((rule) => [rule.id, rule.severity === 'off' ? (rule.whenOn ?? 'hint') : rule.severity]),
);

/** Pieces of copy that make rules speak, in any order and with any neighbours. */
const PIECES = [
  'Harbour Master Jo Lind opened the pier.',
  'Harbour Master Per Dahl said no.',
  'Police spokesman Kim Day gave no details.',
  'Police spokeswoman Kim Day gave some.',
  'The inn is said to sink.',
  'Holt allegedly rang it.',
  'Lund claimed the bill was paid.',
  '"It is only rain," Lund shrugged.',
  '“It is only rain,” sighs her boss.',
  'Several convoys were turned back.',
  'The stand gave way, killing 19.',
  'Margit Thorne takes off her shoes.',
  'Margrit Thorne will retire.',
  'Lee feels the tax is unfair.',
  '"We will not pay the levy."',
  '‘We paid for light. We got a leaflet.’',
  'Critics say the tax failed. 🙂',
  '[attribution-ignore: loaded-verb]',
  'sandvik-pier-file',
];
const GAPS = [' ', '\n\n', '\r\n\r\n', '\n', '\u00a0', '  '];

const copy = fc
  .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(...GAPS)), { minLength: 1, maxLength: 10 })
  .map((pieces) => pieces.flat().join(''));

describe('the fixes of all rules', () => {
  it('are edits inside the text that do not overlap, and each leaves other copy as it was', async () => {
    await fc.assert(
      fc.asyncProperty(copy, fc.constantFrom('plaintext', 'markdown'), async (text, languageId) => {
        const { analysis, findings } = createAnalyser({ severities }).update(text, languageId);
        for (const finding of findings) {
          assert.ok(finding.start >= 0 && finding.start < finding.end && finding.end <= text.length, finding.rule);
          const rule = rules.find(({ id }) => id === finding.rule);
          for (const { edits, title } of (await rule?.fixes?.(finding, analysis)) ?? []) {
            const after = apply(text, edits);
            assert.notEqual(after, text, `"${title}" changes nothing`);
            const spaces = (copy: string) => copy.match(/\S {2,}\S/g)?.length ?? 0;
            assert.ok(spaces(after) <= spaces(text), `"${title}" leaves a double space: ${JSON.stringify(after)}`);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
