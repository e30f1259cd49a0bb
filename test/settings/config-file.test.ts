import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readConfig, settingsFor } from '../../src/settings/config-file';

const RULES = new Set(['quote-unbalanced', 'loaded-verb']);
const read = (text: string) => readConfig(text, RULES);
const complaints = (text: string) => read(text).problems.map(({ line, message }) => `${line}: ${message}`);

describe('a configuration file', () => {
  it('may be empty', () => assert.deepEqual(complaints(''), []));

  it('may have comments, a schema and trailing commas', () => {
    const { settings, problems } = read(`{
      "$schema": "./schema.json",
      // the house's own
      "style": "wire",
      "rules": { "loaded-verb": "off", },
    }`);
    assert.deepEqual(problems, []);
    assert.deepEqual(settings, { style: 'wire', rules: { 'loaded-verb': 'off' } });
  });

  it('names the line and the key of a wrong value, and keeps the rest', () => {
    const text = '{\n  "claimQuotes": true,\n  "style": "tabloid"\n}';
    assert.deepEqual(complaints(text), [
      '3: style is one of none, wire, uk-newspaper, us-newspaper, blog, strict, not "tabloid"',
    ]);
    assert.deepEqual(read(text).settings, { claimQuotes: true });
  });

  it('counts lines in files from Windows', () => {
    assert.deepEqual(complaints('{\r\n\r\n"cues": "aver"}'), ['3: cues is a list: […], not "aver"']);
  });

  it('asks whether a misspelled rule is meant to be the one it looks like', () => {
    assert.deepEqual(complaints('{"rules": {"quote-unballanced": "off"}}'), [
      '1: rules.quote-unballanced is no rule: did you mean "quote-unbalanced"?',
    ]);
  });

  it('does not guess at a rule that looks like none', () => {
    assert.deepEqual(complaints('{"rules": {"spelling": "off"}}'), ['1: rules.spelling is no rule']);
  });

  it('points at the property that is wrong', () => {
    const text = '{ "rules": { "loaded-verb": "loud" } }';
    const [{ offset, length }] = read(text).problems;
    assert.equal(text.slice(offset, offset + length), '"loaded-verb": "loud"');
  });

  it('keeps the good items of a list', () => {
    const text = '{"neverSources": ["sources close to nobody", 7]}';
    assert.deepEqual(complaints(text), ['1: neverSources.1 is a word or words in quotation marks, not 7']);
    assert.deepEqual(read(text).settings, { neverSources: ['sources close to nobody'] });
  });

  it('takes agencies by name or with their tags', () => {
    assert.deepEqual(
      read('{"agencies": ["Harbour Wire", {"name": "Northern Press", "tags": ["NP"]}]}').settings.agencies,
      [{ name: 'Harbour Wire' }, { name: 'Northern Press', tags: ['NP'] }],
    );
  });

  it('says where it is not JSON, and still reads what it can', () => {
    const text = '{ "style": "blog", "cues": [ }';
    assert.match(complaints(text)[0], /^1: this is not JSON here/);
    assert.equal(read(text).settings.style, 'blog');
  });

  for (const text of ['[]', '7', '"wire"', 'null'])
    it(`is an object, not ${text}`, () =>
      assert.deepEqual(complaints(text), ['1: the whole file is an object: { … }']));

  it('survives brackets nested by the hundred thousand', () => {
    assert.equal(read('['.repeat(200_000)).problems.length > 0, true);
  });

  it('takes __proto__ for a key like any other', () => {
    const { settings, problems } = read('{"__proto__": {"style": "wire"}, "rules": {"__proto__": "off"}}');
    assert.equal(settings.style, undefined);
    assert.equal(problems.length, 2);
  });

  it('sets other things for a language', () => {
    const config = read('{"style": "wire", "rules": {"loaded-verb": "hint"}, "[markdown]": {"style": "blog"}}');
    assert.equal(settingsFor(config, 'markdown').style, 'blog');
    assert.equal(settingsFor(config, 'plaintext').style, 'wire');
    assert.equal(settingsFor(config, 'markdown').rules?.['loaded-verb'], 'hint');
  });

  it('names the language of a wrong value', () => {
    assert.deepEqual(complaints('{"[markdown]": {"claimQuotes": "yes"}}'), [
      '1: [markdown].claimQuotes is true or false, not "yes"',
    ]);
  });
});
