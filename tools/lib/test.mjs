// Everything that can be checked, one group after the other, also when an earlier one failed.
import { readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { build, buildingAlone } from './build.mjs';
import { runTestsNamed } from './chosen-tests.mjs';
import { ensurePackages } from './packages.mjs';
import { ensureProjectGraph } from './project-graph.mjs';
import { seconds } from './progress.mjs';
import { at, ROOT } from './root.mjs';
import { run } from './run.mjs';
import { runBrowserJourneys, runJest } from './test-runners.mjs';

/** @typedef {{passed: number, failures: {name: string, detail: string}[]}} Outcome */
/** @typedef {{name: string, work: () => Promise<Outcome>}} Step */

/**
 * @param {string[]} args what followed `npm test --`
 * @returns {Promise<number>} exit code
 */
export async function test(args) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      only: { type: 'string', multiple: true, default: [] },
      watch: { type: 'boolean', default: false },
    },
  });
  process.chdir(ROOT);
  if (positionals.length) return testChosen(positionals, values);
  if (values.watch) throw new Error('--watch behöver ett namn: npm test -- NAMN --watch');
  const groups = await allGroups();
  const unknown = values.only.filter((name) => !(name in groups));
  if (unknown.length) throw new Error(`--only känner till: ${Object.keys(groups).join(', ')}`);
  const chosen = Object.entries(groups).filter(([name]) => !values.only.length || values.only.includes(name));
  const steps = [
    { name: 'packages', work: oneCheck('packages', ensurePackages) },
    ...chosen.flatMap(([, list]) => list),
  ];

  const began = performance.now();
  /** @type {Outcome} */
  const total = { passed: 0, failures: [] };
  for (const [index, { name, work }] of steps.entries()) {
    const stepBegan = performance.now();
    console.log(`[${index + 1}/${steps.length}] ${name} …`);
    const { passed, failures } = await work().catch((error) => failed(name, error));
    total.passed += passed;
    total.failures.push(...failures);
    for (const failure of failures) print(failure);
    console.log(`      ${passed} passed, ${failures.length} failed (${seconds(stepBegan)})`);
  }
  if (total.failures.length) console.log('\nFailures, once more:');
  return summed(total, began);
}

async function testChosen(/** @type {string[]} */ names, /** @type {{watch: boolean}} */ { watch }) {
  const began = performance.now();
  await ensurePackages();
  return summed(await runTestsNamed(names, { watch }), began);
}

function summed(/** @type {Outcome} */ { passed, failures }, /** @type {number} */ began) {
  for (const failure of failures) print(failure);
  console.log(`\n${seconds(began)}`);
  console.log(`${passed} passed, ${failures.length} failed`);
  return failures.length ? 1 : 0;
}

/** @returns {Promise<Record<string, Step[]>>} */
async function allGroups() {
  const program = (/** @type {string} */ name, /** @type {string} */ file, /** @type {string[]} */ ...args) => ({
    name,
    work: oneCheck(name, () => run(process.execPath, [at('node_modules', ...file.split('/')), ...args], { cwd: ROOT })),
  });
  // These write what a start beside may be building.
  const writing = (/** @type {ReturnType<typeof program>} */ { name, work }) => ({
    name,
    work: () => buildingAlone(work),
  });
  const tsc = 'typescript/bin/tsc';
  const ngc = '@angular/compiler-cli/bundles/src/bin/ngc.js';
  return {
    format: [program('format', 'prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.')],
    lint: [
      { name: 'projects', work: oneCheck('projects', ensureProjectGraph) },
      program('lint', 'eslint/bin/eslint.js', '.', '--max-warnings=0'),
    ],
    types: [
      writing(program('types: models of the public pages', tsc, '-b', 'libs/publication/model')),
      writing(program('types: charts', ngc, '-p', 'libs/shared/web/tsconfig.chart.json')),
      writing(program('types: public pages', ngc, '-p', 'libs/publication/web/tsconfig.json')),
      writing(program('types: api', tsc, '-b', 'apps/api')),
      program('types: models, api and their specs', tsc, '-p', 'tsconfig.node-spec.json'),
      program('types: web and its specs', tsc, '-p', 'tsconfig.web-spec.json'),
      program('types: tools', tsc, '-p', 'tsconfig.tools.json'),
      { name: 'build: api and web', work: oneCheck('build: api and web', build) },
    ],
    checks: readdirSync(at('tools', 'checks'))
      .filter((file) => file.endsWith('.mjs'))
      .map((file) => ({ name: `check: ${file.replace('.mjs', '')}`, work: repositoryCheck(file) })),
    jest: [{ name: 'jest: specs, database and HTTP', work: runJest }],
    browser: [{ name: 'browser journeys', work: runBrowserJourneys }],
  };
}

/** A file in tools/checks exports `check`, which returns one line for each thing that is wrong. */
function repositoryCheck(/** @type {string} */ file) {
  return oneCheck(`check: ${file.replace('.mjs', '')}`, async () => {
    const { check } = await import(`../checks/${file}`);
    const wrong = await check();
    if (wrong.length) throw new Error(wrong.join('\n'));
  });
}

function oneCheck(/** @type {string} */ name, /** @type {() => Promise<unknown>} */ work) {
  return async () => {
    try {
      await work();
      return { passed: 1, failures: [] };
    } catch (error) {
      return failed(name, error);
    }
  };
}

/** @returns {Outcome} */
function failed(/** @type {string} */ name, /** @type {unknown} */ error) {
  return { passed: 0, failures: [{ name, detail: error instanceof Error ? error.message : String(error) }] };
}

function print(/** @type {{name: string, detail: string}} */ { name, detail }) {
  console.log(`\n  ✗ ${name}\n${detail.replace(/^/gm, '    ')}`);
}
