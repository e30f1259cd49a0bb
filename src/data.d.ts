/** A binary data file as base64: esbuild puts it into the bundle, test/register.cjs reads it in unit tests. */
declare module '*.bin' {
  const base64: string;
  export default base64;
}
