import pg from 'pg';
import { build } from '../../../tools/lib/build.mjs';
import { startStack } from '../../../tools/lib/stack.mjs';
import { startThrowawayPostgres } from '../../../tools/lib/throwaway-postgres.mjs';

/**
 * Brings the whole up on throwaway data, twice, and gives what takes it down again: what one journey changes is not seen
 * by those that run beside it. MALSPAR_ORIGIN: one that already runs.
 */
export default async function globalSetup(): Promise<() => Promise<void>> {
  if (process.env['MALSPAR_ORIGIN']) return () => Promise.resolve();
  await build();
  const postgres = await startThrowawayPostgres();
  const twin = { appUrl: twinOf(postgres.appUrl), ownerUrl: twinOf(postgres.ownerUrl) };
  const stacks = [
    await startStack({ demo: true, database: postgres, filled: () => copy(postgres.superuserUrl, postgres.ownerUrl) }),
    await startStack({ demo: true, database: twin }),
  ];
  process.env['MALSPAR_ORIGIN'] = stacks.map(({ origin }) => origin).join(' ');
  return async () => {
    await Promise.all(stacks.map((stack) => stack.stop()));
    await postgres.stop();
  };
}

/** The address of the database's twin. */
const twinOf = (url: string): string => `${url}_twin`;

/** Making what is in the database takes long; a copy of it does not. */
async function copy(superuserUrl: string, url: string): Promise<void> {
  const [name, owner] = [new URL(url).pathname.slice(1), new URL(url).username];
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${name}_twin TEMPLATE ${name} OWNER ${owner}`);
  } finally {
    await client.end();
  }
}
