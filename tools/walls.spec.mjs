// Each wall is shown to stop what it is there to stop, in a file that stands behind it, and to let the right way through.
import { globSync, readFileSync } from 'node:fs';
import { ESLint } from 'eslint';
import ts from 'typescript-eslint';
import { at, ROOT } from './lib/root.mjs';
import { DOMAINS } from './lint/domains.mjs';
import { importWalls } from './lint/walls.mjs';

const BOUNDARIES = '@nx/enforce-module-boundaries';
const IMPORTS = '@typescript-eslint/no-restricted-imports';
const SYNTAX = 'no-restricted-syntax';

// Types say nothing about walls, and take long to work out.
const eslint = new ESLint({
  cwd: ROOT,
  overrideConfig: [
    {
      files: ['**/*.ts'],
      ...ts.configs.disableTypeChecked,
      languageOptions: { parserOptions: { project: null, program: null, projectService: false } },
    },
    { files: ['**/*.ts'], rules: { '@typescript-eslint/no-unused-vars': 'off' } },
  ],
});

/** @returns {string[]} files in the repository, without what is built and what is tested */
function filesLike(...globs) {
  const found = globSync(globs, { cwd: ROOT, exclude: (name) => /(^|\/)(dist|node_modules)$/.test(name) });
  return found.map((path) => path.replaceAll('\\', '/')).sort();
}

const productionFileLike = (glob) => {
  const [file] = filesLike(glob).filter((path) => !/\.(spec|medium\.spec)\.ts$|\/testing\//.test(path));
  if (!file) throw new Error(`No file is like ${glob}: the wall holds nothing.`);
  return file;
};

/** A line put first in a real file. */
const withLine = (file, line) => `${line}${readFileSync(at(file), 'utf8')}`;

async function rulesBrokenBy(filePath, text) {
  const [result] = await eslint.lintText(text, { filePath: at(filePath) });
  return result.messages.map(({ ruleId, message }) => ruleId ?? message);
}

const importing = (from, name = 'thing') => `import { ${name} as tried } from '${from}';\nexport const kept = tried;\n`;
const template = (html) =>
  `import { Component } from '@angular/core';\n@Component({ selector: 'm-page', template: \`${html}\` })\nexport class Page {}\n`;

describe('a wall between kinds of files', () => {
  it.each(importWalls)('$name has files behind it', ({ files }) => {
    for (const glob of files) expect({ glob, file: filesLike(glob)[0] }).toEqual({ glob, file: expect.any(String) });
  });

  it.each(Object.entries(DOMAINS))('the domain %s has projects, and so have those it reads', (domain, others) => {
    const tags = filesLike('libs/*/*/package.json').flatMap(
      (file) => JSON.parse(readFileSync(at(file), 'utf8')).nx.tags,
    );
    for (const name of [domain, ...others]) expect(tags).toContain(`domain:${name}`);
  });
});

const MODEL = 'libs/plan/model/src/*.ts';
const SERVICE = 'libs/*/api/src/**/*.service.ts';
const CONTROLLER = 'libs/*/api/src/**/*.controller.ts';
const REPOSITORY = 'libs/*/api/src/**/*.repository.ts';
const FEATURE = 'libs/reporting/web/src/feature-review/*.ts';
const UI = 'libs/reporting/web/src/ui/*.ts';
const PARTS = 'libs/site/web/src/site/parts/*.ts';
const DATA = 'libs/reporting/web/src/data/*.ts';
const NESTED_DATA = 'libs/publication/web/src/pages/data/*.ts';

describe('a wall stops, in a real file,', () => {
  it.each([
    ['a model that uses an api', MODEL, importing('@malspar/plan-api'), BOUNDARIES],
    ['a model that uses the web', MODEL, importing('@malspar/shared-web'), BOUNDARIES],
    ['an api that uses the web', 'libs/plan/api/src/*.service.ts', importing('@malspar/plan-web'), BOUNDARIES],
    ['a page that uses an api', FEATURE, importing('@malspar/plan-api'), BOUNDARIES],
    ['the web shell that uses an api', 'apps/web/src/app/app.ts', importing('@malspar/plan-api'), BOUNDARIES],
    ['plan that reads reporting', MODEL, importing('@malspar/reporting-model'), BOUNDARIES],
    ['identity that reads plan', 'libs/identity/api/src/*.service.ts', importing('@malspar/plan-api'), BOUNDARIES],
    ['shared that reads a domain', 'libs/shared/model/src/*.ts', importing('@malspar/plan-model'), BOUNDARIES],
    ['a way round by path', 'libs/plan/api/src/*.service.ts', importing('../../model/src/index.js'), BOUNDARIES],
    ['the test harness in the app', SERVICE, importing('@malspar/shared-testing'), BOUNDARIES],
    ['a framework in a model', MODEL, importing('@nestjs/common', 'Injectable'), IMPORTS],
    ['Node in a model', MODEL, importing('node:crypto', 'randomUUID'), IMPORTS],
    ['Angular in a drawing', 'libs/figures/model/src/*.ts', importing('@angular/core', 'inject'), IMPORTS],
    ['the database in a page', FEATURE, importing('typeorm', 'Entity'), IMPORTS],
    ['Node in the web shell', 'apps/web/src/app/*.ts', importing('node:fs', 'readFileSync'), IMPORTS],
    ['Angular in an api', SERVICE, importing('@angular/core', 'inject'), IMPORTS],
    ['Angular in the api shell', 'apps/api/src/*.ts', importing('@angular/core', 'inject'), IMPORTS],
    ['typeorm in a service', SERVICE, importing('typeorm', 'DataSource'), IMPORTS],
    ['typeorm in a controller', CONTROLLER, importing('typeorm', 'DataSource'), IMPORTS],
    ['typeorm in the api shell', 'apps/api/src/create-app.ts', importing('typeorm', 'DataSource'), IMPORTS],
    ['SQL in a service', SERVICE, importing('@malspar/shared-api/sql', 'managerOf'), IMPORTS],
    ['SQL in a controller', CONTROLLER, importing('@malspar/shared-api/sql', 'managerOf'), IMPORTS],
    ['SQL in a reader', 'libs/reporting/api/src/reports/reports.ts', importing('@malspar/shared-api/sql'), IMPORTS],
    ['SQL in the seed', 'apps/api/src/seed-data.ts', importing('@malspar/shared-api/sql', 'managerOf'), IMPORTS],
    ['SQL in a demonstration', 'libs/demo/api/src/demo-people.ts', importing('@malspar/shared-api/sql'), IMPORTS],
    [
      'SQL in a service of shared',
      'libs/shared/api/src/housekeeping/housekeeping.ts',
      importing('../sql/manager-of.js', 'managerOf'),
      IMPORTS,
    ],
    ['a connection of its own in a service', SERVICE, importing('pg', 'Client'), IMPORTS],
    ['a repository in a controller', CONTROLLER, importing('./report.repository.js'), IMPORTS],
    ['a repository of another folder in a controller', CONTROLLER, importing('../site/page.repository.js'), IMPORTS],
    ['an HTTP exception in a service', SERVICE, importing('@nestjs/common', 'NotFoundException'), IMPORTS],
    ['an HTTP exception in a repository', REPOSITORY, importing('@nestjs/common', 'ConflictException'), IMPORTS],
    [
      'typeorm in the problem filter',
      'libs/shared/api/src/errors/problem.filter.ts',
      importing('typeorm', 'QueryFailedError'),
      IMPORTS,
    ],
    ...['environmental-report', 'plan', 'reporting'].flatMap((domain) => [
      [`print that names ${domain}`, 'libs/print/api/src/**/*.ts', importing(`@malspar/${domain}-model`), BOUNDARIES],
      [
        `a page about publishing that names ${domain}`,
        'libs/publication/web/src/pages/feature-list/*.ts',
        importing(`@malspar/${domain}-model`),
        BOUNDARIES,
      ],
    ]),
    ...['environmental-report', 'plan', 'reporting', 'identity'].flatMap((domain) => [
      [
        `the act of publishing that names ${domain}`,
        'libs/publication/api/src/*.service.ts',
        importing(`@malspar/${domain}-api`),
        BOUNDARIES,
      ],
      [
        `what publishing says that names ${domain}`,
        'libs/publication/model/src/*.ts',
        importing(`@malspar/${domain}-model`),
        BOUNDARIES,
      ],
    ]),
    [
      'the act of publishing that reads the site',
      'libs/publication/api/src/*.service.ts',
      importing('@malspar/site-api'),
      BOUNDARIES,
    ],
    ['a figure that names a domain', 'libs/figures/model/src/*.ts', importing('@malspar/plan-model'), BOUNDARIES],
    ['a demonstration in the api shell', 'apps/api/src/create-app.ts', importing('@malspar/demo-api'), IMPORTS],
    ['a demonstration in a domain', 'libs/plan/api/src/*.service.ts', importing('@malspar/demo-api'), BOUNDARIES],
    ['a writer of examples in a service', SERVICE, importing('./example-report.js'), IMPORTS],
    [
      'a writer of examples in a reader',
      'libs/reporting/api/src/reports/reports.ts',
      importing('../demo-period.js'),
      IMPORTS,
    ],
    ['a writer of examples in a repository', REPOSITORY, importing('./demo-words.repository.js'), IMPORTS],
    ['a writer of examples in a controller', CONTROLLER, importing('./demo-period.service.js'), IMPORTS],
    ['public pages in a service', SERVICE, importing('@malspar/site-web/site', 'renderPage'), IMPORTS],
    ['public pages in the app', FEATURE, importing('@malspar/site-web/site', 'renderPage'), IMPORTS],
    ['a workflow with a service', 'libs/*/model/src/workflow.ts', importing('./report.service.js'), IMPORTS],
    ['a workflow with a framework', 'libs/*/model/src/workflow.ts', importing('@nestjs/common'), IMPORTS],
    ['a policy with a package', 'libs/*/model/src/policy.ts', importing('zod', 'z'), IMPORTS],
    ['a policy with a repository', 'libs/*/api/src/**/*-policy.ts', importing('./document.repository.js'), IMPORTS],
    ['a ui component with a store', UI, importing('../data/report-store'), IMPORTS],
    ['a ui component with a page', UI, importing('../feature-form/form'), IMPORTS],
    ['a ui component with HTTP', UI, importing('@angular/common/http', 'HttpClient'), IMPORTS],
    ['a ui component with a resource', UI, importing('@angular/core', 'resource'), IMPORTS],
    ['a part of a public page with HTTP', PARTS, importing('@angular/common/http', 'HttpClient'), IMPORTS],
    ['a store with a component', DATA, importing('../ui/entry'), IMPORTS],
    ['a store further in with a page', NESTED_DATA, importing('../feature-compose/compose-page'), IMPORTS],
    ['a page with another page', FEATURE, importing('../feature-board/days-left'), IMPORTS],
    [
      'a page further in with another page',
      'libs/publication/web/src/pages/feature-list/*.ts',
      importing('../feature-compose/act-problem'),
      IMPORTS,
    ],
    [
      'a query whose rows are believed',
      'libs/reporting/api/src/results/*.repository.ts',
      "export const a = (tx) => tx.query('SELECT 1');\n",
      SYNTAX,
    ],
    [
      'a numbered value',
      'libs/reporting/api/src/reports/*.sql.ts',
      'export const a = (id) => ({ text: `SELECT ${id} WHERE a = $1` });\n',
      SYNTAX,
    ],
    ['markup from text', UI, 'document.body.innerHTML = location.hash;\n', SYNTAX],
    ['a page that moves the focus by itself', FEATURE, 'document.body.focus();\n', SYNTAX],
    [
      'what a person wrote, undone when its page is read again',
      FEATURE,
      "declare const linkedSignal: (o: object) => void;\nlinkedSignal({ source: () => 1, computation: () => '' });\n",
      SYNTAX,
    ],
    ['a trusted string', UI, 'export const a = (s) => s.bypassSecurityTrustHtml("");\n', SYNTAX],
    ['any', MODEL, 'export const a = (b: any): unknown => b;\n', '@typescript-eslint/no-explicit-any'],
  ])('%s', async (_what, glob, line, rule) => {
    const file = productionFileLike(glob);
    expect(await rulesBrokenBy(file, withLine(file, line))).toEqual([rule]);
  });

  it.each([
    ['a test that does not run', 'libs/plan/model/src/*.spec.ts', 'it.skip("adds", () => undefined);\n'],
    ['a test that runs alone', 'apps/api-e2e/src/*.e2e.ts', 'describe.only("a", () => undefined);\n'],
    [
      'a look back without end',
      'libs/shared/model/src/*.ts',
      'export const a = /(?<=[,)]\\d{1,3}(?:[.)]\\d{3})*)[.]/u;\n',
    ],
    ['a wait for the clock', 'apps/web-e2e/src/*.journey.ts', 'export const a = (p) => p.waitForTimeout(5);\n'],
  ])('%s', async (_what, glob, line) => {
    const [file] = filesLike(glob);
    expect(await rulesBrokenBy(file, withLine(file, line))).toEqual([SYNTAX]);
  });

  it('an inline switch that turns a rule off', async () => {
    const file = productionFileLike(SERVICE);
    const line = `// eslint-disable-next-line ${IMPORTS}\n${importing('typeorm', 'DataSource')}`;
    expect(await rulesBrokenBy(file, withLine(file, line))).toContain(IMPORTS);
  });
});

describe('a wall stops, in a template,', () => {
  it.each([
    ['markup bound to it', 'libs/plan/web/src/ui/a.ts', template('<p [innerHTML]="text"></p>'), SYNTAX],
    ['a field that cuts', 'libs/plan/web/src/ui/a.ts', template('<textarea maxlength="9"></textarea>'), SYNTAX],
    [
      'a field that cuts, bound',
      'libs/plan/web/src/ui/a.ts',
      template('<input aria-label="a" [attr.maxlength]="longest" />'),
      SYNTAX,
    ],
    [
      'a picture without words',
      'libs/plan/web/src/ui/a.ts',
      template('<img src="a.png" />'),
      '@angular-eslint/template/alt-text',
    ],
    [
      'a style the content policy blocks',
      'libs/plan/web/src/ui/a.html',
      '<p style="color: red">a</p>\n',
      '@angular-eslint/template/no-inline-styles',
    ],
  ])('%s', async (_what, filePath, text, rule) => {
    expect(await rulesBrokenBy(filePath, text)).toEqual([rule]);
  });
});

describe('the right way through', () => {
  it.each([
    ['model on model', 'libs/plan/model/src/area.ts', importing('@malspar/shared-model')],
    ['api on its model', 'libs/plan/api/src/a.service.ts', importing('@malspar/plan-model')],
    ['reporting reads plan', 'libs/reporting/api/src/r.service.ts', importing('@malspar/plan-api')],
    ['reporting reads identity', 'libs/reporting/api/src/r.service.ts', importing('@malspar/identity-api')],
    ['page on model', 'libs/plan/web/src/feature-area/area.ts', importing('@malspar/plan-model')],
    ['ui on a shape', 'libs/plan/web/src/ui/a.ts', "import type { A } from '../data/a';\nexport type B = A[];\n"],
    ['page on its store', 'libs/plan/web/src/feature-area/area.ts', importing('../data/area-store')],
    ['typeorm in a repository', 'libs/plan/api/src/area.repository.ts', importing('typeorm', 'Repository')],
    ['SQL in a repository', 'libs/plan/api/src/area.repository.ts', importing('@malspar/shared-api/sql', 'managerOf')],
    ['typeorm in a migration', 'apps/api/src/database/migrations/0001-a.ts', importing('typeorm', 'QueryRunner')],
    [
      'HTTP exceptions in the problem filter',
      'libs/shared/api/src/errors/problem.filter.ts',
      importing('@nestjs/common', 'HttpException'),
    ],
    ['a pure workflow', 'libs/reporting/api/src/r.workflow.ts', importing('@malspar/reporting-model')],
    ['a workflow on its model', 'libs/reporting/model/src/workflow.ts', importing('./states.js')],
    ['a page on its own parts', 'libs/reporting/web/src/feature-review/a.ts', importing('./parts/b')],
    ['a demonstration in the seed', 'apps/api/src/seed-data.ts', importing('@malspar/demo-api')],
    ['a demonstration on its own words', 'libs/demo/api/src/demo-people.ts', importing('./example-words.js')],
    ['public pages in the api shell', 'apps/api/src/render.ts', importing('@malspar/site-web/site')],
    ['the harness in a spec', 'libs/plan/api/src/a.medium.spec.ts', importing('@malspar/shared-testing')],
    ['the harness beside specs', 'libs/plan/api/src/testing/world.ts', importing('@malspar/shared-testing')],
    ['a look back of one sign', 'libs/plan/model/src/a.ts', 'export const a = /(?<![\\d*+])(?:\\d{3})+(?!\\d)/u;\n'],
    ['a described picture', 'libs/plan/web/src/ui/a.ts', template('<img src="a.png" alt="" />')],
  ])('%s', async (_what, filePath, text) => {
    expect(await rulesBrokenBy(filePath, text)).toEqual([]);
  });
});
