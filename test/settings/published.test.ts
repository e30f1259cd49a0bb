import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import manifest from '../../package.json';
import schema from '../../schemas/according-to.schema.json';
import { rules } from '../../src/core';
import { readConfig } from '../../src/settings/config-file';
import { STYLES } from '../../src/settings/presets';
import { MARKS, RULE_SETTINGS, SETTING_NAMES } from '../../src/settings/read';

interface Described {
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, { readonly enum: readonly string[] }>>;
}
const inManifest = manifest.contributes.configuration.properties as Readonly<Record<string, Described>>;
const inSchema = schema.properties as Readonly<Record<string, Described>>;
const byLanguage = Object.values(schema.patternProperties)[0].properties;

describe('what is published of the settings', () => {
  for (const name of SETTING_NAMES)
    it(`offers ${name} in VS Code, in the configuration file and for a language there`, () => {
      assert.ok(inManifest[`accordingTo.${name}`], 'not in package.json');
      assert.ok(inSchema[name], 'not in the schema');
      assert.ok(Object.hasOwn(byLanguage, name), 'not for a language');
    });

  it('offers nothing in the configuration file that is not read', () => {
    assert.deepEqual(Object.keys(inSchema).sort(), ['$schema', ...SETTING_NAMES].sort());
  });

  for (const [name, values] of [
    ['style', STYLES],
    ['quotationMarks', MARKS],
  ] as const)
    it(`offers the same ${name} as is read`, () => {
      assert.deepEqual(inManifest[`accordingTo.${name}`].enum, values);
      assert.deepEqual(inSchema[name].enum, values);
    });

  it('offers each rule with every severity', () => {
    for (const { properties } of [inManifest['accordingTo.rules'], inSchema.rules]) {
      assert.deepEqual(Object.keys(properties ?? {}).sort(), rules.map(({ id }) => id).sort());
      for (const described of Object.values(properties ?? {}))
        assert.deepEqual([...described.enum].sort(), [...RULE_SETTINGS].sort());
    }
  });

  for (const page of ['docs/settings.md', 'README.md'])
    it(`shows configuration files in ${page} that are right`, () => {
      const examples = [...readFileSync(page, 'utf8').matchAll(/```jsonc?\n([^]*?)```/g)].map(([, example]) => example);
      const ids = new Set(rules.map(({ id }) => id));
      assert.ok(examples.length > 0);
      for (const example of examples) assert.deepEqual(readConfig(example, ids).problems, []);
    });
});
