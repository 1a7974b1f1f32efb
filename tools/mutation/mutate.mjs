// npm run mutate [-- NAME...]: changes the code in small ways, and counts the changes that no spec notices.
import { Stryker } from '@stryker-mutator/core';
import { availableParallelism } from 'node:os';
import { chosenFrom, mutationGroups, specsOf } from './groups.mjs';
import { writeScores } from './scores.mjs';

const CACHE = '.cache/mutation';

/**
 * One group at a time, each written down when it is done, so that what is interrupted keeps what it has.
 * @param {string[]} names groups, or parts of paths; none means everything
 * @returns {Promise<number>} exit code
 */
export async function mutate(names) {
  const groups = mutationGroups();
  for (const [group, files] of Object.entries(chosenFrom(groups, names))) {
    console.log(`${group}: ${files.join(', ')}`);
    const mutants = await new Stryker(optionsFor(group, files)).runMutationTest();
    await writeScores(mutants, files, groups);
  }
  return 0;
}

/** @returns {import('@stryker-mutator/api/core').PartialStrykerOptions} */
function optionsFor(/** @type {string} */ group, /** @type {string[]} */ files) {
  return {
    mutate: files,
    // An emptied name of a state or a role is refused by the compiler, and the wording of a text is no rule.
    mutator: { excludedMutations: ['StringLiteral'] },
    plugins: ['@stryker-mutator/jest-runner'],
    testRunner: 'jest',
    testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
    jest: {
      projectType: 'custom',
      configFile: 'tools/mutation/jest.config.mjs',
      config: { testMatch: specsOf(group).map((pattern) => `<rootDir>/${pattern}`) },
      enableFindRelatedTests: true,
    },
    coverageAnalysis: 'perTest',
    concurrency: Number(process.env.MUTATE_CONCURRENCY ?? Math.max(1, availableParallelism() - 1)),
    // Modules that were loaded are never let go of: a process that runs for long fills the memory.
    maxTestRunnerReuse: 40,
    // A machine that is busy with something else is no endless loop.
    timeoutMS: 20_000,
    tempDirName: `${CACHE}/sandbox`,
    // Not incremental: then a change of a table is taken for missed after a spec was written that notices it.
    htmlReporter: { fileName: `${CACHE}/${group.replace('/', '-')}.html` },
    reporters: ['progress-append-only', 'html', 'clear-text'],
    clearTextReporter: { reportTests: false, reportScoreTable: false, allowColor: false },
    // Only what the pure specs need is copied.
    ignorePatterns: ['**/dist', '/.*', '/apps', '/docs', '/docker', '/tools/bench', '/libs/*/web', '/*.md'],
  };
}
