import assert from 'node:assert/strict';
import { readProse } from '../../src/article/prose';
import type { LocalMention } from '../../src/people/mention';
import { mentionsOf } from '../../src/people/mentions';

/** The mentions of one paragraph as a reader sees them: their words. */
const wordsOf = (text: string): string[] => mentionsOf(readProse(text)).map(({ start, end }) => text.slice(start, end));

const namesIn = (text: string): (string | undefined)[] =>
  mentionsOf(readProse(text)).flatMap(({ kind, name }) => (kind === 'name' ? [name] : []));

/** The mention with `words` in it that begins first. */
function mention(text: string, words = text.replace(/ (?:said|waited).*/, '')): LocalMention {
  const found = mentionsOf(readProse(text)).find(({ start, end }) => text.slice(start, end).includes(words));
  assert.ok(found, `no mention holds “${words}”`);
  return found;
}

describe('a name', () => {
  for (const [text, name] of [
    ['Ada Brandwyke waited.', 'Ada Brandwyke'],
    ['Then Brandwyke waited.', 'Brandwyke'],
    ['Pieter van der Hulst waited.', 'Pieter van der Hulst'],
    ['Omar bin Saleh waited.', 'Omar bin Saleh'],
    ['John “Buzz” Ashdown waited.', 'John Ashdown'],
    ['Smith & Roe Ltd waited.', 'Smith & Roe Ltd'],
    ['Then the Carrow Bank waited.', 'Carrow Bank'],
    ['Then the Ministry of Fisheries waited.', 'Ministry of Fisheries'],
    ['Then the Bank of Carrow waited.', 'Bank of Carrow'],
    ['Zoë Ångström waited.', 'Zoë Ångström'],
    ['James Baker waited.', 'James Baker'],
    ['Then Haldeman waited.', 'Haldeman'],
    ['Then Friedman waited.', 'Friedman'],
    ['Then @ada_b waited.', '@ada_b'],
    ['Larry King waited.', 'Larry King'],
    ['Then Republican Helen Roe waited.', 'Helen Roe'],
    ['Then Republican National Bank waited.', 'Republican National Bank'],
    ['Then DJ Helen Roe waited.', 'Helen Roe'],
    ['Continued Roe: “No.”', 'Roe'],
    ['See Roe’s list below.', 'Roe'],
    ['Associated Press waited.', 'Associated Press'],
    ['Then Carrow County Recorder Helen Roe waited.', 'Helen Roe'],
    ['Then White House Counsel W. Neil Roe waited.', 'W. Neil Roe'],
    ['Then Senate Harbour Ranking Democrat Helen Roe waited.', 'Helen Roe'],
    ['Sen. Helen Roe, R-S.C., waited.', 'Helen Roe'],
    ['Then Ms. Cook waited.', 'Cook'],
  ] as const)
    it(`is ${name}: ${text}`, () => assert.deepEqual(namesIn(text), [name]));

  it('ends before the body that its bearer is of', () => {
    assert.deepEqual(namesIn('Helen Roe of the Ferry Union waited.'), ['Helen Roe', 'Ferry Union']);
  });

  for (const text of [
    'Senator Ada Roe of Ohio waited.',
    'Gov. Roe of Ohio waited.',
    'Then King Carl of Norway waited.',
  ])
    it(`ends before the place of its bearer's office: ${text}`, () =>
      assert.match(namesIn(text)[0]!, /^(?:Ada )?\w+$/));

  it('begins after the words for a part of it', () => {
    assert.deepEqual(namesIn('None of the Harlows waited.'), ['None', 'Harlows']);
  });

  it('of a person may end like that of a body', () => {
    assert.equal(mention('Robert Stone waited.', 'Robert').type, 'person');
    assert.equal(mention('Then Carrow Stone waited.', 'Carrow').type, 'organisation');
  });

  it('of a state is a place', () => {
    for (const state of ['Fla.', 'N.H.', 'Colo.'])
      assert.equal(mention(`Then he left Carrow, ${state}, again.`, state).type, 'place');
  });

  it('is no office that is spoken to', () => {
    assert.deepEqual(namesIn('Then Mr. President waited.'), []);
  });

  for (const [text, names] of [
    ['Ada Roe Reassures House Democrats On Pier Deal', ['Ada Roe', 'Democrats', 'Pier Deal']],
    ['Helen Roe Wins Carrow Vote', ['Helen Roe', 'Wins Carrow Vote']],
    ['Harlow Hits Helen Roe On Pier', ['Harlow', 'Helen Roe', 'Pier']],
    ['Helen Roe Finally Wants To Abolish Carrow Ferry', ['Helen Roe', 'Carrow Ferry']],
    ['Mary Ann Williams Says No To Carrow Ferry', ['Mary Ann Williams', 'Carrow Ferry']],
  ] as const)
    it(`ends before the verb of a headline: ${text}`, () => assert.deepEqual(namesIn(text), names));

  it('goes on over what looks like a verb where only names have capitals', () => {
    assert.deepEqual(namesIn('Then Helen Roe Hopes waited near the quay.'), ['Helen Roe Hopes']);
  });

  it('stands beside its owner, without it', () => {
    assert.deepEqual(namesIn("Norway's Civil Harbour Authority waited."), ['Norway', 'Civil Harbour Authority']);
  });

  for (const text of [
    'However, nothing moved.',
    'Walking home took hours.',
    'Yesterday it rained.',
    'On Monday it rained.',
    'In March the pier closed.',
    'Quickly the water rose.',
    'Wrecked boats lay everywhere.',
    'Nobody came.',
  ])
    it(`is not what only opens a sentence: ${text}`, () => assert.deepEqual(namesIn(text), []));

  it('may only open a sentence where no list knows it', () => {
    assert.equal(mention('Brandwyke waited.').weak, true);
  });

  it('is sure where it stands inside a sentence', () => {
    assert.equal(mention('Then Brandwyke waited.', 'Brandwyke').weak, false);
  });
});

describe('a title', () => {
  for (const [text, role] of [
    ['Foreign Minister Ada Brandwyke waited.', 'Foreign Minister'],
    ['Former police chief Martin Roe waited.', 'Former police chief'],
    ['The harbour master Ada Brandwyke waited.', 'harbour master'],
    ['Nordhaven spokeswoman Ines Farrington waited.', 'Nordhaven spokeswoman'],
    ['Her son Alan waited.', 'son'],
  ] as const)
    it(`is “${role}”: ${text}`, () => assert.equal(mention(text).role, role));

  it('makes a person of the name after it', () => {
    assert.equal(mention('Then harbour master Quennell waited.', 'Quennell').type, 'person');
  });

  it('is no part of the name', () => {
    assert.equal(mention('Foreign Minister Ada Brandwyke waited.').name, 'Ada Brandwyke');
  });

  for (const [text, gender] of [
    ['Mr Quennell waited.', 'male'],
    ['Mrs Quennell waited.', 'female'],
    ['Ms. Quennell waited.', 'female'],
    ['Dr Quennell waited.', 'unknown'],
    ['Spokeswoman Robin Quennell waited.', 'female'],
  ] as const)
    it(`says of gender: ${text}`, () => assert.equal(mention(text, 'Quennell').gender, gender));

  it('is no role where it is only polite', () => assert.equal(mention('Mrs Quennell waited.').role, undefined));

  it('says so where it is somebody’s', () => {
    assert.equal(mention('Her son Alan waited.').determination, 'possessive');
  });
});

describe('a tail', () => {
  for (const [text, tail] of [
    ['Helen Roe of the Ferry Union said so.', ' of the Ferry Union'],
    ['Helen Roe from Brennick said so.', ' from Brennick'],
    ['Helen Roe (D-Brennick) said so.', ' (D-Brennick)'],
  ] as const)
    it(`belongs to the name before it: ${text}`, () => {
      const { end, tailEnd } = mention(text, 'Helen Roe');
      assert.equal(text.slice(end, tailEnd), tail);
    });

  it('is not what happens to somebody', () => {
    assert.equal(mention('Helen Roe in anger said so.', 'Helen Roe').tailEnd, undefined);
  });
});

describe('an apposition', () => {
  for (const text of [
    'Ada Brandwyke, the harbour master, said so.',
    'Ada Brandwyke, now the harbour master, said so.',
    'Ada Brandwyke (the harbour master) said so.',
    'The harbour master, Ada Brandwyke, said so.',
  ])
    it(`gives the name its role: ${text}`, () => {
      assert.equal(mentionsOf(readProse(text)).find(({ kind }) => kind === 'name')?.role, 'harbour master');
    });

  it('covers both commas', () => {
    const text = 'Ada Brandwyke, the harbour master, said so.';
    const { aside } = mention(text, 'Ada Brandwyke');
    assert.equal(aside && text.slice(aside.start, aside.end), ', the harbour master,');
  });

  it('may be an age', () => assert.equal(mention('Then Brandwyke, 52, waited.', 'Brandwyke').type, 'person'));

  it('may be what somebody does', () => {
    assert.equal(mention('Then Brandwyke, who swims, waited.', 'Brandwyke').type, 'person');
  });

  it('may give the one name that somebody goes by', () => {
    const text = 'A woman who gave her name only as Quill waited.';
    assert.equal(mentionsOf(readProse(text)).find(({ kind }) => kind === 'name')?.role, 'woman');
  });
});

describe('somebody without a name', () => {
  for (const [text, words] of [
    ['A fisherman waited.', 'A fisherman'],
    ['The company said so.', 'The company'],
    ["Norway's foreign minister said so.", "Norway's foreign minister"],
    ['A source at the ministry said so.', 'A source at the ministry'],
    ['Two senior officials said so.', 'Two senior officials'],
    ['The report said so.', 'The report'],
    ['Residents said so.', 'Residents'],
  ] as const)
    it(`is “${words}”`, () => assert.equal(wordsOf(text)[0], words));

  for (const [text, type] of [
    ['A fisherman waited.', 'unnamed'],
    ['The fisherman waited.', 'role'],
    ['A source waited.', 'unnamed'],
    ['Residents waited.', 'collective'],
    ['The company waited.', 'organisation'],
    ['The report waited.', 'document'],
    ['The Dane waited.', 'role'],
  ] as const)
    it(`is of the type ${type}: ${text}`, () => assert.equal(mention(text).type, type));

  it('is not a country’s adjective', () => {
    assert.equal(mention('The Danish minister said so.').head, 'minister');
  });

  it('may be several', () => assert.equal(mention('Two officials waited.').plural, true));
});

describe('a pronoun', () => {
  for (const [word, gender, plural] of [
    ['he', 'male', false],
    ['she', 'female', false],
    ['it', 'unknown', false],
    ['they', 'unknown', true],
  ] as const)
    it(`says of gender and number: ${word}`, () => {
      const found = mention(`Then ${word} waited.`, word);
      assert.deepEqual([found.kind, found.gender, found.plural], ['pronoun', gender, plural]);
    });

  it('is no object', () => assert.deepEqual(wordsOf('Nobody saw her or him.'), []));
});

describe('the type of a name', () => {
  for (const [text, type] of [
    ['Carrow Lines waited.', 'organisation'],
    ['Then NHA waited.', 'organisation'],
    ['Then the Brennick Gazette waited.', 'media'],
    ['Norway waited.', 'place'],
    ['Helen Roe waited.', 'person'],
  ] as const)
    it(`is ${type}: ${text}`, () =>
      assert.equal(mention(text, text.replace(/^Then (?:the )?| waited\.$/g, '')).type, type));
});
