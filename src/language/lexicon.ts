import data from './lexicon.json';

/** Word lists by what they tell of a word. Keys are lower case; entries of several words are joined by a space. */
export type WordList = keyof typeof data;

const sets: Partial<Record<WordList, ReadonlySet<string>>> = {};

/** A word list as a set, built at its first use. */
export function wordList(name: WordList): ReadonlySet<string> {
  return (sets[name] ??= new Set(data[name].split('|')));
}

/** Words as a set: quicker than a pattern for one of a few words, which has to be compiled as well. */
export const wordSet = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

export const DETERMINERS = wordSet(
  'the a an this that these those his her its their our my your some any each every no another both all one two three four five six seven eight nine ten several many most few',
);
export const PRONOUNS = wordSet('he she they it i we you who');
export const PREPOSITIONS = wordSet(
  'of in on at by for with from to into onto about after before between during under over against among through without within near as per via than like across behind beyond since until upon off up down out amid despite toward towards outside inside around above below beside besides along',
);
export const CONJUNCTIONS = wordSet(
  'and or but nor yet so that because if when while although though whether which where who whom whose what why how unless once whereas',
);
export const AUXILIARIES = wordSet(
  "is are was were be been being am has have had do does did will would shall should can could may might must 's 've 'd 'll isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't shouldn't cannot not never",
);
export const ADVERBS = wordSet(
  'also later then still again already once now just only recently previously earlier repeatedly reportedly allegedly publicly privately openly clearly simply first finally eventually often always sometimes even soon meanwhile flatly quietly angrily bluntly frankly famously initially subsequently immediately promptly further afterwards afterward instead nevertheless however apparently initially jokingly wryly drily dryly softly firmly merely specifically explicitly consistently persistently strongly sharply swiftly quickly long there here today tonight yesterday tomorrow too either himself herself themselves itself',
);
/** Words that stand with a capital only where a sentence begins: no names. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set([
  ...DETERMINERS,
  ...PRONOUNS,
  ...PREPOSITIONS,
  ...CONJUNCTIONS,
  ...AUXILIARIES,
  ...ADVERBS,
  ...wordSet(
    "him them me us mine yours hers theirs ours there's it's he's she's they're we're i'm you're i've we've i'd that's what's let's yes no not according asked told said speaking meanwhile however moreover more much other others such same own less least nobody nothing everyone everybody everything someone somebody something anyone anything nearly almost about neither either half",
  ),
]);
export const CALENDAR = wordSet(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec. christmas easter ramadan',
);

/** Whether a word can only be a verb here: a form of the lists that is no noun or adjective as well. */
export function isVerbForm(lower: string): boolean {
  return (
    AUXILIARIES.has(lower) ||
    wordList('past').has(lower) ||
    (wordList('present').has(lower) && !wordList('actor').has(lower))
  );
}
