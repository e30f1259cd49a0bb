import assert from 'node:assert/strict';
import { createAnalyser } from '../src/core';

/** How often an analysis rests in each stage, by the stage that ends next. */
function rests(text: string, languageId = 'plaintext'): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  let rested = 0;
  const trace = (stage: string): void => {
    counts.set(stage, (counts.get(stage) ?? 0) + rested);
    rested = 0;
  };
  for (const run = createAnalyser({ trace }).steps(text, languageId); !run.next().done;) rested++;
  return counts;
}

const COPY = '“The 44 was late again,” Ana Ruiz said, and nobody at the depot would say why. ';

describe('an analysis in steps', () => {
  for (const [format, line] of [
    ['plaintext', `${COPY}\n\n`],
    ['markdown', `*${COPY.trim()}*\n\n`],
    ['markdown', `- ${COPY}\n`],
    ['html', `<p>${COPY}</p>\n`],
    ['markdown', `<div>${COPY}</div>\n`],
  ])
    it(`rests again and again while a long text is taken apart: ${format}, ${JSON.stringify(line.slice(0, 6))}`, () => {
      const text = line.repeat(1000);
      assert.ok((rests(text, format).get('blocks') ?? 0) > text.length / 20_000);
    });

  for (const stage of ['quotations', 'rule paragraphs'])
    it(`rests again and again over many paragraphs: ${stage}`, () => {
      const text = `${COPY}\n\n`.repeat(1500);
      assert.ok((rests(text).get(stage) ?? 0) > text.length / 20_000);
    });

  it('rests while a long paragraph is prepared', () => {
    const once = rests(COPY).get('paragraphs') ?? 0;
    assert.ok((rests(COPY.repeat(100)).get('paragraphs') ?? 0) > once + 2);
  });

  it('rests in each part of a paragraph without end while its speakers are found', () => {
    const text = 'Ana Ruiz said that the 44 was late and that nobody knew why. '.repeat(1000);
    assert.ok((rests(text).get('attribution') ?? 0) > text.length / 20_000);
  });
});
