// Runs the tests whose result is not known, and keeps what passes. A result is known when it has been kept under the
// same key (test-inputs.mjs), and kept when the key is the same after the run: nothing was edited meanwhile.
import { build } from './build.mjs';
import { findBrowser } from './browser.mjs';
import { readCheckout } from './checkout-files.mjs';
import { testsNamed } from './chosen-tests.mjs';
import { journeyGroups } from './journey-groups.mjs';
import { programMark, readProjects, surroundings, TestInputs } from './test-inputs.mjs';
import { runBrowserJourneys, runJest } from './test-runners.mjs';

/** @typedef {import('./test.mjs').Outcome} Outcome */
/** @typedef {import('./result-cache.mjs').ResultCache} ResultCache */
/** @typedef {{name: string, key: string}} Keyed */

const IS_JOURNEY = /\.journey\.ts$/;

const inputsNow = () => new TestInputs(readCheckout(), readProjects(), surroundings());

/**
 * One check of the sources.
 * @param {ResultCache} cache
 * @param {string} name
 * @param {(inputs: TestInputs) => string} keyOf
 * @param {() => Promise<Outcome>} work
 * @returns {Promise<Outcome>}
 */
export async function cachedCheck(cache, name, keyOf, work) {
  const key = keyOf(inputsNow());
  const unchanged = cache.passedBefore(name, key);
  if (unchanged) return { passed: unchanged, unchanged, failures: [] };
  const outcome = await work();
  if (!outcome.failures.length && key === keyOf(inputsNow())) cache.keep([{ name, key, passed: outcome.passed }]);
  return outcome;
}

/** @returns {Promise<Outcome>} */
export async function cachedJest(/** @type {ResultCache} */ cache) {
  const keysOf = () => {
    const inputs = inputsNow();
    return specs.map((name) => ({ name, key: inputs.ofSpec(name) }));
  };
  const specs = testsNamed(['']).filter((path) => !IS_JOURNEY.test(path));
  const { known, stale, unchanged } = sorted(cache, keysOf());
  if (!stale.length) return { passed: unchanged, unchanged, failures: [] };
  // A run from an old build says nothing of these sources; that it cannot be built is told elsewhere.
  const isBuilt = await build().then(
    () => true,
    () => false,
  );
  const { whole, ...outcome } = await runJest([], known);
  if (isBuilt) keepWhole(cache, stale, keysOf(), ({ name }) => whole.get(name) ?? 0);
  return { ...outcome, passed: outcome.passed + unchanged, unchanged };
}

/** @returns {Promise<Outcome>} */
export async function cachedJourneys(/** @type {ResultCache} */ cache) {
  const groups = journeyGroups(testsNamed(['']).filter((path) => IS_JOURNEY.test(path)));
  const browser = programMark((await findBrowser()).executablePath);
  const keysOf = () => {
    const inputs = inputsNow();
    return groups.map(({ name, paths }) => ({ name, key: inputs.ofJourneys(paths, browser), paths }));
  };
  const { known, stale, unchanged } = sorted(cache, keysOf());
  if (!stale.length) return { passed: unchanged, unchanged, failures: [] };
  const leftOut = groups.filter(({ name }) => known.includes(name)).flatMap(({ paths }) => paths);
  const { whole, ...outcome } = await runBrowserJourneys([], leftOut);
  keepWhole(cache, stale, keysOf(), ({ paths }) => {
    const counts = paths.map((path) => whole.get(path) ?? 0);
    return counts.every((count) => count > 0) ? counts.reduce((sum, count) => sum + count, 0) : 0;
  });
  return { ...outcome, passed: outcome.passed + unchanged, unchanged };
}

/**
 * @template {Keyed} T
 * @param {ResultCache} cache
 * @param {T[]} all
 * @returns {{known: string[], stale: T[], unchanged: number}} with how many tests the known ones hold
 */
function sorted(cache, all) {
  const counts = all.map(({ name, key }) => cache.passedBefore(name, key));
  return {
    known: all.filter((_, index) => counts[index]).map(({ name }) => name),
    stale: all.filter((_, index) => !counts[index]),
    unchanged: counts.reduce((sum, count) => sum + count, 0),
  };
}

/**
 * @template {Keyed} T
 * @param {ResultCache} cache
 * @param {T[]} ran
 * @param {T[]} after the keys after the run
 * @param {(each: T) => number} passedIn how many tests passed in one of which none failed; otherwise 0
 */
function keepWhole(cache, ran, after, passedIn) {
  const keys = new Map(after.map(({ name, key }) => [name, key]));
  cache.keep(
    ran
      .map((each) => ({ name: each.name, key: each.key, passed: passedIn(each) }))
      .filter(({ name, key, passed }) => passed > 0 && keys.get(name) === key),
  );
}
