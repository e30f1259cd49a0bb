import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Block } from '../../src/article/blocks';
import { LONGEST, splitLong } from '../../src/article/split';

const block = (text: string, start = 0, markup: Block['markup'] = []): Block => ({
  start,
  end: text.length,
  zone: 'body',
  markup,
  bodyStart: 0,
  quoteDepth: 0,
});
const SENTENCE = 'The ferry left at noon. ';

describe('a paragraph', () => {
  it('stays whole as long as copy ever is', () => {
    const blocks = [block(SENTENCE.repeat(800))];
    assert.equal(splitLong(SENTENCE.repeat(800), blocks), blocks);
  });

  it('is read in parts when it is a whole book, each ending with a sentence', () => {
    const text = SENTENCE.repeat(3000);
    const parts = splitLong(text, [block(text)]);
    assert.ok(parts.length >= text.length / LONGEST);
    for (const { start, end } of parts) assert.match(text.slice(start, end), /^The ferry[^]*noon\.$/);
  });

  it('is parted somewhere even where it has neither sentence nor space', () => {
    const text = '😀'.repeat(LONGEST);
    const parts = splitLong(text, [block(text)]);
    assert.equal(parts.map(({ start, end }) => text.slice(start, end)).join(''), text);
    for (const { start } of parts) assert.equal(text.codePointAt(start), 0x1f600, 'half a character');
  });

  it('keeps all of its words and its markup, wherever they are', () => {
    const pieces = fc.array(fc.constantFrom(SENTENCE.repeat(40), 'x'.repeat(3000), ' ', '“No,” '), { maxLength: 60 });
    const spans = fc.array(fc.tuple(fc.nat({ max: 60_000 }), fc.nat({ max: 9000 })), { maxLength: 6 });
    fc.assert(
      fc.property(pieces, spans, (parts, marks) => {
        const text = parts.join('').trimEnd();
        const markup: { start: number; end: number }[] = [];
        for (const [skip, length] of marks) {
          const start = (markup.at(-1)?.end ?? 0) + skip;
          if (length && start + length <= text.length) markup.push({ start, end: start + length });
        }
        const isMarkup = (spans: Block['markup'], offset: number) =>
          spans.some(({ start, end }) => start <= offset && offset < end);
        const split = splitLong(text, text ? [block(text, 0, markup)] : []);
        let at = 0;
        for (const part of split) {
          assert.equal(text.slice(at, part.start).trim(), '');
          assert.ok(part.end - part.start <= LONGEST);
          for (const { start, end } of part.markup) assert.ok(0 <= start && start < end, `${start}–${end}`);
          for (let offset = part.start; offset < part.end; offset += 97)
            assert.equal(isMarkup(part.markup, offset - part.start), isMarkup(markup, offset));
          at = part.end;
        }
        assert.equal(at, text.length);
      }),
      { numRuns: 60 },
    );
  });
});
