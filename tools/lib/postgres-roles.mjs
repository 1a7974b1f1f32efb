// The two roles and the one database of the app, on a server whose superuser we hold.
import { setTimeout as sleep } from 'node:timers/promises';

const PREPARED_WITHIN_MS = 120_000;
const DATABASE = 'malspar';
const OWNER = 'malspar_owner';
const APP = 'malspar_app';

// 57P03: still replaying its log after a crash; 57P01 and 57P02: ending. What has no code is a connection cut off.
const NOT_NOW = [undefined, 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P01', '57P02', '57P03'];

/** @typedef {{ownerUrl: string, appUrl: string, superuserUrl: string}} Urls */

/**
 * Makes roles and database where they are missing. Asks until the server is able to, for as long as it is there.
 * @param {number} port
 * @param {import('./postgres.mjs').Passwords} passwords
 * @param {() => boolean} isThere
 * @returns {Promise<Urls>}
 */
export async function prepareDatabase(port, passwords, isThere) {
  const deadline = Date.now() + PREPARED_WITHIN_MS;
  for (;;) {
    try {
      return await ensureDatabase(port, passwords);
    } catch (error) {
      const { code } = /** @type {NodeJS.ErrnoException} */ (error);
      if (!NOT_NOW.includes(code) || !isThere() || Date.now() > deadline) throw error;
      await sleep(50);
    }
  }
}

/** @returns {Promise<Urls>} */
async function ensureDatabase(/** @type {number} */ port, /** @type {import('./postgres.mjs').Passwords} */ passwords) {
  const url = (/** @type {string} */ user, /** @type {string} */ password, /** @type {string} */ database) =>
    `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;
  const superuserUrl = url('postgres', passwords.superuser, 'postgres');
  const client = await connect(superuserUrl);
  try {
    await ensureRole(client, OWNER, passwords.owner);
    await ensureRole(client, APP, passwords.app);
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE]);
    if (!rowCount) await client.query(`CREATE DATABASE ${DATABASE} OWNER ${OWNER}`);
  } finally {
    await client.end().catch(() => undefined);
  }
  return {
    ownerUrl: url(OWNER, passwords.owner, DATABASE),
    appUrl: url(APP, passwords.app, DATABASE),
    superuserUrl,
  };
}

async function ensureRole(
  /** @type {import('pg').Client} */ client,
  /** @type {string} */ role,
  /** @type {string} */ password,
) {
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
  const verb = rowCount ? 'ALTER' : 'CREATE';
  await client.query(`${verb} ROLE ${role} LOGIN PASSWORD ${client.escapeLiteral(password)}`);
}

/** @returns {Promise<import('pg').Client>} */
async function connect(/** @type {string} */ url) {
  // Imported late: this file is read before the packages are installed.
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  // Heard by whoever waits for a response; unheard it would end the program.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
}
