// The two runners that count their own tests.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { LEFT_OUT } from './journey-groups.mjs';
import { at, ROOT } from './root.mjs';

/** @typedef {import('./test.mjs').Outcome} Outcome */
/** @typedef {Outcome & {whole: Map<string, number>}} Run `whole`: how many tests passed in each file where none did not */

/**
 * @param {string[]} [files] all of them otherwise; what chosen ones print is shown
 * @param {string[]} [leftOut] of all, these not
 * @returns {Promise<Run>}
 */
export async function runJest(files = [], leftOut = []) {
  const list = at('.cache', 'specs-left-out.json');
  const report = freshReport('jest.json');
  const args = [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    at('node_modules', 'jest', 'bin', 'jest.js'),
    '--maxWorkers=2',
    '--ci',
    '--json',
    `--outputFile=${report}`,
    ...(files.length ? ['--runTestsByPath', ...files] : ['--silent']),
    ...(leftOut.length ? [`--filter=${at('tools', 'lib', 'jest-filter.cjs')}`] : []),
  ];
  writeFileSync(list, JSON.stringify(leftOut.map((path) => at(...path.split('/')))));
  await inTheOpen(args, { MALSPAR_SPECS_LEFT_OUT: list });
  const { numPassedTests, testResults } = readReport(report);
  const failures = testResults.flatMap((/** @type {any} */ file) => {
    const path = pathOf(file);
    const tests = file.assertionResults
      .filter((/** @type {any} */ one) => !hasPassed(one))
      .map((/** @type {any} */ one) => ({
        name: `${path}: ${one.fullName}`,
        detail: withoutColour(one.failureMessages.join('\n')) || one.status,
      }));
    if (tests.length || file.status === 'passed') return tests;
    return [{ name: path, detail: withoutColour(file.message) }];
  });
  return { passed: numPassedTests, failures, whole: wholeSpecs(testResults) };
}

/**
 * @param {any[]} testResults of jest's report
 * @returns {Map<string, number>} how many tests there are in each file where all have passed
 */
export function wholeSpecs(testResults) {
  return new Map(
    testResults
      .filter(({ status, assertionResults }) => status === 'passed' && assertionResults.every(hasPassed))
      .map((file) => [pathOf(file), file.assertionResults.length]),
  );
}

const pathOf = (/** @type {any} */ { name }) => name.slice(ROOT.length + 1).replaceAll('\\', '/');
const hasPassed = (/** @type {any} */ { status }) => status === 'passed';

/**
 * @param {string[]} [files] all of them otherwise
 * @param {string[]} [leftOut] of all, these not
 * @returns {Promise<Run>}
 */
export async function runBrowserJourneys(files = [], leftOut = []) {
  const report = freshReport('journeys.json');
  await inTheOpen(
    [
      at('node_modules', '@playwright', 'test', 'cli.js'),
      'test',
      '--config',
      at('apps', 'web-e2e', 'playwright.config.ts'),
      '--reporter=line,json',
      ...(files.length ? ['--no-deps', ...files.map((file) => `${basename(file)}$`)] : []),
    ],
    { PLAYWRIGHT_JSON_OUTPUT_FILE: report, [LEFT_OUT]: leftOut.join(' ') },
  );
  const { errors, stats, suites } = readReport(report);
  const failures = [
    ...errors.map((/** @type {any} */ { message }) => ({ name: 'browser journeys', detail: withoutColour(message) })),
    ...suites.flatMap(journeysThatFailed),
  ];
  if (!stats.expected && !failures.length) failures.push({ name: 'browser journeys', detail: 'No journey ran.' });
  return { passed: stats.expected, failures, whole: wholeJourneys(suites) };
}

/**
 * @param {any[]} suites of Playwright's report, one for each file
 * @returns {Map<string, number>} how many journeys there are in each file where all have passed
 */
export function wholeJourneys(suites) {
  return new Map(
    suites
      .map((suite) => ({ file: suite.file, statuses: statusesIn(suite) }))
      .filter(({ statuses }) => statuses.every((status) => status === 'expected'))
      .map(({ file, statuses }) => [`apps/web-e2e/src/${file}`, statuses.length]),
  );
}

/** @returns {string[]} */
const statusesIn = (/** @type {any} */ { specs = [], suites = [] }) => [
  ...specs.flatMap((/** @type {any} */ { tests }) => tests.map((/** @type {any} */ { status }) => status)),
  ...suites.flatMap(statusesIn),
];

/** @returns {{name: string, detail: string}[]} */
function journeysThatFailed(/** @type {any} */ suite) {
  const own = (suite.specs ?? []).flatMap((/** @type {any} */ spec) =>
    spec.tests
      .filter((/** @type {any} */ { status }) => status !== 'expected')
      .map((/** @type {any} */ one) => ({
        name: `${spec.file}: ${spec.title}`,
        detail: one.results.map(whatWentWrong).join('\n') || one.status,
      })),
  );
  return [...own, ...(suite.suites ?? []).flatMap(journeysThatFailed)];
}

function whatWentWrong(/** @type {any} */ { status, errors = [] }) {
  return [status, ...errors.map((/** @type {any} */ { message }) => withoutColour(message ?? ''))].join('\n');
}

function freshReport(/** @type {string} */ name) {
  mkdirSync(at('.cache'), { recursive: true });
  rmSync(at('.cache', name), { force: true });
  return at('.cache', name);
}

function readReport(/** @type {string} */ path) {
  if (!existsSync(path)) throw new Error('The runner ended without a report; see what it said above.');
  return JSON.parse(readFileSync(path, 'utf8'));
}

// Its progress is seen while it runs.
async function inTheOpen(/** @type {string[]} */ args, /** @type {NodeJS.ProcessEnv} */ env = {}) {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  await once(child, 'exit');
}

const withoutColour = (/** @type {string} */ text) => text.replace(new RegExp('\u001b\\[[0-9;]*m', 'g'), '');
