// What has passed, by the key of all that it depended on. What failed is never kept.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { at } from './root.mjs';

const FILE = at('.cache', 'passed.json');

export class ResultCache {
  #file;
  /** @type {Record<string, {key: string, passed: number}>} */
  #results;

  /** @param {{file?: string, isRead?: boolean}} options `isRead: false` runs everything, and keeps what passes */
  constructor({ file = FILE, isRead = true } = {}) {
    this.#file = file;
    this.isRead = isRead;
    this.#results = readResults(file);
  }

  /**
   * @param {string} name
   * @param {string} key
   * @returns {number} how many tests it holds, when all passed with the same key; otherwise 0
   */
  passedBefore(name, key) {
    const result = this.#results[name];
    return this.isRead && result?.key === key ? result.passed : 0;
  }

  /** @param {{name: string, key: string, passed: number}[]} results of which each passed wholly */
  keep(results) {
    // Read again: another run may have kept more.
    this.#results = readResults(this.#file);
    for (const { name, key, passed } of results) this.#results[name] = { key, passed };
    mkdirSync(dirname(this.#file), { recursive: true });
    writeFileSync(`${this.#file}.${process.pid}`, JSON.stringify(this.#results));
    renameSync(`${this.#file}.${process.pid}`, this.#file);
  }
}

function readResults(/** @type {string} */ file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}
