// Builds the API and the web app with Nx, unless nothing they are made from has changed.
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { breakLock, readLock, tryLock, unlock } from './lock-file.mjs';
import { cleanEnvironment } from './node24.mjs';
import { isGone } from './processes.mjs';
import { at, ROOT } from './root.mjs';
import { run } from './run.mjs';

const INPUTS = ['apps/{api,web}/**/*', 'libs/**/*', '*.json'];
const NOT_INPUTS = /(^|\/)(dist|node_modules)(\/|$)|\.spec\.ts$|\.md$/;
const OUTPUTS = ['apps/api/dist/main.js', 'apps/web/dist/browser/index.html'];
const require = createRequire(import.meta.url);
const STAMP = at('.cache', 'build');
const LOCK = at('.cache', 'build.lock');

/**
 * Work that writes what is built, one process in this checkout at a time: `npm start` and `npm test` may run side by
 * side. What a killed process or a copied checkout left behind holds nobody up.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function buildingAlone(work, { lock = LOCK } = {}) {
  while (!tryLock(lock, { pid: process.pid, folder: ROOT })) {
    const holder = readLock(lock);
    if (holder?.folder === ROOT && !isGone(holder.pid)) await sleep(100);
    else breakLock(lock, holder);
  }
  try {
    return await work();
  } finally {
    unlock(lock);
  }
}

/** @returns {NodeJS.ProcessEnv} */
export function nxEnvironment() {
  return {
    ...cleanEnvironment(),
    NO_COLOR: '1',
    FORCE_COLOR: '0',
    NX_DAEMON: 'false',
    NX_TUI: 'false',
    NX_ISOLATE_PLUGINS: 'false',
    NX_NATIVE_FILE_CACHE_DIRECTORY: at('.nx', 'native'),
    NG_CLI_ANALYTICS: 'false',
  };
}

/** @returns {Promise<string>} one line for the person at the terminal */
export const build = () => buildingAlone(buildUnlessFresh);

async function buildUnlessFresh() {
  const inputs = inputsHash();
  const isFresh = OUTPUTS.every((output) => existsSync(at(output)));
  if (isFresh && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === inputs) return 'Inget har ändrats sedan sist';
  await run(process.execPath, [nxProgram(), 'run-many', '-t', 'build', '-p', 'api,web', '--outputStyle=stream'], {
    cwd: ROOT,
    env: nxEnvironment(),
  });
  const missing = OUTPUTS.filter((output) => !existsSync(at(output)));
  if (missing.length) throw new Error(`Bygget gav inte ${missing.join(' eller ')}.`);
  mkdirSync(at('.cache'), { recursive: true });
  writeFileSync(STAMP, inputs);
  return 'Byggt';
}

/** @returns {string} */
export function nxProgram() {
  const manifest = require.resolve('nx/package.json');
  return join(manifest, '..', require(manifest).bin.nx);
}

function inputsHash() {
  const hash = createHash('sha256').update(`${process.platform}-${process.arch}-${process.versions.node}`);
  const files = globSync(INPUTS, { cwd: ROOT, withFileTypes: true, exclude: (entry) => NOT_INPUTS.test(entry.name) })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .sort();
  for (const file of files) hash.update(file.slice(ROOT.length)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}
