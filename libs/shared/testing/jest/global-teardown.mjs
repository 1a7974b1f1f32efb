import pg from 'pg';

export default async function globalTeardown() {
  await globalThis.stopTestServer?.();
  if (process.env.TEST_DATABASE_URL) await dropTemplate(process.env.TEST_DATABASE_URL);
}

// On a server that outlives the run, a template left behind would only take up room.
async function dropTemplate(connectionString) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query(`DROP DATABASE IF EXISTS ${process.env.MALSPAR_TEST_TEMPLATE} WITH (FORCE)`);
  await client.end();
}
