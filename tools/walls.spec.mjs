// Each wall is shown to stop what it says it stops, in a real file behind it, and to let the right way through.
import {
  BOUNDARIES,
  importing,
  IMPORTS,
  productionFileLike,
  productionFilesLike,
  rulesBrokenBy,
  said,
  silentRules,
  SYNTAX,
  template,
  withLines,
} from './lint/trying.mjs';
import { filesLike } from './lib/sources.mjs';
import { importWalls, syntaxWalls } from './lint/walls.mjs';

/** A real file behind the wall for each of its globs: one that no later wall takes over. */
function filesBehind(walls, wall) {
  const taken = walls.slice(walls.indexOf(wall) + 1).flatMap(({ files, ignores = [] }) => {
    const left = new Set(filesLike(...ignores));
    return filesLike(...files).filter((file) => !left.has(file));
  });
  const elsewhere = new Set([...taken, ...filesLike(...(wall.ignores ?? []))]);
  return wall.files.map((glob) => ({
    glob,
    // Specs of the browser stand behind walls that its pages have a stricter one instead of.
    file: [...productionFilesLike(glob), ...filesLike(glob)].find((file) => !elsewhere.has(file)),
  }));
}

const cases = (walls) =>
  walls.flatMap((wall) =>
    filesBehind(walls, wall).map((behind) => ({ ...behind, name: wall.name, stops: wall.stops })),
  );

/** Each stop with each of its tries. */
const triesOf = (stops) =>
  stops.flatMap(({ message, tried }) => [tried].flat().map((each) => ({ message, tried: each })));

/** What was tried and went through, all of it at once in one file. */
async function wentThrough(file, rule, tries) {
  const messages = await said(file, withLines(file, tries.map(({ line }) => line).join('')));
  const stopped = ({ message }, number) =>
    messages.some((each) => each.line === number + 1 && each.ruleId === rule && each.message.endsWith(message));
  return tries.filter((tried, number) => !stopped(tried, number)).map(({ line }) => line);
}

describe('a wall', () => {
  it.each([...importWalls, ...syntaxWalls])('$name says of all that it stops how to try it', ({ files, stops }) => {
    expect(files.length * stops.length).toBeGreaterThan(0);
    for (const { message, tried } of stops)
      expect({ message, tried: [tried].flat().length > 0 }).toEqual({ message, tried: true });
  });

  it.each(cases(importWalls))('$name stops what it says in $file, which is like $glob', async ({ file, stops }) => {
    const tries = triesOf(stops).map(({ message, tried: [from, name] }, number) => ({
      message,
      line: importing(from, name, number),
    }));
    expect(await wentThrough(file, IMPORTS, tries)).toEqual([]);
  });

  it.each(cases(syntaxWalls))('$name stops what it says in $file, which is like $glob', async ({ file, stops }) => {
    const tries = triesOf(stops).map(({ message, tried }) => ({ message, line: `${tried}\n` }));
    expect(await wentThrough(file, SYNTAX, tries)).toEqual([]);
  });

  it('stands before every production file', async () => {
    const files = productionFilesLike('libs/*/{model,api,web}/src/**/*.ts', 'apps/{api,web}/src/**/*.ts');
    const open = [];
    for (const file of files)
      for (const rule of await silentRules(file, [IMPORTS, SYNTAX, BOUNDARIES])) open.push(`${file}: ${rule}`);
    expect(open).toEqual([]);
  });
});

const MODEL = 'libs/plan/model/src/*.ts';
const SERVICE = 'libs/*/api/src/**/*.service.ts';
const FEATURE = 'libs/reporting/web/src/feature-review/*.ts';

describe('a wall stops, in a real file,', () => {
  it.each([
    ['a model that uses an api', MODEL, importing('@malspar/plan-api'), BOUNDARIES],
    ['a model that uses the web', MODEL, importing('@malspar/shared-web'), BOUNDARIES],
    ['an api that uses the web', 'libs/plan/api/src/*.service.ts', importing('@malspar/plan-web'), BOUNDARIES],
    ['a page that uses an api', FEATURE, importing('@malspar/plan-api'), BOUNDARIES],
    ['the web shell that uses an api', 'apps/web/src/app/app.ts', importing('@malspar/plan-api'), BOUNDARIES],
    ['a way round by path', 'libs/plan/api/src/*.service.ts', importing('../../model/src/index.js'), BOUNDARIES],
    ['any', MODEL, 'export const a = (b: any): unknown => b;\n', '@typescript-eslint/no-explicit-any'],
  ])('%s', async (_what, glob, line, rule) => {
    const file = productionFileLike(glob);
    expect(await rulesBrokenBy(file, withLines(file, line))).toEqual([rule]);
  });

  it.each([
    ['a test that does not run', 'libs/plan/model/src/*.spec.ts', 'it.skip("adds", () => undefined);\n'],
    ['a test that runs alone', 'apps/api-e2e/src/*.e2e.ts', 'describe.only("a", () => undefined);\n'],
  ])('%s', async (_what, glob, line) => {
    const [file] = filesLike(glob);
    expect(await rulesBrokenBy(file, withLines(file, line))).toEqual([SYNTAX]);
  });

  it.each([
    ['api/src/site/*.spec.ts', 'environmental-report-api/testing'],
    ['web/src/site/*.spec.ts', 'environmental-report-web/testing'],
    ['model/src/*.spec.ts', 'plan-model'],
  ])('a spec of the site (%s) that names a domain: %s', async (files, named) => {
    const [file] = filesLike(`libs/site/${files}`);
    expect(await rulesBrokenBy(file, withLines(file, importing(`@malspar/${named}`)))).toEqual([BOUNDARIES]);
  });

  it('an inline switch that turns a rule off', async () => {
    const file = productionFileLike(SERVICE);
    const line = `// eslint-disable-next-line ${IMPORTS}\n${importing('typeorm', 'DataSource')}`;
    expect(await rulesBrokenBy(file, withLines(file, line))).toContain(IMPORTS);
  });
});

describe('a wall stops, in a template,', () => {
  it.each([
    [
      'markup bound to it inside a component',
      'libs/plan/web/src/ui/a.ts',
      template('<p [innerHTML]="text"></p>'),
      SYNTAX,
    ],
    ['a field that cuts', 'libs/plan/web/src/ui/a.ts', template('<textarea maxlength="9"></textarea>'), SYNTAX],
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
    ['a kind’s pages in the api shell', 'apps/api/src/render.ts', importing('@malspar/environmental-report-web/site')],
    [
      'a kind’s pages on the site’s parts',
      'libs/environmental-report/web/src/site/pages/area.ts',
      importing('@malspar/site-web/parts'),
    ],
    ['the harness in a spec', 'libs/plan/api/src/a.medium.spec.ts', importing('@malspar/shared-testing')],
    ['the harness beside specs', 'libs/plan/api/src/testing/world.ts', importing('@malspar/shared-testing')],
    ['a look back of one sign', 'libs/plan/model/src/a.ts', 'export const a = /(?<![\\d*+])(?:\\d{3})+(?!\\d)/u;\n'],
    ['a described picture', 'libs/plan/web/src/ui/a.ts', template('<img src="a.png" alt="" />')],
  ])('%s', async (_what, filePath, text) => {
    expect(await rulesBrokenBy(filePath, text)).toEqual([]);
  });
});
