import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { joinParts } from '../../src/quotations/find';
import { articleOf, quotationsOf, texts } from './articles';

describe('quotations over paragraphs', () => {
  for (const [open, close] of ['""', '“”', '‘’', '«»'])
    it(`each paragraph opened, the last closed: ${open} ${close}`, () => {
      const article = articleOf(
        `Judge Ada Roy told him: ${open}You were trusted by the whole street.`,
        `${open}You kept the keys and the books.`,
        `${open}You sold both.${close} He wept.`,
      );
      assert.deepEqual(texts(article), [
        [
          `${open}You were trusted by the whole street.`,
          `${open}You kept the keys and the books.`,
          `${open}You sold both.${close}`,
        ],
      ]);
      const [quotation] = quotationsOf(article);
      assert.deepEqual([quotation.kind, quotation.closed, quotation.paragraphs], ['speech', true, [0, 1, 2]]);
    });

  it('not opened again, but closed', () => {
    const article = articleOf('Roy said: "You kept the keys and the books.', 'You sold both, to a man in a van."');
    assert.deepEqual(texts(article), [['"You kept the keys and the books.', 'You sold both, to a man in a van."']]);
  });

  it('never closed', () => {
    const [quotation] = quotationsOf(articleOf('Roy said: “You kept the keys.', 'He wept.'));
    assert.deepEqual([quotation.spans.length, quotation.closed], [1, false]);
  });

  it('with a photograph between', () => {
    const article = articleOf(
      'Roy said: “You kept the keys.',
      { text: 'Ada Roy in court', zone: 'caption' },
      '“And sold them.”',
    );
    assert.deepEqual(texts(article), [['“You kept the keys.', '“And sold them.”']]);
  });

  it('not where a mark was forgotten and the narrator goes on', () => {
    const article = articleOf('"You kept the keys, Ada Roy said.', '"I did not," he said.');
    assert.equal(quotationsOf(article).length, 2);
  });

  it('not where the next paragraph begins with the narrator', () => {
    const article = articleOf('Roy said: “You kept the keys.', 'He said “I did not” and wept.');
    assert.equal(quotationsOf(article).length, 2);
  });
});

describe('block quotes', () => {
  it('are quotations where a verb of speech and a colon bring them in', () => {
    const article = articleOf('So I asked the board. The chair went on to say:', {
      text: 'The lift is old. So are we.',
      zone: 'block-quote',
      depth: 1,
    });
    assert.deepEqual(texts(article), [['The lift is old. So are we.']]);
    assert.deepEqual([quotationsOf(article)[0].style, quotationsOf(article)[0].kind], ['none', 'speech']);
  });

  it('are quotations where a dash signs them, without the line with the dash', () => {
    const article = articleOf(
      'Then:',
      { text: 'The lift is old.', zone: 'block-quote', depth: 1 },
      { text: '— Wanda Pryce, chair', zone: 'block-quote', depth: 1 },
    );
    assert.deepEqual(texts(article), [['The lift is old.']]);
    const oneParagraph = articleOf('Then:', {
      text: 'The lift is old.\n— Wanda Pryce, chair',
      zone: 'block-quote',
      depth: 1,
    });
    assert.deepEqual(texts(oneParagraph), [['The lift is old.']]);
  });

  it('are no quotations where nobody is said to speak', () => {
    assert.deepEqual(
      texts(articleOf('The rules are few.', { text: 'Mind the gap.', zone: 'block-quote', depth: 1 })),
      [],
    );
  });

  it('with marks of their own are read by their marks', () => {
    const article = articleOf(
      'Then:',
      { text: '"The lift is old."', zone: 'block-quote', depth: 1 },
      { text: '— Wanda Pryce', zone: 'block-quote', depth: 1 },
    );
    assert.deepEqual(texts(article), [['"The lift is old."']]);
  });

  it('hold the quotations inside them', () => {
    const article = articleOf('Pryce wrote:', {
      text: 'They told me "never" and I left.',
      zone: 'block-quote',
      depth: 1,
    });
    assert.deepEqual(texts(article), [['They told me "never" and I left.']]);
  });
});

describe('what is not copy', () => {
  for (const zone of ['front-matter', 'code', 'comment'] as const)
    it(`${zone} holds no quotations`, () => {
      assert.deepEqual(texts(articleOf({ text: 'title: "The lift is out"', zone }, 'The lift is out.')), []);
    });
});

describe('parts around a cue', () => {
  it('become one quotation where the caller says so', () => {
    const article = articleOf('"The lift," Pryce said, "is out." "So am I," said Dunmore.');
    const joined = joinParts(quotationsOf(article), (first, second) =>
      article.text.slice(first.spans[0].end, second.spans[0].start).endsWith('said, '),
    );
    assert.deepEqual(
      joined.map(({ spans, wordCount }) => [spans.length, wordCount]),
      [
        [2, 4],
        [1, 3],
      ],
    );
  });
});

describe('quotations, whatever the article', () => {
  const paragraph = fc
    .array(fc.constantFrom('"', '“', '”', "'", ' ', 'Poe said', 'we', '. ', ', ', '27'), {
      minLength: 1,
      maxLength: 14,
    })
    .map((parts) => parts.join('') || 'x');

  it('are in order, apart, and inside their paragraphs', () => {
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 6 }), (pieces) => {
        const article = articleOf(...pieces);
        let from = 0;
        for (const { spans, paragraphs } of quotationsOf(article))
          spans.forEach(({ start, end }, i) => {
            const home = article.paragraphs[paragraphs[i]];
            assert.ok(home.start <= start && start < end && end <= home.end);
            assert.ok(from <= start);
            from = end;
          });
      }),
    );
  });

  it('stay the same when a plain paragraph is put at the end', () => {
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 5 }), (pieces) => {
        assert.deepEqual(texts(articleOf(...pieces, 'The lift is out.')), texts(articleOf(...pieces)));
      }),
    );
  });
});
