// Imports that a kind of file may not hold, each with the reason it is told and imports that it must stop: the spec of the
// walls tries those in real files.

/**
 * @typedef {object} ForbiddenImport
 * @property {string} [regex]
 * @property {string[]} [group]
 * @property {string} [importNamePattern]
 * @property {boolean} [allowTypeImports]
 * @property {string} message
 * @property {[from: string, name?: string][]} tried
 */

/** @type {(pattern: ForbiddenImport) => ForbiddenImport} */
const forbidden = (pattern) => pattern;

export const NODE_BUILTINS = forbidden({
  regex: '^(node:|(assert|buffer|child_process|crypto|fs|http|https|net|os|path|process|stream|url|util)(/|$))',
  message: 'Runs in the browser too: nothing from Node here.',
  tried: [['node:crypto', 'randomUUID'], ['fs/promises']],
});
export const SERVER_PACKAGES = forbidden({
  regex: '^(@nestjs/|typeorm$|typeorm/|pg$|express($|/|-)|passport)',
  message: 'Server packages belong to side api.',
  tried: [['@nestjs/common', 'Injectable'], ['typeorm', 'Entity'], ['pg'], ['express']],
});
export const BROWSER_PACKAGES = forbidden({
  regex: '^(@angular/|@jsverse/)',
  message: 'Browser packages belong to side web.',
  tried: [['@angular/core', 'inject'], ['@jsverse/transloco']],
});
const TYPEORM = forbidden({
  regex: '^(@nestjs/)?typeorm($|/)',
  message: 'typeorm only in .entity, .repository and database: ask a repository, or Database for a transaction.',
  tried: [
    ['typeorm', 'DataSource'],
    ['@nestjs/typeorm', 'InjectRepository'],
  ],
});
export const POSTGRES = forbidden({
  regex: '^pg($|/)',
  allowTypeImports: true,
  message: 'A connection of its own is outside every transaction: ask a repository.',
  tried: [['pg', 'Client']],
});
const SQL = forbidden({
  regex: '^@malspar/shared-api/sql$|(^|/)sql/[a-z-]+([.]js)?$',
  message: 'SQL only in .repository and .sql: a service passes its transaction on and cannot look into it.',
  tried: [['@malspar/shared-api/sql', 'managerOf'], ['../sql/manager-of.js', 'managerOf'], ['../sql/index']],
});
const OPENED_TRANSACTION = forbidden({
  regex: '(^|/)tx/tx([.]js)?$',
  allowTypeImports: true,
  message: SQL.message,
  tried: [['../tx/tx.js', 'Tx']],
});
const IN_DATABASE_FILES_ALONE = [SQL, OPENED_TRANSACTION];
export const NO_DATABASE = [TYPEORM, ...IN_DATABASE_FILES_ALONE];
/** A module registers its entities, and has nothing else of typeorm. */
export const ENTITIES_ALONE = [
  ...IN_DATABASE_FILES_ALONE,
  forbidden({
    regex: '^typeorm($|/)',
    message: TYPEORM.message,
    tried: [['typeorm', 'DataSource']],
  }),
  forbidden({
    group: ['@nestjs/typeorm'],
    importNamePattern: '^(?!TypeOrmModule$)',
    message: 'A module registers entities by TypeOrmModule: repositories have no typeorm repository of their own.',
    tried: [
      ['@nestjs/typeorm', 'getRepositoryToken'],
      ['@nestjs/typeorm', 'InjectRepository'],
    ],
  }),
];
export const HTTP_EXCEPTIONS = forbidden({
  group: ['@nestjs/common'],
  importNamePattern: 'Exception$',
  message: 'Throw a domain error with a stable code; the problem filter alone speaks HTTP.',
  tried: [
    ['@nestjs/common', 'NotFoundException'],
    ['@nestjs/common', 'HttpException'],
  ],
});
export const PURE = forbidden({
  regex: '^(?!@malspar/[a-z-]+-model$|\\.{1,2}/)|\\.(service|repository|controller|entity|module)(\\.js)?$',
  message: 'Workflows and policies are pure: they import models only.',
  tried: [
    ['@nestjs/common', 'Injectable'],
    ['zod', 'z'],
    ['@malspar/plan-api'],
    ['./a.service.js'],
    ['../b/c.repository'],
  ],
});
export const REPOSITORIES = forbidden({
  regex: '\\.repository(\\.js)?$',
  message: 'controller → service → repository: ask the service.',
  tried: [['./report.repository.js'], ['../site/page.repository']],
});
const STORES_AND_CLIENTS = forbidden({
  regex: '(^|/)data/|[.-](store|client)$',
  allowTypeImports: true,
  message: 'ui components are dumb: give them inputs, let the feature page hold the store.',
  tried: [['../data/report-store'], ['./report-store'], ['../plan-client']],
});
const HTTP = forbidden({
  regex: '^@angular/common/http$',
  message: 'ui components are dumb: what they show is given to them.',
  tried: [['@angular/common/http', 'HttpClient']],
});
const HTTP_RESOURCES = forbidden({
  group: ['@angular/core'],
  importNamePattern: '^(httpResource|resource|rxResource)$',
  message: HTTP.message,
  tried: [['@angular/core', 'resource']],
});
export const FEATURES = forbidden({
  regex: '(^|/)feature-',
  message: 'feature → ui → data, never back.',
  tried: [['../feature-form/form']],
});
export const DUMB = [STORES_AND_CLIENTS, FEATURES, HTTP, HTTP_RESOURCES];
export const OTHER_FEATURES = forbidden({
  regex: '^(\\.\\./)+([^.].*/)?feature-',
  message: 'feature ↛ feature: what two pages share lives in ui or data.',
  tried: [['../feature-board/days-left'], ['../../pages/feature-list/row']],
});
export const UI = forbidden({
  regex: '(^|/)(ui|parts)/',
  message: 'ui → data, never back.',
  tried: [['../ui/entry'], ['../parts/entry']],
});
export const PUBLIC_PAGES = forbidden({
  regex: '^@malspar/[a-z-]+-web/site$',
  message: 'Public pages are rendered on the server, by the API shell alone.',
  tried: [['@malspar/site-web/site', 'renderPage']],
});
export const DEMO = forbidden({
  regex: '^@malspar/demo-',
  message: 'What a demonstration writes is of the seed command alone.',
  tried: [['@malspar/demo-api']],
});
// The identity provider of a demonstration is what a production must refuse to start with.
export const DEMO_WRITERS = forbidden({
  regex: '^[.]{1,2}/(.*/)?(demo-(?!identity-provider)|example-)[a-z-]+([.][a-z]+)*$',
  message: 'What a demonstration writes lives in libs/demo, and no production service names it.',
  tried: [['./example-report.js'], ['../demo-period.js'], ['./demo-words.repository.js']],
});
export const TEST_WORLDS = forbidden({
  regex: '(^|[/-])testing([.]js)?(/|$)',
  message: 'What specs stand in is of the specs alone: production has no opening for it.',
  tried: [
    ['@malspar/plan-api/testing'],
    ['@malspar/shared-testing'],
    ['./testing/world.js'],
    ['@nestjs/testing', 'Test'],
  ],
});
