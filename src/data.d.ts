/** A binary data file as base64: esbuild puts it into the bundle, test/register.cjs reads it in unit tests. */
declare module '*.bin' {
  const base64: string;
  export default base64;
}
declare module '*.wasm' {
  const base64: string;
  export default base64;
}

/** Of WebAssembly what the tagger's kernel needs; every host has it. */
declare namespace WebAssembly {
  interface Memory {
    readonly buffer: ArrayBuffer;
    /** Adds pages of 64 KiB. */
    grow(pages: number): number;
  }
  class Module {
    constructor(bytes: Uint8Array<ArrayBuffer>);
  }
  class Instance {
    constructor(module: Module);
    readonly exports: Readonly<Record<string, unknown>>;
  }
}
