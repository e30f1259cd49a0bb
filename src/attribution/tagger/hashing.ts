/** Hashes that name words and features in the model; no word of the training text is in it. */

/** 32-bit FNV-1a over the UTF-16 units of `s` from `from`, stirred once more. */
export function hashText(s: string, from = 0): number {
  let x = 0x811c9dc5;
  for (let i = from; i < s.length; i++) x = Math.imul(x ^ s.charCodeAt(i), 0x01000193);
  x ^= x >>> 15;
  x = Math.imul(x, 0x2c1b3c6d);
  return x ^ (x >>> 12);
}

/** Folds `v` into the hash `h`. */
export function stir(h: number, v: number): number {
  let x = Math.imul(h ^ v, 0x9e3779b1);
  x ^= x >>> 15;
  return Math.imul(x, 0x85ebca6b) ^ (x >>> 13);
}

/** Where a feature's search in the table of the linear part begins, before it is masked, and its check byte (never 0). */
export const homeOf = (hash: number): number => hash ^ (hash >>> 15);
export const checkOf = (hash: number): number => ((hash >>> 24) % 255) + 1;
