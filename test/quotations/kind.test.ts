import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import type { Zone } from '../../src/article/article';
import { readProse } from '../../src/article/prose';
import { contextOf } from '../../src/quotations/context';
import { CHOICES, judge, kindOf, refineKind, scores } from '../../src/quotations/kind';
import weights from '../../src/quotations/kind-weights.json';
import { readMarks } from '../../src/quotations/marks';
import type { Quotation, QuotationKind } from '../../src/quotations/quotation';

/** Copy with the quoted stretch marked; what the desk should be told that it is. */
const CASES: Readonly<Record<QuotationKind, readonly string[]>> = {
  speech: [
    '⟦"The lift has been out since Easter,"⟧ said Wanda Pryce.',
    '⟦"Who pays?"⟧ asked the treasurer.',
    'The treasurer asked: ⟦"Who pays?"⟧',
    'Pryce told the meeting, ⟦"Nobody reads the minutes."⟧',
    'The hall fell silent. ⟦"We will not pay the levy."⟧',
    '⟦"It was cold. It was dark. Nobody sang."⟧',
    '⟦“No,”⟧ said Pryce.',
    '⟦"Splendid!"⟧ cried the treasurer.',
    'His reply came by post: ⟦"Not while I live."⟧',
  ],
  partial: [
    'Pryce called the lift ⟦"a vertical coffin"⟧ and took the stairs.',
    'The board said it was ⟦"content with progress"⟧ so far.',
    'Inspectors described the wiring as ⟦"hair-raising"⟧.',
    'The lift was called ⟦"a disgrace"⟧ by the tenants.',
    'Pryce said the board had ⟦"slept through the whole winter"⟧.',
    'The firm apologised for ⟦"any inconvenience"⟧ in a statement.',
  ],
  scare: [
    'The ⟦"express"⟧ lift takes nine minutes.',
    'Their ⟦"gift"⟧ arrived with an invoice.',
    'Her ⟦"cousin"⟧ was on the payroll for six years.',
  ],
  title: [
    'The film ⟦"Nine Floors Up"⟧ opens in May.',
    'Her memoir, ⟦"Stairs,"⟧ sold well.',
    'a yacht called ⟦“Second Mortgage”⟧',
    'He starred in ⟦"The Last Caretaker"⟧ on television.',
    'In an essay entitled ⟦"On Lifts,"⟧ Pryce disagrees.',
    'They played ⟦"Going Up"⟧ at his funeral.',
    'The play ⟦‘Nine Floors Up’⟧ opens in May.',
  ],
  nickname: [
    'Walter ⟦"Sparks"⟧ Dunmore mended it.',
    'The caretaker, nicknamed ⟦"the Mole,"⟧ lives below.',
    'Children called him ⟦"Old Hinge"⟧.',
    'Edna ⟦‘Teddy’⟧ Marsh, 90, kept the keys.',
  ],
  term: [
    'The word ⟦"elevator"⟧ is not used here.',
    'He dislikes the term ⟦"stakeholder"⟧.',
    'What the board calls ⟦"vertical access"⟧ is a ladder.',
    'so-called ⟦"ghost floors"⟧ without doors',
    'a method known as ⟦"dry lifting"⟧',
  ],
  other: [
    'A banner read ⟦"Stairs for Nobody"⟧.',
    'Its slogan, ⟦"Up, up and on time,"⟧ is painted on the door.',
    'The song goes ⟦"Nine floors up and no way down"⟧, all night long.',
    'Marchers in ⟦"Fix Our Lift"⟧ T-shirts blocked the road.',
  ],
};

function judged(marked: string, zone: Zone = 'body') {
  const prose = readProse(marked.replace(/[⟦⟧]/g, ''));
  const { stretches } = readMarks(prose, { singles: marked.includes('⟦‘') });
  const index = stretches.findIndex(({ start }) => start === marked.indexOf('⟦'));
  return judge(contextOf(prose, stretches, index), zone);
}

describe('what a quoted stretch is', () => {
  for (const [kind, copy] of Object.entries(CASES))
    describe(kind, () => {
      for (const marked of copy) it(marked, () => assert.equal(judged(marked).kind, kind));
    });

  for (const marked of [
    "Lift ⟦'not safe for dogs'⟧, inspector says",
    "Board: ⟦'We forgot'⟧",
    "Lift firm ⟦'ignored rust'⟧, court hears",
  ])
    it(`a headline's words, with a source: ${marked}`, () => {
      assert.match(judged(marked, 'headline').kind, /^(?:speech|partial)$/);
    });

  it('nothing where a paragraph has more marks than copy ever has', () => {
    const dump = (n: number): QuotationKind[] => {
      const prose = readProse('“So it was,” she said. '.repeat(n));
      const { stretches } = readMarks(prose, { singles: false });
      return stretches.map((_, i) => kindOf(prose, stretches, i, 'body').kind);
    };
    assert.deepEqual(new Set(dump(400)), new Set(['speech']));
    assert.deepEqual(new Set(dump(600)), new Set(['other']));
  });

  it('says what decided', () => {
    assert.match(judged('The film ⟦"Nine Floors Up"⟧ opens in May.').why, /after "film"/);
    assert.match(judged('⟦"The lift is out,"⟧ said Pryce.').why, /verb of speech/);
    assert.match(judged('Walter ⟦"Sparks"⟧ Dunmore mended it.').why, /inside a name/);
  });

  it('reads a fragment by its source: with one partial, without one a mark of distance', () => {
    const fragment = (kind: QuotationKind): Quotation => ({
      spans: [{ start: 0, end: 4 }],
      kind,
      paragraphs: [0],
      wordCount: 1,
      closed: true,
      style: 'double',
      why: '',
    });
    assert.equal(refineKind(fragment('partial'), () => false).kind, 'scare');
    assert.equal(refineKind(fragment('scare'), () => true).kind, 'partial');
    for (const kind of ['speech', 'title', 'nickname', 'term', 'other'] as const)
      for (const hasSource of [true, false]) assert.equal(refineKind(fragment(kind), () => hasSource).kind, kind);
  });
});

describe('the weights of kinds', () => {
  it('choose between the kinds that the code knows', () => {
    assert.deepEqual(weights.choices, CHOICES);
    assert.equal(weights.start.length, CHOICES.length);
    for (const row of Object.values(weights.weights)) assert.equal(row.length, CHOICES.length);
  });

  for (const [name, row] of Object.entries(weights.weights))
    it(`"${name}" can change a decision`, () => {
      assert.ok(Math.max(...row) - Math.min(...row) > 0.05);
      assert.notDeepEqual(scores(new Map([[name, '']])), scores(new Map()));
    });
});
