import eslint from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const TESTS = ['**/*.test.ts', 'test/**/*.ts', '**/src/testing/**/*.ts'];
const READERS_OF_THE_ENVIRONMENT = [
  'kit/src/config/**/*.ts',
  '**/config.ts',
  '**/*-config.ts',
  '**/*.test.ts',
];

/** Words that say nothing about what a file holds. */
const EMPTY_WORDS = 'manager|helper|helpers|util|utils|common|misc|data|info|base|impl';

const NODE_GLOBALS = [
  ...['module', 'require', '__dirname', 'process', 'console', 'performance', 'Buffer'],
  ...[
    'setTimeout',
    'clearTimeout',
    'setInterval',
    'clearInterval',
    'fetch',
    'URL',
    'AbortController',
    'AbortSignal',
  ],
];

const size = (max) => ({ max, skipBlankLines: true, skipComments: true });

export default defineConfig(
  globalIgnores(['**/dist/', '**/node_modules/', 'coverage/', 'schema/subgraphs/', 'schema/contract/']),
  {
    files: ['**/*.ts'],
    extends: [eslint.configs.recommended, tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { project: './tsconfig.check.json', tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'max-lines': ['error', { max: 250 }],
      'max-lines-per-function': ['error', size(40)],
      'max-params': ['error', 5],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportAllDeclaration', message: 'Export by name: a barrel hides who depends on what.' },
        {
          selector: 'TSEnumDeclaration[const=true]',
          message: 'A const enum does not survive isolated modules.',
        },
        {
          selector: `:matches(ClassDeclaration, TSInterfaceDeclaration, TSTypeAliasDeclaration)[id.name=/(Manager|Helper|Util|Utils|Common|Misc|Impl)$/]`,
          message: 'Name it after what it is for.',
        },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Read it once, in a config file, through zod.' },
      ],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'node:process',
              importNames: ['env'],
              message: 'Read it once, in a config file, through zod.',
            },
          ],
          patterns: [
            { regex: `^([.]|@simpul).*/(${EMPTY_WORDS})$`, message: 'A file is named after what it holds.' },
            {
              group: ['@simpul/*/dist/*', '@simpul/*/src/*'],
              message: 'Import by the public path of the file.',
            },
          ],
        },
      ],
      '@typescript-eslint/consistent-type-assertions': [
        'error',
        { assertionStyle: 'as', objectLiteralTypeAssertions: 'never' },
      ],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/unbound-method': ['error', { ignoreStatic: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Does not come back from types that hold themselves, such as parsed JSON (typescript-eslint 8.73).
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // Records that type-graphql and TypeORM fill are classes that hold nothing but decorated properties.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true, allowEmpty: true }],
    },
  },
  {
    files: READERS_OF_THE_ENVIRONMENT,
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    files: TESTS,
    rules: {
      // A describe block is a table of contents; its length is the number of its cases.
      'max-lines-per-function': 'off',
      'max-lines': ['error', { max: 400 }],
      '@typescript-eslint/explicit-module-boundary-types': 'off',
    },
  },
  {
    files: ['**/*.mjs', '**/*.cjs'],
    extends: [eslint.configs.recommended],
    languageOptions: { globals: Object.fromEntries(NODE_GLOBALS.map((name) => [name, 'readonly'])) },
  },
);
