/** A binary data file, put into the bundle by esbuild and, in unit tests, read by test/register.cjs. */
declare module '*.bin' {
  const bytes: Uint8Array;
  export default bytes;
}
