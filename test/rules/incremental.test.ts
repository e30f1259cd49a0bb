import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { createAnalyser, rules } from '../../src/core';

/** What the rules that compare one place of an article with another look for. */
const PARAGRAPHS = [
  'Mayor Ana Ruiz opened the bridge, aides said.',
  'Alton Mayor Tom Poe closed the bridge again.',
  'The mayor, Anna Ruiz, would not say why.',
  'Spokeswoman Ida Holt said the port was shut.',
  'Mr Holt added that the spokesman would call back. The spokesman did not.',
  'His wife, Mrs Holt, told the court so.',
  '“We shall never close the old bridge to the people of this town,” Brandwyke said.',
  'We shall never close the old bridge to the people of this town, it turned out.',
  '“We will never close the old bridge to people of this town,” said Brandwyke.',
  'Ada Brandwyke is the harbour master. Her brother, Ned Brandwike, sails.',
  'The minister said no. A police chief agreed, the superintendent said.',
  'The minister, Jorge Amil, said yes.',
  'Sources said the talks had failed. The source added nothing.',
  'Two sources close to the talks said so. Insiders said as much.',
  'Reuters reported the fire, citing AFP. Agence France-Presse reported it too.',
  'TASS and Tass said it fell; Itar-Tass had no word.',
  '“So it begins, and nobody here can stop it now.',
  '“And so it ends, and nobody here has stopped it.”',
  '"It said so”, “he said.',
  '“Nobody has told us what is to become of the ferry.”',
  '“Nobody has told us,” the board states.',
  'She said: “I do not know her.” Ana Ruiz and Ida Holt stood by. “It is over,” she said.',
  '[attribution-ignore vague-source]',
  '[attribution-ignore-start]',
  '[attribution-ignore-end]',
  'Critics say the plan is flawed. It is believed to be lost.',
  'The police came. Prosecutors had been told.',
  'He is accused of fraud, and faces allegations of theft.',
  'Some say it is lost.',
  'Ida Holt, an engineer, said it was not.',
  '“I never saw it,” Drax said.',
  'The sailor Drax, of Alton, slept.',
  'What they think',
  'Poe sent a letter to the board.',
  'Clearly the plan is unprecedented. Studies show that it fails.',
  'London said no. An aide called him a coward. He spoke on condition of anonymity.',
  'Poe “insisted” [sic] that it was (he meant the boat) “gone”. “Never!” he grinned.',
  'BRENNICK, June 4 (AFP) – The ferry sank.',
  '(Reporting by Reuters)',
];
const HEADLINES = [
  'Ann Ruiz opens “old bridge”, mayor says',
  'Mayor Tim Poe: “never close the old bridge”',
  'A quiet week in the harbour',
];
const LETTERS = ['x', ' ', '.', 's', '"', '”', '\n', '\n\n', ' Ruiz', ' said', ', Poe said.', '[', ']', 'The '];

const article = fc
  .tuple(fc.constantFrom(...HEADLINES), fc.array(fc.constantFrom(...PARAGRAPHS), { minLength: 4, maxLength: 40 }))
  .map(([headline, paragraphs]) => `${headline}\n\nBy Ines Farrington\n\n${paragraphs.join('\n\n')}\n`);
/** A change at a share of the text's length. */
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.oneof(fc.constant(0), fc.constant(0), fc.nat({ max: 3 }), fc.nat({ max: 200 })),
  inserted: fc.oneof(
    fc.constantFrom(...LETTERS),
    fc.constantFrom(...LETTERS),
    fc.constantFrom(...PARAGRAPHS).map((paragraph) => `\n\n${paragraph}\n\n`),
  ),
});

const severities = Object.fromEntries(rules.map(({ id, severity, whenOn }) => [id, whenOn ?? severity]));

describe('the findings after an edit', function () {
  this.timeout(180_000);

  it('are those of the text as it now stands, every rule switched on', () => {
    fc.assert(
      fc.property(article, fc.array(edit, { minLength: 1, maxLength: 8 }), (start, edits) => {
        const analyser = createAnalyser({ severities });
        let text = start;
        analyser.update(text);
        for (const { at, removed, inserted } of edits) {
          const from = Math.floor(at * text.length);
          text = text.slice(0, from) + inserted + text.slice(from + removed);
          assert.deepEqual(analyser.update(text).findings, createAnalyser({ severities }).update(text).findings);
        }
      }),
      { numRuns: 150, includeErrorInReport: true },
    );
  });

  it('are so where letters are typed one after the other', () => {
    fc.assert(
      fc.property(article, fc.double({ min: 0, max: 0.99, noNaN: true }), (start, share) => {
        const analyser = createAnalyser({ severities });
        analyser.update(start);
        const at = Math.floor(share * start.length);
        const typed = 'Mayor Ann Ruiz said.';
        for (let length = 1; length <= typed.length; length++) {
          const text = start.slice(0, at) + typed.slice(0, length) + start.slice(at);
          assert.deepEqual(analyser.update(text).findings, createAnalyser({ severities }).update(text).findings);
        }
      }),
      { numRuns: 25, includeErrorInReport: true },
    );
  });

  it('are so where the text is another one, or another language, and where a check was dropped half-way', () => {
    const language = fc.constantFrom('plaintext', 'markdown', 'html');
    const version = fc.record({ text: article, edits: fc.array(edit, { maxLength: 2 }), language, steps: fc.nat(400) });
    fc.assert(
      fc.property(article, fc.array(version, { minLength: 1, maxLength: 4 }), (start, versions) => {
        const analyser = createAnalyser({ severities });
        analyser.update(start);
        for (const { text: other, edits, language, steps } of versions) {
          let text = other;
          for (const { at, removed, inserted } of edits) {
            const from = Math.floor(at * text.length);
            text = text.slice(0, from) + inserted + text.slice(from + removed);
            const dropped = analyser.steps(text, language);
            for (let step = 0; step < steps && !dropped.next().done; step++);
          }
          const { findings } = createAnalyser({ severities }).update(text, language);
          assert.deepEqual(analyser.update(text, language).findings, findings);
        }
      }),
      { numRuns: 60, includeErrorInReport: true },
    );
  });

  it('are so wherever an analysis of the same text was dropped', () => {
    const body = 'The crowd cheered as Anna Ruis cut the ribbon beside the ruiz mill on a long cold day.';
    const [one, other] = [body, body.replace('ruiz', 'old')].map(
      (text) => `Mayor Ann Ruiz opens the bridge\n\n${text}\n`,
    );
    const { findings } = createAnalyser({ severities }).update(other);
    assert.notDeepEqual(findings, createAnalyser({ severities }).update(one).findings);
    for (let steps = 1, done = false; !done; steps++) {
      const analyser = createAnalyser({ severities });
      analyser.update(one);
      const dropped = analyser.steps(other);
      for (let step = 0; step < steps && !done; step++) done = dropped.next().done ?? false;
      assert.deepEqual(analyser.update(other).findings, findings);
    }
  });

  it('see words that stand in so many quotations that they say nothing, and then in one fewer', () => {
    const ferries = Array.from(
      { length: 24 },
      (_, i) => `“Ferry ${i} to the island will never sail again in the eyes of voters,” Poe said.`,
    );
    const article = (those: readonly string[]): string =>
      [
        ...those,
        '“Most schools must wait in the eyes of voters,” Ana Ruiz said.',
        'Most schoolz must wate in the eyes of voters.',
      ].join('\n\n');
    const [many, fewer] = [article(ferries), article(ferries.with(5, 'It rained.'))];
    const isRepeated = ({ rule }: { readonly rule: string }): boolean => rule === 'quote-repeated-unquoted';
    const analyser = createAnalyser({ severities });
    assert.equal(analyser.update(many).findings.some(isRepeated), false);
    assert.equal(analyser.update(fewer).findings.some(isRepeated), true);
    assert.equal(analyser.update(many).findings.some(isRepeated), false);
  });

  /** A paragraph, the rule that speaks of it, and what is written instead of some words of a neighbour. */
  const NEIGHBOURS: readonly (readonly [rule: string, text: string, words: string, instead: string])[] = [
    ['allegation-no-source', 'The police came.\n\nHe is accused of fraud.', 'police', 'others'],
    ['vague-source', 'Some say it is lost.\n\nIda Holt said it was not.', 'Ida Holt said', 'It turned out'],
    ['quote-no-attribution', 'A long letter came to the board.\n\n“It will not be so, not ever.”', 'letter', 'ship'],
    ['speaker-never-identified', '“It is so,” Tolk said.\n\nIt seems Tolk slept, and he sang.', 'he', 'it'],
    ['quote-unbalanced', '“It is so, and it was.\n\n“It will be so.”', '“It will be so.”', 'It will be so.'],
    ['anonymous-bare', 'Sources close to the talks agreed.\n\nInsiders said no.', 'close to the talks', ''],
    ['title-two-names', 'The Alton mayor, Ana Ruiz, came.\n\nThe Alton mayor, Tom Poe, left.', 'Ruiz', 'Poe'],
    ['name-variant', 'Ada Brandwyke came.\n\nAda Brandwike said so.', 'wyke', 'wike'],
    ['role-only-source', 'The mayor said no.\n\nThen Mayor Ana Ruiz came.', 'Mayor', 'there'],
  ];
  for (const [rule, text, words, instead] of NEIGHBOURS)
    it(`see what stands beside: ${rule}, “${words}” or “${instead}”`, () => {
      const rain = 'It rained all day.\n\n'.repeat(12);
      const [one, other] = [text, text.replace(words, instead)].map((article) => `${rain}${article}\n\n${rain}`);
      const findingsOf = (article: string) => createAnalyser({ severities }).update(article).findings;
      const of = (findings: ReturnType<typeof findingsOf>) =>
        findings.filter((finding) => finding.rule === rule).map(({ message, severity }) => `${severity} ${message}`);
      assert.notDeepEqual(of(findingsOf(one)), of(findingsOf(other)), 'the words make no difference');
      const analyser = createAnalyser({ severities });
      for (const article of [one, other, one]) assert.deepEqual(analyser.update(article).findings, findingsOf(article));
    });
});
