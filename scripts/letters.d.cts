/** What stands in the patterns of the bundles for the classes of Unicode: contents of a class. */
export const RANGES: Readonly<Record<'L' | 'M' | 'N' | 'Lu' | 'Ll', string>>;
/** A literal's text with its classes replaced by what `spell` says for a name. */
export function widen(
  text: string,
  options?: { readonly escaped?: boolean; readonly spell?: (name: string) => string; readonly dot?: string },
): string;
