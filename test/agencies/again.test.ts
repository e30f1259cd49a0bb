import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { sameMention } from '../../src/agencies/agency';
import { findAgencies } from '../../src/agencies/find';
import { align } from '../../src/article/alignment';
import { nothingRead, readArticle } from '../../src/article/read';
import { toEnd } from '../../src/steps';

const PARAGRAPHS = [
  'The ferry sailed at dawn, Reuters reported on Tuesday.',
  'The pier is safe, according to Agence France-Presse.',
  'The crew would not sail again, the agency reported.',
  'Nobody was hurt, the news agency said.',
  'The goat had no ticket, the agency added, citing the port.',
  'The space agency said it had seen nothing of the ferry.',
  'It rained all day.',
];

/** An article read after another one: paragraphs that are as they were are the same. */
const reading = (paragraphs: readonly string[], memory = nothingRead()) =>
  toEnd(readArticle(paragraphs.join('\n\n'), 'plaintext', memory));

const cases = fc.record({
  paragraphs: fc.array(fc.constantFrom(...PARAGRAPHS), { minLength: 8, maxLength: 16 }),
  changes: fc.array(fc.record({ at: fc.nat(), now: fc.constantFrom(...PARAGRAPHS) }), { minLength: 1, maxLength: 4 }),
});

describe('the agencies of an article after an edit', () => {
  it('are those that it would have had in the first place, and known to be as they were from some paragraph on', () => {
    fc.assert(
      fc.property(cases, ({ paragraphs, changes }) => {
        // names the agencies anyhow, so that a change seldom says something else of the whole article
        const text = [...paragraphs, PARAGRAPHS[0], PARAGRAPHS[1]];
        let before = reading(text);
        let found = findAgencies(before.article);
        for (const { at, now } of changes) {
          text[at % paragraphs.length] = now;
          const { article, memory } = reading(text, before.memory);
          const again = findAgencies(article, undefined, undefined, found, align(before.article, article));
          assert.deepEqual(again.mentions, findAgencies(article).mentions);
          const { settled = article.paragraphs.length } = again;
          const offset = article.text.length - before.article.text.length;
          const below = found.mentions.filter(({ paragraph }) => paragraph >= settled);
          const isBelow = again.mentions.filter(({ paragraph }) => paragraph >= settled);
          assert.equal(isBelow.length, below.length);
          assert.ok(below.every((one, i) => sameMention(one, isBelow[i], offset, 0)));
          before = { article, memory };
          found = again;
        }
      }),
      { numRuns: 400 },
    );
  });

  it('are looked at again only as far below as "the agency" reaches', () => {
    const text = [PARAGRAPHS[0], PARAGRAPHS[2], ...Array<string>(8).fill(PARAGRAPHS[6]), PARAGRAPHS[1], PARAGRAPHS[3]];
    const before = reading(text);
    const found = findAgencies(before.article);
    text[3] = 'It rained all night.';
    const { article } = reading(text, before.memory);
    const again = findAgencies(article, undefined, undefined, found, align(before.article, article));
    assert.equal(again.settled, 4);
    assert.equal(again.mentions[0], found.mentions[0]);
  });
});
