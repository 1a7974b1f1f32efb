// Runs the calling program again under Node 24 when the machine's own Node is older. Node 24 comes from the npm
// registry, so nothing has to be installed beforehand. Uses nothing that Node 20 lacks.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { at, ROOT } from './root.mjs';

const WANTED = '24.21.0';
const windows = process.platform === 'win32';

/** What Angular and Nest both accept: 22.22.3 and later in 22, 24.15 and later in 24, 26 and later. */
function isNewEnough(/** @type {string} */ version) {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  if (major === 22) return minor > 22 || (minor === 22 && patch >= 3);
  return (major === 24 && minor >= 15) || major >= 26;
}

/**
 * The environment without what npm and npx leave behind; a nested npx trips over it.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {NodeJS.ProcessEnv}
 */
export function cleanEnvironment(env = process.env) {
  const leftover = /^npm_(config_(call|package|yes)$|lifecycle|command$|package_)/i;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !leftover.test(name)));
}

/**
 * Returns only under a Node that is new enough; otherwise runs `programUrl` there and exits with its code.
 * @param {string} programUrl the caller's `import.meta.url`
 */
export async function ensureNode24(programUrl) {
  if (isNewEnough(process.versions.node)) return;
  const node = rememberedNode() ?? fetchNode();
  const env = cleanEnvironment();
  const pathName = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  env[pathName] = dirname(node) + delimiter + env[pathName];
  const child = spawn(node, [fileURLToPath(programUrl), ...process.argv.slice(2)], {
    env,
    // Closes when this process is killed, which the other one can then notice.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(/** @type {NodeJS.Signals} */ (signal)));
  }
  process.exit(await new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1))));
}

const memoPath = () => at('.cache', `node-${process.platform}-${process.arch}`);

function rememberedNode() {
  if (!existsSync(memoPath())) return undefined;
  const node = readFileSync(memoPath(), 'utf8').trim();
  return works(node) ? node : undefined;
}

function works(/** @type {string} */ node) {
  try {
    return isNewEnough(execFileSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' }).trim());
  } catch {
    return false;
  }
}

function fetchNode() {
  console.log(`Node ${process.versions.node} är för gammal. Hämtar Node ${WANTED} (en gång) …`);
  const platform = windows ? 'win' : process.platform;
  let complaint = '';
  // The first package is one binary without install script; the second exists for every platform.
  for (const name of [`node-${platform}-${process.arch}`, 'node']) {
    const asked = spawnSync('npx', ['-y', '-p', `${name}@${WANTED}`, '-c', 'node -p process.execPath'], {
      cwd: dirname(ROOT),
      env: cleanEnvironment(),
      encoding: 'utf8',
      shell: windows,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const node = asked.stdout?.trim().split('\n').pop() ?? '';
    if (asked.status === 0 && works(node)) {
      mkdirSync(at('.cache'), { recursive: true });
      writeFileSync(memoPath(), node);
      return node;
    }
    complaint = asked.stderr || String(asked.error);
  }
  console.error(complaint.split('\n').slice(-8).join('\n'));
  console.error(`Node ${WANTED} kunde inte hämtas. Installera Node 24.15 eller senare och försök igen.`);
  process.exit(1);
}
