import { parseArgs } from 'node:util';
import type { Severity } from '../rules/rule';

export type Command = 'check' | 'sources' | 'rules';
export type Format = 'text' | 'json' | 'jsonl' | 'sarif' | 'github';

/** What the user asked for. */
export interface Options {
  readonly command: Command | 'help' | 'version';
  readonly format: Format;
  readonly paths: readonly string[];
  /** A language for every input, over what the names say. */
  readonly language?: string;
  /** A file with one path a line, or `-` for standard input. */
  readonly filesFrom?: string;
  /** Threads for a long list of files. */
  readonly jobs?: number;
  /** Say how far a long run has come, on a terminal or not. */
  readonly progress?: boolean;
  /** The name that standard input goes by. */
  readonly stdinFilename?: string;
  /** A configuration file; `false`: none at all; undefined: the nearest one above each file. */
  readonly config?: string | false;
  /** The mildest finding to print. */
  readonly severity: Severity;
}

/** Something on the command line that cannot be. Its message is for the user. */
export class UsageError extends Error {}

const FORMATS: Readonly<Record<Command, readonly Format[]>> = {
  check: ['text', 'json', 'jsonl', 'sarif', 'github'],
  sources: ['text', 'json', 'jsonl'],
  rules: ['text', 'json', 'jsonl'],
};
const LANGUAGES = ['plaintext', 'markdown', 'html'];
/** From grave to mild. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** Reads the arguments after the program's name. Throws a UsageError. */
export function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parse(args);
  const severity = oneOf('--severity', values.severity ?? 'hint', SEVERITIES);
  const none = { format: 'text', paths: [], severity } as const;
  if (values.help) return { ...none, command: 'help' };
  if (values.version) return { ...none, command: 'version' };
  const [first, ...paths] = positionals;
  if (!first) throw new UsageError('say what to do: check, sources or rules');
  if (!isCommand(first)) throw new UsageError(`"${first}" is no command: check, sources or rules`);
  if (first === 'rules' && paths.length) throw new UsageError('rules takes no files');
  const filesFrom = values['files-from'];
  if (first !== 'rules' && !paths.length && filesFrom === undefined)
    throw new UsageError(`${first} what? Name files, folders or -`);
  if (filesFrom === '-' && paths.includes('-'))
    throw new UsageError('standard input is a text (-) or a list of files (--files-from -), not both');
  const jobs = values.jobs === undefined ? undefined : Number(values.jobs);
  if (jobs !== undefined && !(Number.isInteger(jobs) && jobs >= 1 && jobs <= 256))
    throw new UsageError(`--jobs is a number from 1 to 256, not "${values.jobs}"`);
  if (values.config && values['no-config']) throw new UsageError('--config and --no-config exclude each other');
  return {
    command: first,
    paths,
    filesFrom,
    jobs,
    progress: values.progress,
    severity,
    format: oneOf(`--format of ${first}`, values.format ?? 'text', FORMATS[first]),
    language: values.language === undefined ? undefined : oneOf('--language', values.language, LANGUAGES),
    stdinFilename: values['stdin-filename'],
    config: values['no-config'] ? false : values.config,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: { type: 'string', short: 'f' },
        language: { type: 'string' },
        'stdin-filename': { type: 'string' },
        config: { type: 'string', short: 'c' },
        'no-config': { type: 'boolean' },
        severity: { type: 'string' },
        'files-from': { type: 'string' },
        jobs: { type: 'string', short: 'j' },
        progress: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean', short: 'v' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message.split('. ')[0] : String(error));
  }
}

function isCommand(word: string): word is Command {
  return Object.hasOwn(FORMATS, word);
}

function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw new UsageError(`${option} is one of ${allowed.join(', ')}, not "${value}"`);
  return found;
}

/** What the exit codes say; users script against them. */
export const EXIT = { clean: 0, findings: 1, trouble: 2 } as const;

export const USAGE = `Who said it, and where attribution is missing.

  according-to check   [options] PATH...   what the desk should mend
  according-to sources [options] PATH...   quotations, statements, speakers and agencies
  according-to rules   [options]           the rules and their severities

PATH is a file, a folder (its text, Markdown and HTML files), a pattern ("news/**/*.md") or - for standard input.

  -f, --format FORMAT        text (default), json, jsonl; for check also sarif and github
      --severity SEVERITY    print only findings as grave as this: error, warning, information, hint (default)
      --language LANGUAGE    plaintext, markdown or html; otherwise the name's ending decides
      --stdin-filename NAME  what standard input is called
  -c, --config FILE          use this configuration file
      --no-config            use none (otherwise the nearest .according-to.json above each file)
      --files-from LIST      read the paths of the files from LIST, one a line; - is standard input
  -j, --jobs NUMBER          threads that share the files with --format jsonl (as many as there are processors)
      --progress             say on standard error how far it has come, even where that is no terminal
  -h, --help                 print this
  -v, --version              print the version

It exits with 0 when nothing is wrong, 1 when check finds a warning or an error, 2 when something could not be read
or understood.
`;
