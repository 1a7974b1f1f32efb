// What is mutated, in the groups that the score is told by.
import { globSync } from 'node:fs';
import { ROOT } from '../lib/root.mjs';

const REPORTING = 'libs/reporting/model/src';
const SHARED = 'libs/shared/model/src';
const DIFFERENCE = 'libs/environmental-report/model/src/difference';
const API = 'libs/shared/api/src';

/**
 * The rules where a fault costs the most; `AIM` is set for each of them. A group is put to its own specs alone: others
 * of its package notice more, but take many times as long.
 */
const NAMED = {
  workflow: {
    files: [`${REPORTING}/{workflow,states}.ts`, `${SHARED}/workflow/*.ts`],
    specs: [`${REPORTING}/workflow.spec.ts`, `${SHARED}/workflow/*.spec.ts`],
  },
  policy: { files: [`${REPORTING}/{policy,demands}.ts`], specs: [`${REPORTING}/policy.spec.ts`] },
  checks: {
    files: [`${REPORTING}/checks*.ts`, `${REPORTING}/series-rules.ts`],
    specs: [`${REPORTING}/{check*,series-rules}.spec.ts`],
  },
  numbers: {
    files: [`${SHARED}/{read-decimal,decimal,decimal-arithmetic}.ts`],
    specs: [`${SHARED}/{read-decimal,decimal*}.spec.ts`],
  },
  difference: { files: [`${DIFFERENCE}/*.ts`], specs: [`${DIFFERENCE}/*.spec.ts`] },
  audit: { files: [`${API}/audit/{audit-chain,canonical-json}.ts`], specs: [`${API}/audit/*.spec.ts`] },
  idempotency: { files: [`${API}/idempotency/idempotency.ts`], specs: [`${API}/idempotency/*.spec.ts`] },
};

/** Percent of the mutants that a spec is to notice. */
export const AIM = 85;

const EVERYTHING = ['libs/*/model/src/**/*.ts', 'libs/shared/api/src/**/*.ts'];

// Wiring and words decide nothing, and what is SQL or waits for the database is put to specs on a real one, which is
// started anew for each mutant: that is too slow.
const LEFT_OUT = [
  '**/*.spec.ts',
  '**/{index,testing}.ts',
  '**/testing/**',
  '**/*words*.{sv,en}.ts',
  '**/*.{module,controller,repository,entity,decorator,guard,filter}.ts',
  'libs/shared/api/src/{clock,database,housekeeping}/**',
  'libs/shared/api/src/audit/{audit-log,audit-reader}.ts',
];

const filesOf = (/** @type {string[]} */ patterns) =>
  globSync(patterns, { cwd: ROOT, exclude: LEFT_OUT })
    .map((path) => path.replaceAll('\\', '/'))
    .sort();

/** @returns {Record<string, string[]>} each group's files; what no group names is in the group of its package */
export function mutationGroups() {
  const groups = Object.fromEntries(Object.entries(NAMED).map(([name, { files }]) => [name, filesOf(files)]));
  const taken = new Set(Object.values(groups).flat());
  for (const path of filesOf(EVERYTHING)) {
    if (!taken.has(path)) (groups[path.split('/').slice(1, 3).join('/')] ??= []).push(path);
  }
  return groups;
}

/** @returns {boolean} whether the group is one that the aim is set for */
export const hasAim = (/** @type {string} */ group) => Object.hasOwn(NAMED, group);

/**
 * @param {string} group
 * @returns {string[]} patterns of the specs that it is put to
 */
export const specsOf = (group) =>
  hasAim(group) ? NAMED[/** @type {keyof typeof NAMED} */ (group)].specs : [`libs/${group}/src/**/*.spec.ts`];

/**
 * @param {string[]} names groups, or parts of paths; none means everything
 * @returns {Record<string, string[]>} what was chosen of each group
 */
export function chosenFrom(/** @type {Record<string, string[]>} */ groups, names) {
  const isMeant = (/** @type {string} */ group, /** @type {string} */ path) =>
    !names.length || names.some((name) => name === group || (!(name in groups) && path.includes(name)));
  const chosen = Object.entries(groups)
    .map(([group, files]) => /** @type {const} */ ([group, files.filter((path) => isMeant(group, path))]))
    .filter(([, files]) => files.length);
  if (!chosen.length) throw new Error(`Välj bland ${Object.keys(groups).join(', ')}, eller en del av en sökväg.`);
  return Object.fromEntries(chosen);
}
