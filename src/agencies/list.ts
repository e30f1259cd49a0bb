import type { Agency, OwnAgency } from './agency';
import data from './agencies.json';

/** How copy names a country: itself, its people and what is theirs, its chief cities. */
export interface Country {
  readonly names: readonly string[];
  readonly people: readonly string[];
  readonly cities: readonly string[];
}

export const AGENCIES: readonly Agency[] = data.agencies as unknown as readonly Agency[];

export const COUNTRIES: Readonly<Record<string, Country>> = data.countries;

/** An agency from the settings. A tag in capitals is matched as written; a publication knows its own names. */
export function ownAgency({ name, tags = [] }: OwnAgency): Agency {
  return { id: `own:${name}`, name, tags, aliases: [], country: 'XX', matching: 'unique' };
}
