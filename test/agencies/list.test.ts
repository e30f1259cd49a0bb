import Ajv from 'ajv';
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import data from '../../src/agencies/agencies.json';
import schema from '../../src/agencies/agencies.schema.json';
import { AGENCIES, COUNTRIES } from '../../src/agencies/list';
import { createAnalyser } from '../../src/core';

describe('the list of agencies', () => {
  it('follows its schema', () => {
    const ajv = new Ajv({ strict: false });
    assert.ok(ajv.validate(schema, data), ajv.errorsText());
  });

  it('has an id of its own for each', () => {
    const ids = AGENCIES.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
  });

  it('knows the country of each', () => {
    for (const { id, country } of AGENCIES) assert.ok(country === 'XX' || COUNTRIES[country], id);
  });

  it('calls only its own names obsolete, and knows a current one', () => {
    for (const { id, name, tags, aliases, obsolete = {} } of AGENCIES)
      for (const [old, current] of Object.entries(obsolete)) {
        assert.ok([...tags, ...aliases].includes(old), `${id}: ${old}`);
        assert.ok([name, ...tags, ...aliases].includes(current) && !(current in obsolete), `${id}: ${current}`);
      }
  });

  it('repeats no name of an agency', () => {
    for (const { id, name, tags, aliases } of AGENCIES) {
      const names = [...tags, ...aliases];
      assert.equal(new Set(names).size, names.length, id);
      assert.ok(!aliases.includes(name), id);
    }
  });
});

describe('every agency of the list', () => {
  /** The ids of the agencies cited. */
  const cited = (text: string) =>
    createAnalyser()
      .update(text)
      .analysis.agencies.filter(({ use }) => use !== 'mention')
      .map(({ agency }) => agency.id);

  for (const { id, name, tags, country } of AGENCIES)
    it(`${name} (${id}) is found by its name and by its tags`, () => {
      const place = COUNTRIES[country]?.names[0] ?? 'Europe';
      for (const tag of new Set([name, ...tags])) {
        const where = `Ships waited off ${place} on Monday.\n\n`;
        assert.deepEqual(
          cited(`${where}The ${tag} news agency reported that the port was shut.`),
          [id],
          `the ${tag} news agency`,
        );
        assert.deepEqual(cited(`${where}MARLOW, May 4 (${tag}) - The port was shut.`), [id], `(${tag}) -`);
        assert.deepEqual(
          cited(`${where}The mayor was angry.\n\nThe port was shut. (${tag})`),
          [id],
          `(${tag}) at the end`,
        );
        assert.deepEqual(cited(`${where}The port, Photo: Ann Li/${tag}`), [id], `/${tag}`);
      }
    });
});
