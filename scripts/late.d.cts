/** TypeScript source that asks for what it imports of late modules where it uses it. */
export function late(text: string, file: string): string;
