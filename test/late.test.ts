import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { late } from '../scripts/late.cjs';

const src = path.join(__dirname, '../src');

describe('what few readings need', () => {
  it('is asked for in the bundles where it is used', () => {
    assert.equal(
      late("import { htmlParser as parser } from './parsers';\nconst read = (text) => parser.parse(text);", 'a.ts'),
      "let $late;\nconst read = (text) => ($late??=require('./parsers')).htmlParser.parse(text);",
    );
  });

  it('is imported no other way', () => {
    const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => /\.ts$/.test(name));
    for (const file of files.filter((name) => path.basename(name) !== 'parsers.ts')) {
      const imports = late(readFileSync(path.join(src, file), 'utf8'), file).match(/^import .*;$/gm) ?? [];
      for (const line of imports) assert.doesNotMatch(line, /^import (?!type ).*(?:@lezer\/|\/parsers')/, file);
    }
  });
});
