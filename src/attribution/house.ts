import { knownCues, withCues, type CueLexicon } from './cues';

/** What a house adds to the engine's own word lists; one a publication, shared by its analyses. */
export interface House {
  readonly lexicon: CueLexicon;
  /** Whether a source's words are among those that the house never takes for a source. */
  readonly isNeverSource: (words: string) => boolean;
}

/** The engine's own lists and nothing else. */
export const NO_HOUSE: House = { lexicon: knownCues, isNeverSource: () => false };

/** A house by its settings: verbs in base form, and words that are never sources, with or without an article. */
export function houseOf(cues: readonly string[] = [], neverSources: readonly string[] = []): House {
  if (cues.length + neverSources.length === 0) return NO_HOUSE;
  const never = new Set(neverSources.map(bare).filter((words) => words !== ''));
  return {
    lexicon: withCues(cues),
    isNeverSource: never.size === 0 ? NO_HOUSE.isNeverSource : (words) => never.has(bare(words)),
  };
}

/** In lower case, single blanks, without an article before. */
const bare = (words: string): string =>
  words
    .toLowerCase()
    .replace(/’/g, "'")
    .trim()
    .split(/\s+/)
    .join(' ')
    .replace(/^(?:the|an?) (?=.)/, '');
