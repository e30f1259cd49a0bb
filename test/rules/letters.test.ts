import assert from 'node:assert/strict';
import fc from 'fast-check';
import { distance } from 'fastest-levenshtein';
import { longClauses } from '../../src/rules/quotes/clauses';
import { mostMoved, type Passage } from '../../src/rules/quotes/letters';
import { plainWords } from '../../src/rules/quotes/plain';

const word = fc.constantFrom(
  'the',
  'tram',
  'trams',
  'Town',
  'wants',
  'a',
  'new',
  'don’t',
  '1,200',
  'depot',
  'é',
  'U.S',
);
const words = fc.array(word, { minLength: 8, maxLength: 14 });
const passage = (of: readonly string[]): Passage => longClauses(of.join(' '))[0];

describe('what letters alone say of a text and a stretch of another', () => {
  it('rules out no stretch that few changes make that text', () => {
    const edits = fc.array(fc.tuple(fc.nat({ max: 13 }), fc.nat({ max: 1 }), fc.array(word, { maxLength: 1 })), {
      maxLength: 3,
    });
    const nudge = fc.integer({ min: -2, max: 2 });
    fc.assert(
      fc.property(words, fc.integer({ min: -4, max: 6 }), edits, nudge, nudge, (clause, start, changed, by, byEnd) => {
        const part = clause.slice(Math.max(0, start));
        for (const [at, count, instead] of changed) part.splice(at, count, ...instead);
        fc.pre(part.length >= 8);
        const plain = (text: string): readonly string[] => plainWords(text).map((one) => one.plain);
        const [all, goal] = [plain(clause.join(' ')), plain(part.join(' ')).join(' ')];
        const cut = (first: number, end: number): string => all.slice(Math.max(0, first), Math.max(0, end)).join(' ');
        const most = distance(cut(start + by, start + part.length + byEnd), goal);
        const moved = mostMoved(passage(clause), start, passage(part), most);
        assert.ok(moved !== undefined, 'it is ruled out');
        assert.ok(distance(cut(start, start + part.length), goal) <= most + moved, 'its ends are moved further');
      }),
      { numRuns: 3000 },
    );
  });

  it('rules out texts of other letters', () => {
    const ferries = passage('no ferry crew here ever refuses free beer offers'.split(' '));
    const docks = passage('a giant ship sinks in a south Malta dock'.split(' '));
    assert.equal(mostMoved(ferries, 0, docks, 5), undefined);
    assert.notEqual(mostMoved(ferries, 0, ferries, 0), undefined);
  });
});
