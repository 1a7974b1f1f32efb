// `npm test -- NAME`: the specs and journeys whose path holds the name, each with the runner that it is written for.
import { globSync } from 'node:fs';
import { build } from './build.mjs';
import { changes } from './changes.mjs';
import { ROOT } from './root.mjs';
import { runBrowserJourneys, runJest } from './test-runners.mjs';

/** @typedef {import('./test.mjs').Outcome} Outcome */

const TESTS = ['{apps,libs}/**/*.{spec,e2e,journey}.ts', 'tools/**/*.spec.{ts,mjs}'];
const IS_JOURNEY = /\.journey\.ts$/;
// These start the built server, or publish with it.
const NEEDS_BUILD = /\.(medium\.spec|e2e|journey)\.ts$/;

/**
 * @param {string[]} names parts of paths, as `review` or `apps/api-e2e/src/submit`
 * @returns {string[]} paths from the top folder, in order; throws for a name that no test has
 */
export function testsNamed(names) {
  const all = globSync(TESTS, { cwd: ROOT, exclude: (name) => /(^|\/)(dist|node_modules)$/.test(name) });
  const paths = all.map((path) => path.replaceAll('\\', '/')).sort();
  const unknown = names.filter((name) => !paths.some((path) => path.includes(name)));
  if (unknown.length) throw new Error(`Inget test har ${unknown.join(' eller ')} i sin sökväg.`);
  return paths.filter((path) => names.some((name) => path.includes(name)));
}

/**
 * Runs them once, or over and over as files change until the process is ended.
 * @param {string[]} names
 * @param {{watch: boolean}} options
 * @returns {Promise<Outcome>} of the last run
 */
export async function runTestsNamed(names, { watch }) {
  const files = testsNamed(names);
  console.log(files.join('\n'));
  let outcome = await runFiles(files);
  if (!watch) return outcome;
  console.log('\nVäntar på ändringar. Ctrl-C slutar.');
  for await (const path of changes(['apps', 'libs', 'tools'])) {
    console.log(`\n${path} har ändrats.`);
    outcome = await runFiles(files);
    console.log(`${outcome.passed} passed, ${outcome.failures.length} failed`);
  }
  return outcome;
}

/** @returns {Promise<Outcome>} */
async function runFiles(/** @type {string[]} */ files) {
  if (files.some((file) => NEEDS_BUILD.test(file))) await build();
  const journeys = files.filter((file) => IS_JOURNEY.test(file));
  const specs = files.filter((file) => !IS_JOURNEY.test(file));
  const outcomes = [
    ...(specs.length ? [await runJest(specs)] : []),
    ...(journeys.length ? [await runBrowserJourneys(journeys)] : []),
  ];
  return {
    passed: outcomes.reduce((sum, { passed }) => sum + passed, 0),
    failures: outcomes.flatMap(({ failures }) => failures),
  };
}
