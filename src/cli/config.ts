import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { createAnalyser, rules, type Analyser } from '../core';
import { CONFIG_FILE, readConfig, settingsFor, type Config } from '../settings/config-file';
import { sourceFilesOf } from '../settings/source-files';
import { analyserOptions } from '../settings/settings';
import { decode } from './decode';

/** Settings for the files of a run, and the analysers that follow from them. */
export interface Configs {
  /** Why the configuration file that the user named cannot be read; undefined where it can. */
  unreadable(): Promise<string | undefined>;
  /** An analyser for a file. Files with the same settings share one: it is for use at once, not for keeping. */
  analyserFor(file: string, languageId: string): Promise<Analyser>;
}

const ruleIds = new Set(rules.map(({ id }) => id));

/**
 * Finds settings: in the file that the user named, in none (`false`), or in the nearest `.according-to.json` in a
 * file's own folder or above. Each is read once; `warn` hears what is wrong in it.
 */
export function configFinder(named: string | false | undefined, cwd: string, warn: (message: string) => void): Configs {
  const byFolder = new Map<string, Promise<Config | undefined>>();

  function above(folder: string): Promise<Config | undefined> {
    let config = byFolder.get(folder);
    if (!config) {
      config = load(join(folder, CONFIG_FILE)).catch(() => {
        const parent = dirname(folder);
        return parent === folder ? undefined : above(parent);
      });
      byFolder.set(folder, config);
    }
    return config;
  }

  async function load(path: string): Promise<Config> {
    const config = readConfig(decode(await readFile(path)), ruleIds);
    for (const { line, message } of config.problems) warn(`${path}:${line}: ${message}`);
    return config;
  }

  const analysers = new Map<Config | undefined, Map<string, Analyser>>();
  function shared(config: Config | undefined, languageId: string): Analyser {
    let byLanguage = analysers.get(config);
    if (!byLanguage) analysers.set(config, (byLanguage = new Map<string, Analyser>()));
    let one = byLanguage.get(languageId);
    if (!one) byLanguage.set(languageId, (one = analyser(config, languageId)));
    return one;
  }

  const only = named ? load(resolve(cwd, named)) : undefined;
  return {
    async unreadable() {
      try {
        await only;
        return undefined;
      } catch (error) {
        return `${String(named)}: cannot be read (${error instanceof Error ? error.message : String(error)})`;
      }
    },
    async analyserFor(file, languageId) {
      const config = named === false ? undefined : await (only ?? above(dirname(file)));
      const sources = await sourcesOf(file);
      return sources.length ? analyser(config, languageId, sources) : shared(config, languageId);
    },
  };
}

type Sources = readonly { readonly name: string; readonly text: string }[];

function analyser(config: Config | undefined, languageId: string, sources?: Sources): Analyser {
  const options = analyserOptions(config ? settingsFor(config, languageId) : {}, rules);
  return createAnalyser({ ...options, sources });
}

/** The texts beside an article that its quotations are taken from. */
async function sourcesOf(file: string): Promise<Sources> {
  const found = await Promise.all(
    sourceFilesOf(basename(file)).map(async (name) => {
      const path = join(dirname(file), name);
      if (!existsSync(path)) return []; // most articles have none, and a failed reading is dear
      try {
        return [{ name, text: decode(await readFile(path)) }];
      } catch {
        return [];
      }
    }),
  );
  return found.flat();
}
