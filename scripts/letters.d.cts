export const RANGES: { readonly L: string; readonly N: string };
export function widenAll(text: string, file: string): string;
