import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, Registry, type IGrammar, type IRawGrammar } from 'vscode-textmate';
import manifest from '../../package.json';

const root = path.join(__dirname, '../..');

interface Contribution {
  readonly scopeName: string;
  readonly path: string;
  readonly language?: string;
  readonly injectTo?: readonly string[];
}

/**
 * What stands in for VS Code's own grammars: as much of them as decides where copy is. The scopes are theirs
 * (extensions/markdown-basics and extensions/html in VS Code's sources).
 */
const hosts: Readonly<Record<string, object>> = {
  'text.html.markdown': {
    scopeName: 'text.html.markdown',
    patterns: [
      { name: 'meta.embedded.block.frontmatter', begin: '\\A-{3}\\s*$', end: '(?:^|\\G)-{3}\\s*$' },
      { name: 'markup.fenced_code.block.markdown', begin: '^(`{3,}).*$', end: '^\\1$' },
      { include: '#inline' },
    ],
    repository: {
      inline: {
        patterns: [
          { name: 'markup.inline.raw.string.markdown', match: '`[^`]*`' },
          { name: 'markup.bold.markdown', match: '\\*\\*[^*]+\\*\\*' },
          {
            name: 'meta.link.inline.markdown',
            match: '\\[([^\\]]*)\\](\\([^)]*\\))',
            captures: {
              1: { name: 'string.other.link.title.markdown' },
              2: { name: 'markup.underline.link.markdown' },
            },
          },
        ],
      },
    },
  },
  'text.html.basic': {
    scopeName: 'text.html.basic',
    patterns: [{ include: '#core-minus-invalid' }],
    repository: {
      'core-minus-invalid': {
        patterns: [
          { name: 'comment.block.html', begin: '<!--', end: '-->' },
          {
            name: 'meta.tag.any.html',
            begin: '</?[a-z]+',
            end: '>',
            patterns: [{ match: '"[^"]*"', name: 'string.quoted.double.html' }],
          },
        ],
      },
    },
  },
};

const own = manifest.contributes.grammars as readonly Contribution[];

const registry = new Registry({
  onigLib: loadWASM(readFileSync(createRequire(__filename).resolve('vscode-oniguruma/release/onig.wasm'))).then(() => ({
    createOnigScanner,
    createOnigString,
  })),
  loadGrammar: async (scopeName) => {
    const file = own.find((each) => each.scopeName === scopeName)?.path;
    const grammar = file ? (JSON.parse(readFileSync(path.join(root, file), 'utf8')) as object) : hosts[scopeName];
    return (grammar as IRawGrammar | undefined) ?? null;
  },
  getInjections: (scopeName) =>
    own.filter(({ injectTo }) => injectTo?.includes(scopeName)).map((each) => each.scopeName),
});

/** The grammar of a root scope with ours injected, as VS Code loads it. */
export async function grammarOf(scopeName: string): Promise<IGrammar> {
  const grammar = await registry.loadGrammar(scopeName);
  if (!grammar) throw new Error(`No grammar for ${scopeName}`);
  return grammar;
}

/**
 * A text with what is coloured between brackets: ‹q …› a quotation, ‹c …› a cue, ‹a …› an agency. Marks, which have the
 * quotation's colour, stand inside.
 */
export function coloured(grammar: IGrammar, text: string): string {
  let stack = INITIAL;
  return text
    .split('\n')
    .map((line) => {
      const result = grammar.tokenizeLine(line, stack);
      stack = result.ruleStack;
      let open = '';
      let out = '';
      for (const { startIndex, endIndex, scopes } of result.tokens) {
        const kind = kindOf(scopes);
        if (kind !== open) {
          if (open) out += '›';
          if (kind) out += `‹${kind} `;
          open = kind;
        }
        out += line.slice(startIndex, endIndex);
      }
      return open ? `${out}›` : out;
    })
    .join('\n');
}

function kindOf(scopes: readonly string[]): string {
  if (scopes.some((scope) => scope.startsWith('string.quoted') && scope.endsWith('quotation.according-to'))) return 'q';
  if (scopes.includes('keyword.other.cue.according-to')) return 'c';
  return scopes.includes('entity.name.type.agency.according-to') ? 'a' : '';
}
