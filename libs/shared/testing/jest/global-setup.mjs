// One PostgreSQL for the whole run; each test file then clones its own database from a template.
import { startThrowawayPostgres } from '../../../../tools/lib/throwaway-postgres.mjs';

export default async function globalSetup() {
  if (process.env.TEST_DATABASE_URL) return;
  const server = await startThrowawayPostgres();
  process.env.MALSPAR_TEST_SERVER = server.superuserUrl;
  globalThis.stopTestServer = server.stop;
}
