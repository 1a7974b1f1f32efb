// One PostgreSQL for the whole run; each test file then clones its own database from this run's template.
import { randomBytes } from 'node:crypto';
import { startThrowawayPostgres } from '../../../../tools/lib/throwaway-postgres.mjs';

export default async function globalSetup() {
  process.env.MALSPAR_TEST_TEMPLATE = `malspar_test_template_${randomBytes(4).toString('hex')}`;
  if (process.env.TEST_DATABASE_URL) return;
  const server = await startThrowawayPostgres();
  process.env.MALSPAR_TEST_SERVER = server.superuserUrl;
  globalThis.stopTestServer = server.stop;
}
