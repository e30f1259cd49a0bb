import { distance } from 'fastest-levenshtein';
import { recently } from '../../language/recently';
import { mostMoved, type Passage } from './letters';
import { eachWord, hashOfPlain, plainWords } from './plain';

/** Where runs of words stand: for finding likely pairs among many texts without comparing each with each. */
export interface Shingles<Key> {
  /** Both tell whether some run is passed over from now on that was not, or the other way round. */
  readonly add: (key: Key, runs: Int32Array) => boolean;
  readonly remove: (key: Key, runs: Int32Array) => boolean;
  /** Keys that share some of these runs, and how many; a run that stands nearly everywhere says nothing. */
  readonly near: (runs: Int32Array) => ReadonlyMap<Key, number>;
}

/** Runs that stand in more texts than this are passed over: it keeps comparing linear. */
const MOST = 24;

/** The runs of `size` words by hash. Runs with one hash count as one: what is near is a guess to be looked at. */
export function runsOf(words: readonly string[], size: number): Int32Array {
  return runsOfHashes(words.map(hashOfPlain), size);
}

/** The same of words by their hashes. */
export function runsOfHashes(hashes: readonly number[], size: number): Int32Array {
  const runs = new Int32Array(Math.max(0, hashes.length - size + 1));
  for (let i = 0; i < runs.length; i++) {
    let hash = 0;
    for (let k = 0; k < size; k++) hash = Math.imul(hash, 31) + Math.imul(hashes[i + k], 0x9e3779b1);
    runs[i] = hash;
  }
  return runs;
}

/** An empty index of runs, all of so many words. */
export function shingles<Key>(): Shingles<Key> {
  const places = new Map<number, Key[]>();
  const nobody: ReadonlyMap<Key, number> = new Map();
  return {
    add(key, runs) {
      let isTurn = false;
      for (const run of runs) {
        const keys = places.get(run);
        if (!keys) places.set(run, [key]);
        // once, however often the run stands in it
        else if (keys[keys.length - 1] !== key && keys.push(key) === MOST + 1) isTurn = true;
      }
      return isTurn;
    },
    remove(key, runs) {
      let isTurn = false;
      for (const run of runs) {
        const keys = places.get(run);
        const at = keys ? keys.indexOf(key) : -1;
        if (at < 0) continue;
        keys!.splice(at, 1);
        if (keys!.length === MOST) isTurn = true;
      }
      return isTurn;
    },
    near(runs) {
      let counts: Map<Key, number> | undefined;
      for (const run of runs) {
        const keys = places.get(run);
        if (!keys || keys.length > MOST) continue;
        counts ??= new Map();
        for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
      }
      return counts ?? nobody;
    },
  };
}

/** Longer texts are compared by their beginnings: Levenshtein's cost grows with the square. */
const LONGEST = 1200;

/** 0–1: how alike two texts are, by the letters that would have to change. */
export function alike(a: string, b: string): number {
  return likeness(`${a}\n${b}`);
}

/** Pairs come again at each edit: most of an article stands as it stood. */
const likeness = recently((pair) => {
  const cut = pair.indexOf('\n');
  return measured(pair.slice(0, cut), pair.slice(cut + 1));
}, 4000);

function measured(a: string, b: string): number {
  const [x, y] = [a.slice(0, LONGEST), b.slice(0, LONGEST)];
  const most = Math.max(x.length, y.length);
  return most === 0 ? 1 : 1 - edits(x, y) / most;
}

/** Levenshtein's distance. What is compared here is mostly alike: only what differs need be looked at. */
function edits(x: string, y: string): number {
  let [first, a, b] = [0, x.length, y.length];
  while (first < a && first < b && x.charCodeAt(first) === y.charCodeAt(first)) first++;
  while (a > first && b > first && x.charCodeAt(a - 1) === y.charCodeAt(b - 1)) [a, b] = [a - 1, b - 1];
  return distance(x.slice(first, a), y.slice(first, b));
}

/** Whether one sequence of words stands in the other, word by word; both joined by blanks. */
export function contains(words: string, part: string): boolean {
  return ` ${words} `.includes(` ${part} `);
}

/** As `search` by runs of `size` words, with its latest answers at hand. */
export function nearest(
  words: readonly string[],
  part: readonly string[],
  size: number,
  least: number,
): Nearest | undefined {
  return nearestOf(`${size} ${least}\n${words.join(' ')}\n${part.join(' ')}`);
}

export interface Nearest {
  readonly first: number;
  readonly end: number;
  readonly alike: number;
}

const nearestOf = recently((key) => {
  const [how, text, part] = key.split('\n');
  const [size, least] = how.split(' ').map(Number);
  return search(passageOf(text, size), passageOf(part, size), least);
}, 4000);

function passageOf(text: string, size: number): Passage {
  const [starts, hashes]: number[][] = [[], []];
  eachWord(text, (start, _end, hash) => {
    starts.push(start);
    hashes.push(hash);
  });
  return { text, starts, runs: runsOfHashes(hashes, size) };
}

/** Less alike than this no other beginning or end by a word or two makes a match of two stretches. */
const FAR_OFF = 0.5;
const NUDGES = [-1, 1, -2, 2];

const better = (a: Nearest, b: Nearest): Nearest => (b.alike > a.alike ? b : a);

/** Where a text most likely stands, as indices of words, the likeliest first: where most of its runs put its first word. */
function likelyStarts(runs: Int32Array, part: Int32Array): readonly number[] {
  const starts = new Map<number, number>();
  for (let i = 0; i < runs.length; i++) {
    const within = part.indexOf(runs[i]);
    if (within >= 0) starts.set(i - within, (starts.get(i - within) ?? 0) + 1);
  }
  const likely = [...starts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return likely.slice(0, 3).map(([start]) => start);
}

/**
 * The stretch of a passage that comes nearest to `part`, as first and end index of its words, and how alike the two are;
 * undefined where no run is in both. Looks only where such a run says to look; what cannot be `least` alike may be left
 * out.
 */
export function search(passage: Passage, part: Passage, least: number): Nearest | undefined {
  const { length } = part.starts;
  // what is as alike is longer by no more letters than may differ; more letters than are compared say nothing
  const most =
    part.text.length > LONGEST / 2 ? Infinity : ((1 - least) / least) * part.text.toLowerCase().length + 1e-6;
  let best: Nearest | undefined;
  let words: readonly string[] | undefined;
  let goal = '';
  for (const start of likelyStarts(passage.runs, part.runs)) {
    const moved = mostMoved(passage, start, part, most);
    if (moved === undefined) continue;
    if (!words) [words, goal] = [plainOf(passage.text), plainOf(part.text).join(' ')];
    const of = words;
    const at = (first: number, end: number): Nearest => ({
      first,
      end,
      alike: end > first ? measured(of.slice(first, end).join(' '), goal) : 0,
    });
    let found = at(Math.max(0, start), Math.min(words.length, start + length));
    const changes = (1 - found.alike) * Math.max(goal.length, words.slice(found.first, found.end).join(' ').length);
    if (found.alike < FAR_OFF || changes - moved > most) continue;
    // first where it begins, then where it ends
    for (const by of NUDGES) found = better(found, at(Math.max(0, start + by), found.end));
    for (const by of NUDGES) found = better(found, at(found.first, Math.min(words.length, start + length + by)));
    best = best ? better(best, found) : found;
  }
  return best;
}

const plainOf = (text: string): readonly string[] => plainWords(text).map(({ plain }) => plain);
