import js from '@eslint/js';
import { builtinModules } from 'node:module';
import tseslint from 'typescript-eslint';

/** The pure core: it runs in the node host, the web host, the command line and a worker, unchanged. */
const core = [
  'src/{article,quotations,people,agencies,attribution,rules}/**/*.ts',
  'src/analyse.ts',
  'src/analyse.ts',
  'src/analysis.ts',
  'src/core.ts',
];
const builtins = builtinModules.filter((name) => !name.startsWith('_'));
const nodeGlobals = ['process', 'Buffer', 'require', 'module', '__dirname', '__filename', 'global', 'setImmediate'];

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/',
      '**/dist/',
      '.vscode-test/',
      '.test-results/',
      '.screenshots/',
      '**/kernel/assembly/',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommended, tseslint.configs.stylistic],
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-empty-function': 'off',
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Export by name: a thing has one name everywhere.' },
      ],
      eqeqeq: 'error',
    },
  },
  { files: ['**/*.d.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: core,
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: ['vscode', ...builtins].map((name) => ({ name, message: 'The core is pure: no VS Code, no Node.' })),
          patterns: [
            { regex: '^(node|vscode):', message: 'The core is pure: no Node.' },
            {
              regex: '^(\\.\\./)+(editor|cli|extension)',
              message: 'The core knows neither the editor nor the command line.',
            },
          ],
        },
      ],
      'no-restricted-globals': ['error', ...nodeGlobals],
    },
  },
  {
    files: ['**/*.{js,cjs,mjs}'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          ...nodeGlobals,
          'console',
          'setTimeout',
          'clearTimeout',
          'setInterval',
          'clearInterval',
          'URL',
          'fetch',
          'exports',
          'globalThis',
          'performance',
        ].map((name) => [name, 'readonly']),
      ),
    },
  },
);
