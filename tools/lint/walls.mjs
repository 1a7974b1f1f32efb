// Imports and constructs that a kind of file may not hold, each with the reason it is told.

const NODE_BUILTINS = {
  regex: '^(node:|(assert|buffer|child_process|crypto|fs|http|https|net|os|path|process|stream|url|util)(/|$))',
  message: 'Runs in the browser too: nothing from Node here.',
};
const SERVER_PACKAGES = {
  regex: '^(@nestjs/|typeorm$|typeorm/|pg$|express($|/|-)|passport)',
  message: 'Server packages belong to side api.',
};
const BROWSER_PACKAGES = {
  regex: '^(@angular/|@jsverse/)',
  message: 'Browser packages belong to side web.',
};
const TYPEORM = {
  regex: '^typeorm($|/)',
  message: 'typeorm only in .entity, .repository and database: ask a repository, or Database for a transaction.',
};
const POSTGRES = {
  regex: '^pg($|/)',
  allowTypeImports: true,
  message: 'A connection of its own is outside every transaction: ask a repository.',
};
const SQL = {
  regex: '^@malspar/shared-api/sql$|(^|/)sql/[a-z-]+([.]js)?$',
  message: 'SQL only in .repository and .sql: a service passes its transaction on and cannot look into it.',
};
const NO_DATABASE = [TYPEORM, SQL];
const HTTP_EXCEPTIONS = {
  group: ['@nestjs/common'],
  importNamePattern: 'Exception$',
  message: 'Throw a domain error with a stable code; the problem filter alone speaks HTTP.',
};
const PURE = {
  regex: '^(?!@malspar/[a-z-]+-model$|\\.{1,2}/)|\\.(service|repository|controller|entity|module)(\\.js)?$',
  message: 'Workflows and policies are pure: they import models only.',
};
const REPOSITORIES = {
  regex: '\\.repository(\\.js)?$',
  message: 'controller → service → repository: ask the service.',
};
const STORES_AND_CLIENTS = {
  regex: '(^|/)data/|[.-](store|client)$',
  allowTypeImports: true,
  message: 'ui components are dumb: give them inputs, let the feature page hold the store.',
};
const HTTP = {
  regex: '^@angular/common/http$',
  message: 'ui components are dumb: what they show is given to them.',
};
const HTTP_RESOURCES = {
  group: ['@angular/core'],
  importNamePattern: '^(httpResource|resource|rxResource)$',
  message: HTTP.message,
};
const FEATURES = {
  regex: '(^|/)feature-',
  message: 'feature → ui → data, never back.',
};
const OTHER_FEATURES = {
  regex: '^(\\.\\./)+([^.].*/)?feature-',
  message: 'feature ↛ feature: what two pages share lives in ui or data.',
};
const UI = { regex: '(^|/)(ui|parts)/', message: 'feature → ui → data, never back.' };
const PUBLIC_PAGES = {
  regex: '^@malspar/[a-z-]+-web/site$',
  message: 'Public pages are rendered on the server, by the API shell alone.',
};

const DEMO = {
  regex: '^@malspar/demo-',
  message: 'What a demonstration writes is of the seed command alone.',
};
// The identity provider of a demonstration is what a production must refuse to start with.
const DEMO_WRITERS = {
  regex: '^[.]{1,2}/(.*/)?(demo-(?!identity-provider)|example-)[a-z-]+([.][a-z]+)*$',
  message: 'What a demonstration writes lives in libs/demo, and no production service names it.',
};

const forbid = (/** @type {object[]} */ ...patterns) => ({
  '@typescript-eslint/no-restricted-imports': ['error', { patterns }],
});

// Specs, and what only specs use.
const SPECS = ['**/*.spec.ts', '**/testing/**/*.ts'];

const IN_A_BROWSER = [NODE_BUILTINS, SERVER_PACKAGES];
const IN_THE_APP = [...IN_A_BROWSER, PUBLIC_PAGES];
const IN_AN_API = [BROWSER_PACKAGES, PUBLIC_PAGES, DEMO_WRITERS];
const DUMB = [STORES_AND_CLIENTS, FEATURES, HTTP, HTTP_RESOURCES];

/**
 * What a kind of file may not import. Later ones replace earlier ones for the same file, so each names all of it.
 * @type {{name: string, files: string[], ignores?: string[], rules: ReturnType<typeof forbid>}[]}
 */
export const importWalls = [
  {
    name: 'walls/model',
    files: ['libs/*/model/**/*.ts'],
    ignores: SPECS,
    rules: forbid(NODE_BUILTINS, SERVER_PACKAGES, BROWSER_PACKAGES),
  },
  {
    name: 'walls/web',
    files: ['libs/*/web/**/*.ts', 'apps/web/**/*.ts'],
    ignores: SPECS,
    rules: forbid(...IN_THE_APP),
  },
  {
    name: 'walls/web-feature',
    files: ['libs/*/web/src/**/feature-*/**/*.ts'],
    ignores: SPECS,
    rules: forbid(...IN_THE_APP, OTHER_FEATURES),
  },
  {
    name: 'walls/web-ui',
    files: ['libs/*/web/src/**/{ui,parts}/**/*.ts'],
    ignores: SPECS,
    rules: forbid(...IN_THE_APP, ...DUMB),
  },
  {
    name: 'walls/web-data',
    files: ['libs/*/web/src/**/data/**/*.ts'],
    ignores: SPECS,
    rules: forbid(...IN_THE_APP, UI, FEATURES),
  },
  {
    name: 'walls/api',
    files: ['libs/*/api/**/*.ts'],
    ignores: SPECS,
    rules: forbid(...IN_AN_API, ...NO_DATABASE, POSTGRES, HTTP_EXCEPTIONS),
  },
  {
    name: 'walls/demo',
    files: ['libs/demo/api/**/*.ts'],
    ignores: SPECS,
    rules: forbid(BROWSER_PACKAGES, ...NO_DATABASE, POSTGRES, HTTP_EXCEPTIONS, PUBLIC_PAGES),
  },
  {
    name: 'walls/api-shell',
    files: ['apps/api/**/*.ts'],
    ignores: SPECS,
    rules: forbid(BROWSER_PACKAGES, ...NO_DATABASE, HTTP_EXCEPTIONS, DEMO),
  },
  {
    name: 'walls/api-seed',
    files: ['apps/api/src/seed-data.ts'],
    rules: forbid(BROWSER_PACKAGES, ...NO_DATABASE, HTTP_EXCEPTIONS),
  },
  {
    name: 'walls/api-controller',
    files: ['libs/*/api/**/*.controller.ts'],
    rules: forbid(...IN_AN_API, ...NO_DATABASE, POSTGRES, HTTP_EXCEPTIONS, REPOSITORIES),
  },
  {
    name: 'walls/api-database',
    files: [
      '**/*.{entity,repository,sql}.ts',
      'libs/shared/api/src/{database,sql,tx}/**/*.ts',
      'apps/api/src/database/**/*.ts',
    ],
    rules: forbid(...IN_AN_API, HTTP_EXCEPTIONS),
  },
  {
    name: 'walls/problem-filter',
    files: ['libs/shared/api/src/errors/problem.filter.ts'],
    rules: forbid(BROWSER_PACKAGES, ...NO_DATABASE),
  },
  {
    name: 'walls/pure',
    files: ['**/{workflow,policy}.ts', '**/*[.-]{workflow,policy}.ts'],
    rules: forbid(PURE),
  },
];

const NO_MARKUP_FROM_TEXT = 'Text becomes text, never markup.';
const RUNS_ALWAYS = 'Every test runs, every time.';

/** Constructs nobody may write. */
export const forbiddenSyntax = [
  {
    selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|srcdoc)$/]',
    message: NO_MARKUP_FROM_TEXT,
  },
  { selector: 'MemberExpression[property.name=/^bypassSecurityTrust/]', message: NO_MARKUP_FROM_TEXT },
  { selector: 'Property[key.value=/^\\[?(innerHTML|outerHTML|srcdoc)\\]?$/]', message: NO_MARKUP_FROM_TEXT },
  {
    selector: 'MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(skip|only|todo|fixme|failing)$/]',
    message: RUNS_ALWAYS,
  },
  { selector: 'CallExpression[callee.name=/^(xit|xtest|xdescribe|fit|fdescribe)$/]', message: RUNS_ALWAYS },
  {
    selector: 'MemberExpression[property.name="waitForTimeout"]',
    message: 'Wait for what the page shows, not for the clock.',
  },
  {
    selector: 'CallExpression[callee.name="forwardRef"]',
    message: 'A circle between modules: let one of them own the matter.',
  },
  {
    selector:
      'CallExpression[callee.name="linkedSignal"] > ObjectExpression > Property[key.name="source"] > ArrowFunctionExpression',
    message:
      'Wrap the source in computed: a bare function starts anew whenever what it reads is read again, and what a person wrote is gone.',
  },
  {
    // Up to groups within a group.
    selector: String.raw`Literal[regex.pattern=/\(\?<[=!]([^()[\]\\]|\\.|\[(\\.|[^\]\\])*\]|\(([^()[\\]|\\.|\[(\\.|[^\]\\])*\])*\))*([*+]|\{\d+,\})/]`,
    message: 'A look-behind without end costs the square of the text: match from the beginning instead.',
  },
];

const NAMED_AND_CHECKED =
  'Name the values where they stand and say what a row is: sql`…` with allRows, firstRow or changeRows.';

/** In repositories: SQL whose values are numbered, and rows that are believed (ADR 19). */
export const numberedSql = [
  { selector: 'CallExpression[callee.property.name="query"]', message: NAMED_AND_CHECKED },
  { selector: 'TemplateElement[value.raw=/[$][0-9]/], Literal[value=/[$][0-9]/]', message: NAMED_AND_CHECKED },
];

/** In the browser, outside the place that moves the focus. */
export const focusInOnePlace = {
  selector: 'CallExpression[callee.property.name="focus"]',
  message: 'Move the focus with FocusKeeper, focusOn or focusUnmoved: it is never lost, nor hidden in what is folded.',
};

/** The same for templates. */
export const forbiddenInTemplates = [
  {
    selector: ':matches(BoundAttribute, TextAttribute)[name=/^(innerHTML|outerHTML|srcdoc)$/i]',
    message: NO_MARKUP_FROM_TEXT,
  },
  {
    selector: ':matches(BoundAttribute, TextAttribute)[name=/^(attr[.])?maxlength$/i]',
    message: 'A field never cuts what is pasted into it: say below it that it is too long (ms-text-notes).',
  },
];
