import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

export interface DatabaseAddresses {
  /** Login that owns the schema. */
  readonly ownerUrl: string;
  /** Login with the rights of the running app. */
  readonly appUrl: string;
  /** Login that may do anything; for looking behind the rights of the other two. */
  readonly superuserUrl: string;
}

/** A database of its own for one test file, with every migration run. */
export interface TestDatabase extends DatabaseAddresses {
  /** Closes every connection and deletes the database. */
  drop(): Promise<void>;
}

/** Rows that many test files begin with: put in once, into a template that each then clones. */
export interface Filling {
  /** Lower-case letters, digits and underscores; the same name is the same rows. */
  readonly name: string;
  fill(database: DatabaseAddresses): Promise<void>;
}

const OWNER = 'malspar_owner';
const APP = 'malspar_app';
const TEMPLATE = process.env['MALSPAR_TEST_TEMPLATE'] ?? 'malspar_test_template';
// Any number that nothing else locks on, beside the template's name: who wants it waits while another process makes it.
const TEMPLATE_LOCK = 7_202_511;
const MIGRATE = new URL('../../../../apps/api/src/database/migrate.ts', import.meta.url);

/**
 * Clones the migrated template (made by the first test file that asks) into a database of its own; without a filling it
 * has no rows but the migrations' own.
 * Needs the jest projects `medium` or `e2e`, which start the server, or TEST_DATABASE_URL: a superuser's
 * address on a server that is for tests only, since the two roles get new passwords there.
 */
export async function createTestDatabase(filling?: Filling): Promise<TestDatabase> {
  const server = testServer();
  const name = `malspar_test_${randomBytes(6).toString('hex')}`;
  await asSuperuser(server, async (client) => {
    await ensureTemplate(client, server);
    const template = filling ? await ensureFilledTemplate(client, server, filling) : TEMPLATE;
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template} OWNER ${OWNER}`);
  });
  return {
    ...addressesOf(server, name),
    drop: () =>
      asSuperuser(server, async (client) => {
        await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      }),
  };
}

function testServer(): URL {
  const address = process.env['TEST_DATABASE_URL'] ?? process.env['MALSPAR_TEST_SERVER'];
  if (!address) throw new Error('No test server: run this file in the jest project "medium" or "e2e".');
  return new URL(address);
}

async function asSuperuser<T>(server: URL, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: server.href });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

// The test roles' password is the superuser's: it never leaves the test run.
function addressFor(server: URL, database: string, role?: string): string {
  const address = new URL(server);
  address.pathname = `/${database}`;
  if (role) address.username = role;
  return address.href;
}

const addressesOf = (server: URL, database: string): DatabaseAddresses => ({
  ownerUrl: addressFor(server, database, OWNER),
  appUrl: addressFor(server, database, APP),
  superuserUrl: addressFor(server, database),
});

async function ensureTemplate(client: pg.Client, server: URL): Promise<void> {
  await makeOnce(client, TEMPLATE, async (half) => {
    for (const role of [OWNER, APP]) await ensureLogin(client, role, decodeURIComponent(server.password));
    await client.query(`CREATE DATABASE ${half} OWNER ${OWNER}`);
    await runMigrations(addressFor(server, half, OWNER));
  });
}

async function ensureFilledTemplate(client: pg.Client, server: URL, { name, fill }: Filling): Promise<string> {
  const template = `${TEMPLATE}_${name}`;
  await makeOnce(client, template, async (half) => {
    await client.query(`CREATE DATABASE ${half} TEMPLATE ${TEMPLATE} OWNER ${OWNER}`);
    await fill(addressesOf(server, half));
  });
  return template;
}

async function exists(client: pg.Client, database: string): Promise<boolean> {
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [database]);
  return rowCount === 1;
}

/** By the first that wants it; the others wait. It gets its name when it is done, so that nobody clones half of it. */
async function makeOnce(client: pg.Client, database: string, make: (half: string) => Promise<void>): Promise<void> {
  const lock = [TEMPLATE_LOCK, database];
  await client.query('SELECT pg_advisory_lock($1, hashtext($2))', lock);
  if (!(await exists(client, database))) {
    const half = `${database}_half`;
    await client.query(`DROP DATABASE IF EXISTS ${half} WITH (FORCE)`);
    await make(half);
    await client.query(`ALTER DATABASE ${half} RENAME TO ${database}`);
  }
  await client.query('SELECT pg_advisory_unlock($1, hashtext($2))', lock);
}

async function ensureLogin(client: pg.Client, role: string, password: string): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
  const verb = rowCount ? 'ALTER' : 'CREATE';
  await client.query(`${verb} ROLE ${role} LOGIN PASSWORD ${client.escapeLiteral(password)}`);
}

async function runMigrations(url: string): Promise<void> {
  if (!existsSync(fileURLToPath(MIGRATE))) return;
  const { migrate } = (await import(MIGRATE.href)) as { migrate: (url: string) => Promise<void> };
  await migrate(url);
}
