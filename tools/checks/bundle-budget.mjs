// What a browser must fetch before the first page shows, and at most for each page after it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { at } from '../lib/root.mjs';

const INITIAL_KB = 150;
const CHUNK_KB = 40;

/** @returns {string[]} */
export function check() {
  const folder = at('apps', 'web', 'dist', 'browser');
  if (!existsSync(`${folder}/index.html`)) return ['apps/web is not built.'];
  const files = new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith('.js'))
      .map((name) => [name, readFileSync(`${folder}/${name}`, 'utf8')]),
  );
  return overBudget(readFileSync(`${folder}/index.html`, 'utf8'), files);
}

/**
 * @param {string} index the page that starts the app
 * @param {Map<string, string>} files scripts by name
 * @returns {string[]}
 */
export function overBudget(index, files) {
  const initial = new Set();
  const follow = (/** @type {string} */ name) => {
    const source = files.get(name);
    if (source === undefined || initial.has(name)) return;
    initial.add(name);
    for (const [, next] of source.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)) follow(next ?? '');
  };
  for (const [, name] of index.matchAll(/(?:src|href)="\/?(?:[^"]*\/)?([^"/]+\.js)"/g)) follow(name ?? '');
  const size = (/** @type {string} */ name) => brotliCompressSync(files.get(name) ?? '').length / 1000;
  const sum = [...initial].reduce((total, name) => total + size(name), 0);
  if (!initial.size) return ['index.html starts no script.'];
  return [
    ...(sum > INITIAL_KB ? [`Initial scripts are ${sum.toFixed(1)} kB brotli; at most ${INITIAL_KB}.`] : []),
    ...[...files.keys()]
      .filter((name) => !initial.has(name) && size(name) > CHUNK_KB)
      .map((name) => `${name} is ${size(name).toFixed(1)} kB brotli; at most ${CHUNK_KB}.`),
  ];
}
