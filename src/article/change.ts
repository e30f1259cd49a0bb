/** Where two versions of a text differ: so many code units at the start and at the end are the same. */
export interface Change {
  readonly prefix: number;
  readonly suffix: number;
}

/** Compared first at a time, then halves of it: a whole comparison of equal stretches is far quicker than one of single characters. */
const STRETCH = 32_768;

/** The longest common start and, of what is left, the longest common end. */
export function changeBetween(before: string, after: string): Change {
  const most = Math.min(before.length, after.length);
  const prefix = longest(most, (from, to) => before.slice(from, to) === after.slice(from, to));
  const [a, b] = [before.length, after.length];
  const suffix = longest(most - prefix, (from, to) => before.slice(a - to, a - from) === after.slice(b - to, b - from));
  return { prefix, suffix };
}

/** How far, up to `most`, all is the same; `same` compares what lies between two distances. */
function longest(most: number, same: (from: number, to: number) => boolean): number {
  let length = 0;
  for (let step = STRETCH; step > 0; step >>= 1)
    while (length + step <= most && same(length, length + step)) length += step;
  return length;
}
