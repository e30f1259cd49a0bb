/** Where in the settings a value stands. */
export type Path = readonly (string | number)[];

/** A value that cannot be. It is left out of the settings, the rest stands. `message` completes "NAME …". */
export interface Problem {
  readonly path: Path;
  readonly message: string;
}

export type Complain = (path: Path, message: string) => void;

/** Reads a value: what it is, or undefined after a complaint. */
export type Read<T> = (value: unknown, path: Path, complain: Complain) => T | undefined;

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function oneOf<T extends string>(allowed: readonly T[]): Read<T> {
  return (value, path, complain) => {
    const found = allowed.find((one) => one === value);
    if (found === undefined) complain(path, `is one of ${allowed.join(', ')}, not ${shown(value)}`);
    return found;
  };
}

export const boolean: Read<boolean> = (value, path, complain) => {
  if (typeof value === 'boolean') return value;
  complain(path, `is true or false, not ${shown(value)}`);
  return undefined;
};

export const words: Read<string> = (value, path, complain) => {
  if (typeof value === 'string' && value.trim()) return value.trim();
  complain(path, `is a word or words in quotation marks, not ${shown(value)}`);
  return undefined;
};

export function listOf<T>(read: Read<T>): Read<T[]> {
  return (value, path, complain) => {
    if (Array.isArray(value))
      return value.flatMap((one, i) => {
        const item = read(one, [...path, i], complain);
        return item === undefined ? [] : [item];
      });
    complain(path, `is a list: […], not ${shown(value)}`);
    return undefined;
  };
}

/** A value as a message shows it. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
