/**
 * Writes what follows from the list of rules: the setting in package.json, the tables in README.md and
 * docs/rules/README.md, the schema of .according-to.json; README.md's lists of settings and commands from package.json;
 * the grammars in syntaxes/ from the list of agencies. With --check it writes nothing, names what is stale and exits 1.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'prettier';
import { rules } from '../src/rules/index';
import { grammars } from './generated/grammar';
import { rulesSchema, rulesSetting, rulesTable } from './generated/rules';
import { commandsList, settingsTable, type Command } from './generated/settings';
import { root } from './paths';

interface Manifest {
  contributes: { configuration?: Section | Section[]; commands?: Command[] };
}
interface Section {
  title?: string;
  properties: Record<string, unknown>;
}

const SETTING = 'accordingTo.rules';

function manifest(source: string): string {
  const json = JSON.parse(source) as Manifest;
  const configuration = (json.contributes.configuration ??= { title: 'According To', properties: {} });
  const sections = Array.isArray(configuration) ? configuration : [configuration];
  const section = sections.find(({ properties }) => SETTING in properties) ?? sections[0];
  section.properties[SETTING] = rulesSetting(rules, section.properties[SETTING]);
  return JSON.stringify(json);
}

function schema(source: string): string {
  const json = source
    ? (JSON.parse(source) as { properties: Record<string, unknown> })
    : {
        $schema: 'http://json-schema.org/draft-07/schema#',
        title: 'According To',
        type: 'object',
        properties: {} as Record<string, unknown>,
      };
  json.properties.rules = rulesSchema(rules);
  return JSON.stringify(json);
}

/** Puts `table` between the two marks of that name in a Markdown page. */
function between(source: string, name: string, table: string): string {
  const [open, close] = [`<!-- ${name}: generated -->`, `<!-- /${name} -->`];
  const start = source.indexOf(open);
  const end = source.indexOf(close);
  if (start < 0 || end < start) throw new Error(`The marks ${open} and ${close} are missing.`);
  return `${source.slice(0, start)}${open}\n\n${table}\n\n${source.slice(end)}`;
}

const OVERVIEW = `# The rules

Each rule has a page of its own, and the examples on the page are the rule's tests. Severity is what holds where nothing
is set; a rule that is off says what it reports once it is on.

<!-- rules: generated -->

<!-- /rules -->
`;

function readme(source: string): string {
  const { contributes } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Manifest;
  const { configuration = [], commands = [] } = contributes;
  const sections = Array.isArray(configuration) ? configuration : [configuration];
  const settings = Object.assign({}, ...sections.map(({ properties }) => properties)) as Section['properties'];
  const tables: Record<string, string> = {
    rules: rulesTable(rules, 'docs/rules/'),
    settings: settingsTable(settings),
    commands: commandsList(commands),
  };
  return Object.entries(tables).reduce((text, [name, table]) => between(text, name, table), source);
}

const targets: Record<string, (source: string) => string> = {
  'package.json': manifest,
  'README.md': readme,
  'docs/rules/README.md': (source) => between(source || OVERVIEW, 'rules', rulesTable(rules, '')),
  'schemas/according-to.schema.json': schema,
  ...Object.fromEntries(
    Object.entries(grammars).map(([file, grammar]) => [`syntaxes/${file}`, () => JSON.stringify(grammar)]),
  ),
};

async function main(): Promise<void> {
  const check = process.argv.includes('--check');
  const stale: string[] = [];
  for (const [name, generate] of Object.entries(targets)) {
    const file = path.join(root, name);
    const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
    const parser = name === 'package.json' ? 'json-stringify' : name.endsWith('.json') ? 'json' : 'markdown';
    const after = await format(generate(before), { parser, printWidth: 120, singleQuote: true });
    if (after === before.replace(/\r\n/g, '\n')) continue;
    stale.push(name);
    if (check) continue;
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, after);
  }
  if (stale.length === 0) console.log('Nothing to do: all that is generated from the rules is up to date.');
  else if (!check) console.log(`Written: ${stale.join(', ')}`);
  else {
    console.error(`Stale: ${stale.join(', ')}. Run "npm run generate" and commit what it writes.`);
    process.exitCode = 1;
  }
}

void main();
