/** One memory as numbers of each kind: floats of 32 and 64 bits, integers of 32, 16 and 8. */
export interface Views {
  readonly floats: Float32Array;
  readonly doubles: Float64Array;
  readonly integers: Int32Array;
  readonly halves: Int16Array;
  readonly bytes: Int8Array;
}

/** By how much memory grows at least: row by row would be dearer than the rows. */
export const AT_LEAST = 1_048_576;

export const viewsOf = (buffer: ArrayBuffer): Views => ({
  floats: new Float32Array(buffer),
  doubles: new Float64Array(buffer),
  integers: new Int32Array(buffer),
  halves: new Int16Array(buffer),
  bytes: new Int8Array(buffer),
});
