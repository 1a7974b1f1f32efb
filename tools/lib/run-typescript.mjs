// Runs the sources as they are, in this process: `node --import <this file> main.ts`. Specs without a page run so too.
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { CompiledSources } from './compiled-sources.mjs';

/** @type {import('@swc/core').Options} */
export const swcOptions = {
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    keepClassNames: true,
  },
  module: { type: 'es6' },
};

const compiled = new CompiledSources(swcOptions);

/** @returns {string | undefined} for a path or an address of a file that was loaded; its source map, as JSON */
export const sourceMapOf = (/** @type {string} */ file) =>
  compiled.mapOf(file.startsWith('file:') ? fileURLToPath(file) : file);

registerHooks({
  resolve(specifier, context, nextResolve) {
    // Our own packages are read from their sources, which name their neighbours as they are named when built.
    if (specifier.startsWith('@malspar/')) {
      return nextResolve(specifier, { ...context, conditions: [...context.conditions, '@malspar/source'] });
    }
    const isNeighbour = /^\.{1,2}\/.*\.js$/.test(specifier) && isTypeScript(context.parentURL ?? '');
    return nextResolve(isNeighbour ? specifier.replace(/\.js$/, '.ts') : specifier, context);
  },
  load(url, context, nextLoad) {
    if (!isTypeScript(url)) return nextLoad(url, context);
    return { format: 'module', source: compiled.codeOf(fileURLToPath(url)), shortCircuit: true };
  },
});

/** A file's address may carry a query: it is then another module with the same text. */
function isTypeScript(/** @type {string} */ url) {
  return /^file:.*\.ts(\?|$)/.test(url);
}
