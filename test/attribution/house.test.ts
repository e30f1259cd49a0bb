import assert from 'node:assert/strict';
import { createAnalyser, type AnalyserOptions } from '../../src/core';

const cuesIn = (text: string, options: AnalyserOptions = {}) =>
  createAnalyser(options)
    .update(text)
    .analysis.attributions.map(({ cue }) => cue.map(({ start, end }) => text.slice(start, end)).join(' '));

const speakersIn = (text: string, options: AnalyserOptions = {}) =>
  createAnalyser(options)
    .update(text)
    .analysis.attributions.map(({ speaker }) => speaker?.name);

const rulesIn = (text: string, options: AnalyserOptions = {}) =>
  createAnalyser(options)
    .update(text)
    .findings.map(({ rule }) => rule);

describe("a house's own reporting verbs", () => {
  const averred = '“The quay will open by June,” averred Ana Ruiz, a harbour engineer.';

  it('are cues in every regular form, also with a doubled letter', () => {
    assert.deepEqual(cuesIn(averred, { cues: ['aver'] }), ['averred']);
    assert.deepEqual(cuesIn(averred.replace('averred', 'avers'), { cues: ['aver'] }), ['avers']);
  });

  it('are cues in their irregular forms', () => {
    const fires = (said: string, cues: string[]) => cuesIn(`“The quay will open by June,” Ana Ruiz ${said}.`, { cues });
    assert.deepEqual(fires('spat', ['spit']), ['spat']);
    assert.deepEqual(fires('struck back', ['strike back']), ['struck back']);
    assert.deepEqual(fires('outspoke', ['outspeak']), ['outspoke']);
  });

  it('are no cues for others, before or after', () => {
    const text = 'Ana Ruiz averred to the council: “The quay will open by June.”';
    assert.ok(cuesIn(text, { cues: ['aver'] }).includes('averred'));
    assert.ok(!cuesIn(text).includes('averred'));
  });

  it('may be two words', () => {
    const text = '“The crane is broken,” Walt Ost sounded off. The siren sounded at noon.';
    assert.deepEqual(cuesIn(text, { cues: ['sound off'] }), ['sounded off']);
  });

  it('do not change what the engine knows of a verb', () => {
    const text = '“The crane is broken,” Walt Ost claimed.';
    const found = (options: AnalyserOptions) =>
      createAnalyser(options)
        .update(text)
        .findings.map(({ rule }) => rule);
    assert.deepEqual(found({ cues: ['claim'] }), found({}));
  });

  it('hold after an edit', () => {
    const analyser = createAnalyser({ cues: ['aver'] });
    analyser.update(averred);
    const { analysis } = analyser.update(`The port was shut.\n\n${averred}`);
    assert.equal(analysis.attributions[0].cue.length, 1);
  });
});

describe('words that are never sources', () => {
  it('are not taken for the speaker of a quotation', () => {
    const text = '“High water comes at dawn today,” the calendar said.';
    assert.deepEqual(speakersIn(text), ['calendar']);
    assert.deepEqual(speakersIn(text, { neverSources: ['The calendar'] }), []);
  });

  it('are not taken for the source of a statement', () => {
    const text = 'The calendar says that the tide turns at noon.';
    assert.deepEqual(speakersIn(text), ['calendar']);
    assert.deepEqual(speakersIn(text, { neverSources: ['calendar'] }), []);
  });

  it('leave other sources alone', () => {
    const text = '“It is late,” Ana Ruiz said. The calendar keeper said that it was early.';
    const options = { neverSources: ['calendar', 'Ruiz family'] };
    assert.deepEqual(speakersIn(text, options), speakersIn(text));
  });

  for (const [rule, text, words] of [
    ['vague-source', 'Analysts say the port is too small.', 'analysts'],
    ['anonymous-bare', 'A source said the deal was dead.', 'a source'],
    ['role-only-source', 'The spokesman said it was late.', 'the spokesman'],
    ['place-name-source', 'Moscow said it would pay for the port.', 'Moscow'],
    ['study-no-citation', 'From the notebook\n\nStudies show that the quay sinks.', 'studies'],
    ['anonymous-opinion', 'From the notebook\n\n"He is a coward," one aide said.', 'one aide'],
    ['anonymous-plural-drop', 'From the notebook\n\nSources said yes. The source added no more.', 'the source'],
    ['agency-no-original', 'From the notebook\n\nAccording to Reuters, the bank will close.', 'Reuters'],
  ])
    it(`are no business of ${rule}`, () => {
      assert.ok(rulesIn(text).includes(rule));
      assert.ok(!rulesIn(text, { neverSources: [words] }).includes(rule));
    });

  it('are whole words', () => {
    assert.ok(
      rulesIn('Analysts say the port is too small.', { neverSources: ['analyst', 'lysts'] }).includes('vague-source'),
    );
  });
});
