import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { STYLES } from '../../src/settings/presets';
import { analyserOptions, merge } from '../../src/settings/settings';
import type { Rule } from '../../src/rules/rule';

function rule(id: string, severity: Rule['severity'], whenOn?: Rule['whenOn']): Rule {
  return { id, severity, whenOn, description: id, check() {} };
}
const RULES = [
  rule('loaded-verb', 'hint'),
  rule('lead-no-source', 'off'),
  rule('single-anonymous-source', 'off', 'information'),
  rule('quote-unbalanced', 'warning'),
];

describe('settings', () => {
  it('leave every rule alone when nothing is set', () => {
    assert.deepEqual(analyserOptions({}, RULES).severities, {});
  });

  it('set a rule by hand over the style', () => {
    const severities = analyserOptions({ style: 'wire', rules: { 'loaded-verb': 'off' } }, RULES).severities;
    assert.equal(severities?.['loaded-verb'], 'off');
    assert.equal(severities?.['lead-no-source'], 'hint');
  });

  it('switch a rule back on with its own severity', () => {
    const severities = analyserOptions({ style: 'blog', rules: { 'loaded-verb': 'on' } }, RULES).severities;
    assert.equal(severities?.['loaded-verb'], 'hint');
  });

  it('wake a sleeping rule with the severity that it names', () => {
    const { severities } = analyserOptions({ rules: { 'single-anonymous-source': 'on' } }, RULES);
    assert.equal(severities?.['single-anonymous-source'], 'information');
  });

  it('in the strict style wake everything, one step graver', () => {
    assert.deepEqual(analyserOptions({ style: 'strict' }, RULES).severities, {
      'loaded-verb': 'information',
      'lead-no-source': 'information',
      'single-anonymous-source': 'warning',
      'quote-unbalanced': 'warning',
    });
  });

  it('expect single marks and claim quotes of a British paper', () => {
    const options = analyserOptions({ style: 'uk-newspaper' }, RULES);
    assert.equal(options.marks, 'single');
    assert.equal(options.claimQuoteHeadlines, false);
  });

  it('let the house overrule its style', () => {
    const options = analyserOptions({ style: 'uk-newspaper', quotationMarks: 'double', claimQuotes: false }, RULES);
    assert.equal(options.marks, 'double');
    assert.equal(options.claimQuoteHeadlines, true);
  });

  for (const style of STYLES)
    it(`name only severities that there are in ${style}`, () => {
      for (const severity of Object.values(analyserOptions({ style }, RULES).severities ?? {}))
        assert.match(severity, /^(error|warning|information|hint|off)$/);
    });

  it('grow their lists when merged, and replace single values', () => {
    const merged = merge({ cues: ['aver'], style: 'blog' }, { cues: ['aver', 'opine'], style: 'wire' });
    assert.deepEqual(merged.cues, ['aver', 'opine']);
    assert.equal(merged.style, 'wire');
  });
});
