import { DataSource } from 'typeorm';
import { migrationDataSource } from './data-source.js';

// Replicas that start at once take turns; the second finds nothing left to do.
const LOCK = 4_202_501;

async function withDataSource<T>(
  url: string,
  tls: { ca: string } | undefined,
  work: (source: DataSource) => Promise<T>,
): Promise<T> {
  const source = await new DataSource(migrationDataSource({ url, tls })).initialize();
  try {
    await source.query('SELECT pg_advisory_lock($1)', [LOCK]);
    return await work(source);
  } finally {
    await source.destroy();
  }
}

/** Brings the schema up to date; gives the names of the migrations it ran. */
export function migrate(url: string, tls?: { ca: string }): Promise<string[]> {
  return withDataSource(url, tls, async (source) => (await source.runMigrations()).map((done) => done.name));
}

/** Takes back the newest migration, or `steps` of them. */
export function migrateDown(url: string, steps = 1, tls?: { ca: string }): Promise<void> {
  return withDataSource(url, tls, async (source) => {
    for (let step = 0; step < steps; step++) await source.undoLastMigration();
  });
}

/** The names of migrations that have not been run. */
export function pendingMigrations(url: string, tls?: { ca: string }): Promise<string[]> {
  return withDataSource(url, tls, async (source) => {
    const table = await source.query<{ exists: boolean }[]>(
      `SELECT to_regclass('public.migration') IS NOT NULL AS exists`,
    );
    const done = table[0]?.exists ? await source.query<{ name: string }[]>('SELECT name FROM migration') : [];
    const names = new Set(done.map((row) => row.name));
    return source.migrations
      .map((migration) => migration.name ?? migration.constructor.name)
      .filter((name) => !names.has(name));
  });
}
