// The walls between kinds of files: what each stops, in which files. `tools/walls.spec.mjs` goes through this list and
// tries, for each wall, what it says it stops in a real file behind it.

import {
  BROWSER_PACKAGES,
  DEMO,
  DEMO_WRITERS,
  DUMB,
  ENTITIES_ALONE,
  FEATURES,
  HTTP_EXCEPTIONS,
  NO_DATABASE,
  NODE_BUILTINS,
  OTHER_FEATURES,
  POSTGRES,
  PUBLIC_PAGES,
  PURE,
  REPOSITORIES,
  SERVER_PACKAGES,
  TEST_WORLDS,
  UI,
} from './imports.mjs';
import {
  castsOfAnything,
  focusInOnePlace,
  forbiddenInTemplates,
  forbiddenSyntax,
  numberedSql,
  queryByHand,
} from './syntax.mjs';

export const SERVER = ['libs/*/{model,api,testing}/**/*.ts', 'apps/{api,api-e2e,web-e2e}/**/*.ts'];
export const BROWSER = ['libs/*/web/**/*.ts', 'apps/web/**/*.ts'];
export const PLAIN = ['**/*.{mjs,cjs,js}'];
// Also matches templates inside components: the processor names them `page.ts/1_….html`.
export const TEMPLATES = ['libs/*/web/**/*.html', 'apps/web/src/**/*.html'];

// Specs, and what only specs use.
const SPECS = ['**/*.spec.ts', '**/testing/**/*.ts'];

const IN_A_BROWSER = [NODE_BUILTINS, SERVER_PACKAGES, TEST_WORLDS];
const IN_THE_APP = [...IN_A_BROWSER, PUBLIC_PAGES];
const ON_THE_SERVER = [BROWSER_PACKAGES, TEST_WORLDS];
const IN_AN_API = [...ON_THE_SERVER, PUBLIC_PAGES, DEMO_WRITERS];

/**
 * @template Stopped
 * @typedef {{ name: string, files: string[], ignores?: string[], stops: Stopped[] }} Wall
 */

/**
 * What a kind of file may not import. Later ones replace earlier ones for the same file, so each names all of it.
 * @type {Wall<import('./imports.mjs').ForbiddenImport>[]}
 */
export const importWalls = [
  {
    name: 'walls/model',
    files: ['libs/*/model/**/*.ts'],
    ignores: SPECS,
    stops: [...IN_A_BROWSER, BROWSER_PACKAGES],
  },
  {
    name: 'walls/web',
    files: ['libs/*/web/**/*.ts', 'apps/web/**/*.ts'],
    ignores: SPECS,
    stops: IN_THE_APP,
  },
  {
    name: 'walls/web-feature',
    files: ['libs/*/web/src/**/feature-*/**/*.ts'],
    ignores: SPECS,
    stops: [...IN_THE_APP, OTHER_FEATURES],
  },
  {
    name: 'walls/web-ui',
    files: ['libs/*/web/src/**/ui/**/*.ts', 'libs/*/web/src/**/parts/**/*.ts'],
    ignores: SPECS,
    stops: [...IN_THE_APP, ...DUMB],
  },
  {
    name: 'walls/web-data',
    files: ['libs/*/web/src/**/data/**/*.ts'],
    ignores: SPECS,
    stops: [...IN_THE_APP, UI, FEATURES],
  },
  {
    name: 'walls/api',
    files: ['libs/*/api/**/*.ts'],
    ignores: SPECS,
    stops: [...IN_AN_API, ...NO_DATABASE, POSTGRES, HTTP_EXCEPTIONS],
  },
  {
    name: 'walls/api-shell',
    files: ['apps/api/**/*.ts'],
    ignores: SPECS,
    stops: [...ON_THE_SERVER, ...NO_DATABASE, HTTP_EXCEPTIONS, DEMO],
  },
  {
    name: 'walls/api-seed',
    files: ['apps/api/src/seed-data.ts'],
    stops: [...ON_THE_SERVER, ...NO_DATABASE, HTTP_EXCEPTIONS],
  },
  {
    name: 'walls/api-module',
    files: ['libs/*/api/**/*.module.ts'],
    stops: [...IN_AN_API, ...ENTITIES_ALONE, POSTGRES, HTTP_EXCEPTIONS],
  },
  {
    name: 'walls/demo',
    files: ['libs/demo/api/**/*.ts'],
    ignores: SPECS,
    stops: [...ON_THE_SERVER, ...NO_DATABASE, POSTGRES, HTTP_EXCEPTIONS, PUBLIC_PAGES],
  },
  {
    name: 'walls/demo-module',
    files: ['libs/demo/api/**/*.module.ts'],
    stops: [...ON_THE_SERVER, ...ENTITIES_ALONE, POSTGRES, HTTP_EXCEPTIONS, PUBLIC_PAGES],
  },
  {
    name: 'walls/api-shell-module',
    files: ['apps/api/src/app.module.ts'],
    stops: [...ON_THE_SERVER, ...ENTITIES_ALONE, HTTP_EXCEPTIONS, DEMO],
  },
  {
    name: 'walls/api-controller',
    files: ['libs/*/api/**/*.controller.ts'],
    stops: [...IN_AN_API, ...NO_DATABASE, POSTGRES, HTTP_EXCEPTIONS, REPOSITORIES],
  },
  {
    name: 'walls/api-database',
    files: [
      '**/*.entity.ts',
      '**/*.repository.ts',
      '**/*.sql.ts',
      'libs/shared/api/src/database/**/*.ts',
      'libs/shared/api/src/sql/**/*.ts',
      'libs/shared/api/src/tx/**/*.ts',
      'apps/api/src/database/**/*.ts',
    ],
    ignores: SPECS,
    stops: [...IN_AN_API, HTTP_EXCEPTIONS],
  },
  {
    name: 'walls/problem-filter',
    files: ['libs/shared/api/src/errors/problem.filter.ts'],
    stops: [...ON_THE_SERVER, ...NO_DATABASE],
  },
  {
    name: 'walls/pure',
    files: ['**/workflow.ts', '**/policy.ts', '**/*[.-]workflow.ts', '**/*[.-]policy.ts'],
    stops: [PURE, TEST_WORLDS],
  },
];

const IN_TYPESCRIPT = [...forbiddenSyntax, ...castsOfAnything];

/**
 * Constructs that a kind of file may not hold. Later ones replace earlier ones for the same file, so each names all of it.
 * @type {Wall<import('./syntax.mjs').ForbiddenSyntax>[]}
 */
export const syntaxWalls = [
  { name: 'syntax/plain', files: PLAIN, stops: forbiddenSyntax },
  { name: 'syntax/typescript', files: [...SERVER, ...BROWSER], stops: IN_TYPESCRIPT },
  {
    name: 'syntax/statements',
    files: ['libs/*/api/**/*.ts', 'apps/api/**/*.ts'],
    ignores: [...SPECS, 'libs/shared/api/src/sql/rows.ts', 'apps/api/src/database/**'],
    stops: [...IN_TYPESCRIPT, ...queryByHand],
  },
  {
    name: 'syntax/sql',
    files: ['libs/*/api/**/*.repository.ts', 'libs/*/api/**/*.sql.ts'],
    stops: [...IN_TYPESCRIPT, ...numberedSql],
  },
  {
    name: 'syntax/focus',
    files: BROWSER,
    ignores: [...SPECS, 'libs/shared/web/src/focus/**'],
    stops: [...IN_TYPESCRIPT, ...focusInOnePlace],
  },
  { name: 'syntax/templates', files: TEMPLATES, stops: forbiddenInTemplates },
];

/** What lint is told of the wall: the tries are for the spec alone. */
const told = (/** @type {{ tried: unknown }} */ stopped) =>
  Object.fromEntries(Object.entries(stopped).filter(([name]) => name !== 'tried'));

/** The walls as lint's configuration has them. */
export const wallRules = [
  ...importWalls.map(({ stops, ...wall }) => ({
    ...wall,
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: stops.map(told) }] },
  })),
  ...syntaxWalls.map(({ stops, ...wall }) => ({
    ...wall,
    rules: { 'no-restricted-syntax': ['error', ...stops.map(told)] },
  })),
];
