import assert from 'node:assert/strict';
import { it } from 'mocha';
import { createAnalyser, type AnalyserOptions } from '../../src/core';

const MARK = /⟦([^|⟧]+)(?:\|([^|⟧]+))?(?:\|([^⟧]+))?⟧/g;

/** `⟦TASS|citation⟧` or `⟦PA|credit|PA Media⟧`: the words, the use, and the agency's name where it differs. */
export function readMarked(marked: string): { text: string; expected: string[] } {
  const expected: string[] = [];
  const text = marked.replace(MARK, (_, words: string, use = 'citation', name?: string) => {
    expected.push(show(words, use, name));
    return words;
  });
  return { text, expected };
}

const show = (words: string, use: string, name?: string) => `${words} · ${use}${name ? ` · ${name}` : ''}`;

/** A test for each text: the agencies that it marks are found, as used there, and no others. */
export function agencies(texts: readonly string[], options: AnalyserOptions & { languageId?: string } = {}): void {
  for (const marked of texts) {
    const { text, expected } = readMarked(marked);
    it(text.replace(/\s+/g, ' ').slice(0, 90), () => {
      const { analysis } = createAnalyser(options).update(text, options.languageId);
      const found = analysis.agencies.map(({ start, end, use, agency }, i) =>
        show(text.slice(start, end), use, expected[i]?.split(' · ')[2] ? agency.name : undefined),
      );
      assert.deepEqual(found, expected);
    });
  }
}
