import type { Alignment } from '../article/alignment';
import type { Article, Paragraph } from '../article/article';
import type { MarkHabits } from '../quotations/marks';
import type { Marks, Quotation } from '../quotations/quotation';
import type { Cue, Subject } from './clauses';
import type { House } from './house';

/**
 * Where a quotation's speaker may come from. `cue`: a reporting verb with its subject. `colon`: "Ruiz: “…”". `dash`:
 * "“…” – Ruiz". `follow`: the quotation before, whose speaker goes on. `next`: the quotation after. `lead-in`: the
 * subject of the sentence before. `none`: nobody.
 */
export type CandidateType = 'cue' | 'colon' | 'dash' | 'by' | 'follow' | 'next' | 'lead-in' | 'none' | 'tagged';

export interface Candidate {
  readonly type: CandidateType;
  readonly paragraph: number;
  readonly cue?: Cue;
  readonly subject?: Subject;
  /** Index of the quotation that this one follows or precedes. */
  readonly link?: number;
  readonly features: readonly string[];
}

/** What the choice of candidates reads: all relative to its paragraph but quotations. */
export interface Scene {
  readonly article: Article;
  readonly habits: MarkHabits;
  /** By paragraph. */
  readonly marks: readonly Marks[];
  readonly quotations: readonly Quotation[];
  /** By paragraph. */
  readonly cues: readonly (readonly Cue[])[];
  /** Indexes of paragraphs that begin inside a quotation. */
  readonly openAt: ReadonlySet<number>;
  readonly house: House;
  /** What it has in common with the scene that it was made from; undefined where it was made from the article alone. */
  readonly kept?: Kept;
}

/**
 * What two scenes have in common: paragraphs with their marks and cues, and quotations. Those before `first` are the
 * same objects, those from `end` on the same but for their place.
 */
export interface Kept {
  readonly alignment: Alignment;
  readonly first: number;
  readonly end: number;
}

/** Words around a quotation that its candidates share. */
export interface Setting {
  readonly q: number;
  readonly quotation: Quotation;
  readonly kind: string;
  readonly first: Paragraph;
  readonly last: Paragraph;
  readonly start: number;
  readonly end: number;
  readonly ending: string;
  readonly opening: string;
  readonly opensParagraph: boolean;
  readonly endsParagraph: boolean;
}

type Value = string | number | boolean;

/**
 * Features of one form, as in family`cue ${'where'} dist=${'dist'}`: a function from up to three values, few for each place, to
 * the feature's name, always the same string for the same values. A name put together anew takes ten times as long to look up
 * among the weights.
 */
export function family(parts: TemplateStringsArray, ..._places: string[]): (a: Value, b?: Value, c?: Value) => string {
  const make = (...values: Value[]): string => parts.reduce((name, part, i) => `${name}${values[i - 1]}${part}`);
  const names = new Map<Value, string>();
  if (parts.length === 2) return (a) => names.get(a) ?? put(names, a, make(a));
  const pairs = new Map<Value, Map<Value, string>>();
  if (parts.length === 3)
    return (a, b = '') => {
      const own = pairs.get(a) ?? put(pairs, a, new Map<Value, string>());
      return own.get(b) ?? put(own, b, make(a, b));
    };
  const triples = new Map<Value, typeof pairs>();
  return (a, b = '', c = '') => {
    const first = triples.get(a) ?? put(triples, a, new Map<Value, Map<Value, string>>());
    const own = first.get(b) ?? put(first, b, new Map<Value, string>());
    return own.get(c) ?? put(own, c, make(a, b, c));
  };
}

function put<T>(map: Map<Value, T>, key: Value, value: T): T {
  map.set(key, value);
  return value;
}

/** A count of words in few classes, for features. */
export const bucket = (n: number): string =>
  n <= 0 ? '0' : n === 1 ? '1' : n <= 3 ? '3' : n <= 7 ? '7' : n <= 15 ? '15' : n <= 30 ? '30' : 'far';
