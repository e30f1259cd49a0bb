import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { rules } from '../core';
import { CONFIG_FILE, readConfig, settingsFor, type Config } from '../settings/config-file';
import type { Settings } from '../settings/settings';
import { decode } from './decode';

/** Settings for the files of a run. */
export interface Configs {
  /** Why the configuration file that the user named cannot be read; undefined where it can. */
  unreadable(): Promise<string | undefined>;
  settingsFor(file: string, languageId: string): Promise<Settings>;
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
    async settingsFor(file, languageId) {
      const config = named === false ? undefined : await (only ?? above(dirname(file)));
      return config ? settingsFor(config, languageId) : {};
    },
  };
}
