let wide = true;

/**
 * Told of a text before it is read for the first time. V8 keeps a text with one character beyond Latin-1 at two bytes each, one
 * without at one, and compiles a pattern for either: the bundles make theirs for what is read (scripts/pattern.js).
 */
export function expectText(text: string): void {
  wide = /[\u0100-\uffff]/.test(text);
}

/** Whether the text that is read has characters beyond Latin-1. */
export function isWide(): boolean {
  return wide;
}
