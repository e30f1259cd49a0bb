import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Candidate } from '../../src/attribution/candidate';
import { candidatesOf } from '../../src/attribution/candidates';
import { cueForm } from '../../src/attribution/cues';
import { withSecondOpinion } from '../../src/attribution/opinion';
import { sceneOf } from '../../src/attribution/scene';
import { best, likeliest, rank, scoreOf } from '../../src/attribution/score';
import weights from '../../src/attribution/weights.json';
import { createAnalyser } from '../../src/core';

/** Copy in which every way to a speaker comes up. */
const COPY = `Ada Brandwyke, the harbour master, said: “The pier is closed.” She told Tomas Quennell to “stay away”.

“It is not safe,” she said. “It was never safe!” Quennell was quoted as saying it was “old news”, according to Interfax.

“Who closed it?” “She did,” said Quennell, and Ashdown added that it was “a shame”.

Thomas Quennell looked up. “Next.”

Quennell was expected to say: “Never.” He plans to be quoted “word for word”.

Quennell had this to say:

“Nobody will sail.

“Nobody at all.”

Quennell rose.

“Sit down.”

“Gladly.” – Ada Brandwyke

“Later, perhaps.”

— Thomas Quennell

Quennell: “Enough.” The poster read “Stop the Ferry” by Helen Roe.

“ASHDOWN: I was not there.”

With Quennell away, Brandwyke’s deputy, who had a boat, set out a new plan for Ashdown’s council: “Row.”

When the crew that Quennell hired came, Ashdown, of the union, had this for the harbour master of Carrow:

“Row faster.”

The plan was described by Quennell as “a farce”. “Fine,” was said by Ashdown.

Helen Roe — “My gran sailed there.”

“Never,” Quennell thundered. When they sang, Ashdown rose and said “yes”, adding “gladly”. The man who said he knew, saying “no”, left.

Called “the old lady” by everybody, the pier is “closed” for good. It is what he went on to call “a ‘new’ start”. It was not, she wrote, to be called “an old wreck”.`;

function samples(folder = join(__dirname, '..', '..', 'samples')): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory()
      ? samples(path)
      : /\.(?:txt|md)$/.test(name)
        ? [readFileSync(path, 'utf8')]
        : [];
  });
}

/** All candidates for each quotation of `copy`. */
function choicesIn(copy: string): Candidate[][] {
  const scene = sceneOf(createAnalyser().update(copy).analysis.article);
  return scene.quotations.map((_, q) => withSecondOpinion(scene, q, candidatesOf(scene, q)));
}

const VALUES: readonly (readonly [RegExp, string])[] = [
  [/^[BAI][=/]?$/, 'side'],
  [/^(?:0|1|3|7|15|30|far)$/, 'distance'],
  [/^(?:true|false)$/, 'yes-no'],
  [/^(?:[SP]|[SP]?(?:speech|partial|scare|other))$/, 'kind'],
  [/^p[012]$/, 'paragraphs'],
  [/^(?:neutral|formal|written|doubt|fault|factive|denial|directive|evaluative|manner)$/, 'class'],
  [/^(?:gesture|mental|document|legal|relay|weak|preposition|unlisted)$/, 'class'],
  [/^(?:base|present|past|participle)$/, 'form'],
];

/** The group of a feature: its words with the values taken out, "cue side dist= kind". */
function groupOf(feature: string): string {
  const [first, ...rest] = feature.replace(/lemma=.*/, 'lemma=').split(' ');
  const group = rest.map((word) => VALUES.find(([pattern]) => pattern.test(word))?.[1] ?? word.replace(/=.*/, '='));
  return [first, ...group].join(' ');
}

const candidates = choicesIn(COPY).flat();
const groups = new Map<string, { readonly candidate: Candidate; readonly feature: string }>();
for (const candidate of [...candidates, ...samples().flatMap(choicesIn).flat()])
  for (const feature of candidate.features)
    if (!groups.has(groupOf(feature))) groups.set(groupOf(feature), { candidate, feature });

describe('a choice between two candidates', () => {
  for (const [group, { candidate, feature }] of groups)
    it(`can turn on “${group}”`, () => {
      const without = { ...candidate, features: candidate.features.filter((each) => each !== feature) };
      assert.equal(rank([without, candidate], { [feature]: 0.5 })[0].candidate, candidate);
      assert.equal(rank([candidate, without], { [feature]: -0.5 })[0].candidate, without);
    });

  it('keeps their order where no weight tells them apart', () => {
    const two = candidates.slice(0, 2);
    assert.deepEqual(
      rank(two, {}).map(({ candidate }) => candidate),
      two,
    );
  });

  it('takes a feature without a weight for nothing', () => {
    assert.equal(scoreOf({ ...candidates[0], features: ['cue', 'moon=full'] }, { cue: 1 }), 1);
  });
});

describe('the likeliest candidate', () => {
  const nobody = candidates.find(({ type }) => type === 'none')!;
  const somebody = candidates.find(({ type }) => type === 'cue')!;
  const firstOf = (margin: number): string => {
    const pair = [
      { ...nobody, features: ['alone'] },
      { ...somebody, features: [] },
    ];
    return likeliest(pair, { alone: margin })[0].candidate.type;
  };

  it('is nobody only where that is clearly likelier than anybody', () => {
    assert.equal(firstOf(0.05), 'cue');
    assert.equal(firstOf(0.2), 'none');
  });

  it('is the first of the ranking among people', () => {
    const two = [somebody, { ...somebody, features: ['better'] }];
    assert.equal(likeliest(two, { better: 0.01 })[0].candidate, two[1]);
    assert.deepEqual(likeliest([]), []);
  });

  it('is the same by itself as in the list of all', () => {
    for (const choice of choicesIn(COPY)) assert.deepEqual(best(choice), likeliest(choice)[0]);
    assert.equal(best([]), undefined);
  });
});

describe('the candidates for a quotation', () => {
  for (const type of ['cue', 'colon', 'dash', 'by', 'follow', 'next', 'lead-in', 'none'])
    it(`may come from: ${type}`, () => assert.ok(candidates.some((candidate) => candidate.type === type)));

  it('hold nobody, once', () => {
    for (const choice of choicesIn(COPY)) assert.equal(choice.filter(({ type }) => type === 'none').length, 1);
  });

  it('have each feature once', () => {
    for (const { features } of candidates) assert.equal(new Set(features).size, features.length);
  });
});

describe('the probabilities of candidates', () => {
  it('sum to one for every quotation', () => {
    for (const choice of choicesIn(COPY))
      assert.ok(Math.abs(rank(choice).reduce((sum, { probability }) => sum + probability, 0) - 1) < 1e-9);
  });

  it('fall from the first to the last', () => {
    for (const choice of choicesIn(COPY)) {
      const list = rank(choice).map(({ probability }) => probability);
      assert.deepEqual(
        list,
        [...list].sort((a, b) => b - a),
      );
    }
  });

  it('sum to one, whatever the weights', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -900, max: 900, noNaN: true }), { minLength: 1, maxLength: 9 }), (list) => {
        const table = Object.fromEntries(list.map((weight, i) => [`f${i}`, weight]));
        const field = list.map((_, i): Candidate => ({ type: 'none', paragraph: 0, features: [`f${i}`] }));
        const sum = rank(field, table).reduce((total, { probability }) => total + probability, 0);
        assert.ok(Math.abs(sum - 1) < 1e-9);
      }),
    );
  });

  it('do not hang on the order of the candidates', () => {
    for (const choice of choicesIn(COPY)) {
      const [one, other] = [rank(choice), rank([...choice].reverse())];
      one.forEach(({ probability }, i) => assert.ok(Math.abs(probability - other[i].probability) < 1e-9));
    }
  });
});

describe('the learnt weights', () => {
  it('are for features that candidates have', () => {
    const unknown = Object.keys(weights).filter((feature) => !groups.has(groupOf(feature)));
    assert.deepEqual(unknown, []);
  });

  it('name verbs by their base form', () => {
    const phrases = new Set(['according to', 'in the words of', 'go on', 'per']);
    const unknown = Object.keys(weights)
      .flatMap((feature) => /lemma=(.*)/.exec(feature)?.[1] ?? [])
      .filter((lemma) => !phrases.has(lemma) && cueForm(lemma)?.lemma !== lemma);
    assert.deepEqual(unknown, []);
  });

  it('are finite numbers other than nought', () => {
    for (const weight of Object.values(weights)) assert.ok(Number.isFinite(weight) && weight !== 0);
  });
});
