// A copy of what was built, for a server to run from: building again beside it changes nothing under its feet.
import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { copyImageFiles } from './image.mjs';
import { isGone } from './processes.mjs';
import { at } from './root.mjs';

// Below the checkout, so that packages are found in its node_modules.
const COPIES = at('.cache', 'running');

/**
 * Copies the files that the image holds, and links the workspace's own packages to their copies.
 * @returns {{folder: string, remove: () => void}} what processes that were killed have left behind is removed too
 */
export function makeRunnableCopy() {
  removeLeftovers();
  const folder = join(COPIES, String(process.pid), String(readdirOf(join(COPIES, String(process.pid))).length + 1));
  mkdirSync(folder, { recursive: true });
  copyImageFiles(folder);
  for (const manifest of globSync('libs/*/*/package.json', { cwd: folder })) {
    const { name } = JSON.parse(readFileSync(join(folder, manifest), 'utf8'));
    const link = join(folder, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    const target = join(folder, dirname(manifest));
    if (process.platform === 'win32') symlinkSync(target, link, 'junction');
    else symlinkSync(relative(dirname(link), target), link);
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function removeLeftovers() {
  for (const pid of readdirOf(COPIES)) {
    if (isGone(Number(pid))) rmSync(join(COPIES, pid), { recursive: true, force: true });
  }
}

const readdirOf = (/** @type {string} */ folder) => (existsSync(folder) ? readdirSync(folder) : []);
