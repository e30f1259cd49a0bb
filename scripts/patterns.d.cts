/** TypeScript source with its patterns as the bundles have them. */
export function rewrite(text: string, file: string): string;
