/** How a file's bytes say that they are UTF-16: the byte order mark. */
const UTF16_MARKS: readonly (readonly [number, number, 'utf-16le' | 'utf-16be'])[] = [
  [0xff, 0xfe, 'utf-16le'],
  [0xfe, 0xff, 'utf-16be'],
];

/**
 * The text of a file: UTF-8, or UTF-16 where a byte order mark says so. The mark itself is not part of the text, as in
 * VS Code, so offsets count from the first character after it. Throws a TypeError on bytes that are neither.
 */
export function decode(bytes: Uint8Array): string {
  const mark = UTF16_MARKS.find(([first, second]) => bytes[0] === first && bytes[1] === second);
  return new TextDecoder(mark?.[2] ?? 'utf-8', { fatal: true }).decode(bytes);
}
