// Jest runtime that leaves the loading of modules to Node. Jest's own links every module anew for every file, which took
// most of the time of most files; here a worker loads each module once. So a module must keep nothing between calls that
// a spec could notice, which `module-state.spec.mjs` watches over.
const { mkdirSync, writeFileSync } = require('node:fs');
const { createHash } = require('node:crypto');
const { registerHooks } = require('node:module');
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');
const { default: Runtime } = require('jest-runtime');
const { sourceMapOf } = require('../../../../tools/lib/run-typescript.mjs');

const GLOBALS = Symbol.for('malspar.jest.globals');
const GLOBALS_ADDRESS = 'malspar-jest-globals:';
let opened = 0;

registerHooks({
  resolve: (specifier, context, nextResolve) =>
    specifier === '@jest/globals'
      ? { url: `${GLOBALS_ADDRESS}${opened}`, shortCircuit: true }
      : nextResolve(specifier, context),
  load: (url, context, nextLoad) =>
    url.startsWith(GLOBALS_ADDRESS)
      ? {
          format: 'module',
          source: `export const { jest, expect } = globalThis[Symbol.for('${GLOBALS.description}')];`,
          shortCircuit: true,
        }
      : nextLoad(url, context),
});

/** Jest reads source maps from files: one is written when a failure has to be shown where it stands in the source. */
class SourceMapFiles extends Map {
  constructor(folder) {
    super();
    this.folder = folder;
  }

  get(file) {
    const map = sourceMapOf(file);
    if (!map) return undefined;
    const path = join(this.folder, `${createHash('sha256').update(map).digest('hex')}.map`);
    mkdirSync(this.folder, { recursive: true });
    writeFileSync(path, map);
    return path;
  }
}

module.exports = class NativeRuntime extends Runtime {
  /** The framework starts anew for each file, all that it is made of does not. */
  requireInternalModule(from, to) {
    if (to || !from.endsWith('jestAdapterInit.js')) return super.requireInternalModule(from, to);
    delete globalThis[Symbol.for('EVENT_HANDLERS')];
    delete require.cache[from];
    return require(from);
  }

  /** Each time another module, so that a file may run twice in one process. */
  async unstable_importModule(path) {
    opened += 1;
    globalThis[GLOBALS] = this.jestGlobals.cjsGlobals(path);
    await import(`${pathToFileURL(path).href}?run=${opened}`);
  }

  getSourceMaps() {
    return new SourceMapFiles(join(this._config.cacheDirectory, 'native-source-maps'));
  }

  // Node's own answers are the right ones here.
  installGetBuiltinModule() {}
};
