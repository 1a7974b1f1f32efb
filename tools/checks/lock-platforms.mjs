// Binary packages are optional, one per platform. When a registry lacked one the day the lock was made, npm left it out
// without a word, and `npm ci` then fails for everyone.
import { readFileSync } from 'node:fs';
import { at } from '../lib/root.mjs';

/** @returns {string[]} */
export function check() {
  return missingBinaries(JSON.parse(readFileSync(at('package-lock.json'), 'utf8')).packages);
}

/**
 * @param {Record<string, {optionalDependencies?: Record<string, string>}>} packages
 * @returns {string[]}
 */
export function missingBinaries(packages) {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !placesFor(path, name).some((place) => place in packages))
      .map((name) => `${path || 'package.json'} names ${name}, which the lock lacks.`),
  );
}

/** Where Node would look for `name` from `path`: nearest first. */
function placesFor(/** @type {string} */ path, /** @type {string} */ name) {
  const holders = path.split('node_modules/');
  return holders.map((_, index) => {
    const folder = holders.slice(0, holders.length - index).join('node_modules/');
    return `${folder}${folder && !folder.endsWith('/') ? '/' : ''}node_modules/${name}`;
  });
}
