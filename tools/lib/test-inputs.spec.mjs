import { globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { isDocument, readCheckout } from './checkout-files.mjs';
import { testsNamed } from './chosen-tests.mjs';
import { journeyGroups } from './journey-groups.mjs';
import { ensureProjectGraph } from './project-graph.mjs';
import { at, ROOT } from './root.mjs';
import { readProjects, surroundings, TestInputs } from './test-inputs.mjs';

const tests = testsNamed(['']);
const specs = tests.filter((path) => !path.endsWith('.journey.ts'));
const journeys = tests.filter((path) => path.endsWith('.journey.ts'));
const checkout = readCheckout();
let projects;
let before;

beforeAll(async () => {
  await ensureProjectGraph();
  projects = readProjects();
  before = keysOf(checkout);
});

function keysOf(state) {
  const inputs = new TestInputs(state, projects, 'here');
  return new Map([
    ['sources', inputs.ofSources()],
    ['product', inputs.ofProduct()],
    ...specs.map((path) => [path, inputs.ofSpec(path)]),
    ...journeyGroups(journeys).map(({ name, paths }) => [name, inputs.ofJourneys(paths, 'browser')]),
  ]);
}

/** What has to be run again when a file, or one in a folder, has changed: `text` only in what its texts say. */
function staleAfter(path, change = 'content') {
  const touched = (each) => each === path || each.startsWith(`${path}/`);
  const digest = (each, part) => checkout.digest(each, part) + (touched(each) && part === change ? ' changed' : '');
  const after = keysOf({ ...checkout, digest });
  return [...before.keys()].filter((name) => after.get(name) !== before.get(name));
}

describe('a result is known again', () => {
  it('while nothing has changed, and not on another day, another machine or in another environment', () => {
    expect(keysOf(readCheckout())).toEqual(before);
    const [env, today] = [{ TZ: 'UTC' }, new Date(2026, 0, 1)];
    const around = surroundings(env, today);
    expect(surroundings({ ...env, SHLVL: '3', npm_command: 'test' }, today)).toBe(around);
    for (const other of [
      surroundings(env, new Date(2026, 0, 2)),
      surroundings({ TZ: 'CET' }, today),
      surroundings({ ...env, DATABASE_URL: 'x' }, today),
    ])
      expect(other).not.toBe(around);
    const elsewhere = new TestInputs(checkout, projects, 'there');
    expect([elsewhere.ofSources(), elsewhere.ofSpec(specs[0])]).not.toContain(before.get('sources'));
    expect(elsewhere.ofSpec(specs[0])).not.toBe(before.get(specs[0]));
    const here = new TestInputs(checkout, projects, 'here');
    expect(here.ofJourneys(journeys, 'older browser')).not.toBe(here.ofJourneys(journeys, 'newer browser'));
  });

  it.each(['package-lock.json', 'jest.config.mjs', 'tools/lib/stack.mjs', 'tools/seed/data/miljoplan-2021-2025.json'])(
    'by nothing when %s has changed',
    (path) => expect(staleAfter(path)).toEqual([...before.keys()]),
  );

  it('by all but those that read it, when a document has changed', () => {
    const stale = staleAfter('docs/open-data.md');
    expect(stale).toContain('libs/environmental-report/api/src/site/documentation.spec.ts');
    expect(stale.filter((name) => !/^(tools|apps\/(api|web))\//.test(name))).toHaveLength(1);
    expect(stale).not.toContain('tools/new-domain/new-domain.spec.mjs');
    expect(staleAfter('README.md')).toEqual(
      expect.arrayContaining(['apps/api/src/domains.spec.ts', 'tools/new-domain/new-domain.spec.mjs']),
    );
  });

  it('by lint, types, the API and the public pages, when a text of the internal app has', () => {
    const path = 'libs/plan/web/src/i18n/sv.json';
    const stale = staleAfter(path);
    const groups = journeyGroups(journeys);
    expect(stale).toEqual(
      expect.arrayContaining([
        'product',
        'libs/plan/web/src/ui/indicator-definition.spec.ts',
        'apps/web/src/i18n-catalogue.spec.ts',
        'apps/web-e2e/src/accessibility.journey.ts',
        groups.at(-1).name,
        groups.at(-2).name,
      ]),
    );
    for (const name of ['sources', 'apps/web-e2e/src/public-site.journey.ts', 'tools/new-domain/new-domain.spec.mjs'])
      expect(stale).not.toContain(name);
    expect(stale.filter((name) => /\.(e2e|medium\.spec)\.ts$|^libs\/[\w-]+\/(api|model)\//.test(name))).toEqual([]);
    // Which texts there are is known to the code.
    expect(staleAfter(path, 'shape')).toEqual(['sources', 'tools/new-domain/new-domain.spec.mjs']);
  });

  it('by what does not import it, when a project has changed', () => {
    const stale = staleAfter('libs/feedback/model/src');
    expect(stale).toEqual(
      expect.arrayContaining(['sources', 'apps/api-e2e/src/feedback.e2e.ts', ...journeysOnStacks()]),
    );
    expect(stale.filter((name) => /^libs\/feedback\/.*\.spec\.ts$/.test(name)).length).toBeGreaterThan(5);
    expect(stale.filter((name) => /^libs\/(plan|shared|reporting)\/(model|web)\//.test(name))).toEqual([]);
  });

  it('by all other specs, when a spec has changed', () => {
    const spec = 'libs/plan/model/src/read-plan-file.spec.ts';
    expect(staleAfter(spec).filter((name) => !/^(tools|apps\/(api|web))\//.test(name))).toEqual([
      'sources',
      'product',
      spec,
    ]);
  });
});

const journeysOnStacks = () =>
  journeyGroups(journeys)
    .slice(-2)
    .map(({ name }) => name);

describe('nothing that tests depend on is forgotten', () => {
  it('each spec that jest would run is one that is asked for', async () => {
    const { default: config } = await import(at('jest.config.mjs'));
    const ignored = (project) => (project.testPathIgnorePatterns ?? []).map((pattern) => new RegExp(pattern));
    const run = config.projects.flatMap((project) =>
      globSync(
        project.testMatch.map((pattern) => pattern.replace('<rootDir>/', '')),
        { cwd: ROOT },
      ).filter((path) => !ignored(project).some((pattern) => pattern.test(path))),
    );
    expect(run.sort()).toEqual(specs);
  });

  it('what a project names by its path or its package is among what its specs depend on', () => {
    const unseen = [];
    let named = 0;
    for (const file of checkout.paths.filter((path) =>
      /^(libs|apps\/api(-e2e)?)\/.*\/?src\/.*\.(ts|mjs|cjs)$/.test(path),
    )) {
      const ownSpecs = specs.filter((spec) => spec.startsWith(`${projectOf(file)}/`));
      // Those that run alone depend on least; what makes databases is for the others.
      const onDatabase = file.startsWith('libs/shared/testing/');
      const suits = (each) => /\.(medium\.spec|e2e)\.ts$/.test(each) === onDatabase;
      const spec = specs.includes(file) ? file : (ownSpecs.find(suits) ?? ownSpecs[0]);
      for (const path of spec ? pathsNamedIn(file) : []) {
        named += 1;
        if (!stales(path, spec)) unseen.push(`${file} names ${path}`);
      }
    }
    expect(unseen).toEqual([]);
    expect(named).toBeGreaterThan(100);
  });
});

/** Whether the spec's key says so when a file at or below the path has changed. */
function stales(path, spec) {
  const touched = (each) => each === path || each.startsWith(`${path}/`);
  const digest = (each, part) => checkout.digest(each, part) + (touched(each) ? ' changed' : '');
  return new TestInputs({ ...checkout, digest }, projects, 'here').ofSpec(spec) !== before.get(spec);
}

const projectOf = (file) => /^(libs\/[^/]+\/[^/]+|apps\/[^/]+)/.exec(file)[0];

/** Paths in the checkout that stand in a text of the file, out of its own project: from the top, relative, or a package. */
function pathsNamedIn(file) {
  const packages = new Map([...projects.roots].map(([name, root]) => [name, `${root}/src`]));
  const texts = [
    ...readFileSync(at(file), 'utf8').matchAll(/(["'`])((?:\.\.?\/|@malspar\/|(?:libs|apps|tools|docs)\/)[^"'`\s$]*)/g),
  ];
  const paths = texts.map(([, , text]) => {
    if (text.startsWith('.')) return posix.join(posix.dirname(file), text);
    const [name] = /^@malspar\/[\w-]+/.exec(text) ?? [];
    return name ? (packages.get(name) ?? '') : text.replace(/\/$/, '');
  });
  const isThere = (path) => checkout.paths.some((each) => each === path || each.startsWith(`${path}/`));
  return [...new Set(paths)].filter(
    (path) => path && !path.startsWith(`${projectOf(file)}/`) && isThere(path) && !isDocument(path),
  );
}
