import assert from 'node:assert/strict';
import { mentionsOf } from '../../src/people/mentions';
import type { Entity } from '../../src/people/entity';
import { readRegistry, type Registry } from '../../src/people/registry';
import { headsOf, sameHead } from '../../src/people/role-heads';
import { createAnalyser } from '../../src/core';

function registryOf(text: string): Registry {
  return readRegistry(createAnalyser().update(text).analysis.article);
}

const namesOf = (text: string): string[] => registryOf(text).entities.map(({ name }) => name);

/** Whom each name of `text` means, in order. */
function meant(text: string): (string | undefined)[] {
  const { article } = createAnalyser().update(text).analysis;
  const registry = readRegistry(article);
  return article.paragraphs.flatMap(({ prose, index }) =>
    mentionsOf(prose).flatMap(({ kind }, m) => (kind === 'name' ? [registry.entityOf(index, m)?.name] : [])),
  );
}

const entity = (text: string, name: string): Entity => {
  const found = registryOf(text).entities.find((each) => each.name === name);
  assert.ok(found, `nobody is named ${name}`);
  return found;
};

describe('names that mean one', () => {
  for (const [why, text] of [
    ['a surname', 'Helen Roe waited. Then Roe left the pier.'],
    ['a surname at the start of a sentence', 'Helen Roe waited. Roe left the pier.'],
    ['a surname with a title', 'Helen Roe waited. Then Mrs Roe left the pier.'],
    ['a first name', 'Helen Roe waited. Then Helen left the pier.'],
    ['two surnames', 'Jorge Ruiz Ortega waited. Then Ruiz Ortega left the pier.'],
    ['a middle name', 'Helen Roe waited. Then Helen Mary Roe left the pier.'],
    ['an office before the surname', 'Helen Roe waited. Then Minister Roe left the pier.'],
    ['a surname before the full name', 'Then Roe left the pier. It was Helen Roe whom we saw.'],
    ['the same again', 'Helen Roe waited. Then Helen Roe left the pier.'],
    ['a surname with an ’s', 'Helen Roe waited. Then Roe’s boat left the pier.'],
    ['the short form of a body', 'Carrow Stone Limited dug. Then Carrow left the pier.'],
    ['an acronym', 'The National Harbour Agency met. Then the NHA left the pier.'],
    ['a heading', '# Helen Roe waits\n\nHelen Roe waited.'],
  ] as const)
    it(`are tied by ${why}`, () => assert.equal(new Set(meant(text)).size, 1));

  it('are known by the fullest', () => assert.deepEqual(namesOf('Then Roe left. It was Helen Roe.'), ['Helen Roe']));
});

describe('a name of which nothing is known', () => {
  for (const [why, text, type] of [
    ['a person', 'Then Quill Marsden waited. Quill Marsden left.', 'person'],
    ['a place where it stands behind “in”', 'It rained in Quill Marsden. Then Quill Marsden flooded.', 'place'],
    ['a person where it has an office', 'They trust in Quill Marsden. Then Mayor Quill Marsden left.', 'person'],
    [
      'a person where it mostly stands elsewhere',
      'They trust in Quill Marsden. Quill Marsden and Quill Marsden left.',
      'person',
    ],
  ] as const)
    it(`is ${why}`, () => assert.equal(entity(text, 'Quill Marsden').type, type));
});

describe('names that mean two', () => {
  for (const [why, text] of [
    ['two first names', 'Helen Roe waited. Then Martin Roe left.'],
    ['two bodies', 'Carrow Stone Limited dug. Then Nordhaven Stone Limited left.'],
    ['two surnames', 'Helen Roe waited. Then Helen Quennell left.'],
    ['husband and wife', 'Helen Roe waited. Then her husband Martin Roe left.'],
  ] as const)
    it(`stay two: ${why}`, () => assert.equal(new Set(meant(text)).size, 2));

  it('share a surname: a title tells who is meant', () => {
    assert.equal(meant('Helen Roe met Martin Roe. Then Mr Roe left.').at(-1), 'Martin Roe');
  });

  it('share a surname: without a title it is the one named last', () => {
    assert.equal(meant('Helen Roe met Martin Roe. Then Roe left.').at(-1), 'Martin Roe');
  });

  it('share a surname: the first name tells who is meant', () => {
    assert.equal(meant('Martin Roe met David Roe. Then Martin left.').at(-1), 'Martin Roe');
  });

  it('are kin: the son takes the surname', () => {
    assert.deepEqual(meant('Helen Roe met her son Alan.'), ['Helen Roe', 'Alan Roe']);
  });
});

describe('what is known of somebody', () => {
  it('is the role before the name', () => {
    assert.deepEqual(entity('Harbour master Helen Roe waited.', 'Helen Roe').roles, ['Harbour master']);
  });

  it('is every role, in order', () => {
    const text = 'Harbour master Helen Roe waited. Then Helen Roe, a teacher, left.';
    assert.deepEqual(entity(text, 'Helen Roe').roles, ['Harbour master', 'teacher']);
  });

  it('is a role once', () => {
    const text = 'Minister Helen Roe waited. Then minister Helen Roe left.';
    assert.deepEqual(entity(text, 'Helen Roe').roles, ['Minister']);
  });

  it('is a gender that the copy gives', () => {
    assert.equal(entity('Then Helen Roe came. Then Mrs Roe left.', 'Helen Roe').gender, 'female');
  });

  it('is a gender that the first name suggests, apart from it', () => {
    const { gender, guess } = entity('Helen Roe waited.', 'Helen Roe');
    assert.deepEqual([gender, guess], ['unknown', 'female']);
  });

  it('is how often the copy names them', () => {
    assert.equal(entity('Helen Roe waited. Then Roe left. Then Helen came.', 'Helen Roe').count, 3);
  });

  it('is where the copy names them first', () => {
    const text = 'Then Roe left. It was Helen Roe.';
    assert.equal(entity(text, 'Helen Roe').first, text.indexOf('Roe'));
  });

  it('is what they are', () => {
    const text = 'Helen Roe of the Ferry Union reads the Brennick Gazette.';
    assert.deepEqual(
      registryOf(text).entities.map(({ name, type }) => [name, type]),
      [
        ['Helen Roe', 'person'],
        ['Ferry Union', 'organisation'],
        ['Brennick Gazette', 'media'],
      ],
    );
  });
});

describe('the words of an article', () => {
  it('name nobody where a capital only opens a sentence', () => {
    assert.deepEqual(namesOf('Ferries ran. Storms came.'), []);
  });

  it('name somebody at the start of a sentence whom they name elsewhere', () => {
    assert.deepEqual(namesOf('Brandwyke waited. Then Brandwyke left.'), ['Brandwyke']);
  });

  it('name nobody in a byline', () => assert.deepEqual(namesOf('By Helen Roe\n\nThe pier is closed.'), []));
});

describe('a role', () => {
  it('finds who bears it', () => {
    const { byHead } = registryOf('Minister Helen Roe met harbour master Martin Quennell.');
    assert.deepEqual(
      byHead('minister').map(({ name }) => name),
      ['Helen Roe'],
    );
  });

  it('finds nobody where nobody bears it', () => {
    assert.deepEqual(registryOf('Minister Helen Roe waited.').byHead('diver'), []);
  });

  for (const form of ['spokeswoman', 'spokesperson', 'spokesman'])
    it(`is one in all its forms: ${form}`, () => assert.equal(sameHead(form), 'spokesman'));

  it('is the noun before “of”', () => {
    assert.deepEqual(headsOf('chief executive of the engineers'), ['chief', 'executive']);
  });
});
