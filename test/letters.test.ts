import assert from 'node:assert/strict';
import { RANGES, widen } from '../scripts/letters.cjs';

const class_ = (name: keyof typeof RANGES) => new RegExp(`[${RANGES[name]}]`, 'u');

describe('letters and digits as the bundles spell them', () => {
  it('are those of Unicode in Latin, Greek and Cyrillic', () => {
    for (const name of ['L', 'N'] as const) {
      const [exact, ranges] = [new RegExp(`\\p{${name}}`, 'u'), class_(name)];
      for (let code = 0; code < 0x530; code++) {
        const letter = String.fromCodePoint(code);
        const modifier = code > 0x2c1 && code < 0x370;
        if (!modifier) assert.equal(ranges.test(letter), exact.test(letter), `${name} U+${code.toString(16)}`);
      }
    }
  });

  it('take in the letters of other scripts', () => {
    for (const letter of 'שلहไ한か汉ﬁａ') assert.match(letter, class_('L'));
    for (const other of '“”‘’—…«»。、！\u00a0\u2028€')
      assert.doesNotMatch(other, new RegExp(`[${RANGES.L}${RANGES.N}]`, 'u'));
  });

  it('tell capitals from small letters in the alphabets of newspapers', () => {
    for (const word of ['Übung', 'Čapek', 'Łódź', 'Ồng', 'Ștefan', 'Ώρα', 'Ёлка', 'Ґрунт', 'Қала', 'Արև']) {
      assert.match(word, new RegExp(`^[${RANGES.Lu}]`, 'u'));
      assert.match(word, new RegExp(`^.[${RANGES.Ll}]+$`, 'u'));
      assert.match(word.toUpperCase(), new RegExp(`^[${RANGES.Lu}]+$`, 'u'));
    }
  });

  it('know the marks that stand above and below a letter', () => {
    assert.match('é'.normalize('NFD'), new RegExp(`^e[${RANGES.M}]$`, 'u'));
    assert.doesNotMatch('e', class_('M'));
  });

  it('stand within a class and by themselves', () => {
    assert.equal(widen('/\\p{L}x[^\\p{L}]/u'), `/[${RANGES.L}]x[^${RANGES.L}]/u`);
    assert.equal(widen('/\\P{Ll}[\\]\\p{N}]/u'), `/[^${RANGES.Ll}][\\]${RANGES.N}]/u`);
    assert.equal(widen("'\\\\p{M}[\\\\]]'", { escaped: true }), `'[${RANGES.M}][\\\\]]'`);
  });

  it('leave all else alone', () => {
    for (const text of ['/\\p{Lo}\\p{Cc}/u', '/[.].\\./u', '/p{L}/']) assert.equal(widen(text), text);
  });
});
