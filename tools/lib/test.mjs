// Everything that can be checked, also when something earlier failed.
import { readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { cachedCheck, cachedJest, cachedJourneys } from './cached-tests.mjs';
import { runTestsNamed } from './chosen-tests.mjs';
import { ensurePackages } from './packages.mjs';
import { ensureProjectGraph } from './project-graph.mjs';
import { seconds } from './progress.mjs';
import { ResultCache } from './result-cache.mjs';
import { at, ROOT } from './root.mjs';
import { run } from './run.mjs';
import { UNUSED, UNUSED_IN_PRODUCTION } from './unused.mjs';

/**
 * @typedef {{passed: number, unchanged?: number, failures: {name: string, detail: string}[]}} Outcome `unchanged`: of
 *   the passed, those that were not run, since they have passed with all that they depend on as it is
 */
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
      fresh: { type: 'boolean', default: false },
    },
  });
  process.chdir(ROOT);
  if (positionals.length) return testChosen(positionals, values);
  if (values.watch) throw new Error('--watch behöver ett namn: npm test -- NAMN --watch');
  const groups = allGroups(new ResultCache({ isRead: !values.fresh }));
  const unknown = values.only.filter((name) => !(name in groups));
  if (unknown.length) throw new Error(`--only känner till: ${Object.keys(groups).join(', ')}`);
  const chosen = Object.entries(groups).filter(([name]) => !values.only.length || values.only.includes(name));
  const phases = [
    { lanes: 1, steps: [{ name: 'packages', work: oneCheck('packages', ensurePackages) }, ...before(chosen)] },
    { lanes: 2, steps: chosen.filter(([name]) => STILL.includes(name)).flatMap(([, steps]) => steps) },
    ...chosen.filter(([name]) => !STILL.includes(name)).map(([, steps]) => ({ lanes: 2, steps })),
  ];

  const began = performance.now();
  const outcomes = await runPhases(phases);
  const failures = outcomes.flatMap((outcome) => outcome.failures);
  if (failures.length) console.log('\nFailures, once more:');
  const total = (/** @type {'passed' | 'unchanged'} */ name) =>
    outcomes.reduce((sum, each) => sum + (each[name] ?? 0), 0);
  return summed({ passed: total('passed'), unchanged: total('unchanged'), failures }, began);
}

/** Groups that read the source alone: each of their programs keeps one core busy, so two run side by side. */
const STILL = ['lint', 'types', 'format'];

/** Lint asks Nx where the walls between domains stand, and tests which project they depend on. */
const before = (/** @type {[string, Step[]][]} */ chosen) =>
  chosen.some(([name]) => name !== 'format')
    ? [{ name: 'projects', work: oneCheck('projects', ensureProjectGraph) }]
    : [];

/**
 * Phase by phase, as many steps of one phase at a time as it has lanes.
 * @param {{lanes: number, steps: Step[]}[]} phases
 * @returns {Promise<Outcome[]>}
 */
async function runPhases(phases) {
  const count = phases.reduce((sum, { steps }) => sum + steps.length, 0);
  /** @type {Outcome[]} */
  const outcomes = [];
  let started = 0;
  const runStep = async (/** @type {Step} */ { name, work }) => {
    const began = performance.now();
    const head = `[${++started}/${count}] ${name}`;
    console.log(`${head} …`);
    const outcome = await work().catch((error) => failed(name, error));
    outcomes.push(outcome);
    for (const failure of outcome.failures) print(failure);
    console.log(`${head}: ${counted(outcome)} (${seconds(began)})`);
  };
  for (const { lanes, steps } of phases) {
    const waiting = [...steps];
    const lane = async () => {
      for (let step = waiting.shift(); step; step = waiting.shift()) await runStep(step);
    };
    await Promise.all(Array.from({ length: lanes }, lane));
  }
  return outcomes;
}

async function testChosen(/** @type {string[]} */ names, /** @type {{watch: boolean}} */ { watch }) {
  const began = performance.now();
  await ensurePackages();
  return summed(await runTestsNamed(names, { watch }), began);
}

function summed(/** @type {Outcome} */ outcome, /** @type {number} */ began) {
  for (const failure of outcome.failures) print(failure);
  console.log(`\n${seconds(began)}`);
  console.log(counted(outcome));
  return outcome.failures.length ? 1 : 0;
}

function counted(/** @type {Outcome} */ { passed, unchanged, failures }) {
  const known = unchanged ? ` (${unchanged} of them unchanged since they passed)` : '';
  return `${passed} passed${known}, ${failures.length} failed`;
}

/** @returns {Record<string, Step[]>} */
function allGroups(/** @type {ResultCache} */ cache) {
  const runProgram = (/** @type {string} */ file, /** @type {string[]} */ ...args) =>
    run(process.execPath, [at('node_modules', ...file.split('/')), ...args], { cwd: ROOT });
  /** A program whose answer follows from the sources alone. */
  const program = (/** @type {string} */ name, /** @type {string} */ file, /** @type {string[]} */ ...args) => ({
    name,
    work: () =>
      cachedCheck(
        cache,
        name,
        (inputs) => inputs.ofSources(),
        oneCheck(name, () => runProgram(file, ...args)),
      ),
  });
  const prettier = ['--check', '--log-level=warn'];
  // It keeps file by file what it found well formatted.
  if (cache.isRead) prettier.push('--cache', '--cache-strategy=content', `--cache-location=${at('.cache', 'format')}`);
  const tsc = 'typescript/bin/tsc';
  return {
    lint: [
      program('lint', 'eslint/bin/eslint.js', '.', '--max-warnings=0'),
      program('dead code and circles', 'knip/bin/knip.js', ...UNUSED),
      program('what only specs use', 'knip/bin/knip.js', ...UNUSED_IN_PRODUCTION),
    ],
    types: [
      { name: 'build: api, public pages and web, with their templates', work: oneCheck('build', build) },
      program('types: models, api and their specs', tsc, '-p', 'tsconfig.node-spec.json'),
      program('types: web and its specs', tsc, '-p', 'tsconfig.web-spec.json'),
      program('types: tools', tsc, '-p', 'tsconfig.tools.json'),
    ],
    format: [
      { name: 'format', work: oneCheck('format', () => runProgram('prettier/bin/prettier.cjs', ...prettier, '.')) },
    ],
    checks: readdirSync(at('tools', 'checks'))
      .filter((file) => file.endsWith('.mjs'))
      .map((file) => repositoryCheck(file, cache)),
    jest: [{ name: 'jest: specs, database and HTTP', work: () => cachedJest(cache) }],
    browser: [{ name: 'browser journeys', work: () => cachedJourneys(cache) }],
  };
}

/** Installs and starts what an image holds; the others are done at once. */
const SLOW_CHECKS = ['image.mjs'];

/**
 * A file in tools/checks exports `check`, which returns one line for each thing that is wrong.
 * @returns {Step}
 */
function repositoryCheck(/** @type {string} */ file, /** @type {ResultCache} */ cache) {
  const name = `check: ${file.replace('.mjs', '')}`;
  const work = oneCheck(name, async () => {
    const { check } = await import(`../checks/${file}`);
    const wrong = await check();
    if (wrong.length) throw new Error(wrong.join('\n'));
  });
  if (!SLOW_CHECKS.includes(file)) return { name, work };
  return { name, work: () => cachedCheck(cache, name, (inputs) => inputs.ofProduct(), work) };
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
