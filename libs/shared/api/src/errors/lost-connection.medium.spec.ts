import { createTestDatabase, type TestDatabase, until } from '@malspar/shared-testing';
import { DataSource, type EntityManager } from 'typeorm';
import * as z from 'zod';
import { Database } from '../database/database.js';
import { EnduringClient } from '../database/enduring-client.js';
import { firstRow } from '../sql/rows.js';
import { managerOf } from '../sql/manager-of.js';
import { sql } from '../sql/sql.js';
import { problemOf } from './problem.filter.js';

const AWAY = { type: 'unavailable', status: 503, retryAfter: 5 };

describe('a connection lost between two statements', () => {
  let testDatabase: TestDatabase;
  let source: DataSource;
  let beside: DataSource;
  let database: Database;

  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    const extra = { Client: EnduringClient, max: 1 };
    source = await new DataSource({ type: 'postgres', url: testDatabase.ownerUrl, extra }).initialize();
    beside = await new DataSource({ type: 'postgres', url: testDatabase.superuserUrl }).initialize();
    database = new Database(source);
  });
  afterAll(async () => {
    await Promise.all([source.destroy(), beside.destroy()]);
    await testDatabase.drop();
  });

  /** Ends the transaction's connection, and waits until it is known here. */
  async function lose(manager: EntityManager): Promise<void> {
    const [{ pid }] = await manager.query<[{ pid: number }]>('SELECT pg_backend_pid() AS pid');
    await beside.query('SELECT pg_terminate_backend($1)', [pid]);
    await until('the loss is known', () => Promise.resolve(manager.queryRunner?.isReleased ?? false));
  }

  const outcome = (work: Promise<unknown>): Promise<unknown> =>
    work.then(
      () => 'done',
      (error: unknown) => problemOf(error),
    );

  it.each(['write', 'snapshot'] as const)('is for a moment, as any other loss: %s', async (how) => {
    const next = sql`SELECT 1 AS n`;
    const work = database[how](async (tx) => {
      await lose(managerOf(tx));
      return firstRow(tx, z.object({ n: z.number() }), next);
    });
    expect(await outcome(work)).toMatchObject(AWAY);
    // The next one has a connection of its own.
    expect(await firstRow(database.read, z.object({ n: z.number() }), next)).toEqual({ n: 1 });
  });

  it('is for a moment where only the end was left to say, and where a transaction was to begin in it', async () => {
    expect(await outcome(database.write((tx) => lose(managerOf(tx))))).toMatchObject(AWAY);
    const inner = database.write(async (tx) => {
      await lose(managerOf(tx));
      await managerOf(tx).transaction(() => Promise.resolve());
    });
    expect(await outcome(inner)).toMatchObject(AWAY);
  });
});
