import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { RANGES, widenAll } from '../scripts/letters.cjs';

const src = path.join(__dirname, '../src');
const sources = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => /\.ts$/.test(file));

describe('letters and digits as the bundles spell them', () => {
  it('are those of Unicode in Latin, Greek and Cyrillic', () => {
    for (const name of ['L', 'N'] as const) {
      const [exact, ranges] = [new RegExp(`\\p{${name}}`, 'u'), new RegExp(`[${RANGES[name]}]`, 'u')];
      for (let code = 0; code < 0x530; code++) {
        const letter = String.fromCodePoint(code);
        const modifier = code > 0x2c1 && code < 0x370;
        if (!modifier) assert.equal(ranges.test(letter), exact.test(letter), `${name} U+${code.toString(16)}`);
      }
    }
  });

  it('take in the letters of other scripts', () => {
    for (const letter of 'שلहไ한か汉ﬁａ') assert.match(letter, new RegExp(`[${RANGES.L}]`, 'u'));
    for (const other of '“”‘’—…«»。、！\u00a0\u2028€')
      assert.doesNotMatch(other, new RegExp(`[${RANGES.L}${RANGES.N}]`, 'u'));
  });

  it('stand in patterns, in strings and in templates, within a class and by themselves', () => {
    const { L } = RANGES;
    const twice = L.replaceAll('\\', '\\\\');
    assert.equal(widenAll('const a = [/\\p{L}x[^\\p{L}]/u];', 'a.ts'), `const a = [/[${L}]x[^${L}]/u];`);
    assert.equal(widenAll("const a = '\\\\p{L}[\\\\]\\\\p{L}]';", 'a.ts'), `const a = '[${twice}][\\\\]${twice}]';`);
    assert.equal(widenAll('`\\\\p{L}${b}(?![\\\\p{L}])`', 'a.ts'), `\`[${twice}]\${b}(?![${twice}])\``);
    assert.equal(widenAll('// \\p{L}', 'a.ts'), '// \\p{L}');
  });

  it('are spelt so everywhere', () => {
    for (const file of sources) {
      const text = widenAll(readFileSync(path.join(src, file), 'utf8'), file);
      assert.doesNotMatch(text.replace(/\/\/.*$|\/\*[^]*?\*\//gm, ''), /\\p\{[LN]\}/, file);
    }
  });
});
