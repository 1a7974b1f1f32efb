// The files of the checkout, read once: what tests depend on is told by their content.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.mjs';

const NOT_OURS =
  /^(node_modules|dist|coverage|test-results|playwright-report|\.(git|nx|data|cache|angular))$|\.(log|tsbuildinfo)$/;
/** What a person reads about the product; no program does, but those that name it. */
const DOCUMENT = /\.md$|^docs\//;
/** Texts of the internal app. The code knows which there are; what they say is for whoever shows them. */
const CATALOGUE = /^libs\/[^/]+\/web\/src\/i18n\/[^/]+\.json$/;

/**
 * How much of a file counts: all of it, or of a catalogue only which texts there are.
 * @typedef {'content' | 'shape'} Part
 * @typedef {{paths: readonly string[], read: (path: string) => Buffer, digest: (path: string, part: Part) => string}} Checkout
 */

export const isDocument = (/** @type {string} */ path) => DOCUMENT.test(path);
export const isCatalogue = (/** @type {string} */ path) => CATALOGUE.test(path);

/** @returns {Checkout} as it is now; each file is read at most once */
export function readCheckout(root = ROOT) {
  const read = once((/** @type {string} */ path) => readFileSync(join(root, path)));
  const digests = {
    content: once((/** @type {string} */ path) => digestOf(read(path))),
    shape: once((/** @type {string} */ path) => digestOf(shapeOf(String(read(path))))),
  };
  return { paths: pathsBelow(root, '').sort(), read, digest: (path, part) => digests[part](path) };
}

/** @returns {string[]} with `/` between folders */
function pathsBelow(/** @type {string} */ root, /** @type {string} */ folder) {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !NOT_OURS.test(name))
    .flatMap((entry) => {
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      return entry.isDirectory() ? pathsBelow(root, path) : [path];
    });
}

/** JSON with its texts emptied: the type that TypeScript gives it. */
export function shapeOf(/** @type {string} */ json) {
  try {
    return JSON.stringify(JSON.parse(json), (_, value) => (typeof value === 'string' ? '' : value));
  } catch {
    return json;
  }
}

export const digestOf = (/** @type {string | Buffer} */ content) => createHash('sha256').update(content).digest('hex');

/**
 * @template T
 * @param {(path: string) => T} work
 * @returns {(path: string) => T} that remembers its results
 */
function once(work) {
  /** @type {Map<string, T>} */
  const results = new Map();
  return (path) => {
    const result = results.get(path) ?? work(path);
    results.set(path, result);
    return result;
  };
}
