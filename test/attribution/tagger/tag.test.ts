import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import fc from 'fast-check';
import { splitWords } from '../../../src/article/words';
import { fingerprint } from '../../../src/attribution/tagger/probe';
import { tagParagraph, theModel, type TaggedAttribution } from '../../../src/attribution/tagger/tag';
import { readModel } from '../../../src/attribution/tagger/model';
import type { TagContext } from '../../../src/attribution/tagger/reading';

/** Attributions of a text as copy: "source | cue | content … content". */
function read(text: string, context: TagContext = {}): string[] {
  const words = (list: TaggedAttribution['cue']): string =>
    list.map(({ start, end }) => text.slice(start, end)).join(' … ');
  return tagParagraph(splitWords(text), context).map((a) => [a.source, a.cue, a.content].map(words).join(' | '));
}

describe('what is said without marks', () => {
  it('stands after the cue', () => {
    assert.deepEqual(read('Marlowe said the bridge would stay closed until spring.'), [
      'Marlowe | said | the bridge would stay closed until spring',
    ]);
  });

  it('takes "that" into the content', () => {
    assert.deepEqual(read('The mayor said that the budget had been approved.'), [
      'The mayor | said | that the budget had been approved',
    ]);
  });

  it('stands before the cue', () => {
    assert.deepEqual(read('The ferry will not sail on Sundays, Captain Ines Okoro said.'), [
      'Captain Ines Okoro | said | The ferry will not sail on Sundays',
    ]);
  });

  it('goes by "according to"', () => {
    assert.deepEqual(read('The company lost three million dollars last year, according to Okoro.'), [
      'Okoro | according to | The company lost three million dollars last year',
    ]);
  });

  it('may have its own source for each cue', () => {
    assert.deepEqual(read('Okoro said the strike was over, but Marlowe said it would go on.'), [
      'Okoro | said | the strike was over',
      'Marlowe | said | it would go on',
    ]);
  });

  it('may be interrupted by its cue', () => {
    assert.deepEqual(read('The ferry, Okoro said, will not sail on Sundays.'), [
      'Okoro | said | The ferry … will not sail on Sundays',
    ]);
  });

  it('leaves "in a statement" and the day outside the content', () => {
    assert.deepEqual(
      read('Prices will rise, the ministry said in a statement on Tuesday.')[0].split(' | ')[2],
      'Prices will rise',
    );
  });

  it('may be put to a newspaper', () => {
    assert.deepEqual(read('The Harbor Post reported that Okoro had resigned.'), [
      'The Harbor Post | reported | that Okoro had resigned',
    ]);
  });

  it('may be a belief or a denial', () => {
    assert.deepEqual(read('Marlowe believes the tax is unfair. The minister denied that the money was missing.'), [
      'Marlowe | believes | the tax is unfair',
      'The minister | denied | that the money was missing',
    ]);
  });

  it('takes auxiliaries into the cue', () => {
    assert.deepEqual(read('A spokesman for the ministry did not say when the talks would resume.'), [
      'A spokesman for the ministry | did not say | when the talks would resume',
    ]);
  });

  it('is nobody’s where a passive names nobody', () => {
    assert.deepEqual(read('Ten miners are believed to be trapped below the second gallery.'), []);
  });

  it('is not found where nobody speaks', () => {
    assert.deepEqual(read('The ferry left the harbor at noon and came back at six.'), []);
  });
});

describe('what is said in marks', () => {
  it('keeps the marks and leaves the cue outside', () => {
    assert.deepEqual(read('“We will rebuild it,” Marlowe said.'), ['Marlowe | said | “We will rebuild it,”']);
  });

  it('may be cut in two by its cue', () => {
    assert.deepEqual(read('“We will rebuild it,” Marlowe said, “and it will be better.”'), [
      'Marlowe | said | “We will rebuild it,” … “and it will be better.”',
    ]);
  });

  it('goes on after a sentence of its own', () => {
    assert.deepEqual(read('“It is late,” she said. “Nobody will come.”'), [
      'she | said | “It is late,” … “Nobody will come.”',
    ]);
  });

  it('may be a few words of a statement', () => {
    assert.equal(
      read('He called the report “a shameful piece of work” and asked for an apology.')[0],
      'He | called | the report “a shameful piece of work”',
    );
  });

  it('needs no cue where the quotation began in the paragraph before', () => {
    const found = tagParagraph(splitWords('“We have waited ten years for this. Nobody told us why.”'), {
      quotationOpen: true,
    });
    assert.equal(found.length, 1);
    assert.deepEqual(found[0].cue, []);
  });
});

describe('the tagger', () => {
  it('has a model that was trained for these features', () => {
    const model = theModel();
    assert.equal(fingerprint(model.lexicon), model.fingerprint);
  });

  it('refuses bytes that are no model', () => {
    assert.throws(() => readModel(new Uint8Array(100)), RangeError);
  });

  it('has nothing to say of an empty paragraph', () => {
    assert.deepEqual(tagParagraph([]), []);
  });

  it('gives each word to one attribution at most, but for a source that two cues share', () => {
    const word = fc.constantFrom(
      'Marlowe',
      'said',
      'that',
      'the',
      'harbor',
      ',',
      '.',
      '“',
      '”',
      '"',
      'according',
      'to',
      'told',
      'Okoro',
      ':',
      'was',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), fc.boolean(), (list, quotationOpen) => {
        const text = list.join(' ');
        const taken = new Uint8Array(text.length);
        for (const a of tagParagraph(splitWords(text), { quotationOpen })) {
          assert.ok(a.confidence >= 0 && a.confidence <= 1.000001);
          for (const { start, end } of [...a.cue, ...a.content]) {
            assert.ok(start < end && end <= text.length);
            assert.ok(taken.subarray(start, end).every((v) => v === 0));
            taken.fill(1, start, end);
          }
        }
      }),
    );
  });
});
