import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createAnalyser, type AnalyserResult } from '../src/core';
import { plainValues } from './plain-values';

/** What an article is made of here: enough of everything that one paragraph can mean for another. */
const SENTENCES = [
  '“We will sail at dawn,” Ada Brandwyke, the harbour master, said.',
  '"The pier is closed," said Brandwyke. "Nobody may land."',
  '“It is a disgrace,” she told Reuters, “and you know it.”',
  'Ferry union president Tomas Quennell said that the crew would not work on Sunday.',
  'He added: “We have waited',
  '“and we will not wait again.”',
  'Quennell called the offer "an insult".',
  'According to the Port Authority, 40 ships are waiting.',
  'The pier is believed to be unsafe, Interfax reported, citing the ministry.',
  'BRENNICK, June 4 (AFP) –',
  "Officials don't know what 'safe' means.",
  'It rained all day.',
  'By Ines Farrington',
  '## What happens next',
  '> We shall see, the minister wrote.',
  '- a **bold** [link](https://news.example/a "said") and `code`',
  '<p class="lead">"Never," she said.</p>',
  '<!-- note --> &ldquo;Perhaps,&rdquo; he said.',
  '---',
  '"Unfinished',
  '(Reporting by AFP)',
];
const PIECES = [
  '"',
  '“',
  '”',
  '’',
  "'",
  ' ',
  'a',
  'said',
  '.',
  '\n',
  '\n\n',
  '\r\n',
  '\t',
  '*',
  '>',
  '<',
  '#',
  '\u00e9',
  '😀',
  ' said Ada Brandwyke.',
];

const article = fc
  .array(fc.tuple(fc.constantFrom(...SENTENCES), fc.constantFrom(' ', ' ', '\n', '\n\n', '\r\n\r\n')), {
    maxLength: 18,
  })
  .map((parts) => parts.flat().join(''));

/** A change somewhere in the text: `at` and `end` as shares of its length. */
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.nat({ max: 60 }),
  inserted: fc.oneof(
    fc.constantFrom(...PIECES),
    fc.constantFrom(...PIECES),
    fc.constantFrom(...SENTENCES),
    fc.constant(''),
  ),
});
const language = fc.constantFrom('plaintext', 'markdown', 'html');

function changed(text: string, { at, removed, inserted }: { at: number; removed: number; inserted: string }): string {
  const from = Math.floor(at * text.length);
  return text.slice(0, from) + inserted + text.slice(from + removed);
}

/** Everything that a reader of the result can see. */
function visible({ analysis, findings }: AnalyserResult) {
  return { ...plainValues(analysis), findings };
}

describe('an analysis after an edit', function () {
  this.timeout(180_000);

  it('is the analysis of the text as it now stands, whatever was there before', () => {
    fc.assert(
      fc.property(language, article, fc.array(edit, { minLength: 1, maxLength: 6 }), (language, start, edits) => {
        const analyser = createAnalyser();
        let text = start;
        analyser.update(text, language);
        for (const each of edits) {
          text = changed(text, each);
          const fresh = createAnalyser().update(text, language);
          assert.deepEqual(visible(analyser.update(text, language)), visible(fresh));
        }
      }),
      { numRuns: 150, includeErrorInReport: true },
    );
  });

  it('is so in a long article, where most of it stands as it stood', () => {
    const long = fc
      .array(fc.tuple(fc.constantFrom(...SENTENCES), fc.constantFrom(' ', '\n\n', '\n\n', '\n\n')), {
        minLength: 60,
        maxLength: 90,
      })
      .map((parts) => parts.flat().join(''));
    fc.assert(
      fc.property(long, fc.array(edit, { minLength: 2, maxLength: 4 }), (start, edits) => {
        const analyser = createAnalyser();
        let text = start;
        analyser.update(text);
        for (const each of edits) {
          text = changed(text, each);
          assert.deepEqual(visible(analyser.update(text)), visible(createAnalyser().update(text)));
        }
      }),
      { numRuns: 25, includeErrorInReport: true },
    );
  });

  it('does not mind that the document was read as another language before', () => {
    fc.assert(
      fc.property(article, language, language, (text, before, after) => {
        const analyser = createAnalyser();
        analyser.update(text, before);
        assert.deepEqual(visible(analyser.update(text, after)), visible(createAnalyser().update(text, after)));
      }),
      { numRuns: 40, includeErrorInReport: true },
    );
  });

  it('does not mind that a tag shows nothing in the language that the document was read as before', () => {
    const text = 'A woman wrote <q>We shall see</q> on the wall, said Ada Brandwyke.';
    const analyser = createAnalyser();
    for (const language of ['html', 'markdown', 'html'])
      assert.deepEqual(visible(analyser.update(text, language)), visible(createAnalyser().update(text, language)));
  });

  it('says again of a fragment in the headline whether anybody said it, however far below that is', () => {
    const between = 'The ferry sailed at dawn with two cars and a goat, and nobody said why.\n\n'.repeat(20);
    const said = `Anger over “a very bad joke” of a plan\n\n${between}Tomas Quennell said it was “a very bad joke”.\n`;
    const unsaid = said.replace('very bad joke”.', 'fine plan”.');
    const analyser = createAnalyser();
    for (const [text, kind] of [
      [said, 'partial'],
      [unsaid, 'scare'],
      [said, 'partial'],
    ]) {
      const result = analyser.update(text);
      assert.equal(result.analysis.quotations[0].kind, kind);
      assert.deepEqual(visible(result), visible(createAnalyser().update(text)));
    }
  });

  it('does not mind that an analysis was dropped half-way', () => {
    fc.assert(
      fc.property(language, article, edit, fc.nat({ max: 30 }), (language, start, change, steps) => {
        const analyser = createAnalyser();
        const dropped = analyser.steps(start, language);
        for (let step = 0; step < steps && !dropped.next().done; step++);
        const text = changed(start, change);
        assert.deepEqual(visible(analyser.update(text, language)), visible(createAnalyser().update(text, language)));
      }),
      { numRuns: 60, includeErrorInReport: true },
    );
  });

  it('does not change the analysis before it', () => {
    fc.assert(
      fc.property(language, article, edit, (language, text, change) => {
        const analyser = createAnalyser();
        const before = analyser.update(text, language);
        const seen = structuredClone(visible(before));
        analyser.update(changed(text, change), language);
        assert.deepEqual(structuredClone(visible(before)), seen);
      }),
      { numRuns: 40, includeErrorInReport: true },
    );
  });

  it('leaves the analysis before it what it is, even where nobody had asked it', () => {
    fc.assert(
      fc.property(language, article, edit, edit, (language, start, first, second) => {
        const analyser = createAnalyser();
        analyser.update(start, language);
        const text = changed(start, first);
        const before = analyser.update(text, language);
        analyser.update(changed(text, second), language);
        assert.deepEqual(visible(before), visible(createAnalyser().update(text, language)));
      }),
      { numRuns: 60, includeErrorInReport: true },
    );
  });

  it('keeps what a paragraph says by itself', () => {
    const analyser = createAnalyser();
    const paragraphs = SENTENCES.slice(0, 8);
    const before = analyser.update(paragraphs.join('\n\n')).analysis.article.paragraphs;
    const after = analyser.update(['New.', ...paragraphs].join('\n\n')).analysis.article.paragraphs;
    assert.deepEqual(
      after.slice(1).map(({ prose }) => before.findIndex((paragraph) => paragraph.prose === prose)),
      before.map((_, i) => i),
    );
  });

  it('takes nothing over from an article that was let go', () => {
    const analyser = createAnalyser();
    const text = SENTENCES.slice(0, 8).join('\n\n');
    const before = analyser.update(text);
    analyser.forget();
    const after = analyser.update(text);
    assert.deepEqual(plainValues(after.analysis), plainValues(before.analysis));
    assert.notEqual(after.analysis.article.paragraphs[0], before.analysis.article.paragraphs[0]);
  });

  it('takes up what a dropped analysis had read', () => {
    const analyser = createAnalyser();
    const text = SENTENCES.slice(0, 8).join('\n\n');
    const dropped = analyser.steps(text);
    for (let step = 0; step < 4; step++) dropped.next();
    let steps = 1;
    for (const run = analyser.steps(text); !run.next().done;) steps++;
    let fresh = 1;
    for (const run = createAnalyser().steps(text); !run.next().done;) fresh++;
    assert.equal(fresh - steps, 4);
  });
});
