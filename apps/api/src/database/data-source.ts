import { EnduringClient } from '@malspar/shared-api';
import type { DataSourceOptions } from 'typeorm';
import { migrations } from './migrations/index.js';

const MINUTE = 60_000;

interface Address {
  readonly url: string;
  readonly tls?: { ca: string };
}

/** How the running app reaches the database: never as owner, and never waiting for ever. */
export function appDataSource(
  address: Address & { readonly pool: number; readonly assumeRole: boolean },
): DataSourceOptions {
  return {
    type: 'postgres',
    url: address.url,
    ssl: address.tls,
    synchronize: false,
    migrationsRun: false,
    applicationName: 'malspar',
    extra: {
      Client: EnduringClient,
      max: address.pool,
      // Long enough for a queue of simultaneous submits, short enough that nobody hangs.
      connectionTimeoutMillis: 10_000,
      statement_timeout: 12_000,
      // The server's own limits are of no use when the network has gone silent.
      query_timeout: 13_000,
      lock_timeout: 10_000,
      idle_in_transaction_session_timeout: 30_000,
      ...(address.assumeRole ? { options: '-c role=malspar_app' } : {}),
    },
  };
}

/** How migrations reach it: as the owner of the schema. */
export function migrationDataSource(address: Address): DataSourceOptions {
  return {
    type: 'postgres',
    url: address.url,
    ssl: address.tls,
    entities: [],
    migrations,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    applicationName: 'malspar-migrate',
    extra: { max: 1, statement_timeout: 10 * MINUTE, lock_timeout: MINUTE },
  };
}
