// Each wall is shown to stop what it is there to stop, and to let the right way through.
import { ESLint } from 'eslint';
import ts from 'typescript-eslint';
import { at, ROOT } from './lib/root.mjs';

const BOUNDARIES = '@nx/enforce-module-boundaries';
const IMPORTS = '@typescript-eslint/no-restricted-imports';
const SYNTAX = 'no-restricted-syntax';

// The examples are no files, so the rules that need types have nothing to go on.
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

async function rulesBrokenBy(filePath, text) {
  const [result] = await eslint.lintText(text, { filePath: at(filePath) });
  return result.messages.map(({ ruleId, message }) => ruleId ?? message);
}

const importing = (from, name = 'thing') => `import { ${name} } from '${from}';\nexport const used = ${name};\n`;
const template = (html) =>
  `import { Component } from '@angular/core';\n@Component({ selector: 'm-page', template: \`${html}\` })\nexport class Page {}\n`;

describe('a wall stops', () => {
  it.each([
    ['a model that uses an api', 'libs/plan/model/src/area.ts', importing('@malspar/plan-api'), BOUNDARIES],
    ['a model that uses the web', 'libs/plan/model/src/area.ts', importing('@malspar/shared-web'), BOUNDARIES],
    ['an api that uses the web', 'libs/plan/api/src/area.service.ts', importing('@malspar/plan-web'), BOUNDARIES],
    ['a page that uses an api', 'libs/plan/web/src/feature-area/area.ts', importing('@malspar/plan-api'), BOUNDARIES],
    ['the web shell that uses an api', 'apps/web/src/app/app.ts', importing('@malspar/plan-api'), BOUNDARIES],
    ['plan that reads reporting', 'libs/plan/model/src/area.ts', importing('@malspar/reporting-model'), BOUNDARIES],
    ['identity that reads plan', 'libs/identity/api/src/a.service.ts', importing('@malspar/plan-api'), BOUNDARIES],
    ['shared that reads a domain', 'libs/shared/model/src/a.ts', importing('@malspar/plan-model'), BOUNDARIES],
    ['a way round by path', 'libs/plan/api/src/a.service.ts', importing('../../model/src/index.js'), BOUNDARIES],
    ['the test harness in the app', 'libs/plan/api/src/a.service.ts', importing('@malspar/shared-testing'), BOUNDARIES],
    ['a framework in a model', 'libs/plan/model/src/area.ts', importing('@nestjs/common', 'Injectable'), IMPORTS],
    ['Node in a model', 'libs/plan/model/src/area.ts', importing('node:crypto', 'randomUUID'), IMPORTS],
    ['the database in a page', 'libs/plan/web/src/feature-area/area.ts', importing('typeorm', 'Entity'), IMPORTS],
    ['Angular in an api', 'libs/plan/api/src/a.service.ts', importing('@angular/core', 'inject'), IMPORTS],
    ['typeorm in a service', 'libs/plan/api/src/a.service.ts', importing('typeorm', 'DataSource'), IMPORTS],
    ['typeorm in a controller', 'libs/plan/api/src/a.controller.ts', importing('typeorm', 'DataSource'), IMPORTS],
    [
      'an HTTP exception in a service',
      'libs/plan/api/src/a.service.ts',
      importing('@nestjs/common', 'NotFoundException'),
      IMPORTS,
    ],
    [
      'an HTTP exception in a repository',
      'libs/plan/api/src/a.repository.ts',
      importing('@nestjs/common', 'ConflictException'),
      IMPORTS,
    ],
    ['a workflow with a service', 'libs/reporting/api/src/r.workflow.ts', importing('./report.service.js'), IMPORTS],
    ['a policy with a package', 'libs/reporting/model/src/r.policy.ts', importing('zod', 'z'), IMPORTS],
    ['a ui component with a store', 'libs/reporting/web/src/ui/entry.ts', importing('../data/report-store'), IMPORTS],
    ['a ui component with a page', 'libs/reporting/web/src/ui/entry.ts', importing('../feature-form/form'), IMPORTS],
    ['a store with a component', 'libs/reporting/web/src/data/store.ts', importing('../ui/entry'), IMPORTS],
    ['markup from text', 'libs/plan/web/src/ui/a.ts', 'document.body.innerHTML = location.hash;\n', SYNTAX],
    [
      'a trusted string',
      'libs/plan/web/src/ui/a.ts',
      'export const a = (s) => s.bypassSecurityTrustHtml("");\n',
      SYNTAX,
    ],
    ['markup bound in a template', 'libs/plan/web/src/ui/a.ts', template('<p [innerHTML]="text"></p>'), SYNTAX],
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
    [
      'any',
      'libs/plan/model/src/area.ts',
      'export const a = (b: any): unknown => b;\n',
      '@typescript-eslint/no-explicit-any',
    ],
    ['a test that does not run', 'libs/plan/model/src/area.spec.ts', 'it.skip("adds", () => undefined);\n', SYNTAX],
    ['a test that runs alone', 'apps/api-e2e/src/a.e2e.ts', 'describe.only("a", () => undefined);\n', SYNTAX],
    ['a wait for the clock', 'apps/web-e2e/src/a.spec.ts', 'export const a = (p) => p.waitForTimeout(5);\n', SYNTAX],
  ])('%s', async (_what, filePath, text, rule) => {
    expect(await rulesBrokenBy(filePath, text)).toEqual([rule]);
  });

  it('an inline switch that turns a rule off', async () => {
    const text = `// eslint-disable-next-line ${IMPORTS}\n${importing('typeorm', 'DataSource')}`;
    expect(await rulesBrokenBy('libs/plan/api/src/a.service.ts', text)).toContain(IMPORTS);
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
    ['typeorm in a migration', 'apps/api/src/database/migrations/0001-a.ts', importing('typeorm', 'QueryRunner')],
    [
      'HTTP exceptions in the problem filter',
      'libs/shared/api/src/errors/problem.filter.ts',
      importing('@nestjs/common', 'HttpException'),
    ],
    ['a pure workflow', 'libs/reporting/api/src/r.workflow.ts', importing('@malspar/reporting-model')],
    ['the harness in a spec', 'libs/plan/api/src/a.medium.spec.ts', importing('@malspar/shared-testing')],
    ['the harness beside specs', 'libs/plan/api/src/testing/world.ts', importing('@malspar/shared-testing')],
    ['a described picture', 'libs/plan/web/src/ui/a.ts', template('<img src="a.png" alt="" />')],
  ])('%s', async (_what, filePath, text) => {
    expect(await rulesBrokenBy(filePath, text)).toEqual([]);
  });
});
