import assert from 'node:assert/strict';
import { sceneOf } from '../../src/attribution/scene';
import { createAnalyser } from '../../src/core';

/** The quotations of `copy` after parts were joined, each as its spans' texts. */
function unitsOf(copy: string): string[][] {
  const { article } = createAnalyser().update(copy).analysis;
  return sceneOf(article).quotations.map(({ spans }) => spans.map(({ start, end }) => copy.slice(start, end)));
}

describe('two parts of one sentence', () => {
  for (const copy of [
    '“The pier,” Ada Brandwyke said, “is closed.”',
    '“The pier,” said Ada Brandwyke, “is closed.”',
    '"The pier," Ada Brandwyke said, "is closed."',
    '“The pier –” Ada Brandwyke said, “is closed.”',
    '“The pier”, Ada Brandwyke said, “is closed.”',
    '“If the pier falls,” Ada Brandwyke, the harbour master, said, “we all fall.”',
    '“Who closed it?” asked Ada Brandwyke, “and when?”',
  ])
    it(`are one quotation: ${copy}`, () => assert.equal(unitsOf(copy).length, 1));

  it('keep a span each', () => {
    assert.deepEqual(unitsOf('“The pier,” Ada Brandwyke said, “is closed.”'), [['“The pier,”', '“is closed.”']]);
  });

  it('may be three', () => {
    assert.deepEqual(unitsOf('“The pier,” Ada Brandwyke said, “is closed,” she added, “for good.”'), [
      ['“The pier,”', '“is closed,”', '“for good.”'],
    ]);
  });
});

describe('two quotations', () => {
  for (const [why, copy] of [
    ['a full stop ends the first sentence', '“It is closed,” Ada Brandwyke said. “It is not safe.”'],
    ['a colon opens the second', '“It is closed,” Ada Brandwyke said and added: “It is not safe.”'],
    ['no comma hands over', 'Ada Brandwyke called it “old and unsafe” and said it was “a danger to all”.'],
    ['nobody says anything in between', '“The Last Ferry,” a film, opens with “The First Ferry”.'],
    ['another paragraph holds the second', '“The pier,” Ada Brandwyke said,\n\n“is closed.”'],
    ['two cues stand between them', '“It is closed,” Ada Brandwyke said, and Tomas Quennell replied, “it is not.”'],
    ['a question is over', '“Who closed it?” asked Ada Brandwyke, “Nobody knows.”'],
  ] as const)
    it(`stay two where ${why}`, () => assert.equal(unitsOf(copy).length, 2));
});

describe('a joined quotation', () => {
  const copy = '“The pier,” Ada Brandwyke said, “is closed.”';
  const { analysis } = createAnalyser().update(copy);

  it('counts the words of both parts', () => assert.equal(analysis.quotations[0].wordCount, 4));

  it('has one attribution', () => assert.equal(analysis.attributions.length, 1));

  it('is found at either part', () => {
    assert.equal(analysis.quotationAt(copy.indexOf('pier')), analysis.quotationAt(copy.indexOf('closed')));
  });

  it('is not found between them', () => assert.equal(analysis.quotationAt(copy.indexOf('said')), undefined));
});
