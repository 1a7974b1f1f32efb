// A domain is made in a throw-away copy of the checkout, and put to what every commit is put to: lint, types, specs.
import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { at, ROOT } from '../lib/root.mjs';
import { newDomain } from './new-domain.mjs';

const NAME = 'bike-loans';
/** These import the whole server or the whole app: that they still work is shown by running them. */
const RUN_ALONE = /\/(app\.module|app\.routes)\.ts$/;
let folder = '';
/** What the command says that it made or changed, with `/` between folders. */
let touched = [];

/** Runs a program of the packages in the copy; answers with its exit code and, when that is not 0, all it said. */
function program(file, ...args) {
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...flags, join('node_modules', ...file.split('/')), ...args],
    {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, NX_DAEMON: 'false', ...testServer() },
    },
  );
  return { status, said: status === 0 ? '' : stdout + stderr };
}

/** The database server of the run that this spec is part of, when it has one: it need not be started twice. */
const testServer = () => {
  const url = process.env.TEST_DATABASE_URL ?? process.env.MALSPAR_TEST_SERVER;
  return url ? { TEST_DATABASE_URL: url } : {};
};

/** The checkout without what git ignores; its packages are linked, but for its own, which are those of the copy. */
function copyCheckout() {
  const names = execFileSync('git', ['ls-files', '-coz', '--exclude-standard'], { cwd: ROOT, encoding: 'utf8' });
  for (const name of new Set(names.split('\0').filter((each) => each && existsSync(at(each))))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    cpSync(at(name), join(folder, name));
  }
  const link = (from, to) => symlinkSync(from, to, 'junction');
  mkdirSync(join(folder, 'node_modules', '@malspar'), { recursive: true });
  for (const name of readdirSync(at('node_modules'))) {
    if (name !== '@malspar') link(at('node_modules', name), join(folder, 'node_modules', name));
  }
  const { packages } = JSON.parse(readFileSync(at('package-lock.json'), 'utf8'));
  for (const [path, { link: isLink, resolved }] of Object.entries(packages)) {
    if (isLink) link(join(folder, resolved), join(folder, path));
  }
}

/** Only what was made, and what registers it, is checked: the rest is what it was. */
function narrow(config, files) {
  const path = join(folder, config);
  writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), include: files }));
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'malspar-new-domain-'));
  copyCheckout();
  const made = spawnSync(process.execPath, [join('tools', 'run.mjs'), 'new-domain', NAME], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(made.stderr).toBe('');
  touched = made.stdout
    .trim()
    .split('\n')
    .map((path) => path.replaceAll('\\', '/'));
  const code = touched.filter((path) => path.endsWith('.ts') && !RUN_ALONE.test(path));
  narrow(
    'tsconfig.node-spec.json',
    code.filter((path) => !isOfTheBrowser(path)),
  );
  narrow('tsconfig.web-spec.json', code.filter(isOfTheBrowser));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const isOfTheBrowser = (path) => /^(libs\/[\w-]+\/web|apps\/web)\//.test(path);
const fine = { status: 0, said: '' };

describe('a new domain', () => {
  it('is linted, and stands within the walls between domains', () => {
    const drawGraph = "import('./tools/lib/project-graph.mjs').then(({ ensureProjectGraph }) => ensureProjectGraph())";
    expect(spawnSync(process.execPath, ['-e', drawGraph], { cwd: folder, encoding: 'utf8' }).stderr).toBe('');
    const checked = touched.filter((path) => /\.(ts|html|mjs)$/.test(path) && !RUN_ALONE.test(path));
    expect(program('eslint/bin/eslint.js', '--max-warnings=0', ...checked)).toEqual(fine);
    // Or lint would have been silent about the walls.
    expect(existsSync(join(folder, '.nx', 'workspace-data', 'project-graph.json'))).toBe(true);
  });

  it('has types, and templates that keep to them', () => {
    expect(program('typescript/bin/tsc', '-p', 'tsconfig.node-spec.json')).toEqual(fine);
    expect(program('@angular/compiler-cli/bundles/src/bin/ngc.js', '-p', 'tsconfig.web-spec.json')).toEqual(fine);
  });

  it('has a row of answers for each of its routes, a budget for what is read, and a row in its table', () => {
    const read = `
      import { readTable } from './apps/api-e2e/src/harness/table.ts';
      import { elsewhere } from './apps/api-e2e/src/permission-tables.ts';
      import { budgets } from './apps/api-e2e/src/statement-budgets.ts';
      const { columns, rows } = readTable(elsewhere);
      const answers = rows.map(({ name, cells }) => [name, cells.length === columns.length]);
      console.log(JSON.stringify({ answers, budgets: budgets.map(({ route }) => route) }));`;
    const flags = ['--import', './tools/lib/run-typescript.mjs', '--input-type=module'];
    const { stdout, stderr } = spawnSync(process.execPath, [...flags, '-e', read], { cwd: folder, encoding: 'utf8' });
    expect(stderr).toBe('');
    const { answers, budgets } = JSON.parse(stdout);
    expect(answers).toEqual(
      expect.arrayContaining([
        [`GET ${NAME}`, true],
        [`POST ${NAME}`, true],
      ]),
    );
    expect(budgets).toContain(NAME);
    const harness = readFileSync(join(folder, 'apps', 'api-e2e', 'src', 'harness', 'publishing.ts'), 'utf8');
    // Among what fills the tables before the migrations are tried.
    expect(/^export async function oneOfEach\([^]*?^\}$/m.exec(harness)?.[0]).toContain(`'POST', '${NAME}'`);
  });

  it('passes its specs, at each of their heights, and those that say where it has to be registered', () => {
    const specs = touched.filter((path) => path.endsWith('.spec.ts'));
    expect(specs).toHaveLength(3);
    const registered = [
      'apps/api/src/domains.spec.ts',
      'apps/web/src/domains.spec.ts',
      'apps/web/src/audit-catalogue.spec.ts',
    ];
    const args = ['--ci', '--maxWorkers=1', '--runTestsByPath', ...specs, ...registered];
    expect(program('jest/bin/jest.js', ...args)).toEqual(fine);
  });

  it.each([undefined, '', 'Bike', 'bike loans', '../bike', 'plan', 'shared'])('is not called “%s”', async (name) => {
    await expect(newDomain(name)).rejects.toThrow(/domän/);
  });
});
