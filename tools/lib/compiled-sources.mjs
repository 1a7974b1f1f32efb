// Sources compiled to JavaScript, kept between processes: a server that is started from its sources, or a worker with
// specs, compiles only what has changed.
import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { at } from './root.mjs';

const require = createRequire(import.meta.url);

export class CompiledSources {
  #options;
  #folder;
  #compiler;
  /** @type {Set<string>} files that were asked for */
  #asked = new Set();

  /**
   * @param {import('@swc/core').Options} options
   * @param {string} [folder] each source has one place in it, whatever it once was
   */
  constructor(options, folder = at('.cache', 'compiled-sources')) {
    this.#options = options;
    this.#folder = folder;
    this.#compiler = JSON.stringify([require('@swc/core/package.json').version, options]);
    mkdirSync(folder, { recursive: true });
  }

  /** @returns {string} the JavaScript of a file of TypeScript */
  codeOf(/** @type {string} */ file) {
    const source = readFileSync(file, 'utf8');
    const mark = `\n//${hash('sha256', `${this.#compiler}\0${source}`)}`;
    this.#asked.add(file);
    const kept = textIn(this.#place(file, 'js'));
    if (kept?.endsWith(mark)) return kept;
    // The compiler itself takes long to load, and is seldom needed.
    const { code, map } = require('@swc/core').transformSync(source, {
      ...this.#options,
      filename: file,
      sourceMaps: true,
      swcrc: false,
    });
    this.#keep(file, 'map', map ?? '');
    this.#keep(file, 'js', code + mark);
    return code + mark;
  }

  /** @returns {string | undefined} the source map of a file that was asked for, as JSON */
  mapOf(/** @type {string} */ file) {
    return this.#asked.has(file) ? textIn(this.#place(file, 'map')) : undefined;
  }

  #place(/** @type {string} */ file, /** @type {'js' | 'map'} */ kind) {
    return join(this.#folder, `${hash('sha256', file)}.${kind}`);
  }

  /** In one step: other processes read it meanwhile. */
  #keep(/** @type {string} */ file, /** @type {'js' | 'map'} */ kind, /** @type {string} */ text) {
    const place = this.#place(file, kind);
    writeFileSync(`${place}.${process.pid}`, text);
    renameSync(`${place}.${process.pid}`, place);
  }
}

/** @returns {string | undefined} */
function textIn(/** @type {string} */ file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
