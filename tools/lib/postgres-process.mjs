// Reads postmaster.pid, and tells a server that is alive from a number that now belongs to another process.
import { existsSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { commandOf, isGone } from './processes.mjs';

/** @typedef {{pid: number, port: number, dataDir: string, isReady: boolean}} Postmaster */

/**
 * The server that runs on this data directory now, if any.
 * @param {string} dataDir
 * @returns {Postmaster | undefined}
 */
export function findPostmaster(dataDir) {
  const noted = readPidFile(dataDir);
  if (!noted || isGone(noted.pid) || !isPostgresOn(noted, dataDir)) return undefined;
  return noted;
}

/**
 * PostgreSQL refuses to start when its old number is in use by any process of the same user.
 * @param {string} dataDir
 */
export function forgetStalePidFile(dataDir) {
  if (readPidFile(dataDir) && !findPostmaster(dataDir)) rmSync(join(dataDir, 'postmaster.pid'), { force: true });
}

/** @returns {Postmaster | undefined} */
function readPidFile(/** @type {string} */ dataDir) {
  const file = join(dataDir, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  // Lines as PostgreSQL's miscadmin.h numbers them: 1 pid, 2 data directory, 4 port, 8 status.
  const lines = readFileSync(file, 'utf8').split('\n');
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 1) return undefined;
  return { pid, dataDir: resolve(lines[1] ?? ''), port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' };
}

function isPostgresOn(/** @type {Postmaster} */ { pid, dataDir: noted }, /** @type {string} */ dataDir) {
  if (process.platform === 'linux') {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(dataDir);
    } catch {
      return false;
    }
  }
  // A copied data directory has the other one's file.
  if (noted !== resolve(dataDir)) return false;
  const command = commandOf(pid);
  return process.platform === 'win32' ? command.includes('postgres.exe') : command.includes(`postgres -D ${dataDir} `);
}
