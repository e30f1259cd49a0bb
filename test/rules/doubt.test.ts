import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createAnalyser } from '../../src/core';

/** How a rule reports a copy under a headline: severities in order of the text. */
function severities(rule: string, copy: string): string[] {
  return createAnalyser()
    .update(`From the notebook\n\n${copy}`)
    .findings.filter((finding) => finding.rule === rule)
    .map(({ severity }) => severity);
}

describe('a quotation without a speaker', () => {
  const how = (copy: string) => severities('quote-no-attribution', copy);

  it('is a warning where nobody can be told', () => {
    assert.deepEqual(how('The hall fell silent. “We will not pay the levy.”'), ['warning']);
  });

  it('is milder where somebody just quoted may go on', () => {
    assert.deepEqual(how('Ana Ruiz was quick to add that the pool stays shut.\n\n“Not this year, and not the next.”'), [
      'information',
    ]);
  });

  it('is milder behind a letter, a question and a report', () => {
    for (const before of ['The letter lay on the table.', 'Why was the pool shut?', 'The captain praised his crew.'])
      assert.deepEqual(how(`${before}\n\n“Nobody has swept the steps since May.”`), ['information'], before);
  });

  it('is reported once where several stand in a row', () => {
    assert.deepEqual(how('The hall fell silent at noon.\n\n“We will not pay it.”\n\n“We never have paid it.”'), [
      'warning',
    ]);
  });

  it('has one where a name and a verb follow it, known or not', () => {
    assert.deepEqual(how('“Would it be for sale at last?” Poe pressed. “Maybe to a neighbour?”'), []);
    assert.deepEqual(how('“The pier is the town’s in all but name,” the trustees state in their charter.'), []);
  });

  it('has one in brackets, in a signature, in a label', () => {
    assert.deepEqual(how('PIER SHUT “The planks are older than the town hall and will be burnt.” [Bay Post.]'), []);
    assert.deepEqual(how('The pier is old.\n\n“We will never see its like again.\nIda Holt, Bay Trust.”'), []);
    assert.deepEqual(how('The pier is old.\n\n“Ida Holt: We will never see its like again.”'), []);
  });

  it('is no pull quote', () => {
    const words = 'Behind the row about the pier is one about the town';
    assert.deepEqual(how(`The bay was calm.\n\n“${words}.”\n\n${words}. It began in May.`), []);
    assert.deepEqual(
      severities('quote-repeated-unquoted', `The bay was calm.\n\n“${words}.”\n\n${words}. It began in May.`),
      [],
    );
  });
});

describe('a source that could be anybody', () => {
  const how = (copy: string) => severities('vague-source', copy);

  it('is a warning', () => {
    assert.deepEqual(how('Officials said the road would stay shut.'), ['warning']);
    assert.deepEqual(how('Experts say the reef is dying.'), ['warning']);
  });

  it('is milder where the paragraph is about a body that has officials', () => {
    assert.deepEqual(how('The harbour authority met twice, but officials said nothing was settled.'), ['information']);
  });

  it('is milder where somebody with a name goes on', () => {
    assert.deepEqual(how('Experts say the reef is dying. “It has ten years,” said Ida Holt, who dives there.'), [
      'information',
    ]);
  });

  it('is nobody where a poll, a sum or a warning is meant', () => {
    assert.deepEqual(how('In the poll 61 percent were for it. Most believe it will pass.'), []);
    assert.deepEqual(how('Social media has added another link to the chain.'), []);
    assert.deepEqual(how('Since May officials have told residents not to drink the water.'), []);
  });
});

describe('a bare source', () => {
  it('is milder once the copy has said what sources it has', () => {
    assert.deepEqual(severities('anonymous-bare', 'The sale is off, sources said.'), ['warning']);
    assert.deepEqual(
      severities('anonymous-bare', 'Two sources close to the owner spoke of a sale.\n\nThe sale is off, sources said.'),
      ['information'],
    );
  });
});

describe('a passive', () => {
  it('is milder where it tells of a belief of the past, or follows on a paper’s report', () => {
    assert.deepEqual(severities('passive-attribution', 'The ferry was once thought to be safe.'), ['information']);
    assert.deepEqual(
      severities('passive-attribution', 'The Bay Post reported the fire on Monday. The owner reportedly slept.'),
      ['information'],
    );
  });
});

describe('marks over paragraphs', () => {
  const how = (copy: string) => severities('quote-unbalanced', copy);

  it('pair around an excerpt whose middle has none', () => {
    assert.deepEqual(how('The report says:\n\n“The pier is old.\n\nIts planks are soft.\n\nIt will be burnt.”'), []);
  });

  it('pair around an excerpt that quotes', () => {
    assert.deepEqual(how('"The pier is old.\n\n"Holt called it “a wreck” in May.\n\n“It is soft,” he said."'), []);
  });

  it('are reported at the last paragraph that is opened and never closed', () => {
    assert.deepEqual(how('"The pier is old.\n\n"Its planks are soft.\n\nThe bay was calm.'), ['warning']);
  });
});
