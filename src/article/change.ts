/** Where two versions of a text differ: so many code units at the start and at the end are the same. */
export interface Change {
  readonly prefix: number;
  readonly suffix: number;
}

/** Compared at a time; a whole comparison of equal stretches is far quicker than one of single characters. */
const STRETCH = 4096;

/** The longest common start and, of what is left, the longest common end. */
export function changeBetween(before: string, after: string): Change {
  const most = Math.min(before.length, after.length);
  let prefix = 0;
  while (prefix + STRETCH <= most && before.slice(prefix, prefix + STRETCH) === after.slice(prefix, prefix + STRETCH))
    prefix += STRETCH;
  while (prefix < most && before.charCodeAt(prefix) === after.charCodeAt(prefix)) prefix++;

  const left = most - prefix;
  let suffix = 0;
  const same = (length: number): boolean => {
    const [a, b] = [before.length - suffix, after.length - suffix];
    return before.slice(a - length, a) === after.slice(b - length, b);
  };
  while (suffix + STRETCH <= left && same(STRETCH)) suffix += STRETCH;
  while (suffix < left && same(1)) suffix++;
  return { prefix, suffix };
}
