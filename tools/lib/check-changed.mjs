// `npm run check`: what is worth knowing before a commit, in less than a minute: format and lint of the files that
// changed, all types with all templates, and the pure specs that what changed can reach.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { ensureProjectGraph } from './project-graph.mjs';
import { seconds } from './progress.mjs';
import { at, ROOT } from './root.mjs';
import { run } from './run.mjs';

const LINTED = /\.(ts|mjs|cjs|js|html)$/;
const TESTED = /^(apps|libs)\/.*\.ts$/;
const MAIN_BRANCHES = ['main', 'origin/main'];

/**
 * @returns {string[]} files that are new or other than where this branch left the main one, or than the last commit
 *   when it is the main one
 */
function changedFiles() {
  const base = MAIN_BRANCHES.map((branch) => git('merge-base', 'HEAD', branch)).find((found) => found.length)?.[0];
  const changed = git('diff', '--name-only', '--diff-filter=d', base ?? 'HEAD');
  return [...new Set([...changed, ...git('ls-files', '--others', '--exclude-standard')])].filter((file) =>
    existsSync(at(file)),
  );
}

/** @returns {Promise<number>} exit code */
export async function checkChanged() {
  const began = performance.now();
  const files = changedFiles();
  if (!files.length) {
    console.log('Inget har ändrats.');
    return 0;
  }
  await ensureProjectGraph();
  // Two at a time: types take longest, so they go beside everything else.
  const results = [...(await Promise.all([inOrder(typeChecks()), inOrder(fileChecks(files))])).flat()];
  const failed = results.filter((result) => result.error);
  for (const { name, error } of failed) console.log(`\n  ✗ ${name}\n${error}`);
  console.log(`\n${files.length} filer, ${results.length} kontroller, ${failed.length} fel (${seconds(began)})`);
  return failed.length ? 1 : 0;
}

/** @typedef {{name: string, program: string, args: string[]}} Check */

/** @returns {Check[]} their memory of the last time makes them fast */
function typeChecks() {
  const types = (/** @type {string} */ program, /** @type {string} */ project) => ({
    name: `types: ${project}`,
    program,
    args: ['-p', project, '--incremental', '--tsBuildInfoFile', at('.cache', 'types', `${project}.tsbuildinfo`)],
  });
  return [
    types('typescript/bin/tsc', 'tsconfig.node-spec.json'),
    types('@angular/compiler-cli/bundles/src/bin/ngc.js', 'tsconfig.web-spec.json'),
    types('typescript/bin/tsc', 'tsconfig.tools.json'),
  ];
}

/** @returns {Check[]} */
function fileChecks(/** @type {string[]} */ files) {
  const linted = files.filter((file) => LINTED.test(file));
  const tested = files.filter((file) => TESTED.test(file));
  return [
    {
      name: 'format',
      program: 'prettier/bin/prettier.cjs',
      args: ['--check', '--ignore-unknown', '--log-level=warn', ...files],
    },
    ...(linted.length
      ? [{ name: 'lint', program: 'eslint/bin/eslint.js', args: ['--max-warnings=0', '--no-warn-ignored', ...linted] }]
      : []),
    ...(tested.length
      ? [
          {
            name: 'specs',
            program: 'jest/bin/jest.js',
            args: ['--ci', '--silent', '--selectProjects', 'node', 'web', '--passWithNoTests', '--maxWorkers=2'].concat(
              '--findRelatedTests',
              tested,
            ),
          },
        ]
      : []),
  ];
}

async function inOrder(/** @type {Check[]} */ checks) {
  const results = [];
  for (const { name, program, args } of checks) {
    const began = performance.now();
    const error = await run(
      process.execPath,
      [...nodeFlags(program), at('node_modules', ...program.split('/')), ...args],
      {
        cwd: ROOT,
      },
    ).then(
      () => undefined,
      (/** @type {Error} */ reason) => reason.message,
    );
    console.log(`${error ? '✗' : '✓'} ${name} (${seconds(began)})`);
    results.push({ name, error });
  }
  return results;
}

const nodeFlags = (/** @type {string} */ program) =>
  program.startsWith('jest/') ? ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'] : [];

/** @returns {string[]} the lines that git says, none when it cannot answer */
function git(/** @type {string[]} */ ...args) {
  const { status, stdout } = spawnSync('git', args, { cwd: ROOT, encoding: 'utf8' });
  return status === 0 ? stdout.split('\n').filter(Boolean) : [];
}
