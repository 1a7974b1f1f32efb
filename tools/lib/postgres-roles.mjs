// The two roles and the one database of the app, on a server whose superuser we hold.
import { setTimeout as sleep } from 'node:timers/promises';

const CONNECT_WITHIN_MS = 30_000;
export const DATABASE = 'malspar';
export const OWNER = 'malspar_owner';
export const APP = 'malspar_app';

/**
 * Makes roles and database where they are missing.
 * @param {number} port
 * @param {import('./postgres.mjs').Passwords} passwords
 * @returns {Promise<{ownerUrl: string, appUrl: string, superuserUrl: string}>}
 */
export async function prepareDatabase(port, passwords) {
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
    await client.end();
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
  const deadline = Date.now() + CONNECT_WITHIN_MS;
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      return client;
    } catch (error) {
      await client.end().catch(() => undefined);
      // 57P03: still replaying its log after a crash.
      const { code } = /** @type {NodeJS.ErrnoException} */ (error);
      if (!['57P03', 'ECONNREFUSED'].includes(code ?? '') || Date.now() > deadline) throw error;
      await sleep(50);
    }
  }
}
