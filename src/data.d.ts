/** A data file: a function that hands back its bytes. scripts/data.cjs makes it so in the bundles, test/register.cjs in unit tests. */
declare module '*.bin' {
  const bytes: () => Uint8Array<ArrayBuffer>;
  export default bytes;
}
declare module '*.wasm' {
  const bytes: () => Uint8Array<ArrayBuffer>;
  export default bytes;
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
