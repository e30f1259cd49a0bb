/** TypeScript source whose functions tell `$called` their names. */
export function noting(text: string, file: string): string;
/** Names of the functions that a reading of the samples in plain text calls; `core` is a bundle of what `noting` made. */
export function calledBy(core: string): Set<string>;
/** TypeScript source with those of its functions in brackets that are `called`. */
export function inBrackets(text: string, file: string, called: ReadonlySet<string>): string;
