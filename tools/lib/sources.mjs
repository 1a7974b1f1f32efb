// Which files there are, and which of them run.
import { globSync } from 'node:fs';
import { ROOT } from './root.mjs';

/** @type {Map<string, string[]>} */
const found = new Map();

/** Folders of what is built, installed or hidden. */
const isElsewhere = (/** @type {string} */ name) => /(^|[\\/])(dist|node_modules|[.][a-z]+)$/.test(name);

function filesOfGlob(/** @type {string} */ glob) {
  const files =
    found.get(glob) ?? globSync(glob, { cwd: ROOT, exclude: isElsewhere }).map((path) => path.replaceAll('\\', '/'));
  found.set(glob, files);
  return files;
}

/** @returns {string[]} paths from the top of the checkout, in order */
export const filesLike = (/** @type {string[]} */ ...globs) => [...new Set(globs.flatMap(filesOfGlob))].sort();

/** Specs, and what only specs use. */
export const isForSpecs = (/** @type {string} */ path) =>
  /(^|\/)testing\/|\.(spec|e2e|journey)\.ts$|^apps\/[a-z]+-e2e\//.test(path);

/** @returns {string[]} the files of server, browser and models that run */
export const productionFiles = () =>
  filesLike('libs/*/*/src/**/*.ts', 'apps/{api,web}/src/**/*.ts').filter((path) => !isForSpecs(path));
