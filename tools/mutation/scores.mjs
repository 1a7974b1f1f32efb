// docs/mutation.md: what is not measured this time stays as it was.
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { at, ROOT } from '../lib/root.mjs';
import { AIM, hasAim } from './groups.mjs';

/** @typedef {{noticed: number, missed: number}} Score */

const PAGE = at('docs', 'mutation.md');
const NOTICED = ['Killed', 'Timeout'];
const MISSED = ['Survived', 'NoCoverage'];

/**
 * @param {readonly import('@stryker-mutator/api/core').MutantResult[]} mutants
 * @param {string[]} files those that were measured
 * @param {Record<string, string[]>} groups
 */
export async function writeScores(mutants, files, groups) {
  const earlier = existsSync(PAGE) ? scoresOn(await readFile(PAGE, 'utf8')) : new Map();
  const scores = new Map([...earlier, ...scoresOf(mutants, files)]);
  const page = pageOf(scores, groups);
  await writeFile(PAGE, await format(page, { ...(await resolveConfig(PAGE)), parser: 'markdown' }));
}

/**
 * @param {readonly Pick<import('@stryker-mutator/api/core').MutantResult, 'fileName' | 'status'>[]} mutants
 * @param {string[]} files
 * @returns {Map<string, Score>}
 */
export function scoresOf(mutants, files) {
  const count = (/** @type {string} */ file, /** @type {string[]} */ statuses) =>
    mutants.filter(({ fileName, status }) => pathOf(fileName) === file && statuses.includes(status)).length;
  return new Map(files.map((file) => [file, { noticed: count(file, NOTICED), missed: count(file, MISSED) }]));
}

const pathOf = (/** @type {string} */ fileName) => fileName.replace(`${ROOT}/`, '').replaceAll('\\', '/');

/** @returns {Map<string, Score>} */
export function scoresOn(/** @type {string} */ page) {
  const rows = page.matchAll(/^\| `(?<file>[^`]+)`\s*\|\s*(?<noticed>\d+)\s*\|\s*(?<missed>\d+)\s*\|/gm);
  return new Map(
    Array.from(rows, ({ groups: { file = '', noticed, missed } = {} }) => [
      file,
      { noticed: Number(noticed), missed: Number(missed) },
    ]),
  );
}

/**
 * @param {Map<string, Score>} scores
 * @param {Record<string, string[]>} groups
 */
export function pageOf(scores, groups) {
  const measured = Object.entries(groups)
    .map(([group, files]) => ({ group, files: files.filter((file) => scores.has(file)), left: files }))
    .filter(({ files }) => files.length);
  const sumOf = (/** @type {string[]} */ files) => {
    const all = files.map((file) => scores.get(file) ?? { noticed: 0, missed: 0 });
    return {
      noticed: all.reduce((sum, { noticed }) => sum + noticed, 0),
      missed: all.reduce((sum, { missed }) => sum + missed, 0),
    };
  };
  const inGroups = measured.map(({ group, files, left }) => {
    const aim = hasAim(group) ? `${AIM} %` : '';
    return row(group, sumOf(files), aim, files.length < left.length ? `${files.length} of ${left.length} files` : '');
  });
  const inFiles = measured.flatMap(({ files }) => files.map((file) => row(`\`${file}\``, sumOf([file]))));
  const unmeasured = Object.keys(groups).filter((group) => !measured.some((each) => each.group === group));
  return [
    INTRODUCTION,
    '## Groups\n',
    table(['Group', 'noticed', 'missed', 'score', 'aim', ''], inGroups),
    unmeasured.length ? `\nNot measured yet: ${unmeasured.join(', ')}.\n` : '',
    '## Files\n',
    table(['File', 'noticed', 'missed', 'score'], inFiles),
  ].join('\n');
}

const row = (/** @type {string} */ name, /** @type {Score} */ { noticed, missed }, /** @type {string[]} */ ...rest) => [
  name,
  `${noticed}`,
  `${missed}`,
  noticed + missed ? `${((100 * noticed) / (noticed + missed)).toFixed(1)} %` : '–',
  ...rest,
];

function table(/** @type {string[]} */ head, /** @type {string[][]} */ rows) {
  const ruler = head.map((_, index) => (index && index < 4 ? '--:' : '---'));
  return [head, ruler, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n') + '\n';
}

const INTRODUCTION = `# What the specs would notice

\`npm run mutate\` changes the rules in small ways, one at a time (a condition turned round, a branch left out, a sum made a difference), and runs pure specs on each: a group that has an aim is put to its own specs alone, everything else to those of its package. A change that some spec fails on is _noticed_; one that every spec passes is _missed_, and shows what nobody would see if it broke. The command writes this page; it is no part of \`npm test\`, since all of it takes hours. \`npm run mutate -- checks numbers\` measures some groups, \`npm run mutate -- year-value\` some files; the rows of others stay as they were. What was missed is shown as it goes and in \`.cache/mutation\`. \`MUTATE_CONCURRENCY\` says how many run at once.

- Left out are wiring, SQL and catalogues, and in \`libs/shared/api\` what is put to specs on a real database (\`audit-log\`, \`audit-reader\`, \`database\`): starting one for each change would take days.
- The rules of \`idempotency\` are put to a pure spec, with a repository that keeps its rows in memory; that twins wait for one another is the database's doing, and its spec on a real one stays.
- Texts are not changed: an emptied name of a state or a role is refused by the compiler, and wording is no rule.
- Some changes make no difference (a limit that nothing reaches, a shortcut), so 100 % is not the aim.
`;
