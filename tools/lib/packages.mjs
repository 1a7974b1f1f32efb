// Installs the packages that package-lock.json names, unless exactly they are there already.
import { existsSync, readFileSync } from 'node:fs';
import { cleanEnvironment } from './node24.mjs';
import { at, ROOT } from './root.mjs';
import { run } from './run.mjs';

/** True when what npm wrote down after its last whole install is what the lock asks for. */
function packagesAreInstalled() {
  const installedPath = at('node_modules', '.package-lock.json');
  if (!existsSync(installedPath)) return false;
  const wanted = JSON.parse(readFileSync(at('package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(installedPath, 'utf8')).packages;
  return Object.entries(wanted).every(([path, { version, link, optional }]) => {
    if (!path.includes('node_modules/') || link) return path.startsWith('node_modules/') ? existsSync(at(path)) : true;
    // Packages for other platforms are in the lock but never installed here.
    return installed[path] ? installed[path].version === version : Boolean(optional);
  });
}

export async function ensurePackages() {
  if (packagesAreInstalled()) return;
  const flags = ['--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  await run('npm', ['ci', ...flags], { cwd: ROOT, env: cleanEnvironment(), shell: process.platform === 'win32' });
}
