// Where a plan's database lives: each plan has one of its own, so that the first plan's data stays as it is.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import { at } from './root.mjs';

export const DEFAULT_PLAN = at('tools', 'seed', 'data', 'miljoplan-2021-2025.json');
export const DATA = at('.data');
const PLANS = join(DATA, 'plans');

/**
 * @param {string} file as a person named it, from where the person stands; npm runs scripts in the top folder
 * @returns {string} its absolute path; throws when there is no such file
 */
export function planFileOf(file) {
  const path = resolve(process.env.INIT_CWD ?? '.', file);
  if (!existsSync(path)) throw new Error(`Planen ${path} finns inte.`);
  return path;
}

/** @param {string} planFile an absolute path */
export function dataFolderOf(planFile) {
  if (planFile === DEFAULT_PLAN) return DATA;
  const name = basename(planFile, extname(planFile)).replace(/[^A-Za-z0-9-]+/g, '-');
  return join(PLANS, `${name}-${createHash('sha256').update(planFile).digest('hex').slice(0, 8)}`);
}

/** @returns {string[]} the data folders of all plans but the first */
export const otherDataFolders = () => (existsSync(PLANS) ? readdirSync(PLANS).map((name) => join(PLANS, name)) : []);
