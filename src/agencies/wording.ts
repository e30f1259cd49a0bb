import data from './wording.json';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Lower-case words that tell how copy cites an agency. */
export const WORDING = {
  /** After the name: it passes something on, which little but an agency does. */
  relayVerbs: set(data.relayVerbs),
  /** After the name: it says something, as any body may. */
  sayVerbs: set(data.sayVerbs),
  /** After "a Reuters witness". */
  speechOfStaff: set(data.speechOfStaff),
  /** Before "to Reuters". */
  spokenTo: set(data.spokenTo),
  /** Before "with Reuters". */
  withSpokenTo: set(data.withSpokenTo),
  /** Before "by Reuters": the agency passes on. */
  byReported: set(data.byReported),
  /** Before "by Reuters": the agency is spoken to, or has seen for itself. */
  bySpokenTo: set(data.bySpokenTo),
  reportNouns: set(data.reportNouns),
  staffNouns: set(data.staffNouns),
  agencyNouns: set(data.agencyNouns),
  /** Words that may stand between an agency's name and "agency". */
  besideNouns: set(data.besideNouns),
  /** Services of an agency: "Reuters Health". */
  ownNouns: set(data.ownNouns),
  adjectives: set(data.adjectives),
  timeWords: set(data.timeWords),
  auxiliaries: set(data.auxiliaries),
  /** What parties and companies have, and agencies seldom. */
  bodyNouns: set(data.bodyNouns),
} as const;
