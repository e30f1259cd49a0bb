/**
 * Goes into the bundles, see patterns.cjs. V8 makes a form of a pattern for its interpreter at the first use and compiles it at
 * the second; the first is the dearer one. Before a subject of a thousand characters it compiles at once, for subjects of one
 * byte a character or of two, as this one has. No run of one class is long in this subject, so that no pattern stays in it.
 */
import { isWide } from '../src/language/width';

const WIDE = '.\u2019\n,'.repeat(250);
const NARROW = ".'\n,".repeat(250);

/** The pattern, compiled. */
export function made(source, flags) {
  const pattern = new RegExp(source, flags);
  pattern.test(isWide() ? WIDE : NARROW);
  pattern.lastIndex = 0;
  return pattern;
}
