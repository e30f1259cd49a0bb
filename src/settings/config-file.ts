import { findNodeAtLocation, modify, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import type { TextEdit } from '../rules/rule';
import { readSettings } from './read';
import { merge, type Settings } from './settings';
import { isObject, type Path, type Problem } from './values';

/** The file in which a house keeps its settings, for editor and command line alike. */
export const CONFIG_FILE = '.according-to.json';

/** What is wrong in a configuration file, and where: `offset` and `length` in UTF-16 code units, `line` from 1. */
export interface ConfigProblem {
  readonly offset: number;
  readonly length: number;
  readonly line: number;
  /** Names the key and what it may be. */
  readonly message: string;
}

export interface Config {
  readonly settings: Settings;
  /** What `"[markdown]": { … }` sets, by language. */
  readonly byLanguage: ReadonlyMap<string, Settings>;
  readonly problems: readonly ConfigProblem[];
}

/**
 * Reads a configuration file, JSON with comments. It never throws: what cannot be read is left out and reported.
 * `ruleIds` are the rules that exist.
 */
export function readConfig(text: string, ruleIds: ReadonlySet<string>): Config {
  try {
    return read(text, ruleIds);
  } catch (error) {
    // brackets nested by the ten thousand exhaust any recursive reader
    if (!(error instanceof RangeError)) throw error;
    const message = 'this is nested too deeply to be settings';
    return { settings: {}, byLanguage: new Map(), problems: [{ offset: 0, length: 0, line: 1, message }] };
  }
}

function read(text: string, ruleIds: ReadonlySet<string>): Config {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
  const problems: ConfigProblem[] = errors.map(({ error, offset, length }) => ({
    offset,
    length,
    line: lineOf(text, offset),
    message: `this is not JSON here (${printParseErrorCode(error)})`,
  }));
  const place = (prefix: Path, { path, message }: Problem): ConfigProblem => {
    const node = root && nodeOf(root, [...prefix, ...path]);
    const offset = node?.offset ?? 0;
    const key = [...prefix, ...path].join('.') || 'the whole file';
    return { offset, length: node?.length ?? 0, line: lineOf(text, offset), message: `${key} ${message}` };
  };
  const value = root ? valueOf(root) : {};
  const byLanguage = new Map<string, Settings>();
  const own: [string, unknown][] = [];
  for (const [name, given] of isObject(value) ? Object.entries(value) : []) {
    const language = /^\[(.+)\]$/.exec(name)?.[1];
    if (language) {
      const over = readSettings(given, ruleIds);
      byLanguage.set(language, over.settings);
      problems.push(...over.problems.map((problem) => place([name], problem)));
    } else if (name !== '$schema') own.push([name, given]);
  }
  const main = readSettings(isObject(value) ? Object.fromEntries(own) : value, ruleIds);
  problems.push(...main.problems.map((problem) => place([], problem)));
  problems.sort((a, b) => a.offset - b.offset);
  return { settings: main.settings, byLanguage, problems };
}

/** What a configuration file sets for a language. */
export function settingsFor({ settings, byLanguage }: Config, languageId: string): Settings {
  const over = byLanguage.get(languageId);
  return over ? merge(settings, over) : settings;
}

/** The edits to a configuration file's text that switch a rule off; comments and layout stay. */
export function switchOff(text: string, rule: string): TextEdit[] {
  const formattingOptions = { insertSpaces: true, tabSize: 2, eol: /\r\n|\n/.exec(text)?.[0] ?? '\n' };
  return modify(text, ['rules', rule], 'off', { formattingOptions }).map(({ offset, length, content }) => ({
    start: offset,
    end: offset + length,
    text: content,
  }));
}

/** The nearest node that is there, on the way to `path`. */
function nodeOf(root: Node, path: Path): Node {
  for (let length = path.length; length > 0; length--) {
    const node = findNodeAtLocation(root, path.slice(0, length));
    // the whole property where there is one: its key is what the message names
    if (node) return node.parent?.type === 'property' ? node.parent : node;
  }
  return root;
}

/** A node's value; of a key that stands twice the last counts, `__proto__` is a key like others. */
function valueOf(node: Node): unknown {
  switch (node.type) {
    case 'array':
      return (node.children ?? []).map(valueOf);
    case 'object':
      return Object.fromEntries(
        (node.children ?? []).flatMap(({ children: [key, value] = [] }) =>
          value ? [[String(key.value), valueOf(value)] as const] : [],
        ),
      );
    default:
      return node.value;
  }
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\n|\r/).length;
}
