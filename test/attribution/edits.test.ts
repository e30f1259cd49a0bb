import assert from 'node:assert/strict';
import { analyse, nothingAnalysed, type Memory } from '../../src/analyse';
import { createAnalyser } from '../../src/core';
import { plainValues } from '../plain-values';

const NAMED = 'Ada Roe runs the ferry office in Brennick.';
const OLD = 'The pier is old. It has stood for years.';

const copy = (...paragraphs: string[]): string => paragraphs.join('\n\n');

/** As many quotations as no paragraph of copy has. */
const ROW = 'abcdefghijklmn'.replace(/./g, '“We waited in the rain for boat $&,” and ');

const sign = (words: string): string => `Photograph: A sign that reads ${words} here (AP)`;
const signs = (word: string): string[] =>
  ['a', 'b', 'c'].map((mark) => sign(`"${word} ${mark}", "${word} x", "${word} y" and "${word} z"`));

const goingOn = (...between: string[]): string =>
  copy(
    NAMED,
    'Ada Roe said: “We waited for the boats that morning.',
    ...between,
    '“The boats did not come and the wind rose.',
    '“And so we went home at last.”',
    '“Nobody has told us anything since.”',
    '“Nobody will.”',
    OLD,
  );

const long = (before: string): string =>
  copy(
    NAMED,
    before,
    'Ada Roe said: “We waited for the boats that morning.',
    '“The boats did not come and the wind rose.',
    '“The wind rose and nobody slept that night.',
    '“We counted the lamps and they were few.',
    '“We counted them again in the early morning.',
    '“There were fewer of them then.',
    '“And so we went home at last.”',
    '“Nobody has told us anything since.”',
    OLD,
  );

const interrupted = (end: string): string =>
  copy(
    NAMED,
    'Ada Roe said: “We waited for the boats that morning.',
    ...signs('odd'),
    '“The boats did not come and the wind rose.',
    ...signs('old'),
    end,
    OLD,
  );

const shared = (first: string, second: string): string =>
  copy(
    'Ada Roe, the mayor, arrived in Brennick on Monday.',
    first,
    'Ben Roe, the harbour master, left Brennick on Tuesday.',
    second,
    OLD,
  );

const RAIN = 'Roe said that it rained all morning.';
const SNOW = 'Roe said that it snowed all evening.';

/** What an edit makes of a text, each time far from where it is typed. */
const EDITS: readonly (readonly [string, string, string])[] = [
  [
    'a signature moves away from its quotation',
    copy(NAMED, '“We shall see what comes of it.”', '— Ada Roe', OLD),
    copy(NAMED, '“We shall see what comes of it.”', '\n— Ada Roe', OLD),
  ],
  [
    'a signature is set below a row of quotations',
    copy(NAMED, ROW, 'by Ada Roe', OLD),
    copy(NAMED, ROW, '— Ada Roe', OLD),
  ],
  [
    'the copy changes above a long quotation that another one follows',
    long('It rained all day in the town.'),
    long('It rained all days in the town.'),
  ],
  [
    'words between two parts of a quotation lose their marks, and nothing moves',
    goingOn(sign('"odd thing"')),
    goingOn(sign(' odd thing ')),
  ],
  [
    'a quotation ends otherwise, below many others that stand between its parts',
    interrupted('“And so we went home at last.”'),
    interrupted('“And so we went home at least.”'),
  ],
  ['two paragraphs with a surname that two people have change places', shared(RAIN, SNOW), shared(SNOW, RAIN)],
];

describe('an edit that is felt elsewhere', () => {
  for (const [what, before, after] of EDITS)
    for (const [text, edited, way] of [
      [before, after, ''],
      [after, before, ', the other way round'],
    ])
      it(`leaves what a fresh analysis finds: ${what}${way}`, () => {
        const analyser = createAnalyser();
        analyser.update(text);
        const fresh = createAnalyser().update(edited);
        const { analysis, findings } = analyser.update(edited);
        assert.deepEqual(
          { ...plainValues(analysis), findings },
          { ...plainValues(fresh.analysis), findings: fresh.findings },
        );
      });
});

describe('an analysis that is asked when newer ones are there', () => {
  it('says what goes on with what, as it did', () => {
    const text = (next: string, end: string): string =>
      copy(goingOn().replace('“Nobody has told us anything since.”', next), ...Array<string>(40).fill(OLD), end);
    const analyser = createAnalyser();
    const whole = (text: string) => plainValues(createAnalyser().update(text).analysis);
    void analyser.update(text('“Nobody has told us since.”', OLD)).analysis.attributions;
    const { analysis } = analyser.update(text('“Nobody has told us since.”', 'It rained.'));
    analyser.update(text('“Nobody had told us since.”', 'It rained.'));
    const { attributions } = plainValues(analysis);
    assert.ok(attributions.some(({ continues }) => continues !== undefined));
    assert.deepEqual(attributions, whole(text('“Nobody has told us since.”', 'It rained.')).attributions);
  });
});

function last<T>(run: Generator<void, T>): T {
  for (;;) {
    const step = run.next();
    if (step.done) return step.value;
  }
}

describe('what an analysis says of the one before', () => {
  it('is that a tag far away may mean another agency now', () => {
    const text = (country: string): string =>
      copy(
        'The prices rose, APA reported on Monday.',
        OLD,
        'Azerbaijan was quiet.',
        OLD,
        `(Reporting by Ada Roe in ${country})`,
      );
    const step = (text: string, memory: Memory) => last(analyse(text, 'plaintext', memory));
    const { memory, analysis } = step(text('Senegal'), nothingAnalysed());
    assert.equal(analysis.agencies[0].alternatives.length, 1);
    const { since } = step(text('Holland'), memory);
    assert.equal(since?.first, 0);
  });
});
